// Two people with the same register before them: neither is told "saved" about what was not.
#include <doctest/doctest.h>

#include "attendance/store/registers.hpp"
#include "attendance/web/pages.hpp"
#include "support/engines.hpp"
#include "support/placed_child.hpp"

using namespace waymark;
using namespace waymark::attendance;
using testing::for_each_engine;
using testing::World;

namespace {

const Date monday = date(2026, 11, 23);

Request register_of_monday(std::string body)
{
    Request request;
    request.method = Method::post;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    request.path_values = {{"day", "2026-11-23"}, {"session", "am"}};
    request.body = std::move(body);
    return request;
}

Response sent(World& world, std::string body)
{
    auto response = submit_register(register_of_monday(std::move(body)), world.context);
    REQUIRE(response.has_value());
    return *response;
}

bool says(const Response& response, std::string_view words) { return response.body.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("who sends another mark than the one that somebody else has saved meanwhile is told so, and by whom")
{
    for_each_engine([](World& world) {
        const auto kai = testing::place_a_child(world, monday);
        world.context.who.organisation = kai.setting;
        const auto first = sent(world, "mark-" + kai.reference + "=here");
        CHECK(first.status == 303);
        CHECK(first.success == "Register saved: 1 young person marked.");

        const auto second = sent(world, "mark-" + kai.reference + "=not_here&reason-" + kai.reference + "=ill");
        CHECK(second.status == 422);
        CHECK(says(second, " marked Kai here at "));
        CHECK(says(second, "you chose not here"));
        CHECK(says(second, "id=\"mark-" + kai.reference + "\""));
        CHECK(says(second, "href=\"#mark-" + kai.reference + "\""));
        CHECK(world.context.read([&](Transaction& tx) { return all_revisions(tx, kai.pupil, monday, Session::am); }).size() == 1);

        const auto same = sent(world, "mark-" + kai.reference + "=here");
        CHECK(same.status == 303);
        CHECK(same.success == "Register saved: 1 young person marked.");
    });
}

TEST_CASE("a mark for a child who is not on the register is refused, and nothing is written")
{
    for_each_engine([](World& world) {
        const auto kai = testing::place_a_child(world, monday);
        world.context.who.organisation = kai.setting;
        CHECK(sent(world, "mark-" + kai.reference + "=here&mark-ZZZZ-99=here").status == 422);
        CHECK(world.context.read([&](Transaction& tx) { return all_revisions(tx, kai.pupil, monday, Session::am); }).empty());
    });
}

TEST_CASE("a register that is sent with nothing filled in, or in words nobody could choose, writes nothing")
{
    for_each_engine([](World& world) {
        const auto kai = testing::place_a_child(world, monday);
        world.context.who.organisation = kai.setting;
        CHECK(sent(world, "mark-=here").status == 422);
        (void)sent(world, "mark-" + kai.reference + "=%3Cscript%3E");
        (void)sent(world, "");
        CHECK(world.context.read([&](Transaction& tx) { return all_revisions(tx, kai.pupil, monday, Session::am); }).empty());
    });
}
