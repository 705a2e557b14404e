// An authority chooses its own numbers from a day on; the past keeps the numbers it had, and the trail says who chose and why.
#include "law/actions/choose_number.hpp"

#include <doctest/doctest.h>

#include "support/engines.hpp"

namespace waymark::law {
using namespace waymark::testing;
namespace {

const Date today = date(2026, 11, 23);

constexpr std::string_view of_authority[] = {"authority"};
constexpr Statement chosen_events{"test.chosen", "select count(*) as count from event where authority_id = ?1 and verb = 'number_chosen'",
                                  "select count(*) as count from event where authority_id = $1 and verb = 'number_chosen'", of_authority};
constexpr Statement last_event{"test.last", "select before, after, reason from event where authority_id = ?1 order by sequence desc limit 1",
                               "select before, after, reason from event where authority_id = $1 order by sequence desc limit 1", of_authority};

ChooseNumber warning_on(std::optional<int> day, Date from = today)
{
    return {.name = "day_six_warning_day", .value = day, .from = from, .reason = "Places fill up early.", .seen = {}};
}

int warning_day(World& world, Date on) { return people::law_for(world.context, on).day_six_warning_day; }

}  // namespace

TEST_CASE("a choice holds from its day, the day before keeps what it had, and the trail has the reason")
{
    for_each_engine([](World& world) {
        REQUIRE(choose_number(world.context, warning_on(2, date(2026, 12, 1))));
        CHECK(warning_day(world, date(2026, 11, 30)) == 3);
        CHECK(warning_day(world, date(2026, 12, 1)) == 2);
        REQUIRE(choose_number(world.context, warning_on(4, date(2027, 1, 4))));
        REQUIRE(choose_number(world.context, warning_on({}, date(2027, 9, 1))));
        CHECK(warning_day(world, date(2027, 1, 3)) == 2);
        CHECK(warning_day(world, date(2027, 8, 31)) == 4);
        CHECK(warning_day(world, date(2027, 9, 1)) == 3);
        world.context.read([&](Transaction& tx) {
            CHECK(tx.number(chosen_events) == 3);
            tx.each(last_event, {}, [](const Row& row) {
                CHECK(row.text("before").find("\"day_six_warning_day\":4") != std::string::npos);
                CHECK(row.text("after").find("\"day_six_warning_day\":null") != std::string::npos);
                CHECK(row.text("reason") == "Places fill up early.");
            });
        });
    });
}

TEST_CASE("today may be chosen for, yesterday not: what was done is judged by what held then")
{
    for_each_engine([](World& world) {
        CHECK(code_of(choose_number(world.context, warning_on(2, today - Days{1}))) == "law.choice_in_past");
        CHECK(choose_number(world.context, warning_on(2, today)));
        CHECK(warning_day(world, today - Days{1}) == 3);
    });
}

TEST_CASE("what makes no sense is refused and leaves nothing behind")
{
    for_each_engine([](World& world) {
        CHECK(code_of(choose_number(world.context, warning_on(6))) == "law.choice_out_of_order");
        CHECK(code_of(choose_number(world.context, warning_on(0))) == "law.choice_out_of_range");
        CHECK(code_of(choose_number(world.context, warning_on({}))) == "law.choice_same");
        auto statute = warning_on(7), unknown = warning_on(7), silent = warning_on(2);
        statute.name = "duty_day";
        unknown.name = "lunch";
        silent.reason = "  ";
        CHECK(code_of(choose_number(world.context, statute)) == "law.not_local");
        CHECK(code_of(choose_number(world.context, unknown)) == "law.unknown_setting");
        CHECK(code_of(choose_number(world.context, silent)) == "law.reason_missing");
        CHECK(world.context.read([](Transaction& tx) { return tx.number(chosen_events); }) == 0);
        CHECK(world.context.read([](Transaction& tx) { return people::law_choices(tx); }).empty());
    });
}

TEST_CASE("a choice somebody made meanwhile is not overridden unseen")
{
    for_each_engine([](World& world) {
        auto mine = warning_on(4);
        mine.seen = 3;
        REQUIRE(choose_number(world.context, warning_on(2)));
        const auto answered = choose_number(world.context, mine);
        REQUIRE_FALSE(answered.has_value());
        CHECK(answered.error().kind() == ProblemKind::stale);
        mine.seen = 2;
        CHECK(choose_number(world.context, mine));
    });
}

TEST_CASE("looking at a choice says what it changes, and which later one ends it")
{
    for_each_engine([](World& world) {
        REQUIRE(choose_number(world.context, warning_on(4, date(2027, 1, 4))));
        const auto looked = world.context.read([](Transaction& tx) { return look_at_choice(tx, warning_on(2)); });
        REQUIRE(looked.has_value());
        CHECK(looked->before == 3);
        CHECK(looked->after == 2);
        CHECK_FALSE(looked->own_before.has_value());
        CHECK(looked->next->from == date(2027, 1, 4));
        CHECK(world.context.read([](Transaction& tx) { return people::law_choices(tx); }).size() == 1);
    });
}

}  // namespace waymark::law
