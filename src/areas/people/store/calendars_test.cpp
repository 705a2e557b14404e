// Whose calendar counts.
#include "people/store/calendars.hpp"

#include <doctest/doctest.h>

#include "support/engines.hpp"
#include "support/made_up.hpp"

namespace waymark::people {
namespace {

using namespace waymark::testing;

TEST_CASE("a school without terms of its own is counted by the authority's, one with terms by its own")
{
    for_each_engine([](World& world) {
        const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            const auto northgate = add_school(tx, "Northgate Academy"), fernhill = add_school(tx, "Fernhill School");
            CHECK(calendar_of(tx, northgate).calendar.empty());
            insert_term(tx, std::nullopt, {"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)});
            insert_term(tx, fernhill, {"Autumn 2", date(2026, 11, 9), date(2026, 12, 11)});
            insert_closure(tx, std::nullopt, {date(2026, 11, 23), ClosureKind::closure, "Flood"});
            insert_closure(tx, fernhill, {date(2026, 11, 20), ClosureKind::inset, "Staff training"});

            const auto by_authority = calendar_of(tx, northgate);
            CHECK(by_authority.whose == "Harrowdale");
            CHECK(by_authority.calendar.is_school_day(date(2026, 11, 20)) == true);
            CHECK(by_authority.calendar.is_school_day(date(2026, 11, 23)) == false);
            const auto own = calendar_of(tx, fernhill);
            CHECK(own.whose == "Fernhill School");
            CHECK(own.calendar.is_school_day(date(2026, 11, 20)) == false);
            CHECK(own.calendar.is_school_day(date(2026, 11, 23)) == false);
            CHECK(own.calendar.first_day() == date(2026, 11, 9));
            return {};
        });
        REQUIRE(code_of(done) == "");
    });
}

}  // namespace
}  // namespace waymark::people
