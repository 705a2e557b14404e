// Making and revoking tokens, on both engines.
#include <doctest/doctest.h>

#include "people/actions/keep_api_tokens.hpp"
#include "people/store/organisations.hpp"
#include "people/store/users.hpp"
#include "platform/audit/trail.hpp"
#include "support/engines.hpp"

using namespace waymark;
using namespace waymark::testing;
using namespace waymark::people;

namespace {

const OrganisationId farm{Id::from_words("Greenways Farm")};

void bring_farm(World& world)
{
    const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
        insert_organisation(tx, {.id = farm, .kind = OrganisationKind::provider, .name = "Greenways Farm"});
        return {};
    });
    REQUIRE(done.has_value());
}

MakeApiToken for_the_farm(World& world)
{
    return {.name = " Register system ", .organisation = farm, .role = Role::provider_manager, .scopes = {"attendance:write"}, .last_day = world.context.today + Days{90}};
}

std::optional<ApiToken> opened_by(World& world, std::string_view text)
{
    return world.context.read([&](Transaction& tx) { return api_token_by_text(tx, text); });
}

}  // namespace

TEST_CASE("a token is made for an organisation, opens what it says, and is known to nobody afterwards")
{
    for_each_engine([](World& world) {
        bring_farm(world);
        const auto made = make_api_token(world.context, for_the_farm(world));
        REQUIRE(made.has_value());
        CHECK(made->text.starts_with("wmk_"));
        CHECK(made->text.size() == 47);
        const auto opened = opened_by(world, made->text);
        REQUIRE(opened.has_value());
        CHECK(opened->who.name == "Register system");
        CHECK(opened->who.role == Role::provider_manager);
        CHECK(opened->who.organisation == farm);
        CHECK(opened->scopes == std::vector<std::string>{"attendance:write"});
        const auto events = world.context.read([&](Transaction& tx) { return audit::history(tx, made->id.value); });
        REQUIRE(events.size() == 1);
        CHECK(events.front().verb == "made");
        CHECK_FALSE(events.front().after.contains(made->text));
        CHECK_FALSE(opened_by(world, made->text.substr(4)).has_value());
    });
}

TEST_CASE("a revoked token opens nothing, and is revoked once")
{
    for_each_engine([](World& world) {
        bring_farm(world);
        const auto made = make_api_token(world.context, for_the_farm(world));
        REQUIRE(made.has_value());
        CHECK(end_api_token(world.context, made->id).has_value());
        CHECK_FALSE(opened_by(world, made->text).has_value());
        CHECK(end_api_token(world.context, made->id).has_value());
        CHECK(world.context.read([&](Transaction& tx) { return audit::history(tx, made->id.value); }).size() == 2);
        CHECK(code_of(end_api_token(world.context, {Id::from_words("another")})) == "people.no_such_token");
        Context elsewhere = world.of_authority("991");
        CHECK(code_of(end_api_token(elsewhere, made->id)) == "people.no_such_token");
    });
}

TEST_CASE("what the rules refuse is not made, nor anything for an organisation that is not there")
{
    for_each_engine([](World& world) {
        bring_farm(world);
        auto command = for_the_farm(world);
        command.role = Role::commissioner;
        CHECK(code_of(make_api_token(world.context, command)) == "people.role_elsewhere");
        command = for_the_farm(world);
        command.organisation = {Id::from_words("nowhere")};
        CHECK(code_of(make_api_token(world.context, command)) == "people.no_such_workplace");
        CHECK(world.context.read([](Transaction& tx) { return api_tokens(tx); }).empty());
    });
}

TEST_CASE("an authority chooses how long tokens last at most, within a year")
{
    for_each_engine([](World& world) {
        bring_farm(world);
        CHECK(world.context.read([](Transaction& tx) { return api_token_days(tx); }) == 365);
        CHECK(code_of(choose_api_token_days(world.context, 0)) == "people.token_days");
        CHECK(code_of(choose_api_token_days(world.context, 367)) == "people.token_days");
        CHECK(choose_api_token_days(world.context, 89).has_value());
        CHECK(code_of(make_api_token(world.context, for_the_farm(world))) == "people.token_too_long");
        CHECK(choose_api_token_days(world.context, 90).has_value());
        CHECK(make_api_token(world.context, for_the_farm(world)).has_value());
    });
}
