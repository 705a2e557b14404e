// R50, R52 to R60: moving on, transport, keeping, small numbers, moves in and out. R53 and R56 to R58 compute nothing: they say on
// what basis one acts and what inspectors ask for.
#include <algorithm>

#include <fmt/format.h>

#include "foundation/enum_text.hpp"
#include "foundation/text.hpp"
#include "law/rules/groups.hpp"
#include "placements/rules/moves.hpp"
#include "pupils/rules/moving_on.hpp"
#include "pupils/rules/transport_eligibility.hpp"
#include "vocabulary/indicators.hpp"
#include "vocabulary/keeping.hpp"
#include "vocabulary/small_numbers.hpp"

namespace waymark::law {
namespace {

using enum FieldKind;

constexpr int people_max = 100'000'000, months_max = 120, cells_max = 1000;

Answer answer_leaver_dates(Case& given)
{
    const int starts_in = given.whole("school_year", 1990, 2100);
    const Law law = given.law(SchoolYear{starts_in}.last_day());
    TRY(given.result());
    const auto dates = TRY(pupils::leaver_dates(SchoolYear{starts_in}, law));
    return Value::Record{{"destination_intended", dates.destination_intended}, {"place_offered", dates.place_offered},
                         {"offer_guaranteed", dates.offer_guaranteed}};
}

Answer answer_sustained_checks(Case& given)
{
    const Date started = given.day("started"), today = given.day("today");
    const auto looked_on = given.days("looked_on");
    const Law law = given.law(started);
    TRY(given.result());
    const auto checks = pupils::sustained_checks(started, law);
    Value::Record answer{{"checks", days_value({checks.begin(), checks.end()})}};
    const auto next = pupils::next_sustained_check(checks, looked_on);
    if (next) answer.emplace_back("next", *next);
    answer.emplace_back("is_overdue", next && *next < today);
    return answer;
}

Answer answer_activity_follow_up(Case& given)
{
    const auto group = given.one_of<pupils::ActivityGroup>("activity");
    const Date confirmed = given.day("confirmed"), today = given.day("today");
    const auto agreed = given.whole_if_any("months", 1, months_max);
    const int months = agreed.value_or(pupils::months_current(group, given.law(today)));
    if (months > months_max) given.wrong("settings", "at most 120 months");
    TRY(given.result());
    const Date until = pupils::activity_current_until(confirmed, months);
    return Value::Record{{"months", months}, {"current_until", until}, {"is_current", today <= until},
                         {"needs_follow_up", pupils::needs_follow_up(group, until, today)}};
}

Answer answer_transport_ground(Case& given)
{
    const Date on = given.day("day"), born = given.day("born");
    pupils::TransportCase child{.walking_metres = given.whole("walking_metres", 0, 1'000'000),
                                .is_nearest_suitable = given.flag("is_nearest_suitable"),
                                .is_one_of_three_nearest = given.flag("is_one_of_three_nearest"),
                                .is_chosen_for_belief = given.flag("is_chosen_for_belief"),
                                .has_low_income = given.flag("has_low_income"),
                                .cannot_walk = given.flag("cannot_walk"),
                                .is_route_unsafe = given.flag("is_route_unsafe")};
    const Law law = given.law(on);
    TRY(given.result());
    child.age = whole_years_between(born, on);
    child.is_compulsory_age = is_compulsory_school_age(born, on);
    const auto ground = pupils::transport_ground(child, law);
    return Value::Record{{"is_eligible", ground != pupils::TransportGround::none}, {"ground", enum_text(ground)}, {"age", child.age},
                         {"working", fmt::format("{}. Aged {}, {} metres to walk; a mile is 1,609.344 metres.", pupils::transport_ground_words(ground),
                                                 child.age, with_commas(child.walking_metres))}};
}

Answer answer_keep_until(Case& given)
{
    const Kept kept{.record = given.one_of<KeptRecord>("record"),
                    .born = given.day_if_any("born"),
                    .from = given.day_if_any("from"),
                    .pension_day = given.day_if_any("pension_day"),
                    .has_plan = given.flag("has_plan"),
                    .was_looked_after = given.flag("was_looked_after")};
    const Date today = given.day("today");
    const bool legal_hold = given.flag("legal_hold");
    const Law law = given.law(today);
    TRY(given.result());
    const Date until = TRY(keep_until(kept, law));
    return Value::Record{{"keep_until", until}, {"may_be_deleted", may_be_deleted(until, today, legal_hold)}};
}

Answer answer_subject_access_due(Case& given)
{
    const Date received = given.day("received");
    const bool is_complex = given.flag("is_complex");
    const Law law = given.law(received);
    TRY(given.result());
    return Value::Record{{"due", subject_access_due(received, is_complex, law)}};
}

/// The names in the order in which they first stand there, and the counts under them.
struct NamedTable {
    std::vector<std::string> rows, columns;
    CountTable table;

    static std::size_t place_of(std::vector<std::string>& names, const std::string& name)
    {
        const auto found = std::ranges::find(names, name);
        if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
        names.push_back(name);
        return names.size() - 1;
    }
    [[nodiscard]] static std::string name_at(const std::vector<std::string>& names, std::size_t at) { return at < names.size() ? names[at] : "total"; }
};

NamedTable table_of(Case& given)
{
    struct Cell { std::size_t row, column; int count; };
    NamedTable named;
    std::vector<Cell> cells;
    auto read = given.cases("cells");
    if (read.size() > cells_max) given.wrong("cells", "at most 1,000 records");
    for (auto& one : read) {
        const auto row = one.text("row"), column = one.text("column");
        const int count = one.whole("count", 0, people_max / cells_max);
        given.append(one);
        if (row == "total" || column == "total") given.wrong("cells", "records without a row or column called “total”");
        const Cell cell{NamedTable::place_of(named.rows, row), NamedTable::place_of(named.columns, column), count};
        if (std::ranges::any_of(cells, [&](const Cell& other) { return other.row == cell.row && other.column == cell.column; }))
            given.wrong("cells", "records that name no row and column twice");
        cells.push_back(cell);
    }
    if (named.rows.size() * named.columns.size() > cells_max) {
        given.wrong("cells", "records of at most 1,000 rows times columns");
        return {};
    }
    named.table.counts.assign(named.rows.size(), std::vector<int>(named.columns.size(), 0));
    for (const auto& cell : cells) named.table.counts[cell.row][cell.column] = cell.count;
    return named;
}

Answer answer_numbers_left_out(Case& given)
{
    const Date on = given.day("day");
    const auto named = table_of(given);
    const Law law = given.law(on);
    TRY(given.result());
    Value::List left_out;
    for (const auto& number : numbers_left_out(named.table, law))
        left_out.emplace_back(Value::Record{{"row", NamedTable::name_at(named.rows, number.row)},
                                            {"column", NamedTable::name_at(named.columns, number.column)},
                                            {"is_small", number.is_small}});
    return Value::Record{{"left_out", std::move(left_out)}};
}

Value::Record tenths_answer(std::optional<std::int64_t> tenths)
{
    Value::Record answer;
    if (tenths) answer.emplace_back("tenths", *tenths);
    return answer;
}

Answer answer_per_ten_thousand(Case& given)
{
    const int count = given.whole("count", 0, people_max), population = given.whole("population", 0, people_max);
    TRY(given.result());
    return tenths_answer(per_ten_thousand_in_tenths(count, population));
}

Answer answer_share(Case& given)
{
    const int part = given.whole("part", 0, people_max), of = given.whole("of", 0, people_max);
    TRY(given.result());
    return tenths_answer(share_in_tenths(part, of));
}

Answer answer_median_days(Case& given)
{
    std::vector<int> lengths;
    for (auto& wait : given.cases("waits")) {
        const Date from = wait.day("from"), to = wait.day("to");
        if (to < from) wait.wrong("to", "a day on or after the first");
        given.append(wait);
        lengths.push_back(days_between(from, to));
    }
    TRY(given.result());
    Value::Record answer;
    if (const auto halves = median_in_halves(std::move(lengths))) answer.emplace_back("half_days", *halves);
    return answer;
}

Answer answer_pence_per_session(Case& given)
{
    const auto pence = given.pence("pence");
    const int sessions = given.whole("sessions", 0, people_max);
    TRY(given.result());
    Value::Record answer;
    if (const auto each = pence_per_session(pence, sessions)) answer.emplace_back("pence_per_session", *each);
    return answer;
}

std::vector<DateRange> placement_ranges(Case& given)
{
    std::vector<DateRange> ranges;
    for (auto& placement : given.cases("placements")) {
        const DateRange days{placement.day("from"), placement.day_if_any("to")};
        if (days.to && *days.to < days.from) placement.wrong("to", "a day on or after the first");
        given.append(placement);
        ranges.push_back(days);
    }
    return ranges;
}

Answer answer_returned_within_a_year(Case& given)
{
    const auto placements = placement_ranges(given);
    TRY(given.result());
    return Value::Record{{"has_returned", returned_within_a_year(placements)}};
}

Answer answer_moves(Case& given)
{
    const auto school = given.calendar();
    const auto placements = placement_ranges(given);
    const Date today = given.day("today");
    const Law law = given.law(today);
    TRY(given.result());
    const auto moves = TRY(placements::moves_of(placements, school, today, law));
    return Value::Record{{"starts", moves.starts}, {"longest_gap_school_days", moves.longest_gap_school_days}, {"is_churn", moves.is_churn},
                         {"working", fmt::format("{} in {} months; longest gap {}.", counted(moves.starts, "start"), law.churn_months,
                                                 counted(moves.longest_gap_school_days, "school day"))}};
}

std::vector<RuleFunction> moving_on_functions()
{
    const auto groups = enum_names<pupils::ActivityGroup>;
    return {
        {"leaver_dates", "R50", "By when does a leaver know where to go, have an offer, and have the offer that is guaranteed?",
         {{"school_year", whole, "the last one at school, by the year it starts in: 2026 for 2026 to 2027"}, settings_field()},
         {{"destination_intended", day, "last day to know the intended destination"}, {"place_offered", day, "Easter Sunday: last day for an offer"},
          {"offer_guaranteed", day, "last day of the September Guarantee"}},
         answer_leaver_dates},
        {"sustained_checks", "R50", "When does somebody look whether a leaver is still there, and is a look overdue?",
         {{"started", day, "first day at the destination"}, {"today", day, "the day asked about"},
          {"looked_on", days, "days on which somebody looked; each answers the checks due on it or before", may_be_left_out}, settings_field()},
         {{"checks", days, "so many weeks after the start, in order"}, {"next", day, "first check not answered; none when all are", may_be_left_out},
          {"is_overdue", flag, "the next check lies before today"}},
         answer_sustained_checks},
        {"activity_follow_up", "R50", "Is what is known of a young person after 16 current, and must somebody act?",
         {{"activity", choice, "group of the activity code", false, {groups.begin(), groups.end()}}, {"confirmed", day, "day it was confirmed"},
          {"months", whole, "how long such an activity stays current, 1 to 120; left out: activity_months (12 in 2026), or for neet_available, neet_not_available and "
                            "not_known activity_months_neet (3 in 2026)", may_be_left_out},
          {"today", day, "the day asked about"}, settings_field()},
         {{"months", whole, "how long it stays current"}, {"current_until", day, "last day it counts as known"}, {"is_current", flag, "today"},
          {"needs_follow_up", flag, "not in education, employment or training, not known, or no longer current"}},
         answer_activity_follow_up},
    };
}

RuleFunction transport_function()
{
    const auto grounds = enum_names<pupils::TransportGround>;
    return {"transport_ground", "R52", "Does a child travel free to a school or place, and on which ground?",
            {{"day", day, "day of the journey"}, {"born", day, "date of birth; outside compulsory school age nobody is eligible"},
             {"walking_metres", whole, "shortest walking route in metres; exactly the distance is not beyond it"},
             {"is_nearest_suitable", flag, "the nearest school or place suitable for the child", may_be_left_out},
             {"is_one_of_three_nearest", flag, "one of the three nearest suitable; the nearest is one anyway", may_be_left_out},
             {"is_chosen_for_belief", flag, "the nearest one chosen for the parents’ religion or belief", may_be_left_out},
             {"has_low_income", flag, "the family has a low income", may_be_left_out},
             {"cannot_walk", flag, "because of special needs, a disability or mobility; for the nearest suitable one only", may_be_left_out},
             {"is_route_unsafe", flag, "even when accompanied; for the nearest suitable one only", may_be_left_out}},
            {{"is_eligible", flag, "on any ground"}, {"ground", choice, "the first that holds, in this order", false, {grounds.begin(), grounds.end()}},
             {"age", whole, "whole years on the day"}, working_field()},
            answer_transport_ground};
}

std::vector<RuleFunction> keeping_functions()
{
    const auto records = enum_names<KeptRecord>;
    return {
        {"keep_until", "R54", "Until when is a record kept, and may it be deleted today?",
         {{"record", choice, "kind of record; attendance is one entry of a register, abuse_material what is held on child sexual abuse, accounts a contract or payment that "
                            "stands in accounts", false, {records.begin(), records.end()}},
          {"born", day, "of the child; needed for pupil_record, safeguarding_file and abuse_material", may_be_left_out},
          {"from", day, "day of the entry, allegation, payment, meeting or enquiry, or the end of the contract; needed for these", may_be_left_out},
          {"pension_day", day, "when the adult reaches normal pension age; needed for an allegation", may_be_left_out},
          {"has_plan", flag, "the child has or had an EHC plan", may_be_left_out}, {"was_looked_after", flag, "the child was looked after", may_be_left_out},
          {"legal_hold", flag, "deletion is stopped", may_be_left_out}, {"today", day, "the day asked about"}, settings_field()},
         {{"keep_until", day, "last day; years from 29 February end on 1 March"}, {"may_be_deleted", flag, "after that day, and no legal hold"}},
         answer_keep_until},
        {"subject_access_due", "R54", "By when is a subject access request answered?",
         {{"received", day, "day the request came"}, {"is_complex", flag, "it needs more time", may_be_left_out}},
         {{"due", day, "the same day of a later month, or its last day; the next working day when it is none"}}, answer_subject_access_due},
        {"numbers_left_out", "R55", "Which numbers stay out of a published table, so that nobody can be made out in it?",
         {{"day", day, "the day whose law applies"},
          {"cells", cases,
           "the table’s counts in any order; what is not given is 0; rows and columns stand in the order in which they come here. Totals are printed "
           "for rows when there are two columns or more, for columns when there are two rows or more",
           false, {}, {{"row", text, "name of its row"}, {"column", text, "name of its column"}, {"count", whole, "0 to 100000"}}},
          settings_field()},
         {{"left_out", cases,
           "in reading order, totals last in their row and column. First all from 1 to below small_number_below (5 in 2026). Then one more at a time, the least printed that is not 0, the "
           "first among equals: along a row, else a column, with printed total in which just one is left out (first such number in reading order); "
           "where there is none, along the row, else column, else anywhere, of the first that only one value fits, all left out being at least 1",
           false, {}, {{"row", text, "name, or total"}, {"column", text, "name, or total"}, {"is_small", flag, "false: left out only to hide others"}}}},
         answer_numbers_left_out},
    };
}

std::vector<RuleFunction> indicator_functions()
{
    const Field placements{"placements", cases, "one child’s, in any order", false, {},
                           {{"from", day, "first day"}, {"to", day, "last day; it still runs when left out", may_be_left_out}}};
    return {
        {"per_ten_thousand", "R59", "How many in ten thousand is that?",
         {{"count", whole, "children, 0 to 100 million"}, {"population", whole, "of how many, 0 to 100 million"}},
         {{"tenths", whole, "in tenths, rounded half up: 195 is 19.5; none for no population", may_be_left_out}}, answer_per_ten_thousand},
        {"share", "R59", "Which share is that?", {{"part", whole, "0 to 100 million"}, {"of", whole, "0 to 100 million"}},
         {{"tenths", whole, "of a per cent, rounded half up: 375 is 37.5%; none of nothing", may_be_left_out}}, answer_share},
        {"median_days", "R59", "How long is the middle wait, from need to start?",
         {{"waits", cases, "in any order", false, {}, {{"from", day, "day of the need"}, {"to", day, "day of the start"}}}},
         {{"half_days", whole, "the middle number of days, or half way between the middle two, in half days; none for no waits", may_be_left_out}},
         answer_median_days},
        {"pence_per_session", "R59", "What did an attended session cost?", {{"pence", whole, "in all"}, {"sessions", whole, "attended"}},
         {{"pence_per_session", whole, "rounded half up; none when none was attended", may_be_left_out}}, answer_pence_per_session},
        {"returned_within_a_year", "R59", "Did a child come back to alternative provision within twelve months?", {placements},
         {{"has_returned", flag, "a placement began after the end of another, at the latest on the same day twelve months on"}},
         answer_returned_within_a_year},
        {"moves", "R60", "Does a child move in and out too often?",
         {calendar_field("terms and closures of the school whose days are counted in gaps"), placements, {"today", day, "later starts do not count"}, settings_field()},
         {{"starts", whole, "placements begun in the last churn_months (24 in 2026), the same day so many months ago included"},
          {"longest_gap_school_days", whole, "school days without any placement before a start in these months, after an earlier placement"},
          {"is_churn", flag, "churn_starts (3 in 2026) or more, or a gap of more than churn_gap_school_days (10 in 2026)"}, working_field()},
         answer_moves},
    };
}

}  // namespace

std::vector<RuleFunction> later_rules()
{
    std::vector<RuleFunction> rules = moving_on_functions();
    rules.push_back(transport_function());
    for (auto& rule : keeping_functions()) rules.push_back(std::move(rule));
    for (auto& rule : indicator_functions()) rules.push_back(std::move(rule));
    return rules;
}

}  // namespace waymark::law
