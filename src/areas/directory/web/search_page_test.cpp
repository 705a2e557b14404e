// What people see of the directory: everybody in the authority who may, a provider only itself, families only what is good.
#include <doctest/doctest.h>

#include "directory/actions/keep_provider.hpp"
#include "directory/web/pages.hpp"
#include "directory/web/search_query.hpp"
#include "quality/actions/assure.hpp"
#include "support/directory_world.hpp"
#include "support/engines.hpp"

namespace waymark::directory {
using namespace waymark::testing;
namespace {

Request asking(std::string target, std::optional<OrganisationId> provider = {})
{
    Request request;
    REQUIRE(request.read_target(target));
    if (provider) request.path_values["provider"] = provider->text();
    return request;
}

bool says(const Result<Response>& answer, std::string_view words) { return answer && answer->body.find(words) != std::string::npos; }

void assure_greenways(World& world)
{
    REQUIRE(quality::record_visit(world.context, {.provider = greenways_id(), .facts = {date(2026, 11, 20), quality::VisitKind::initial, 0, 75},
                                                  .officer = "Jo Lindley", .announced = true, .summary = ""}));
}

void act_as_manager_of(World& world, OrganisationId provider)
{
    world.context.who.role = Role::provider_manager;
    world.context.who.organisation = provider;
}

}  // namespace

TEST_CASE("a commissioner finds a farm by subject, session and distance, and not beyond it")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        add_register(world);
        CHECK(says(show_providers(asking("/providers?q=animal&free=monday_am&postcode=ZH1+1AA&miles=5"), world.context), "1 provider<"));
        CHECK(says(show_providers(asking("/providers?q=animal&free=tuesday_am"), world.context), "No providers match."));
        CHECK(says(show_providers(asking("/providers?q=animal&free=tuesday_am"), world.context), "there would be 1 provider."));
        CHECK(says(show_providers(asking("/providers?postcode=ZH1+1AA&miles=1"), world.context), "0 providers"));
    });
}

TEST_CASE("an unknown postcode is said, and the rest of the search still answered")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        const auto answer = show_providers(asking("/providers?postcode=ZH9+9ZZ&miles=5"), world.context);
        CHECK(says(answer, "We do not know where ZH9 9ZZ is."));
        CHECK(says(answer, "1 provider<"));
    });
}

TEST_CASE("a search in an address loses one choice when that is taken away, and keeps the others")
{
    for_each_engine([](World& world) {
        world.context.read([](Transaction& tx) {
            const auto query = read_search(tx, asking("/providers?category=vocational&need=semh&need=asd&page=3&sort=price"));
            CHECK(query.without("need", "asd").href("/providers") == "/providers?category=vocational&need=semh&sort=price");
            CHECK(query.without("category").filter.needs.size() == 2);
            CHECK(query.with("view", "map").href("/providers") == "/providers?category=vocational&need=semh&need=asd&sort=price&view=map");
        });
    });
}

TEST_CASE("a provider comes to its own record and finds no other")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        act_as_manager_of(world, greenways_id());
        CHECK(show_providers(asking("/providers"), world.context)->header("location") == "/providers/" + greenways_id().text());
        CHECK(says(show_overview(asking("/providers/x", greenways_id()), world.context), "Edit profile"));
        act_as_manager_of(world, beacon_id());
        for (const auto page : {show_overview, show_programmes, show_places, show_quality, show_documents, show_people, show_history, show_sheet,
                                show_edit, show_new_document, api_provider})
            CHECK(code_of(page(asking("/providers/x", greenways_id()), world.context)) == "directory.no_such_provider");
        CHECK(says(api_providers(asking("/api/v1/providers"), world.context), "\"count\":0"));
        CHECK_FALSE(export_providers(asking("/providers/export.csv"), world.context).has_value());
    });
}

TEST_CASE("families see a provider once it is published and assured, without prices, and no longer when it is suspended")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        const auto found = [&] { return says(show_find(asking("/find"), world.context), "Greenways Farm"); };
        CHECK_FALSE(found());
        REQUIRE(publish(world.context, greenways_id(), 1, true));
        CHECK_FALSE(found());
        assure_greenways(world);
        CHECK(found());
        const auto profile = show_public_profile(asking("/find/x", greenways_id()), world.context);
        CHECK(says(profile, "Farm days"));
        CHECK_FALSE(says(profile, "£"));
        REQUIRE(quality::suspend_provider(world.context, greenways_id(), world.context.today, "Looked into."));
        CHECK_FALSE(found());
        CHECK_FALSE(show_public_profile(asking("/find/x", greenways_id()), world.context).has_value());
    });
}

TEST_CASE("the quality page says why")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        CHECK(says(show_quality(asking("/providers/x", greenways_id()), world.context), "Nobody has visited yet."));
        assure_greenways(world);
        CHECK(says(show_quality(asking("/providers/x", greenways_id()), world.context), "All critical criteria met."));
    });
}

TEST_CASE("what is typed cannot become markup, and the CSV has a row for each programme that fits")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        REQUIRE(save_profile(world.context, greenways_id(), 1, {{"summary", "<script>alert(1)</script>"}}));
        const auto page = show_overview(asking("/providers/x", greenways_id()), world.context);
        CHECK_FALSE(says(page, "<script>alert"));
        CHECK(says(export_providers(asking("/providers/export.csv?category=vocational"), world.context), "Greenways Farm,Not a registered school"));
        CHECK_FALSE(says(export_providers(asking("/providers/export.csv?category=medical"), world.context), "Greenways"));
        CHECK(says(api_provider(asking("/api/v1/providers/x", greenways_id()), world.context), "\"price_pence\":4800"));
    });
}

}  // namespace waymark::directory
