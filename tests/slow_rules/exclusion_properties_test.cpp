// What must hold of exclusions and suspensions whatever the calendar: a closure never hurries anybody, and one suspension more
// never makes things milder.
#include <doctest/doctest.h>

#include <algorithm>

#include "law/rules/rule_function.hpp"
#include "slow_rules/slow_suspensions.hpp"

namespace waymark::slow {
namespace {

constexpr int random_cases = 3'000;

Value answer_of(std::string_view rule, const Value& given) { return law::answer_case(*law::find_rule_function(rule), given); }

/// The same case with one field put in its place.
Value with_field(const Value& given, std::string_view name, Value value)
{
    Value::Record changed;
    for (const auto& field : *given.record())
        if (field.first != name) changed.push_back(field);
    changed.emplace_back(name, std::move(value));
    return changed;
}

Value with_closure(const Value& given, Date closed)
{
    const auto& calendar = *given.find("calendar");
    auto closures = list_in(calendar, "closures");
    closures.emplace_back(closed);
    return with_field(given, "calendar", with_field(calendar, "closures", std::move(closures)));
}

Value with_suspension(const Value& given, std::string_view name, Value suspension)
{
    auto suspensions = list_in(given, name);
    suspensions.push_back(std::move(suspension));
    return with_field(given, name, std::move(suspensions));
}

int rank(const std::string& severity) { return severity == "breach" ? 2 : severity == "warn" ? 1 : 0; }

TEST_CASE("adding a closure never brings a due date forward")
{
    Chance chance{2027};
    int compared = 0;
    for (int at = 0; at < random_cases; ++at) {
        const Date first = exclusion_day(chance);
        const Value from{Value::Record{{"calendar", chance.calendar()}, {"first_day", first}}};
        Value review = with_field(from, "notice_on", first);
        review = with_field(review, "today", first);
        review = with_field(review, "decided_on", first + Days{chance.between(0, 30)});
        if (chance.in_hundred(50)) review = with_field(review, "requested_on", day_in(review, "decided_on") + Days{chance.between(0, 40)});
        Value::Record review_case;
        for (const auto& field : *review.record())
            if (field.first != "first_day") review_case.push_back(field);
        const Date closed = first + Days{chance.between(-3, 40)};
        for (const auto& [rule, given] : {std::pair{"full_time_due", from}, {"money_moves_from", from}, {"review_timeline", Value{review_case}}}) {
            const Value before = answer_of(rule, given), after = answer_of(rule, with_closure(given, closed));
            for (const std::string_view due : {"due", "relevant_date", "governors_meet_by", "request_by", "panel_meets_by", "earliest_roll_removal"}) {
                if (!before.find(due) || !after.find(due)) continue;
                ++compared;
                REQUIRE_MESSAGE(day_in(after, due) >= day_in(before, due), rule, " ", due, " with ", iso(closed), " closed");
            }
        }
    }
    CHECK(compared > random_cases);
}

TEST_CASE("merging suspensions never lengthens the clock: a run is due no later than each of its suspensions alone")
{
    Chance chance{2028};
    int compared = 0;
    for (int at = 0; at < random_cases; ++at) {
        const Date from = exclusion_day(chance);
        const Value calendar = chance.calendar();
        const auto due_from = [&](Date first) { return answer_of("full_time_due", Value::Record{{"calendar", calendar}, {"first_day", first}}); };
        const auto suspensions = random_suspensions(chance, from, 5, 20, 12);
        const Value runs = answer_of("suspension_runs", Value::Record{{"calendar", calendar}, {"suspensions", suspensions}});
        for (const auto& suspension : suspensions) {
            if (runs.find("error") || text_in(suspension, "status") == "rescinded") continue;
            const Value alone = due_from(day_in(suspension, "first_day"));
            const auto school_day = answer_of("nth_school_day", Value::Record{{"calendar", calendar}, {"from", day_in(suspension, "first_day")}, {"n", 1}});
            int holding = 0;
            for (const auto& run : list_in(runs, "runs")) {
                if (day_in(school_day, "day") < day_in(run, "first_day") || day_in(school_day, "day") > day_in(run, "last_day")) continue;
                ++holding;
                const Value merged = due_from(day_in(run, "first_day"));
                if (merged.find("error") || alone.find("error")) continue;
                ++compared;
                REQUIRE(day_in(merged, "due") <= day_in(alone, "due"));
            }
            REQUIRE(holding == 1);  // each suspension is in one run, and in one only
        }
    }
    CHECK(compared > random_cases);
}

TEST_CASE("a suspension more never brings a total down, nor makes it milder")
{
    Chance chance{2029};
    for (int at = 0; at < random_cases; ++at) {
        const Date from = chance.day(date(2025, 9, 10), date(2026, 3, 1));
        const Value more{Value::Record{{"first_day", from + Days{chance.between(0, 60)}}, {"half_days", chance.between(1, 30)}}};
        const Value year{Value::Record{{"suspensions", random_suspensions(chance, from, 6, 120, 40)}, {"school_year", 2025}}};
        const Value before = answer_of("suspension_total", year), after = answer_of("suspension_total", with_suspension(year, "suspensions", more));
        REQUIRE(whole_in(after, "half_days") >= whole_in(before, "half_days"));
        REQUIRE(rank(text_in(after, "severity")) >= rank(text_in(before, "severity")));

        const Value term{Value::Record{{"calendar", chance.calendar()}, {"first_day", from + Days{60}}, {"half_days", 2}, {"notice_on", from + Days{60}},
                                       {"earlier", random_suspensions(chance, from, 4, 55, 10)}}};
        const Value few = answer_of("governors_task", term), many = answer_of("governors_task", with_suspension(term, "earlier", more));
        if (!few.find("error") && !many.find("error")) REQUIRE(whole_in(many, "half_days_in_term") >= whole_in(few, "half_days_in_term"));
    }
}

}  // namespace
}  // namespace waymark::slow
