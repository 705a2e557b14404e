// What a visitor may not see shows nowhere: not on a page, a list, a count’s rows, a file or an answer to a program, and not by an
// address that somebody made up from the ids of others.
#include <doctest/doctest.h>

#include <algorithm>

#include <fmt/format.h>

#include "access/expected_access.hpp"
#include "app/routes.hpp"
#include "pupils/rules/emergency.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

/// Each GET row of the house.
std::vector<Route> pages_of_the_house()
{
    auto pages = app::all_routes();
    std::erase_if(pages, [](const Route& route) { return route.method != Method::get; });
    return pages;
}

/// What of a hidden child stands in an answer to somebody who did not name it: empty when nothing does.
std::string shown_of(const PlantedChild& child, const Response& answer, const std::string& address)
{
    for (const std::string& sign : child.signs())
        if (!address.contains(sign) && (answer.body.contains(sign) || answer.header("Location").contains(sign))) return sign;
    return {};
}

struct Town {
    explicit Town(World& world) : planted{world}, house{planted, app::all_routes()} {}

    TwoAuthorities planted;
    ExpectedAccess expected = ExpectedAccess::read();
    House house;

    /// Asks for the page and looks for every child whom the visitor may not see.
    int look(const Visitor& visitor, const std::string& address) const
    {
        const Response answer = house.ask(visitor, Method::get, address);
        INFO("GET " << address << " as " << visitor.name << ", answered " << answer.status);
        CHECK(answer.status < 500);
        for (const PlantedChild& child : planted.children)
            if (!expected.sees(visitor, child)) {
                INFO("the child " << child.name);
                CHECK(shown_of(child, answer, address) == "");
            }
        return answer.status;
    }
    /// Who looks at this page: everybody; on PostgreSQL, where a page takes three times as long, one for each way of seeing children.
    [[nodiscard]] std::vector<const Visitor*> lookers(const Route& route) const
    {
        if (planted.world.database.engine() == Engine::postgres) return one_for_each_sight(route);
        std::vector<const Visitor*> all;
        for (const auto* group : {&planted.visitors, &planted.strangers})
            for (const Visitor& visitor : *group) all.push_back(&visitor);
        return all;
    }
    /// Of those who may open the page and do not see every child: one for each organisation and set of children seen.
    [[nodiscard]] std::vector<const Visitor*> one_for_each_sight(const Route& route) const
    {
        const ExpectedDoor* door = expected.door(route.method, route.path);
        REQUIRE(door != nullptr);
        std::vector<const Visitor*> few;
        std::set<std::pair<OrganisationId, std::set<std::string>>> sights;
        for (const Visitor& reader : planted.strangers)
            if (door->is_for_family && !reader.family_of.empty()) few.push_back(&reader);
        for (const Visitor& visitor : planted.visitors) {
            std::set<std::string> hidden;
            for (const PlantedChild& child : planted.children)
                if (!expected.sees(visitor, child)) hidden.insert(child.name);
            if (door->roles.contains(*visitor.role) && sights.emplace(visitor.organisation, hidden).second) few.push_back(&visitor);
        }
        return few;
    }
};

/// A page's address with everything one may ask it for: words, filters, another child's reference. What a page does not know it ignores.
std::vector<std::string> questions_to(const std::string& address, const PlantedChild& child)
{
    const auto& reference = child.in_paths.at("pupil");
    const auto typed = fmt::format("?q={0}&first_name={0}&last_name={0}&born-day=4&born-month=5&born-year=2012&tab=all", child.mark);
    const auto chosen = fmt::format("?q={0}&pupil={0}&case={1}&about={2}&kind=governors_met&day=2026-11-20", reference, child.in_paths.at("item"),
                                    child.in_paths.at("exclusion"));
    return {address + typed, address + chosen};
}

/// The addresses by which a child's record is asked for at this door: as it is, with what the page needs to know, and the open referral.
std::vector<std::string> addresses_of(std::string_view path, const TwoAuthorities& town, const PlantedChild& child)
{
    const std::string plain = address_of(path, town, child);
    std::vector<std::string> all{plain};
    if (path.ends_with("/shortlist/aside")) all.push_back(plain + "?programme=" + town.in_paths.at("programme"));
    if (path.ends_with("/clocks/reason")) all.push_back(plain + "?clock=full_time_after_exclusion");
    const auto& decided = child.in_paths.at("referral");
    if (const auto at = plain.find(decided); at != std::string::npos) {
        std::string open = plain;
        all.push_back(open.replace(at, decided.size(), child.in_paths.at("open_referral")));
    }
    return all;
}

}  // namespace

TEST_CASE("no page that names no child shows anything of a child whom the visitor may not see")
{
    for_each_engine([](World& world) {
        const Town town{world};
        for (const Route& route : pages_of_the_house()) {
            if (names_a_child(route.path, town.planted)) continue;
            for (const Visitor* visitor : town.lookers(route)) town.look(*visitor, address_of(route.path, town.planted, town.planted.children.front()));
        }
    });
}

TEST_CASE("asked for a hidden child by name, number or record, no page shows more than was asked")
{
    for_each_engine([](World& world) {
        const Town town{world};
        const auto& children = town.planted.children;
        std::size_t turn = 0;
        for (const Route& route : pages_of_the_house()) {
            if (names_a_child(route.path, town.planted)) continue;
            // One child a page, in turn: each of them is asked for on many pages.
            const PlantedChild& child = children[++turn % children.size()];
            for (const Visitor* visitor : town.one_for_each_sight(route))
                if (!town.expected.sees(*visitor, child))
                    for (const auto& asked : questions_to(address_of(route.path, town.planted, child), child)) town.look(*visitor, asked);
        }
    });
}

TEST_CASE("the record of a child whom one sees shows nothing of another whom one does not, by whatever address")
{
    for_each_engine([](World& world) {
        const Town town{world};
        const auto& children = town.planted.children;
        for (const Route& route : pages_of_the_house()) {
            if (!names_a_child(route.path, town.planted)) continue;
            bool was_opened = false;
            for (const Visitor* looker : town.lookers(route)) {
                const Visitor& visitor = *looker;
                const auto seen = std::ranges::find_if(children, [&](const PlantedChild& child) { return town.expected.sees(visitor, child); });
                if (seen == children.end()) continue;
                const auto own = address_of(route.path, town.planted, *seen);
                for (const auto& address : addresses_of(route.path, town.planted, *seen)) was_opened = town.look(visitor, address) == 200 || was_opened;
                for (const PlantedChild& other : children)
                    if (const auto made_up = crossed_address_of(route.path, town.planted, *seen, other); made_up != own)
                        if (!town.expected.sees(visitor, other)) town.look(visitor, made_up);
            }
            if (route.path == "/referrals/{referral}/triage") continue;  // only of a referral that was just sent
            if (route.path == pupils::emergency_page) continue;          // who sees the child is led to the record: emergency_test opens it
            if (route.path == "/f/{family}/open") continue;              // asks for the second fact: family_link_test opens it
            INFO("nobody could open " << route.path << ", so nothing could show");
            CHECK(was_opened);
        }
    });
}

namespace {

void check_list(const Town& town, Role role, const std::string& list)
{
    INFO(list << " as a " << enum_text(role));
    CHECK(shown_of(town.planted.child("whose reason begins today"), town.house.ask(town.planted.visitor(role), Method::get, list), list) != "");
}

}  // namespace

TEST_CASE("a list shows the children whom the visitor sees")
{
    for_each_engine([](World& world) {
        const Town town{world};
        for (const auto& list : {"/pupils", "/pupils/export.csv", "/api/v1/pupils", "/referrals?tab=all", "/absence", "/work", "/search?q=zq"})
            check_list(town, Role::school_lead, list);
        for (const auto& list : {"/registers/2026-11-23/am", "/placements", "/offers", "/reviews", "/api/v1/offers"})
            check_list(town, Role::provider_manager, list);
        for (const auto& list : {"/meetings/{meeting}/papers", "/meetings/{meeting}", "/clocks"})
            check_list(town, Role::panel_member, address_of(list, town.planted, town.planted.children.front()));
    });
}


TEST_CASE("a school that looks for a child out of its sight learns that there is one, not who, and may ask to be given sight of them")
{
    for_each_engine([](World& world) {
        const Town town{world};
        const auto& lead = town.planted.visitor(Role::school_lead);
        const PlantedChild& child = town.planted.child("of other organisations");
        const std::string looked_for = "first_name=" + child.mark + "&last_name=" + child.mark + "&born-day=4&born-month=5&born-year=2012";
        const auto page = town.house.ask(lead, Method::get, "/pupils/match?" + looked_for);
        CHECK(page.body.contains("Known to the authority, outside what your organisation may see"));
        CHECK_FALSE(page.body.contains(child.in_paths.at("pupil")));
        const auto asked = town.house.ask(lead, Method::post, "/pupils/match", FormToken::sent, looked_for + "&which=0");
        CHECK(asked.status == 303);
        const auto& commissioner = town.planted.visitor(Role::commissioner);
        CHECK(town.house.ask(commissioner, Method::get, "/work").body.contains("asks to see pupil " + child.in_paths.at("pupil")));
        CHECK(town.planted.changes_of(child) == 1);
        CHECK(town.house.ask(lead, Method::post, "/pupils/match", FormToken::sent, looked_for + "&which=7").status == 404);
    });
}
