// An authority's own numbers hold from the day they were chosen, for that authority alone, and never change what was before.
#include "people/store/law_choices.hpp"

#include <doctest/doctest.h>

#include "people/store/organisations.hpp"
#include "support/engines.hpp"

namespace waymark::people {
using namespace waymark::testing;
namespace {

void choose(World& world, std::string name, std::optional<int> value, Date from)
{
    REQUIRE(world.context.in_transaction([&](Transaction& tx) -> Result<void> {
        keep_law_choice(tx, {std::move(name), value, from});
        return {};
    }));
}

}  // namespace

TEST_CASE("without a choice of its own an authority has the law’s numbers")
{
    for_each_engine([](World& world) {
        CHECK(law_for(world.context, date(2026, 11, 23)).reporting_minute == law_on(date(2026, 11, 23)).reporting_minute);
        CHECK(world.context.read([](Transaction& tx) { return law_choices(tx); }).empty());
    });
}

TEST_CASE("a choice holds from its day on: the day before is judged by what was chosen then")
{
    for_each_engine([](World& world) {
        choose(world, "day_six_warning_day", 2, date(2026, 9, 1));
        choose(world, "day_six_warning_day", 4, date(2026, 12, 1));
        CHECK(law_for(world.context, date(2026, 8, 31)).day_six_warning_day == 3);
        CHECK(law_for(world.context, date(2026, 9, 1)).day_six_warning_day == 2);
        CHECK(law_for(world.context, date(2026, 11, 30)).day_six_warning_day == 2);
        CHECK(law_for(world.context, date(2026, 12, 1)).day_six_warning_day == 4);
        CHECK(law_for(world.context, date(2026, 12, 1)).step_out_school_days == 30);
    });
}

TEST_CASE("an authority can go back to the default, and then the default of the day holds")
{
    for_each_engine([](World& world) {
        choose(world, "reporting_minute", 570, date(2026, 9, 1));
        choose(world, "reporting_minute", {}, date(2026, 11, 1));
        const auto choices = world.context.read([](Transaction& tx) { return law_choices(tx); });
        REQUIRE(choices.size() == 2);
        CHECK(choice_in_force(choices, "reporting_minute", date(2026, 10, 31))->value == 570);
        CHECK(choice_in_force(choices, "reporting_minute", date(2026, 11, 1)) == nullptr);
        CHECK(choice_in_force(choices, "reporting_minute", date(2026, 8, 31)) == nullptr);
        CHECK(choice_in_force(choices, "churn_starts", date(2026, 10, 31)) == nullptr);
        CHECK(law_for(world.context, date(2026, 10, 31)).reporting_minute == 570);
        CHECK(law_for(world.context, date(2026, 11, 1)).reporting_minute == 585);
    });
}

TEST_CASE("no setting changes what statute fixes, and settings that are no numbers of the law stay out of it")
{
    for_each_engine([](World& world) {
        choose(world, "duty_day", 9, date(2026, 1, 1));
        choose(world, "offer_days", 5, date(2026, 1, 1));
        REQUIRE(world.context.in_transaction([](Transaction& tx) -> Result<void> {
            set_authority_setting(tx, "churn_starts", "several", date(2026, 1, 1));
            return {};
        }));
        const Law law = law_for(world.context, date(2026, 11, 23));
        CHECK(law.duty_day == 6);
        CHECK(law.churn_starts == 3);
        CHECK(world.context.read([](Transaction& tx) { return law_choices(tx); }).size() == 2);
    });
}

TEST_CASE("a neighbour’s choice is not ours")
{
    for_each_engine([](World& world) {
        choose(world, "churn_starts", 2, date(2026, 1, 1));
        Context neighbour = world.of_authority("991");
        CHECK(law_for(neighbour, date(2026, 11, 23)).churn_starts == 3);
        CHECK(law_for(world.context, date(2026, 11, 23)).churn_starts == 2);
    });
}

}  // namespace waymark::people
