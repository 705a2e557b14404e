// What a restricted note says shows nowhere but on its own page, and there to its readers only; that it is there shows to whoever sees the child.
#include <doctest/doctest.h>

#include "access/expected_access.hpp"
#include "app/routes.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

bool holds(const Response& answer, std::string_view words) { return answer.body.find(words) != std::string::npos; }

std::string note_page(const PlantedChild& child) { return "/pupils/" + child.in_paths.at("pupil") + "/notes/" + child.in_paths.at("note"); }
std::string notes_page(const PlantedChild& child) { return "/pupils/" + child.in_paths.at("pupil") + "/notes"; }

}  // namespace

TEST_CASE("no page, list, search, file or answer to a program says what a restricted note says, but its own page to its readers")
{
    for_each_engine([](World& world) {
        if (world.database.engine() == Engine::postgres) return;  // the pages are the same there
        const TwoAuthorities town{world};
        const House house{town, app::all_routes()};
        const PlantedChild& child = town.child("whose reason begins today");
        int read = 0;
        for (const Visitor& visitor : town.visitors)
            for (const Route& route : app::all_routes()) {
                if (route.method != Method::get) continue;
                const std::string address = address_of(route.path, town, child);
                INFO("GET " << address << " as " << visitor.name);
                const bool is_reader = address == note_page(child) && visitor.role == Role::virtual_school;
                CHECK(holds(house.ask(visitor, Method::get, address), child.secret()) == is_reader);
                CHECK(holds(house.ask(visitor, Method::get, address + "?q=Only+readers+know"), child.secret()) == is_reader);
                if (is_reader) read += 2;
            }
        CHECK(town.note_looks() == read);  // each reading is logged by itself, and nothing else is one
    });
}

TEST_CASE("whoever sees the child sees that a note is there, by whom and whom to ask, and is refused its words in words")
{
    for_each_engine([](World& world) {
        const TwoAuthorities town{world};
        const auto expected = ExpectedAccess::read();
        const House house{town, app::all_routes()};
        const PlantedChild& child = town.child("whose reason begins today");
        for (const Visitor& visitor : town.visitors) {
            INFO(visitor.name);
            const auto known = house.ask(visitor, Method::get, notes_page(child));
            const auto asked = house.ask(visitor, Method::get, note_page(child));
            const bool sees = expected.sees(visitor, child);
            CHECK(known.status == (sees ? 200 : 404));
            CHECK(holds(known, "Priya Raman") == sees);
            CHECK(holds(known, "The virtual school") == sees);
            CHECK(asked.status == (!sees ? 404 : visitor.role == Role::virtual_school ? 200 : 403));
            CHECK(holds(house.ask(visitor, Method::get, "/pupils/" + child.in_paths.at("pupil")), "note that only some may read") == sees);
        }
    });
}

TEST_CASE("a note is no way to another child: by an address made of one child and another’s note nobody reads anything")
{
    for_each_engine([](World& world) {
        const TwoAuthorities town{world};
        const House house{town, app::all_routes()};
        const PlantedChild& near = town.child("whose reason begins today");
        for (const auto name : {"whose reason ended yesterday", "whose reason ends today", "of another authority"}) {
            const PlantedChild& other = town.child(name);
            const auto answer = house.ask(town.visitor(Role::virtual_school), Method::get, notes_page(near) + "/" + other.in_paths.at("note"));
            CHECK(answer.status == 404);
            CHECK_FALSE(holds(answer, other.secret()));
        }
        CHECK(town.note_looks() == 0);
    });
}
