// The search page: the first fifty, how many more there are, and words that are true for what is found.
#include <doctest/doctest.h>

#include "directory/store/providers.hpp"
#include "home/web/pages.hpp"
#include "people/store/organisations.hpp"
#include "pupils/store/pupils.hpp"
#include "support/engines.hpp"

namespace waymark::home {
using namespace waymark::testing;
namespace {

std::string search(World& world, const std::string& query)
{
    Request request;
    REQUIRE(request.read_target("/search" + query));
    return show_search(request, world.context)->body;
}

void add_children(Transaction& tx, int count, const std::string& last_name)
{
    for (int number = 0; number < count; ++number)
        REQUIRE(pupils::insert_pupil(tx, {.id = {Id::from_words(last_name + std::to_string(number))}, .reference = last_name + std::to_string(number), .first_name = "Kofi",
                                          .last_name = last_name, .known_as = "Kofi", .born = date(2012, 5, 4), .home_authority = "990"}));
}

}  // namespace

TEST_CASE("a search shows the first fifty, says how many there are, and leads to the list of all")
{
    for_each_engine([](World& world) {
        REQUIRE(world.context.in_transaction([](Transaction& tx) -> Result<void> {
            add_children(tx, 50, "Mensah");
            add_children(tx, 1, "Oduya");
            return {};
        }));
        const auto all = search(world, "?q=men+kof");
        CHECK(all.contains(">50 young people<"));
        CHECK_FALSE(all.contains("/pupils?q="));
        const auto more = search(world, "?q=kof");
        CHECK(more.contains(">The first 50 of 51 young people<"));
        CHECK(more.contains("<a class=\"govuk-link\" href=\"/pupils?q=kof\">All 51 young people found</a>"));
        CHECK(more.contains("Kofi Mensah"));
        CHECK_FALSE(more.contains("Kofi Oduya"));  // the last by name
    });
}

TEST_CASE("a search that finds nothing says what to try, and one for nothing asks for no more than the box")
{
    for_each_engine([](World& world) {
        CHECK(search(world, "?q=%22ensah%22").contains("Nothing you can see matches “&quot;ensah&quot;”. Try the beginning of one name alone"));
        CHECK(search(world, "?q=%3F").contains("Nothing you can see matches “?”"));
        CHECK_FALSE(search(world, "").contains("Nothing you can see"));
    });
}

TEST_CASE("a search finds providers beside children, and neither for a role that may not see them")
{
    for_each_engine([](World& world) {
        REQUIRE(world.context.in_transaction([](Transaction& tx) -> Result<void> {
            add_children(tx, 1, "Green");
            const OrganisationId farm{Id::from_words("farm")};
            people::insert_organisation(tx, {.id = farm, .kind = people::OrganisationKind::provider, .name = "Greenways Farm"});
            directory::insert_provider(tx, {.id = farm, .name = "Greenways Farm"});
            return {};
        }));
        const auto page = search(world, "?q=green");
        CHECK(page.contains(">1 young person<"));
        CHECK(page.contains(">1 provider<"));
        world.context.who.role = Role::administrator;
        CHECK_FALSE(search(world, "?q=green").contains("Kofi Green"));
    });
}

}  // namespace waymark::home
