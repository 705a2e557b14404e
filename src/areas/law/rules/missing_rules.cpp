// R42 to R43a: children missing education, fair access.
#include <algorithm>

#include <fmt/format.h>

#include "foundation/enum_text.hpp"
#include "foundation/text.hpp"
#include "law/rules/groups.hpp"
#include "law/rules/shared_fields.hpp"
#include "pupils/rules/missing_education.hpp"
#include "referrals/rules/fair_access.hpp"

namespace waymark::law {
namespace {

using enum FieldKind;

pupils::EducationOnDay given_education(Case& given) { return {given.flag("on_roll"), given.flag("suitably_educated")}; }

Answer answer_is_missing_education(Case& given)
{
    const Date born = given.day("born"), on = given.day("day");
    const auto education = given_education(given);
    TRY(given.result());
    return Value::Record{{"is_missing_education", pupils::is_missing_education(born, on, education)}};
}

Answer answer_unplaced(Case& given)
{
    const pupils::BetweenPlaces child{given.day("born"), given.day("ended_on"), given.day_if_any("next_starts_on"), given_education(given)};
    const Date today = given.day("today");
    const auto school = given.calendar();
    const Law law = given.law(today);
    TRY(given.result());
    const auto found = TRY(pupils::unplaced(child, today, school, law));
    Value::Record answer{{"school_days", found.school_days}, {"stage", enum_text(found.stage)}};
    if (found.due) answer.emplace_back("due", *found.due);
    answer.emplace_back("days_left", found.days_left);
    answer.emplace_back("severity", severity_choice(found.severity));
    answer.emplace_back("is_met", found.is_met);
    answer.emplace_back("working", fmt::format("{} without a place after {} by the calendar of {}; over {} warns, over {} is referred.", counted(found.school_days, "school day"),
                                               long_date(child.ended_on), given.calendar_name(), law.unplaced_school_days_warning, law.unplaced_school_days));
    return answer;
}

Answer answer_unauthorised_run(Case& given)
{
    const auto absent = given.days("absent");
    const Standing told{given.day("today"), given.day_if_any("told_on")};
    const auto school = given.calendar();
    const Law law = given.law(told.today);
    TRY(given.result());
    const auto found = TRY(pupils::unauthorised_run(absent, told, school, law));
    Value::Record answer{{"longest", found.longest}, {"current", found.current}, {"is_long_enough", found.due.has_value()}};
    if (found.due) answer.emplace_back("due", *found.due);
    answer.emplace_back("severity", severity_choice(found.severity));
    answer.emplace_back("is_met", found.is_met);
    answer.emplace_back("working", fmt::format("The longest run has {} by the calendar of {}; the school tells the authority from {}.", counted(found.longest, "school day"),
                                               given.calendar_name(), law.unauthorised_school_days));
    return answer;
}

Answer answer_not_in_school_ground(Case& given)
{
    const Date born = given.day("born"), on = given.day("day");
    const auto in_force_from = given.day_if_any("in_force_from");
    const bool on_roll = given.flag("on_roll"), elsewhere = given.flag("educated_elsewhere");
    TRY(given.result());
    const auto ground = pupils::not_in_school_ground(born, on, on_roll, elsewhere);
    return Value::Record{{"would_be_on_register", ground != pupils::RegisterGround::none}, {"ground", enum_text(ground)},
                         {"is_in_force", in_force_from && *in_force_from <= on}};
}

std::vector<referrals::FairAccessGroup> given_fair_access_groups(Case& given)
{
    std::vector<referrals::FairAccessGroup> groups;
    for (const auto& name : given.texts("groups")) {
        const auto group = enum_from_text<referrals::FairAccessGroup>(name);
        if (group && *group != referrals::FairAccessGroup::out_of_education) groups.push_back(*group);
        else given.wrong("groups", fmt::format("some of: {}; out_of_education is worked out", fmt::join(enum_names<referrals::FairAccessGroup>, ", ")));
    }
    return groups;
}

Answer answer_fair_access_groups(Case& given)
{
    const Date on = given.day("day");
    const referrals::FairAccessFacts facts{given_fair_access_groups(given), given.day_if_any("out_of_education_since"), given.flag("no_place_within_reach"),
                                           given.flag("can_get_place_in_year")};
    const Law law = given.law(on);
    TRY(given.result());
    const auto found = referrals::fair_access_groups(facts, on, law);
    Value::List names;
    for (const auto group : found) names.emplace_back(enum_text(group));
    return Value::Record{{"is_eligible", !found.empty()}, {"eligible_by", std::move(names)}};
}

Answer answer_fair_access_place(Case& given)
{
    const Date referred_on = given.day("referred_on");
    const Standing placed{given.day("today"), given.day_if_any("placed_on")};
    const auto school = given.calendar();
    const Law law = given.law(referred_on);
    TRY(given.result());
    Value::Record answer;
    const auto deadline = TRY(referrals::fair_access_place(referred_on, placed, school, law));
    add_deadline(answer, deadline);
    answer.emplace_back("working", fmt::format("{} after {} by the calendar of {}. {}", counted(law.fair_access_school_days, "school day"), long_date(referred_on),
                                               given.calendar_name(), due_sentence(deadline)));
    return answer;
}

Answer answer_in_year_answer(Case& given)
{
    const Date applied_on = given.day("applied_on");
    const Standing answered{given.day("today"), given.day_if_any("answered_on")};
    const auto school = given.calendar();
    const Law law = given.law(applied_on);
    TRY(given.result());
    const auto found = TRY(referrals::in_year_answer(applied_on, answered, school, law));
    Value::Record answer{{"aim", found.aim}};
    add_deadline(answer, found.latest);
    answer.emplace_back("working", fmt::format("{} after {} by the calendar of {}, at the latest {}. {}", counted(law.in_year_answer_school_days, "school day"),
                                               long_date(applied_on), given.calendar_name(), law.in_year_answer_latest_school_days, due_sentence(found.latest)));
    return answer;
}

Answer answer_preference_lost(Case& given)
{
    const auto exclusions = given.days("permanent_exclusions");
    const Date on = given.day("day");
    const Law law = given.law(on);
    TRY(given.result());
    const auto lost = referrals::preference_lost(exclusions, on, law);
    Value::Record answer{{"is_lost", lost && lost->contains(on)}};
    if (!lost) return answer;
    answer.emplace_back("from", lost->from);
    answer.emplace_back("to", *lost->to);
    return answer;
}

std::vector<Field> education_fields()
{
    return {{"on_roll", flag, "on the roll of a school", may_be_left_out},
            {"suitably_educated", flag, "receives suitable education, at alternative provision, at home or otherwise", may_be_left_out}};
}

Field counted_severity(std::string_view words) { return {"severity", choice, words, false, {"info", "warn", "breach"}}; }

std::vector<RuleFunction> missing_education_rules()
{
    return {
        {"is_missing_education", "R42", "Is a child missing education on a day?", fields_of({{{"born", day, "date of birth"}, {"day", day, "the day asked about"}}, education_fields()}),
         {{"is_missing_education", flag, "of compulsory school age, on no roll, and without suitable education"}}, answer_is_missing_education},
        {"unplaced", "R42", "How many school days has a child been between two places, and must the child be referred as missing education?",
         fields_of({{{"born", day, "date of birth: only days in compulsory school age count"}, {"ended_on", day, "last day of the place that ended, not itself counted"},
                     {"next_starts_on", day, "first day of the next place; left out when nothing is arranged", may_be_left_out}, clock_today_field(),
                     calendar_field("terms and closures of the authority, since the child has no school")},
                    education_fields(), {settings_field()}}),
         {{"school_days", whole, "without a place so far, today included; 0 when on a roll or suitably educated meanwhile"},
          {"stage", choice, "list above 0 school days, warn above 5, referral above 10; none when the next place has begun, on a roll or educated, or today outside compulsory school age", false,
           {"none", "list", "warn", "referral"}},
          {"due", day, "the tenth school day, after which the child is referred; missing when the next place has begun, nothing is owed, school age ends before it, or the calendar does not reach it", may_be_left_out},
          {"days_left", whole, "10 less the school days so far: negative when it is over"},
          counted_severity("info at none and list, warn at warn, breach at referral"), {"is_met", flag, "the next place has begun by today, or the child is on a roll or suitably educated"}, working_field()},
         answer_unplaced},
        {"unauthorised_run", "R42", "Has a child’s unauthorised absence lasted so many school days in a row that the school must tell the authority?",
         {{"absent", days, "whole days of unauthorised absence; a school day not among them ends a run; days on which the school does not meet, and days after today, are passed over"},
          clock_today_field(), {"told_on", day, "day the authority was told; left out when not yet", may_be_left_out}, calendar_field()},
         {{"longest", whole, "school days of the longest run"}, {"current", whole, "school days of the run that lasts to today; 0 when there is none"},
          {"is_long_enough", flag, "a run has reached ten school days"},
          {"due", day, "the tenth school day of the latest run that has ten; missing when there is none", may_be_left_out},
          counted_severity("breach from the day after due until the authority was told; warn on that day, or where no run has ten and the current one has five or more; else info"),
          {"is_met", flag, "the authority was told by today, on or after the first day of that run"}, working_field()},
         answer_unauthorised_run},
        {"not_in_school_ground", "R43", "Would a child be on the register of children not in school, and is that register in force?",
         {{"born", day, "date of birth"}, {"day", day, "the day asked about"}, {"on_roll", flag, "on the roll of a relevant school", may_be_left_out},
          {"educated_elsewhere", flag, "the school arranged or agreed that the child is educated elsewhere and absent some or all of the time", may_be_left_out},
          {"in_force_from", day, "day the register begins by law; left out while it is only announced", may_be_left_out}},
         {{"would_be_on_register", flag, "of compulsory school age, with a ground"}, {"ground", choice, "why", false, {"none", "no_roll", "educated_elsewhere"}},
          {"is_in_force", flag, "whether it has begun on the day asked about"}},
         answer_not_in_school_ground},
    };
}

std::vector<RuleFunction> fair_access_rules()
{
    return {
        {"fair_access_groups", "R43a", "May the fair access protocol place a child, and by which groups?",
         {{"day", day, "the day asked about"},
          {"groups", texts, "those recorded of the child, some of: child_in_need_or_protection, refuge, youth_justice, alternative_provision, special_needs_without_plan, carer, "
                            "homeless, kinship_care, traveller_refugee_asylum, refused_for_behaviour, exceptional_circumstances, previously_looked_after", may_be_left_out},
          {"out_of_education_since", day, "first day without education", may_be_left_out},
          {"no_place_within_reach", flag, "no school within a reasonable distance has a place", may_be_left_out},
          {"can_get_place_in_year", flag, "an ordinary in-year application would give a place: then not eligible", may_be_left_out}},
         {{"is_eligible", flag, "whether there is a group"},
          {"eligible_by", texts, "each group once, in this order: child_in_need_or_protection, refuge, youth_justice, alternative_provision, special_needs_without_plan, carer, homeless, "
                                 "kinship_care, traveller_refugee_asylum, refused_for_behaviour, exceptional_circumstances, out_of_education (28 days or more after the first day, and no place within reach), previously_looked_after"}},
         answer_fair_access_groups},
        {"fair_access_place", "R43a", "By when must a place be allocated after a referral to the fair access panel?",
         {{"referred_on", day, "day of the referral, not itself counted"}, clock_today_field(), {"placed_on", day, "day a place was allocated; left out when not yet", may_be_left_out},
          calendar_field("terms and closures of the authority")},
         fields_of({deadline_fields(DayKind::school), {working_field()}}), answer_fair_access_place},
        {"in_year_answer", "R43a", "By when must an in-year application be answered?",
         {{"applied_on", day, "day the application arrived, not itself counted"}, clock_today_field(), {"answered_on", day, "day of the answer; left out when not yet", may_be_left_out},
          calendar_field("terms and closures of the authority")},
         {{"aim", day, "10 school days after the application"}, {"due", day, "15 school days after it, the last day on which an answer is in time"},
          {"days_left", whole, "school days left until the due day: 0 on it, negative after it; once answered, as on the day of the answer"},
          counted_severity("info up to the aim, warn after it, breach after the due day until answered; info once answered"), {"is_met", flag, "whether it was answered, in time or late"}, working_field()},
         answer_in_year_answer},
        {"preference_lost", "R43a", "Has a parent lost the preference for a school, because the child was permanently excluded twice?",
         {{"permanent_exclusions", days, "first days of permanent exclusions that stand; several on one day are one"}, {"day", day, "the day asked about: later exclusions do not count"}},
         {{"is_lost", flag, "on that day"}, {"from", day, "day of the latest exclusion by then, if it is at least the second", may_be_left_out},
          {"to", day, "last day of the two years that begin with it", may_be_left_out}},
         answer_preference_lost},
    };
}

}  // namespace

std::vector<RuleFunction> missing_rules()
{
    auto rules = missing_education_rules();
    for (auto& rule : fair_access_rules()) rules.push_back(std::move(rule));
    return rules;
}

}  // namespace waymark::law
