// R6 to R12: exclusions, suspensions, and what they set going.
#include <algorithm>
#include <iterator>

#include "foundation/enum_text.hpp"
#include "law/rules/exclusion_review_rules.hpp"
#include "law/rules/groups.hpp"
#include "pupils/rules/day_six.hpp"
#include "pupils/rules/day_six_exceptions.hpp"
#include "pupils/rules/exclusion_notices.hpp"
#include "pupils/rules/governors_duty.hpp"

namespace waymark::law {
namespace {

using enum FieldKind;

constexpr int notice_minutes_a_day = 24 * 60;
constexpr int exception_minutes_a_week = 7 * notice_minutes_a_day;
constexpr int suspension_half_days_most = 400;

void add_exclusion_day(Value::Record& answer, std::string_view name, std::optional<Date> found)
{
    if (found) answer.emplace_back(name, *found);
}

/// A clock that cannot be counted is no answer here.
Answer exclusion_clock_answer(const pupils::Clock& clock, Value::Record parts = {})
{
    if (!clock.due || !clock.school_days_left) return refused("calendar.missing", clock.working);
    parts.emplace_back("due", *clock.due);
    parts.emplace_back("school_days_left", *clock.school_days_left);
    parts.emplace_back("severity", enum_text(clock.severity));
    parts.emplace_back("is_met", clock.is_met);
    parts.emplace_back("working", clock.working);
    return parts;
}

pupils::Exclusion read_suspension(Case& given)
{
    pupils::Exclusion suspension{.kind = pupils::ExclusionKind::suspension, .first_day = given.day("first_day")};
    suspension.sessions = given.whole("half_days", 1, suspension_half_days_most);
    suspension.starts_session = given.session("starts_session");
    suspension.status = given.one_of("status", pupils::ExclusionStatus::in_force);
    return suspension;
}

std::vector<pupils::Exclusion> read_suspensions(Case& given, std::string_view name)
{
    std::vector<pupils::Exclusion> suspensions;
    for (Case& one : given.cases(name)) {
        suspensions.push_back(read_suspension(one));
        given.append(one);
    }
    return suspensions;
}

Answer answer_full_time_due(Case& given)
{
    const auto school = given.calendar();
    const Date first_day = given.day("first_day");
    const Law law = given.law(first_day);
    TRY(given.result());
    const Date due = TRY(pupils::full_time_due(first_day, school, law));
    return Value::Record{{"due", due}, {"working", pupils::counting_words(first_day, due, {school, given.calendar_name()})}};
}

Answer answer_day_six_clock(Case& given)
{
    const auto school = given.calendar();
    const Date first_day = given.day("first_day"), today = given.day("today");
    const auto status = given.one_of("status", pupils::ExclusionStatus::in_force);
    const pupils::DaySixProvision provision{.full_time_from = given.day_if_any("full_time_from"),
                                            .part_time_from = given.day_if_any("part_time_from"),
                                            .exception = given.one_of("exception", pupils::DaySixException::none),
                                            .exception_from = given.day_if_any("exception_from")};
    const Law law = given.law(first_day);
    TRY(given.result());
    const pupils::Exclusion exclusion{.kind = pupils::ExclusionKind::permanent, .first_day = first_day, .status = status};
    if (!pupils::still_excludes(exclusion))
        return Value::Record{{"is_running", false}, {"working", "The pupil is no longer excluded: " + pupils::exclusion_status_name(status) + "."}};
    auto clock = pupils::day_six_clock(exclusion, {school, given.calendar_name()}, law, today, pupils::day_six_met_from(provision, first_day));
    clock.working += " " + pupils::exception_name(provision.exception) + ".";
    return exclusion_clock_answer(clock, {{"is_running", true}});
}

Answer answer_suspension_runs(Case& given)
{
    const auto school = given.calendar();
    const auto suspensions = read_suspensions(given, "suspensions");
    TRY(given.result());
    Value::List runs;
    for (const auto& run : TRY(pupils::suspension_runs(suspensions, school)))
        runs.emplace_back(Value::Record{{"first_day", run.first_day}, {"last_day", run.last_day}, {"school_days", run.school_days}});
    return Value::Record{{"runs", std::move(runs)}};
}

Answer answer_suspension_clock(Case& given)
{
    const auto school = given.calendar();
    const auto suspensions = read_suspensions(given, "suspensions");
    const Date today = given.day("today");
    const auto starts = given.days("full_time_from");
    const Law law = given.law(today);
    TRY(given.result());
    const pupils::FullTimeSince full_time_since = [&](Date since) {
        std::optional<Date> first;
        for (const Date start : starts)
            if (start >= since && (!first || start < *first)) first = start;
        return first;
    };
    const auto clock = pupils::suspension_clock(suspensions, {school, given.calendar_name()}, law, today, full_time_since);
    if (!clock) return Value::Record{{"is_running", false}, {"working", "No open run of suspensions reaches the day on which full-time education is owed."}};
    return exclusion_clock_answer(*clock, {{"is_running", true}});
}

Answer answer_suspension_total(Case& given)
{
    const auto suspensions = read_suspensions(given, "suspensions");
    const SchoolYear year{given.whole("school_year", 1990, 2100)};
    const Law law = given.law(year.first_day());
    TRY(given.result());
    const auto total = pupils::suspension_total(suspensions, year, law);
    return Value::Record{{"half_days", total.half_days}, {"severity", enum_text(total.severity)}, {"working", total.words}};
}

Answer answer_school_term(Case& given)
{
    const auto school = given.calendar();
    const Date on = given.day("day");
    TRY(given.result());
    const auto term = TRY(pupils::term_of(on, school));
    Value::Record answer{{"is_in_term", term.has_value()}};
    if (term) {
        answer.emplace_back("from", term->from);
        add_exclusion_day(answer, "to", term->to);
    }
    return answer;
}

Answer answer_governors_task(Case& given)
{
    const auto school = given.calendar();
    pupils::SuspensionNotice notice{.suspension = read_suspension(given)};
    const auto earlier = read_suspensions(given, "earlier");
    notice.earlier = earlier;
    notice.notice_on = given.day("notice_on");
    notice.public_exam_missed = given.flag("public_exam_missed");
    notice.parent_asks = given.flag("parent_asks");
    const Law law = given.law(notice.suspension.first_day);
    TRY(given.result());
    const auto task = TRY(pupils::governors_task(notice, school, law));
    Value::Record answer{{"duty", enum_text(task.duty)}, {"half_days_in_term", task.half_days_in_term}};
    add_exclusion_day(answer, "meet_by", task.meet_by);
    answer.emplace_back("working", task.working);
    return answer;
}

Answer answer_day_six_exception(Case& given)
{
    const pupils::ExceptionFacts facts{.year_group = given.whole("year_group", -5, 20),
                                       .public_exams_over = given.flag("public_exams_over"),
                                       .plan_minutes_a_week = given.whole_if_any("plan_minutes", 0, exception_minutes_a_week),
                                       .provided_minutes_a_week = given.whole_if_any("provided_minutes", 0, exception_minutes_a_week).value_or(0)};
    const Law law = given.law(given.day("day"));
    TRY(given.result());
    const auto exception = pupils::exception_of(facts, law);
    return Value::Record{{"exception", enum_text(exception)}, {"working", pupils::exception_name(exception) + "."}};
}

Answer answer_exclusion_notice(Case& given)
{
    const pupils::PeopleOfChild child{.has_social_worker = given.flag("has_social_worker"), .has_virtual_head = given.flag("has_virtual_head")};
    TRY(given.result());
    return Value::Record{{"tell", texts_of(pupils::people_to_tell(child))}};
}

Instant notice_instant(Case& given, Date on, std::string_view minute_name)
{
    return Instant{on} + std::chrono::minutes{given.whole(minute_name, 0, notice_minutes_a_day - 1)};
}

Answer answer_provision_notice(Case& given)
{
    const auto school = given.calendar();
    const Date first_day = given.day("first_day"), starts_on = given.day("starts_on");
    pupils::ProvisionFacts facts{.first_afternoon_ends = notice_instant(given, first_day, "afternoon_ends_minute"),
                                 .known_on_first_day = given.flag("known_on_first_day"),
                                 .starts = notice_instant(given, starts_on, "starts_minute"),
                                 .parent_consents = given.flag("parent_consents")};
    if (const auto told_on = given.day_if_any("told_on")) facts.told = notice_instant(given, *told_on, "told_minute");
    const pupils::NoticeContents contents{.start_date = given.flag("gives_start_date"), .times = given.flag("gives_times"),
                                          .address = given.flag("gives_address"), .person = given.flag("gives_person")};
    const Law law = given.law(first_day);
    TRY(given.result());
    facts.starts_before_day_six = starts_on < TRY(pupils::full_time_due(first_day, school, law));
    const auto notice = pupils::provision_notice(facts, law);
    const auto latest_on = std::chrono::floor<Days>(notice.latest);
    const auto latest_minute = std::chrono::duration_cast<std::chrono::minutes>(notice.latest - latest_on).count();
    Value::Record answer{{"latest_on", Date{latest_on}}, {"latest_minute", static_cast<int>(latest_minute)}, {"is_waived", notice.is_waived}};
    if (notice.is_in_time) answer.emplace_back("is_in_time", *notice.is_in_time);
    answer.emplace_back("missing", texts_of(pupils::missing_from(contents)));
    return answer;
}

Answer answer_day_one_clock(Case& given)
{
    const auto school = given.calendar();
    const pupils::Exclusion exclusion{.kind = pupils::ExclusionKind::permanent, .first_day = given.day("first_day")};
    const Date today = given.day("today");
    const auto full_time_from = given.day_if_any("full_time_from");
    TRY(given.result());
    return exclusion_clock_answer(pupils::day_one_clock(exclusion, {school, given.calendar_name()}, today, full_time_from));
}

std::vector<Field> suspension_fields(std::string_view first_day_words)
{
    return {{"first_day", day, first_day_words},
            {"half_days", whole, "its length in half days, 1 to 400; a whole day counts two"},
            {"starts_session", choice, "the half of its first school day from which it runs; am when left out", may_be_left_out, {"am", "pm"}},
            {"status", choice, "rescinded: withdrawn by the school, not counted; ended, reinstated: closed by an officer with a reason; in_force when left out",
             may_be_left_out, choices_of<pupils::ExclusionStatus>()}};
}

Field suspensions_field(std::string_view name, std::string_view words)
{
    return {name, cases, words, may_be_left_out, {}, suspension_fields("first day of the suspension")};
}

/// The outputs of a clock, after those of the rule's own; `always`: it answers them for every case.
std::vector<Field> exclusion_clock_fields(std::vector<Field> outputs, bool always)
{
    outputs.push_back({"due", day, "the day by which it must be there", !always});
    outputs.push_back({"school_days_left", whole, "from today: 0 on the day itself, below it when late", !always});
    outputs.push_back({"severity", choice, "how pressing it is today", !always, choices_of<Severity>()});
    outputs.push_back({"is_met", flag, "whether it is there, or will be by the due day", !always});
    outputs.push_back(working_field());
    return outputs;
}

}  // namespace

std::vector<RuleFunction> exclusion_rules()
{
    const Field calendar = calendar_field(), settings = settings_field(), today{"today", day, "the day on which it is asked"};
    const Field excluded_on{"first_day", day, "first school day of the exclusion, day 1 even from an afternoon"};
    const Field full_time{"full_time_from", day, "first day on which full-time education is really there; none when left out", may_be_left_out};

    auto governors_inputs = suspension_fields("first day of the suspension asked about");
    governors_inputs.pop_back();  // a suspension that was withdrawn asks nothing of governors
    governors_inputs.insert(governors_inputs.begin(), calendar);
    governors_inputs.insert(governors_inputs.end(),
                            {suspensions_field("earlier", "the pupil’s suspensions before it"),
                             {"notice_on", day, "the day the governors were told; not itself counted"},
                             {"public_exam_missed", flag, "because of it", may_be_left_out},
                             {"parent_asks", flag, "for a meeting", may_be_left_out}, settings});
    auto notice_inputs = std::vector<Field>{calendar, excluded_on,
        {"afternoon_ends_minute", whole, "end of the school’s afternoon session, in minutes after midnight"},
        {"known_on_first_day", flag, "where the education will be was known by then", may_be_left_out},
        {"starts_on", day, "first day of the education"},
        {"starts_minute", whole, "when it starts that day, in minutes after midnight"},
        {"parent_consents", flag, "to shorter notice", may_be_left_out},
        {"told_on", day, "the day the parent was told; not yet when left out", may_be_left_out},
        {"told_minute", whole, "when that day, in minutes after midnight; needed with told_on", may_be_left_out}};
    for (const auto& [name, words] : {std::pair{"gives_start_date", "the notice says on which day it starts"},
                                      {"gives_times", "it says when sessions start and end"},
                                      {"gives_address", "it says where"},
                                      {"gives_person", "it says to whom the pupil reports on the first day"}})
        notice_inputs.push_back({name, flag, words, may_be_left_out});
    notice_inputs.push_back(settings);

    std::vector<RuleFunction> rules{
        {"full_time_due", "R6", "By which day must full-time education be in place after a permanent exclusion?", {calendar, excluded_on, settings},
         {{"due", day, "the sixth school day, the first one counted"}, working_field()}, answer_full_time_due},
        {"day_six_clock", "R6", "Is full-time education in place after a permanent exclusion, and how pressing is it?",
         {calendar, excluded_on, today, full_time,
          {"part_time_from", day, "first day of less than full-time; it counts only with the exception plan_hours", may_be_left_out},
          {"exception", choice, "the exception on record (R8); none when left out", may_be_left_out, choices_of<pupils::DaySixException>()},
          {"exception_from", day, "first day on which it held; the first day of the exclusion when left out", may_be_left_out},
          {"status", choice, "reinstated, rescinded, ended: the clock no longer runs; in_force when left out", may_be_left_out,
           choices_of<pupils::ExclusionStatus>()},
          settings},
         exclusion_clock_fields({{"is_running", flag, "the pupil is still excluded"}}, false), answer_day_six_clock},
        {"suspension_runs", "R7", "Which suspensions follow each other without a school day between, whichever school they are from?",
         {calendar, suspensions_field("suspensions", "in any order")},
         {{"runs", cases, "oldest first", false, {}, {{"first_day", day, "its first school day"}, {"last_day", day, "the last school day it touches"},
                                                      {"school_days", whole, "from the one to the other, both included"}}}},
         answer_suspension_runs},
        {"suspension_clock", "R7", "Is full-time education in place during a run of suspensions that reaches the sixth school day?",
         {calendar, suspensions_field("suspensions", "in any order; a run counts unless every one in it is closed"), today,
          {"full_time_from", days, "each day on which full-time education began; one before a run began does not count for that run", may_be_left_out}, settings},
         exclusion_clock_fields({{"is_running", flag, "a run reaches that day, and is not both met and over; the one that presses most is answered"}}, false),
         answer_suspension_clock},
        {"suspension_total", "R7", "How many days was a pupil suspended in a school year, over all schools, and is that too many?",
         {suspensions_field("suspensions", "over all schools; each counts in the year of its first day"),
          {"school_year", whole, "the year it starts in: 2026 for 2026 to 2027"}, settings},
         {{"half_days", whole, "in all; a whole day counts two"}, {"severity", choice, "warn from 30 days, breach above 45", false, choices_of<Severity>()},
          working_field()},
         answer_suspension_total},
        {"school_term", "R7", "Which term holds a day, for the duties of governors?", {calendar, {"day", day, "the day"}},
         {{"is_in_term", flag, "false in a holiday"},
          {"from", day, "first day; of six parts of a school year two are a term, of three one, otherwise terms end on 31 December, Easter Monday and 31 July",
           may_be_left_out},
          {"to", day, "last day", may_be_left_out}},
         answer_school_term},
        {"governors_task", "R7", "What must the governors do about a suspension, and by when?", std::move(governors_inputs),
         {{"duty", choice, "must_meet over 15 days in a term or with a public exam missed, meet_if_asked over 5", false, choices_of<pupils::GovernorsDuty>()},
          {"half_days_in_term", whole, "the most in any term that this suspension touches, itself included"},
          {"meet_by", day, "the last day; none when nobody need meet or the parent has not asked", may_be_left_out}, working_field()},
         answer_governors_task},
        {"day_six_exception", "R8", "Does one of the two exceptions to day six hold?",
         {{"day", day, "the day whose numbers of the law count"}, {"year_group", whole, "-5 to 20; 0 is Reception"},
          {"public_exams_over", flag, "every public exam was taken or missed", may_be_left_out},
          {"plan_minutes", whole, "minutes a week to which an EHC plan limits education; no such plan when left out", may_be_left_out},
          {"provided_minutes", whole, "minutes a week provided over all settings; 0 when left out", may_be_left_out}, settings},
         {{"exception", choice, "which one is to be recorded", false, choices_of<pupils::DaySixException>()}, working_field()}, answer_day_six_exception},
        {"exclusion_notice", "R9", "Who must the head tell without delay of a suspension or permanent exclusion?",
         {{"has_social_worker", flag, "the child has one", may_be_left_out}, {"has_virtual_head", flag, "the child has one, being looked after", may_be_left_out}},
         {{"tell", texts, "parent, authority, social_worker, virtual_head"}}, answer_exclusion_notice},
        {"provision_notice", "R9", "By when must the parent be told of the education from day six, and what does the notice leave out?", std::move(notice_inputs),
         {{"latest_on", day, "the last day for the notice"}, {"latest_minute", whole, "the last minute of it, in minutes after midnight; clocks that change between are not counted"},
          {"is_waived", flag, "consent stands in for the 48 hours, since it starts before day six and was not known on the first day"},
          {"is_in_time", flag, "the parent was told by then; none when not told yet", may_be_left_out},
          {"missing", texts, "of start_date, times, address, person"}},
         answer_provision_notice},
        {"day_one_clock", "R10", "Is education in place from the first day for a child who is looked after or has a social worker?",
         {calendar, excluded_on, today, full_time}, exclusion_clock_fields({}, true), answer_day_one_clock},
    };
    std::ranges::move(exclusion_review_rules(), std::back_inserter(rules));
    return rules;
}

}  // namespace waymark::law
