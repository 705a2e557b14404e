// R23 to R27, R31 to R34, R51: the week, confirmations, reviews, limits, price.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "attendance/rules/turnout.hpp"
#include "foundation/text.hpp"
#include "law/rules/decision_rules.hpp"
#include "law/rules/enum_choices.hpp"
#include "law/rules/groups.hpp"
#include "law/rules/week_case.hpp"
#include "placements/rules/whereabouts.hpp"
#include "placements/rules/absence_price.hpp"
#include "placements/rules/cost.hpp"
#include "placements/rules/limits.hpp"
#include "placements/rules/named_people.hpp"
#include "placements/rules/startable.hpp"
#include "reviews/rules/review_calendar.hpp"

namespace waymark::law {
namespace {

using enum FieldKind;

Answer answer_week_adds_up(Case& given)
{
    const Date on = given.day("day");
    const auto slots = slots_given(given);
    const int stage = given.whole("key_stage", 1, 4);
    const Law law = given.law(on);
    TRY(given.result());
    const auto week = placements::week_on(on, slots);
    const int missing = std::max(0, law.full_time_minutes(static_cast<KeyStage>(stage)).value() - week.minutes);
    const auto twice = placements::double_booked(week);
    return Value::Record{{"gaps", sessions_value(week.gaps)}, {"double_booked", sessions_value(twice)}, {"missing_minutes", missing},
                         {"adds_up", twice.empty() && missing == 0}};
}

constexpr std::string_view places_of_a_child[] = {"no_school", "at_setting", "at_school", "not_known"};
static_assert(static_cast<int>(placements::Where::not_known) == 3);

Answer answer_whereabouts_at(Case& given)
{
    const auto slots = slots_given(given);
    const auto school = given.calendar();
    const Date on = given.day("day");
    const Session session = given.session("session");
    const bool school_answers = given.flag("school_answers");
    TRY(given.result());
    const auto found = placements::whereabouts_at(slots, on, session, TRY(school.is_school_day(on)), school_answers);
    return Value::Record{{"where", places_of_a_child[static_cast<std::size_t>(found.where)]}, {"is_breach", found.where == placements::Where::not_known}};
}

Answer answer_step_out(Case& given)
{
    const auto school = given.calendar();
    const Date today = given.day("today");
    const placements::StepOut place{given.day("starts_on"), given.day_if_any("assessed_on"), given.flag("panel_extended")};
    const Law law = given.law(place.starts_on);
    TRY(given.result());
    if (law.step_out_school_days == 0 || law.step_out_assessment_school_days == 0)
        return invalid("rule.input_wrong", "Days are counted from 1: choose another number in “settings”.", "settings");
    const auto found = TRY(placements::watch(place, school, law, today));
    return Value::Record{{"latest_end", found.latest_end}, {"assess_by", found.assess_by}, {"is_over", found.is_over},
                         {"assessment_is_missing", found.assessment_is_missing}, {"severity", enum_text(found.severity)},
                         {"working", fmt::format("By the calendar of {}, school day {} is {}.", given.calendar_name(), law.step_out_school_days,
                                                 long_date(found.latest_end))}};
}

bool is_law(std::string_view number)
{
    const auto found = std::ranges::find(law_numbers(), number, &LawNumber::name);
    return found != law_numbers().end() && found->basis != LawBasis::local;
}

Answer answer_time_outside_school(Case& given)
{
    const Date starts = given.day("starts_on"), today = given.day("today");
    const auto end = given.day_if_any("planned_end");
    const Law law = given.law(today);
    TRY(given.result());
    const auto found = placements::time_outside_school(starts, end, law, today);
    return Value::Record{{"last_day_within", found.last_day_within}, {"weeks", found.weeks}, {"is_over", found.is_over},
                         {"will_be_over", found.will_be_over}, {"is_in_force", is_law("non_school_weeks")}, {"severity", enum_text(found.severity)},
                         {"working", fmt::format("{}; the limit proposed is {}. It is not law.", counted(found.weeks, "week"), counted(law.non_school_weeks, "week"))}};
}

Answer answer_may_start(Case& given)
{
    const Date starts = given.day("starts_on");
    const auto sites = given.texts("sites");
    std::vector<placements::GivenConfirmation> confirmations;
    for (auto& one : given.cases("confirmations")) {
        const auto kind = enum_choice<placements::ConfirmationKind>(one, "kind");
        const Date on = one.day("given_on");
        const auto site = one.text_if_any("site");
        given.append(one);
        confirmations.push_back({kind, on, site.empty() ? std::nullopt : std::optional{site}});
    }
    const Law law = given.law(starts);
    TRY(given.result());
    const auto missing = placements::missing_confirmations(confirmations, sites, starts, law.confirmation_months);
    Value::List names;
    for (const auto& one : missing) names.emplace_back(std::string{enum_text(one.kind)} + (one.site ? " at " + *one.site : ""));
    return Value::Record{{"may_start", missing.empty()}, {"missing", std::move(names)}};
}

Answer answer_unnamed_people(Case& given)
{
    const placements::NamedPeople people{.authority_officer = given.text_if_any("authority_officer"), .school_lead = given.text_if_any("school_lead"),
                                         .provider_lead = given.text_if_any("provider_lead"), .social_worker = given.text_if_any("social_worker")};
    const bool is_on_roll = given.flag("is_on_roll"), has_social_worker = given.flag("has_social_worker");
    TRY(given.result());
    Value::List names;
    for (const auto whom : placements::unnamed_people(people, is_on_roll, has_social_worker)) names.emplace_back(std::string{enum_text(whom)});
    return Value::Record{{"is_complete", names.empty()}, {"unnamed", std::move(names)}};
}

Answer answer_next_review(Case& given)
{
    const auto school = given.calendar();
    const Date today = given.day("today");
    const reviews::ReviewedPlacement placement{given.day("from"), given.day("expected_end"), given.day_if_any("last_held")};
    const Law law = given.law(today);
    TRY(given.result());
    const auto next = TRY(reviews::next_review(placement, school, law));
    return Value::Record{{"due", next.due}, {"severity", enum_text(reviews::severity_of(next.due, today))}, {"working", "Due on " + next.because + "."}};
}

Answer answer_half_terms_without_review(Case& given)
{
    const auto school = given.calendar();
    const Date from = given.day("from"), to = given.day("to"), today = given.day("today");
    const auto held = given.days("reviews");
    const Law law = given.law(today);
    TRY(given.result());
    const auto needed = TRY(reviews::half_terms_to_review({from, to}, held, school, law));
    std::vector<Date> overdue;
    for (const auto& one : needed)
        if (!one.was_held && one.half_term.to < today) overdue.push_back(one.half_term.to);
    return Value::Record{{"needed", static_cast<int>(needed.size())}, {"overdue", days_value(overdue)},
                         {"severity", enum_text(overdue.empty() ? Severity::info : Severity::breach)}};
}

Answer answer_unexplained_absence(Case& given)
{
    const auto sessions = enum_list<attendance::Turnout>(given, "sessions", "a list of came, explained, unexplained");
    const bool watched = given.flag("is_watched_over");
    const Law law = given.law(given.day("day"));
    TRY(given.result());
    const auto alert = attendance::absence_alert(sessions, watched, law);
    return Value::Record{{"longest_run", alert.longest_run}, {"needs_task", alert.needs_task}, {"tells_safeguarding_lead", alert.tells_safeguarding_lead}};
}

Answer answer_report_of_absence(Case& given)
{
    constexpr int last_minute = 24 * 60 - 1;
    const attendance::NonArrival absence{given.whole("session_starts", 0, last_minute), given.whole_if_any("reported", 0, last_minute),
                                         given.whole("now", 0, last_minute)};
    const Law law = given.law(given.day("day"));
    TRY(given.result());
    const auto found = attendance::check_report(absence, law);
    Value::Record answer{{"report_by", found.report_by}, {"is_late", found.is_late}};
    if (found.minutes_to_report) answer.emplace_back("minutes_to_report", *found.minutes_to_report);
    return answer;
}

constexpr std::array<std::string_view, 4> price_units{"session", "day", "week", "place"};

Answer answer_commitment(Case& given)
{
    const auto provider = given.calendar();
    std::vector<placements::TimetabledSession> timetable;
    const Date from = given.day("from"), to = given.day("to");
    for (const auto& when : given.sessions("sessions")) timetable.push_back({.when = when, .site = {}, .in_force = {from, to}});
    const Money price{given.pence("price")};
    const auto unit = *enum_from_text<placements::PriceUnit>(price_units.at(given.choice("unit", price_units)));
    if (days_between(from, to) > 3660) given.wrong("to", "within ten years of “from”");
    TRY(given.result());
    const auto bound = TRY(placements::commitment(timetable, {from, to}, price, unit, provider));
    return Value::Record{{"year_end", placements::financial_year_end(from)}, {"units_to_year_end", bound.to_year_end.units},
                         {"pence_to_year_end", bound.to_year_end.total.pence}, {"units_to_end", bound.to_end.units},
                         {"pence_to_end", bound.to_end.total.pence},
                         {"working", bound.to_end.working + ", of which to the end of March " + bound.to_year_end.working + "."}};
}

constexpr int booked_most = 5000, absence_days_most = 1000;

std::vector<placements::BookedSession> booked_sessions(Case& given)
{
    std::vector<placements::BookedSession> sessions;
    auto records = given.cases("sessions");
    if (records.size() > booked_most) given.wrong("sessions", "at most 5,000 records");
    for (auto& one : records) {
        sessions.push_back({one.day("day"), one.session("session"), one.flag("attended")});
        given.append(one);
    }
    std::set<std::pair<Date, Session>> different;
    for (const auto& one : sessions) different.emplace(one.day, one.session);
    if (different.size() < sessions.size()) given.wrong("sessions", "records of different sessions, none twice");
    return sessions;
}

Answer answer_cost_with_absence(Case& given)
{
    const auto sessions = booked_sessions(given);
    const placements::AbsenceTerms terms{given.one_of<placements::AbsencePolicy>("policy"), given.whole_if_any("paid_days", 0, absence_days_most).value_or(0)};
    const Money price{given.pence("price")};
    const auto unit = *enum_from_text<placements::PriceUnit>(price_units.at(given.choice("unit", price_units)));
    TRY(given.result());
    const auto cost = TRY(placements::cost_with_absence(sessions, terms, price, unit, {}));
    const auto payable = placements::payable_sessions(sessions, terms);
    return Value::Record{{"units", cost.units}, {"pence", cost.total.pence},
                         {"missed", static_cast<int>(std::ranges::count(sessions, false, &placements::BookedSession::attended))},
                         {"missed_and_paid", static_cast<int>(std::ranges::count(payable, false, &placements::BookedSession::attended))},
                         {"working", cost.working + "."}};
}

std::vector<RuleFunction> week_and_limit_rules()
{
    return {
        {"whereabouts_at", "R32", "Where is a child expected in a session, and does anybody know?",
         {places_field(), calendar_field(), {"day", day, "the day asked about"}, {"session", choice, "the half of the day", false, {"am", "pm"}},
          {"school_answers", flag, "the child’s own school teaches what no setting does", may_be_left_out}},
         {{"where", choice, "", false, {std::begin(places_of_a_child), std::end(places_of_a_child)}}, {"is_breach", flag, "nobody knows"}}, answer_whereabouts_at},
        {"week_adds_up", "R25", "Does a child’s week add up: one setting for each session, and full-time hours?",
         {places_field(), {"day", day, "the day whose week it is"}, {"key_stage", whole, "1 to 4"}, settings_field()},
         {{"gaps", texts, "sessions nobody answers for, like “mon am”, Monday morning first"}, {"double_booked", texts, "sessions that more than one answers for"},
          {"missing_minutes", whole, "to full-time for the key stage"}, {"adds_up", flag, "nothing is double-booked and nothing missing"}},
         answer_week_adds_up},
        {"step_out", "R26", "Until when may a step-out place run, and is its assessment of risk there?",
         {calendar_field("terms and closures of the child’s school"), {"starts_on", day, "first day, counted as day 1 when the school meets"},
          {"assessed_on", day, "when the risk of exclusion was assessed; left out: not yet; after today does not count", may_be_left_out},
          {"panel_extended", flag, "whether the panel decided to extend it; left out: no", may_be_left_out}, {"today", day, "the day asked about, on which it still runs"},
          settings_field()},
         {{"latest_end", day, "the thirtieth school day"}, {"assess_by", day, "the tenth school day"}, {"is_over", flag, "today is after the latest end"},
          {"assessment_is_missing", flag, "today is that tenth day or later and there is none"},
          {"severity", choice, "warn when it is over and not extended, or the assessment is missing", false, enum_choices<Severity>()}, working_field()},
         answer_step_out},
        {"time_outside_school", "R27", "Does a placement with a provider that is no school run longer than the limit proposed?",
         {{"starts_on", day, "first day"}, {"planned_end", day, "last day; left out: not agreed", may_be_left_out}, {"today", day, "the day asked about"}, settings_field()},
         {{"last_day_within", day, "last day of twelve weeks"}, {"weeks", whole, "to the planned end, or to today without one; begun weeks count whole"},
          {"is_over", flag, "has run longer by today"}, {"will_be_over", flag, "is planned to run longer"}, {"is_in_force", flag, "whether the limit is law"},
          {"severity", choice, "warn for either; never a breach", false, enum_choices<Severity>()}, working_field()},
         answer_time_outside_school},
        {"may_start", "R31", "May a child walk in on the first day: are all written confirmations there?",
         {{"starts_on", day, "first day"}, {"sites", texts, "of the timetable; none: taught online", may_be_left_out},
          {"confirmations", cases, "what was confirmed", may_be_left_out, {},
           {{"kind", choice, "of the eight", false, enum_choices<placements::ConfirmationKind>()}, {"given_on", day, "its date"},
            {"site", text, "the site it is for; left out: the provider as a whole", may_be_left_out}}},
          settings_field()},
         {{"may_start", flag, "nothing is missing"},
          {"missing", texts, "never given, or dated more than twelve months before the start; staff_checks and addresses for each site: “staff_checks at farm”"}},
         answer_may_start},
        {"unnamed_people", "R30", "Whom does a placement still have to name, so that somebody answers for the child?",
         {{"is_on_roll", flag, "the child is on a school’s roll", may_be_left_out}, {"has_social_worker", flag, "a social worker is named for the child by social care", may_be_left_out},
          {"authority_officer", text, "name; here and below, left out or only spaces: nobody", may_be_left_out},
          {"provider_lead", text, "safeguarding lead at the provider", may_be_left_out}, {"school_lead", text, "safeguarding lead at the roll school", may_be_left_out},
          {"social_worker", text, "name", may_be_left_out}},
         {{"is_complete", flag, "nobody is missing"}, {"unnamed", texts, "in this order: authority_officer, provider_lead, school_lead, social_worker"}},
         answer_unnamed_people},
    };
}

std::vector<RuleFunction> review_and_price_rules()
{
    const Field calendar = calendar_field("terms and closures of the child’s school, or of the authority");
    const Field law_day{"day", day, "a day of the year whose numbers apply"};
    return {
        {"next_review", "R33", "By which day must a placement be reviewed next?",
         {calendar, {"from", day, "first day of the placement"}, {"expected_end", day, "its agreed last day; of a step-out place at most its latest end"},
          {"last_held", day, "the last review; left out: none; one before the placement does not count", may_be_left_out}, {"today", day, "the day asked about"},
          settings_field()},
         {{"due", day, "last day of the first half-term without a review in which it runs ten school days or more, by the calendar, or the expected end if that is "
                       "sooner and after the last review"},
          {"severity", choice, "warn in the last ten days, breach after the day", false, enum_choices<Severity>()}, working_field()},
         answer_next_review},
        {"half_terms_without_review", "R33", "In which half-terms was a review of a placement needed, and in which was none held?",
         {calendar, {"from", day, "first day of the placement"}, {"to", day, "its last day, or today while it runs"}, {"reviews", days, "held; none when left out", may_be_left_out},
          {"today", day, "the day asked about"}, settings_field()},
         {{"needed", whole, "half-terms in which it ran ten school days or more"}, {"overdue", days, "last days of those that have closed without a review while it ran"},
          {"severity", choice, "breach when any is overdue", false, {"info", "warn", "breach"}}},
         answer_half_terms_without_review},
        {"unexplained_absence", "R34", "Does a child’s absence need somebody to ask?",
         {{"sessions", texts, "in order, each of: came, explained, unexplained; only those at which the child was expected", may_be_left_out},
          {"is_watched_over", flag, "has a social worker, is looked after or has been missing; left out: no", may_be_left_out}, law_day, settings_field()},
         {{"longest_run", whole, "unexplained sessions in a row"}, {"needs_task", flag, "two or more in a row"},
          {"tells_safeguarding_lead", flag, "watched over, and any is unexplained"}},
         answer_unexplained_absence},
        {"report_of_absence", "R34", "Did a provider report in time that a child did not arrive?",
         {{"session_starts", whole, "minutes after midnight"}, {"reported", whole, "minutes after midnight; left out: not yet", may_be_left_out},
          {"now", whole, "minutes after midnight of the same day; asked when not reported"}, law_day, settings_field()},
         {{"report_by", whole, "minutes after midnight"}, {"is_late", flag, "reported later, or not reported and it is later"},
          {"minutes_to_report", whole, "from the start of the session, 0 when told before", may_be_left_out}},
         answer_report_of_absence},
        {"commitment", "R51", "What does a timetable cost to the end of March, and to its own end?",
         {calendar_field("days on which the provider is open"), {"sessions", sessions, "the weekday sessions"}, {"from", day, "first day to be paid for"},
          {"to", day, "last day"}, {"price", whole, "pence"},
          {"unit", choice, "what the price is for: a session; a day, both its sessions; a week with a session; the place, once", false, {price_units.begin(), price_units.end()}}},
         {{"year_end", day, "the 31 March that ends the financial year of the first day"}, {"units_to_year_end", whole, "sessions, days, weeks or places"},
          {"pence_to_year_end", whole, "pence"}, {"units_to_end", whole, "sessions, days, weeks or places"}, {"pence_to_end", whole, "pence"}, working_field()},
         answer_commitment},
        {"cost_with_absence", "R51", "What do booked sessions cost by the contract’s policy on absence?",
         {{"sessions", cases, "booked on days the provider was open, in any order; none when left out", may_be_left_out, {},
           {{"day", day, "its day"}, {"session", choice, "left out: am", may_be_left_out, {"am", "pm"}},
            {"attended", flag, "the child came; left out: missed", may_be_left_out}}},
          {"policy", choice, "missed sessions are paid; unpaid; or paid for the first days of each absence, which a session attended ends", false,
           choices_of<placements::AbsencePolicy>()},
          {"paid_days", whole, "for paid_for_first_days: days of each absence, 0 to 1,000, each day with a missed session counted once and days without a booking not; "
                               "left out: 0", may_be_left_out},
          {"price", whole, "pence"},
          {"unit", choice, "what the price is for: a session; a day, both sessions booked, owed whole when one is payable; a week, the place: when one is payable", false,
           {price_units.begin(), price_units.end()}}},
         {{"units", whole, "sessions, days, weeks or places paid for"}, {"pence", whole, "in all"}, {"missed", whole, "sessions missed"},
          {"missed_and_paid", whole, "sessions missed that the policy pays for"}, working_field()},
         answer_cost_with_absence},
    };
}

}  // namespace

std::vector<RuleFunction> placement_rules()
{
    auto rules = decision_rules();
    for (auto& rule : week_and_limit_rules()) rules.push_back(std::move(rule));
    const auto rest = review_and_price_rules();
    rules.insert(rules.end(), rest.begin(), rest.end());
    return rules;
}

}  // namespace waymark::law
