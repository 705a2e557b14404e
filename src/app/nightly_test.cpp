// Each server looks ahead by itself; over all of them it is done once.
#include <doctest/doctest.h>

#include "app/nightly.hpp"
#include "support/engines.hpp"

using namespace waymark;
using namespace waymark::testing;

TEST_CASE("of several servers one looks over the days ahead, and one the next day")
{
    for_each_engine([](World& world) {
        Context first{world.database, "990", world.context.today, world.context.now}, second = first, neighbour = world.of_authority("991");
        CHECK(app::look_ahead_once_today(first).has_value());
        CHECK_FALSE(app::look_ahead_once_today(second).has_value());
        CHECK_FALSE(app::look_ahead_once_today(first).has_value());
        CHECK(app::look_ahead_once_today(neighbour).has_value());
        CHECK_FALSE(app::look_ahead(second).empty());  // asked for by name it is always done
        second.today += Days{1};
        CHECK(app::look_ahead_once_today(second).has_value());
        first.today += Days{1};
        CHECK_FALSE(app::look_ahead_once_today(first).has_value());
    });
}
