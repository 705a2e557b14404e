// R13 to R16: education that is owed, illness, part-time timetables.
#include "pupils/rules/section_19.hpp"

#include <fmt/format.h>

#include "law/rules/enum_choices.hpp"
#include "law/rules/groups.hpp"
#include "law/rules/week_case.hpp"
#include "pupils/rules/part_time.hpp"

namespace waymark::law {
namespace {

using enum FieldKind;

Answer answer_hours_of_full_time(Case& given)
{
    const Date on = given.day("day");
    const auto slots = slots_given(given);
    const int stage = given.whole("key_stage", 1, 4);
    const Law law = given.law(on);
    TRY(given.result());
    const int full_time = law.full_time_minutes(static_cast<KeyStage>(stage)).value();
    if (full_time == 0) return invalid("rule.input_wrong", "Full-time cannot be no minutes at all: choose another number in “settings”.", "settings");
    const auto week = placements::week_on(on, slots);
    const auto answer = placements::against_full_time(week, full_time, false);
    return Value::Record{{"minutes", week.minutes}, {"full_time_minutes", full_time}, {"percent", answer.percent},
                         {"is_full_time", answer.is_full_time}, {"working", answer.words}};
}

using Section19Clock = pupils::Clock (*)(const pupils::Section19Dates&, pupils::CountedBy, const Law&, Date);

Answer answer_section_19_clock(Case& given, std::string_view done_name, Section19Clock clock_of)
{
    const auto school = given.calendar();
    const auto whose = given.calendar_name();
    const Date told = given.day("told_on"), today = given.day("today");
    const auto done = given.day_if_any(done_name);
    const Law law = given.law(told);
    TRY(given.result());
    const auto clock = clock_of({.told_on = told, .decided_on = done, .started_on = done}, {school, whose}, law, today);
    if (!clock.due) return refused("calendar.missing", clock.working, "calendar");
    return Value::Record{{"due", *clock.due}, {"school_days_left", *clock.school_days_left}, {"is_met", clock.is_met},
                         {"severity", enum_text(clock.severity)}, {"working", clock.working}};
}

Answer answer_section_19_decision_due(Case& given) { return answer_section_19_clock(given, "decided_on", pupils::decision_clock); }
Answer answer_section_19_start_due(Case& given) { return answer_section_19_clock(given, "started_on", pupils::start_clock); }

Answer answer_medical_absence(Case& given)
{
    const Date on = given.day("day");
    const int missed = given.whole("sessions_missed", 0, 400);
    const auto expected = given.whole_if_any("sessions_expected", 0, 400);
    const bool provided = given.flag("is_provided");
    const Law law = given.law(on);
    TRY(given.result());
    const auto absence = pupils::medical_absence(missed, provided, SchoolYear::of(on), law, expected);
    return Value::Record{{"is_owed", absence.is_owed}, {"severity", enum_text(absence.severity)}, {"working", absence.words + "."}};
}

Answer answer_part_time_on_health_grounds(Case& given)
{
    const pupils::PartTimeOnHealthGrounds recorded{
        .full_time_not_in_best_interests = given.flag("full_time_not_in_best_interests"),
        .reason = given.text_if_any("reason"),
        .basis = given.text_if_any("basis"),
        .minutes_a_week = given.whole_if_any("minutes_a_week", 0, 3000),
        .plan_to_increase = given.text_if_any("plan_to_increase"),
        .review_on = given.day_if_any("review_on"),
    };
    TRY(given.result());
    const auto missing = pupils::missing_from(recorded);
    return Value::Record{{"is_lawful", missing.empty()}, {"missing", enum_texts(missing)},
                         {"severity", enum_text(missing.empty() ? Severity::info : Severity::breach)},
                         {"working", missing.empty() ? "All six are recorded." : "Part-time without basis."}};
}

Answer answer_reduced_timetable(Case& given)
{
    const auto school = given.calendar();
    const Date today = given.day("today");
    const pupils::ReducedTimetable timetable{
        .from = given.day("from"),
        .to = given.day_if_any("to"),
        .parent_agreed_on = given.day_if_any("parent_agreed_on"),
        .reviews = given.days("reviews"),
        .renewals = given.whole_if_any("renewals", 0, 20).value_or(0),
        .officer_agreed_on = given.day_if_any("officer_agreed_on"),
    };
    const Law law = given.law(timetable.from);
    TRY(given.result());
    if (law.part_time_end_school_days == 0) return invalid("rule.input_wrong", "A timetable cannot end after no days: choose another number in “settings”.", "settings");
    const auto found = TRY(pupils::watch(timetable, school, law, today));
    return Value::Record{{"days_running", found.days_running}, {"next_review", found.next_review}, {"latest_end", found.latest_end},
                         {"needs_officer", found.needs_officer}, {"faults", enum_texts(found.faults)},
                         {"severity", enum_text(found.severity)},
                         {"working", fmt::format("By the calendar of {} it runs {} of at most {} school days.", given.calendar_name(),
                                                 found.days_running, law.part_time_end_school_days)}};
}

const Field severity_of_clock{"severity", choice, "info; warn on the last two school days before the due day and on it; breach after it", false,
                              enum_choices<Severity>()};

RuleFunction section_19_clock(std::string_view name, std::string_view question, Field done, Result<Value::Record> (*answer)(Case&))
{
    return {name, "R13", question,
            {calendar_field("terms and closures of the child’s school, or of the authority for a child on no roll"),
             {"told_on", day, "when the authority was told; not itself counted"}, std::move(done), {"today", day, "the day asked about"}, settings_field()},
            {{"due", day, "the last day for it"}, {"school_days_left", whole, "0 on the due day, negative after it"},
             {"is_met", flag, "whether it was done, late or not: a breach closes when the thing is done"}, severity_of_clock, working_field()},
            answer};
}

}  // namespace

std::vector<RuleFunction> section_19_rules()
{
    return {
        {"hours_of_full_time", "R13", "How much of a full-time education do a child’s sessions make, over all settings together?",
         {places_field(), {"day", day, "the day whose week it is"}, {"key_stage", whole, "1 to 4"}, settings_field()},
         {{"minutes", whole, "taught minutes that week"}, {"full_time_minutes", whole, "what counts as full-time for the key stage"},
          {"percent", whole, "the one of the other, rounded down"}, {"is_full_time", flag, "whether it reaches full-time"}, working_field()},
         answer_hours_of_full_time},
        section_19_clock("section_19_decision_due", "By which day does the authority decide on education for a child it was told of?",
                         {"decided_on", day, "when it accepted, refused or arranged; left out: not yet", may_be_left_out}, answer_section_19_decision_due),
        section_19_clock("section_19_start_due", "By which day does that education start?",
                         {"started_on", day, "first day of education; left out: not yet", may_be_left_out}, answer_section_19_start_due),
        {"medical_absence", "R14", "Does the authority owe education to a child who misses school for health?",
         {{"day", day, "a day of the school year counted"}, {"sessions_missed", whole, "marked I in that school year, at all schools; two a day"},
          {"sessions_expected", whole, "foreseen by the end of that school year, those missed included; left out: not foreseen", may_be_left_out},
          {"is_provided", flag, "whether education is arranged already; left out: no", may_be_left_out}, settings_field()},
         {{"is_owed", flag, "fifteen days are missed or foreseen"},
          {"severity", choice, "breach when owed and not provided; warn from ten days missed and not provided", false, enum_choices<Severity>()}, working_field()},
         answer_medical_absence},
        {"part_time_on_health_grounds", "R15", "Is less than full-time education lawful on health grounds, and what is missing?",
         {{"full_time_not_in_best_interests", flag, "for the child’s physical or mental health; left out: no", may_be_left_out},
          {"reason", text, "why; blank counts as missing", may_be_left_out}, {"basis", text, "medical or professional; blank counts as missing", may_be_left_out},
          {"minutes_a_week", whole, "taught minutes provided; 0 counts as missing", may_be_left_out},
          {"plan_to_increase", text, "how the hours will grow; blank counts as missing", may_be_left_out},
          {"review_on", day, "when it is looked at again", may_be_left_out}},
         {{"is_lawful", flag, "nothing is missing"}, {"missing", texts, "best_interests, reason, basis, hours, plan_to_increase, review_date, in this order"},
          {"severity", choice, "breach when anything is missing: part-time without basis", false, {"info", "warn", "breach"}}, working_field()},
         answer_part_time_on_health_grounds},
        {"reduced_timetable", "R16", "How does a school’s part-time timetable stand today?",
         {calendar_field(), {"from", day, "first day, after a renewal the first day of the new stretch"},
          {"to", day, "agreed last day; left out: none agreed", may_be_left_out},
          {"parent_agreed_on", day, "left out: not agreed; after today counts as not agreed", may_be_left_out},
          {"reviews", days, "reviews held; those before the first day or after today do not count", may_be_left_out},
          {"renewals", whole, "how often it was renewed, 0 to 20; left out: never", may_be_left_out},
          {"officer_agreed_on", day, "when an officer of the authority agreed to the renewal; after today counts as not agreed", may_be_left_out},
          {"today", day, "the day asked about, on which it still runs"}, settings_field()},
         {{"days_running", whole, "school days from the first day to today, both counted"},
          {"next_review", day, "ten school days after the first day or the last review, that day not counted"},
          {"latest_end", day, "the thirtieth school day, the first counted"}, {"needs_officer", flag, "renewed more than once"},
          {"faults", texts, "agreement_missing, end_missing, end_too_late, past_its_end (today is after the agreed or the latest end), "
                            "review_overdue, officer_missing, in this order"},
          {"severity", choice, "warn for end_too_late or review_overdue, breach for any other fault", false, enum_choices<Severity>()}, working_field()},
         answer_reduced_timetable},
    };
}

}  // namespace waymark::law
