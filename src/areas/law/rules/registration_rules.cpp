// R28 to R29, R35 to R36: unregistered schools, assurance, allegations.
#include "directory/rules/register_standing.hpp"
#include "foundation/enum_text.hpp"
#include "law/rules/assurance_rules.hpp"
#include "law/rules/groups.hpp"
#include "law/rules/shared_fields.hpp"
#include "placements/rules/patchwork.hpp"

namespace waymark::law {
namespace {

using enum FieldKind;

constexpr int minutes_a_week_max = 7 * 24 * 60;

const std::vector<std::string_view> threshold_levels{"clear", "warn", "breach"};

std::vector<DateRange> given_periods(Case& given, std::string_view name)
{
    std::vector<DateRange> periods;
    for (auto& one : given.cases(name)) {
        periods.push_back(given_period(one));
        given.append(one);
    }
    return periods;
}

std::vector<placements::TimetabledMinutes> given_timetables(Case& given, std::string_view name)
{
    std::vector<placements::TimetabledMinutes> timetables;
    for (auto& one : given.cases(name)) {
        timetables.push_back({one.whole("minutes_a_week", 0, minutes_a_week_max), given_period(one)});
        given.append(one);
    }
    return timetables;
}

std::vector<placements::ChildAtProvider> given_children_at_provider(Case& given, std::string_view name)
{
    std::vector<placements::ChildAtProvider> children;
    for (auto& one : given.cases(name)) {
        children.push_back({.child = one.text("child"),
                            .born = one.day("born"),
                            .attends_a_school = one.flag("attends_a_school"),
                            .here = given_timetables(one, "here"),
                            .elsewhere = given_timetables(one, "elsewhere"),
                            .plan_or_looked_after = given_periods(one, "plan_or_looked_after"),
                            .sen_support = given_periods(one, "sen_support")});
        given.append(one);
    }
    return children;
}

placements::DeclaredChildren given_declared_numbers(Case& given)
{
    const placements::DeclaredChildren numbers{given.whole_if_any("declared_full_time", 0, 10'000).value_or(0),
                                               given.whole_if_any("declared_vulnerable", 0, 10'000).value_or(0)};
    if (numbers.full_time_vulnerable > numbers.full_time) given.wrong("declared_vulnerable", "at most “declared_full_time”: it counts some of them");
    return numbers;
}

std::vector<placements::Declaration> given_declarations(Case& given)
{
    std::vector<placements::Declaration> declared;
    for (auto& one : given.cases("declared")) {
        declared.push_back({given_period(one), given_declared_numbers(one)});
        given.append(one);
    }
    return declared;
}

struct DaysAsked {
    Date first, last;
};

DaysAsked given_days_asked(Case& given)
{
    const DaysAsked days{given.day("first_day"), given.day("last_day")};
    if (days.last < days.first) given.wrong("last_day", "a day not before “first_day”");
    return days;
}

Value stretches_value(const placements::RegistrationDays& days)
{
    Value::List list;
    for (const auto& stretch : days.stretches)
        list.emplace_back(Value::Record{{"from", stretch.from}, {"to", stretch.to}, {"level", enum_text(stretch.level)},
                                        {"full_time", stretch.full_time}, {"full_time_vulnerable", stretch.full_time_vulnerable}});
    return list;
}

Answer answer_registration_threshold(Case& given)
{
    std::vector<placements::WeekAtProvider> weeks;
    for (auto& one : given.cases("children")) {
        weeks.push_back({.minutes_here = one.whole("minutes_here", 0, minutes_a_week_max),
                         .minutes_all = one.whole("minutes_all", 0, minutes_a_week_max),
                         .of_compulsory_school_age = !one.flag("is_outside_compulsory_school_age"),
                         .has_plan_or_looked_after = one.flag("has_plan_or_looked_after"),
                         .attends_a_school = one.flag("attends_a_school"),
                         .has_sen_support = one.flag("has_sen_support")});
        if (weeks.back().minutes_all < weeks.back().minutes_here) one.wrong("minutes_all", "at least “minutes_here”: it includes them");
        given.append(one);
    }
    const auto declared = given_declared_numbers(given);
    const Law law = given.law(given.day("day"));
    TRY(given.result());
    const auto found = placements::registration_threshold(weeks, law, declared);
    return Value::Record{{"level", enum_text(found.level)}, {"full_time", found.full_time}, {"full_time_vulnerable", found.full_time_vulnerable}, {"working", found.words}};
}

Answer answer_registration_days(Case& given)
{
    const auto days = given_days_asked(given);
    const auto children = given_children_at_provider(given, "children");
    const auto declared = given_declarations(given);
    const Law law = given.law(days.first);
    TRY(given.result());
    const auto found = placements::registration_days({children, declared}, days.first, days.last, law);
    Value::Record answer{{"stretches", stretches_value(found)}};
    if (found.warn_from) answer.emplace_back("warn_from", *found.warn_from);
    if (found.breach_from) answer.emplace_back("breach_from", *found.breach_from);
    answer.emplace_back("working", found.words);
    return answer;
}

Answer answer_effect_of_placing(Case& given)
{
    const auto days = given_days_asked(given);
    const auto children = given_children_at_provider(given, "children"), proposed = given_children_at_provider(given, "proposed");
    const auto declared = given_declarations(given);
    const Law law = given.law(days.first);
    TRY(given.result());
    const auto found = placements::effect_of_placing({children, declared}, proposed, days.first, days.last, law);
    Value::Record answer{{"effect", enum_text(found.effect)}};
    if (found.from) answer.emplace_back("from", *found.from);
    answer.emplace_back("stretches_before", stretches_value(found.before));
    answer.emplace_back("stretches_after", stretches_value(found.after));
    answer.emplace_back("working", found.after.words);
    return answer;
}

Answer answer_patchwork_days(Case& given)
{
    const auto days = given_days_asked(given);
    placements::ChildOverProviders child{.born = given.day("born"), .attends_a_school = given.flag("attends_a_school")};
    for (auto& one : given.cases("unregistered")) {
        child.unregistered.push_back({one.text("provider"), given_timetables(one, "here")});
        given.append(one);
    }
    child.elsewhere = given_timetables(given, "elsewhere");
    const Law law = given.law(days.first);
    TRY(given.result());
    Value::List list;
    for (const auto& stretch : placements::patchwork_days(child, days.first, days.last, law))
        list.emplace_back(Value::Record{{"from", stretch.from}, {"to", stretch.to}, {"providers", stretch.providers}, {"minutes_a_week", stretch.minutes_a_week}});
    const bool is_patchwork = !list.empty();
    return Value::Record{{"is_patchwork", is_patchwork}, {"stretches", std::move(list)}};
}

Answer answer_register_standing(Case& given)
{
    constexpr std::string_view statuses[] = {"open", "closed", "open_proposed_to_close", "proposed_to_open"};
    constexpr std::string_view status_codes[] = {"1", "2", "3", "4"};
    const Date on = given.day("day");
    std::optional<directory::RegisterEntry> entry;
    if (given.flag("is_on_register"))
        entry = {.type_code = given.text("type_code"),
                 .status_code = std::string{status_codes[given.choice("status", statuses)]},
                 .opened_on = given.day_if_any("opened_on"),
                 .closed_on = given.day_if_any("closed_on"),
                 .age_low = given.whole_if_any("age_low", 0, 99),
                 .age_high = given.whole_if_any("age_high", 0, 99),
                 .capacity = given.whole_if_any("capacity", 0, 100'000),
                 .pupils = given.whole_if_any("pupils", 0, 100'000)};
    const directory::OfferedAges offered{given.whole_if_any("youngest_offered", 0, 99), given.whole_if_any("oldest_offered", 0, 99)};
    TRY(given.result());
    const auto found = directory::register_standing(entry, on, offered);
    return Value::Record{{"is_registered", found.is_registered}, {"kind", enum_text(found.kind)}, {"is_closed", found.is_closed},
                         {"is_closing", found.is_closing}, {"is_outside_ages", found.is_outside_ages}, {"is_over_numbers", found.is_over_numbers}};
}

Field timetables_field(std::string_view name, std::string_view words)
{
    return {name, cases, words, may_be_left_out, {},
            fields_of({{{"minutes_a_week", whole, "minutes a week of one timetable"}}, period_fields("last day in force; left out while it goes on")})};
}

Field children_field(std::string_view name, std::string_view words)
{
    return {name, cases, words, may_be_left_out, {},
            {{"child", text, "any key that tells children apart; records with the same key are one child, whose timetables are added up"}, {"born", day, "date of birth"},
             {"attends_a_school", flag, "on a school’s roll and expected there for part of the week; the share of the week is then not asked", may_be_left_out},
             timetables_field("here", "timetables at this provider, of all commissioners and over all its sites; those in force on a day are added up"),
             timetables_field("elsewhere", "timetables with other providers, which with those here make the child’s whole week"),
             {"plan_or_looked_after", cases, "days with an EHC plan and days looked after", may_be_left_out, {}, period_fields()},
             {"sen_support", cases, "days with special educational needs without a plan: full-time they warn, since an announced law would count them", may_be_left_out, {}, period_fields()}}};
}

std::vector<Field> declared_fields()
{
    return {{"declared_full_time", whole, "full-time children the provider told of besides those listed; none when left out", may_be_left_out},
            {"declared_vulnerable", whole, "how many of these have an EHC plan or are looked after; none when left out", may_be_left_out}};
}

std::vector<Field> registration_days_inputs()
{
    return {{"first_day", day, "first day asked about; the law of that day holds for all"}, {"last_day", day, "last day asked about, included"},
            children_field("children", "children who are at the provider on some of the days"),
            {"declared", cases, "what the provider itself declared", may_be_left_out, {}, fields_of({period_fields(), declared_fields()})},
            settings_field()};
}

Field stretches_field(std::string_view name, std::string_view words)
{
    return {name, cases, words, false, {},
            {{"from", day, "first day"}, {"to", day, "last day, included"}, {"level", choice, "the level on each of these days", false, threshold_levels},
             {"full_time", whole, "n: children of compulsory school age whose education here is full-time"},
             {"full_time_vulnerable", whole, "v: of these, with an EHC plan or looked after"}}};
}

std::vector<Field> threshold_outputs()
{
    return {{"level", choice, "breach from 5 full-time children, or 1 with a plan or looked after; warn from 3, or one with a plan or looked after at 15 hours", false, threshold_levels},
            {"full_time", whole, "n: children of compulsory school age whose education here is full-time"},
            {"full_time_vulnerable", whole, "v: of these, with an EHC plan or looked after"}, working_field()};
}

std::vector<Field> child_week_fields()
{
    return {{"minutes_here", whole, "minutes a week at this provider, of all commissioners"},
            {"minutes_all", whole, "minutes a week of all placements anywhere, with those here"},
            {"is_outside_compulsory_school_age", flag, "younger or older: not counted", may_be_left_out},
            {"has_plan_or_looked_after", flag, "has an EHC plan or is looked after", may_be_left_out},
            {"has_sen_support", flag, "special educational needs without a plan", may_be_left_out},
            {"attends_a_school", flag, "on a school’s roll and expected there for part of the week; the share of the week is then not asked", may_be_left_out}};
}

std::vector<RuleFunction> threshold_rules()
{
    return {
        {"registration_threshold", "R28", "Is a provider that is not a school near or over the line where it must register as one, this week?",
         fields_of({{{"day", day, "a day of the week asked about: the law of that day"},
                  {"children", cases, "children at the provider; full-time is over 18 hours a week here, or 80% of the whole week for a child who attends no school", may_be_left_out, {}, child_week_fields()}},
                 declared_fields(), {settings_field()}}),
         threshold_outputs(), answer_registration_threshold},
        {"registration_days", "R28", "On which days is a provider that is not a school near or over the line where it must register as one?", registration_days_inputs(),
         {stretches_field("stretches", "all days asked about, as stretches with the same level and numbers, in order"),
          {"warn_from", day, "the first day at level warn; missing when there is none", may_be_left_out},
          {"breach_from", day, "the first day at level breach; missing when there is none", may_be_left_out}, working_field()},
         answer_registration_days},
        {"effect_of_placing", "R28", "Would proposed placements take a provider that is not a school over the line, and from which day?",
         fields_of({registration_days_inputs(), {children_field("proposed", "the proposed placements; for a child listed under children they are added, and the date of birth and school given there count")}}),
         {{"effect", choice, "block: they raise n or v on a day of breach; warn: they raise the level, or n or v on a day that is not clear; else allow", false, {"allow", "warn", "block"}},
          {"from", day, "the first day on which they block, or else warn; missing when allowed", may_be_left_out},
          stretches_field("stretches_before", "without the proposed placements"), stretches_field("stretches_after", "with them"), working_field()},
         answer_effect_of_placing},
        {"patchwork_days", "R28", "On which days is a child part-time at two or more unregistered providers in a way that is full-time together?",
         {{"first_day", day, "first day asked about"}, {"last_day", day, "last day asked about, included"}, {"born", day, "date of birth"},
          {"attends_a_school", flag, "on a school’s roll and expected there for part of the week; the share of the week is then not asked", may_be_left_out},
          {"unregistered", cases, "unregistered providers; those with the same name are one", may_be_left_out, {}, {{"provider", text, "its name"}, timetables_field("here", "the child’s timetables there")}},
          timetables_field("elsewhere", "timetables with registered providers"), settings_field()},
         {{"is_patchwork", flag, "whether there is such a day"},
          {"stretches", cases, "such days, in order", false, {},
           {{"from", day, "first day"}, {"to", day, "last day, included"}, {"providers", whole, "unregistered providers attended"}, {"minutes_a_week", whole, "at all of these together"}}}},
         answer_patchwork_days},
        {"register_standing", "R29", "Is a provider a registered school on a day, and does it stay within what it is registered for?",
         {{"day", day, "the day asked about"}, {"is_on_register", flag, "whether the national register (GIAS) has an entry with its URN; nothing else is read when not", may_be_left_out},
          {"type_code", text, "type of establishment on the register, for example 14; needed when on the register", may_be_left_out},
          {"status", choice, "establishment status on the register; needed when on the register", may_be_left_out, {"open", "closed", "open_proposed_to_close", "proposed_to_open"}},
          {"opened_on", day, "opening day on the register", may_be_left_out}, {"closed_on", day, "closing day on the register: closed from that day", may_be_left_out},
          {"age_low", whole, "lowest registered age", may_be_left_out}, {"age_high", whole, "highest registered age", may_be_left_out},
          {"capacity", whole, "pupils it is registered for", may_be_left_out}, {"pupils", whole, "pupils on its roll", may_be_left_out},
          {"youngest_offered", whole, "lowest age it offers places for", may_be_left_out}, {"oldest_offered", whole, "highest age it offers places for", may_be_left_out}},
         {{"is_registered", flag, "a school on the register that is open that day"},
          {"kind", choice, "what the register says it is", false,
           {"pru", "ap_academy", "ap_free_school", "independent_school", "special_school", "fe_college", "other_school", "online_accredited", "no_school"}},
          {"is_closed", flag, "status closed, or the closing day has come"}, {"is_closing", flag, "open, and proposed to close or with a closing day to come"},
          {"is_outside_ages", flag, "registered, and offers places outside the registered ages"}, {"is_over_numbers", flag, "registered, and more pupils than it is registered for"}},
         answer_register_standing},
    };
}

}  // namespace

std::vector<RuleFunction> registration_rules()
{
    auto rules = threshold_rules();
    for (auto& rule : assurance_rules()) rules.push_back(std::move(rule));
    return rules;
}

}  // namespace waymark::law
