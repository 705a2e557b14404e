// Whoever does not see a child changes nothing of theirs, by no form, whatever records its fields and its address name.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "access/expected_access.hpp"
#include "app/routes.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

/// Fields of the house's forms that name a child or a record, each naming this child's, and what else the forms want to go through.
std::string form_about(const PlantedChild& child, const TwoAuthorities& town)
{
    std::string body = "q=a&version=1&which=0&starts=9:30am&outcome=remain_with_support&reason=other&correction=I+was+wrong&revision=1";
    body += "&purpose=Help&why=Because";
    for (const auto& [name, value] : child.in_paths) body += fmt::format("&{}={}", name, value);
    body += fmt::format("&mark-{0}=here&arrival=here&programme={1}", child.in_paths.at("pupil"), town.in_paths.at("programme"));
    body += "&legal_basis=s29A_offsite_direction&registration=stays_on_roll";
    body += "&from-day=30&from-month=11&from-year=2026&expected_end-day=18&expected_end-month=12&expected_end-year=2026&sessions=monday-am";
    body += fmt::format("&first_name={0}&last_name={0}&born-day=4&born-month=5&born-year=2012&about={1}", child.mark, child.in_paths.at("exclusion"));
    return body;
}

/// Signing out ends the visit, acting for another organisation changes whom one sees, and to be given sight of a child, or to open one’s
/// record in an emergency, is what one may ask for.
bool is_about_oneself(std::string_view path)
{
    return path == "/sign-out" || path == "/choose-organisation" || path == "/pupils/match" || path == "/emergency-access";
}

}  // namespace

TEST_CASE("no form changes a record of a child whom the sender does not see")
{
    for_each_engine([](World& world) {
        const TwoAuthorities town{world};
        const auto expected = ExpectedAccess::read();
        const House house{town, app::all_routes()};
        const PlantedChild& near = town.child("whose reason begins today");
        for (const auto name : {"whose reason ended yesterday", "of other organisations", "of another authority"}) {
            const PlantedChild& hidden = town.child(name);
            const auto before = town.changes_of(hidden);
            for (const Route& route : app::all_routes()) {
                if (route.method == Method::get || is_about_oneself(route.path)) continue;
                for (const Visitor& visitor : town.visitors) {
                    const ExpectedDoor* door = expected.door(route.method, route.path);
                    if (expected.sees(visitor, hidden) || door == nullptr || !door->roles.contains(*visitor.role)) continue;
                    const auto address = crossed_address_of(route.path, town, near, hidden);
                    INFO(method_name(route.method) << " " << address << " as " << visitor.name << ", about the child " << hidden.name);
                    CHECK(house.ask(visitor, route.method, address, FormToken::sent, form_about(hidden, town)).status < 500);
                    CHECK(town.changes_of(hidden) == before);
                }
            }
        }
    });
}
