// Other programs at every door: each with a token for a role and what it may do; and tokens that hold no longer.
#include <algorithm>

#include <doctest/doctest.h>

#include <fmt/format.h>

#include "access/expected_access.hpp"
#include "app/routes.hpp"
#include "people/rules/api_scopes.hpp"
#include "people/rules/roles.hpp"
#include "people/store/api_tokens.hpp"
#include "people/store/users.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

/// Which scope opens which door, written by hand. A door of the API without a line is open to no token.
const std::map<std::string, std::string, std::less<>>& scope_of_door()
{
    static const std::map<std::string, std::string, std::less<>> scopes{
        {"GET /api/v1/clocks", "clocks:read"},
        {"GET /api/v1/inspection/pupils", "oversight:read"},
        {"GET /api/v1/offers", "offers:read"},
        {"GET /api/v1/offers/{offer}", "offers:read"},
        {"GET /api/v1/placements", "placements:read"},
        {"GET /api/v1/placements/{placement}", "placements:read"},
        {"GET /api/v1/providers", "providers:read"},
        {"GET /api/v1/providers/{provider}", "providers:read"},
        {"GET /api/v1/pupils", "pupils:read"},
        {"GET /api/v1/pupils/{pupil}", "pupils:read"},
        {"GET /api/v1/pupils/{pupil}/clocks", "clocks:read"},
        {"GET /api/v1/referrals", "referrals:read"},
        {"GET /api/v1/referrals/{referral}", "referrals:read"},
        {"GET /api/v1/registers/{day}/{session}", "attendance:write"},
        {"POST /api/v1/registers/{day}/{session}", "attendance:write"},
        {"GET /api/v1/registration", "registration:read"},
        {"GET /api/v1/reviews", "reviews:read"},
    };
    return scopes;
}

bool is_api(const Route& route) { return route.path.starts_with("/api/"); }

std::vector<std::string> every_scope()
{
    std::vector<std::string> names;
    for (const auto& scope : people::api_scopes()) names.emplace_back(scope.name);
    return names;
}

struct Program {
    Visitor visitor;
    people::ApiTokenId token;
    std::vector<std::string> scopes;
};

/// A token as it stands in the database, whatever the rules would have said of it.
Program program_of(Context& context, const Visitor& person, std::vector<std::string> scopes, Date last_day = date(2027, 3, 31))
{
    Program program{.visitor = {.name = "a program as " + person.name, .role = person.role, .token = {}, .mark = "mark-of-a-browser", .form_token = {}, .user = {}, .organisation = person.organisation},
                    .token = {}, .scopes = scopes};
    const auto made = context.in_transaction([&](Transaction& tx) -> Result<people::MadeApiToken> {
        return people::insert_api_token(tx, {.name = "Register system", .organisation = person.organisation, .role = *person.role, .scopes = std::move(scopes), .last_day = last_day,
                                             .kept_at = {Id::from_words("Harrowdale Council")}});
    });
    REQUIRE(made.has_value());
    program.token = made->id;
    program.visitor.api_token = made->text;
    return program;
}

Answer expected_of(const Program& program, const Route& route, const ExpectedAccess& expected, const PlantedChild& child)
{
    const auto name = fmt::format("{} {}", method_name(route.method), route.path);
    const ExpectedDoor* door = expected.door(route.method, route.path);
    REQUIRE(door != nullptr);
    if (!door->roles.contains(*program.visitor.role)) return door->record.empty() ? Answer::refused : Answer::hidden;
    const auto scope = scope_of_door().find(name);
    if (scope == scope_of_door().end() || std::ranges::find(program.scopes, scope->second) == program.scopes.end()) return Answer::refused;
    return door->record.empty() || expected.sees(program.visitor, child) ? Answer::let_in : Answer::hidden;
}

/// Knocks at each door of the API for each child, and counts the looks that ought to be logged.
std::int64_t knock_everywhere(const Program& program, const House& house, const TwoAuthorities& town, const ExpectedAccess& expected)
{
    std::int64_t looks = 0;
    for (const Route& route : app::all_routes()) {
        if (!is_api(route)) continue;
        for (const PlantedChild& child : town.children) {
            if (!names_a_child(route.path, town) && &child != &town.children.front()) break;
            const auto wanted = expected_of(program, route, expected, child);
            const auto met = house.knock(program.visitor, route.method, address_of(route.path, town, child), FormToken::missing);
            CHECK_MESSAGE(met == wanted, fmt::format("{} {} as {} for the child {}: {}, not {}", method_name(route.method), route.path, program.visitor.name, child.name, answer_words(met), answer_words(wanted)));
            if (wanted == Answer::let_in && !expected.door(route.method, route.path)->record.empty()) ++looks;
        }
    }
    return looks;
}

}  // namespace

TEST_CASE("a program comes in where its role and its token let it, for the children whom that role sees, and each look is logged")
{
    for_each_engine([](World& world) {
        const TwoAuthorities town{world};
        const auto expected = ExpectedAccess::read();
        const House house{town, routes_behind_the_guard()};
        for (const Role role : enum_values<Role>()) {
            if (role == Role::administrator) continue;
            if (world.database.engine() == Engine::postgres && role != Role::provider_manager) continue;  // the same questions as on SQLite
            const auto before = town.looks();
            const auto looks = knock_everywhere(program_of(world.context, town.visitor(role), every_scope()), house, town, expected);
            CHECK(town.looks() - before == looks);
        }
    });
}

TEST_CASE("each scope opens its own doors and no others")
{
    for_each_engine([](World& world) {
        if (world.database.engine() == Engine::postgres) return;  // the rows are the same there
        const TwoAuthorities town{world};
        const auto expected = ExpectedAccess::read();
        const House house{town, routes_behind_the_guard()};
        for (const Role role : {Role::commissioner, Role::provider_manager})
            for (const auto& scope : every_scope()) (void)knock_everywhere(program_of(world.context, town.visitor(role), {scope}), house, town, expected);
        std::set<std::string> used;
        for (const auto& [door, scope] : scope_of_door()) used.insert(scope);
        for (const auto& scope : every_scope()) CHECK_MESSAGE(used.contains(scope), scope);
    });
}

TEST_CASE("a token opens no page and sends no form")
{
    for_each_engine([](World& world) {
        if (world.database.engine() == Engine::postgres) return;
        const TwoAuthorities town{world};
        const auto expected = ExpectedAccess::read();
        const House house{town, routes_behind_the_guard()};
        const auto program = program_of(world.context, town.visitor(Role::commissioner), every_scope());
        for (const Route& route : app::all_routes()) {
            if (is_api(route) || route.permission == Permission::anyone) continue;
            INFO(method_name(route.method) << " " << route.path);
            CHECK(house.knock(program.visitor, route.method, address_of(route.path, town, town.children.front())) == Answer::sign_in);
        }
    });
}

TEST_CASE("a token that is unknown, cut, revoked, past its last day or of another authority opens nothing, whatever cookie comes with it")
{
    for_each_engine([](World& world) {
        const TwoAuthorities town{world};
        const House house{town, routes_behind_the_guard()};
        const Visitor& commissioner = town.visitor(Role::commissioner);
        const Date today = world.context.today;
        std::map<std::string, Visitor> shown;
        shown["unknown"] = shown["empty"] = shown["of an ended form"] = program_of(world.context, commissioner, every_scope()).visitor;
        shown["unknown"].api_token = "wmk_" + std::string(43, 'A');
        shown["empty"].api_token = "wmk_";
        shown["of an ended form"].api_token.pop_back();
        shown["past its last day"] = program_of(world.context, commissioner, every_scope(), today - Days{1}).visitor;
        const auto revoked = program_of(world.context, commissioner, every_scope());
        shown["revoked"] = revoked.visitor;
        const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            CHECK(people::revoke_api_token(tx, revoked.token));
            CHECK_FALSE(people::revoke_api_token(tx, revoked.token));
            return {};
        });
        CHECK(done.has_value());
        Context elsewhere = world.of_authority("991");
        shown["of another authority"] = program_of(elsewhere, commissioner, every_scope()).visitor;
        for (auto& [what, visitor] : shown) {
            for (const bool with_cookie : {false, true}) {
                if (with_cookie) visitor.token = commissioner.token;
                for (const Route& route : app::all_routes()) {
                    if (!is_api(route)) continue;
                    INFO(what << ": " << method_name(route.method) << " " << route.path);
                    const auto answer = house.ask(visitor, route.method, address_of(route.path, town, town.children.front()));
                    CHECK(answer.status == 401);
                    CHECK(answer.header("WWW-Authenticate") == R"(Bearer error="invalid_token")");
                }
            }
        }
        const auto last_day = program_of(world.context, commissioner, every_scope(), today);
        CHECK(house.knock(last_day.visitor, Method::get, "/api/v1/pupils") == Answer::let_in);
    });
}

TEST_CASE("what a program is answered holds nothing of a child whom its role does not see")
{
    for_each_engine([](World& world) {
        const TwoAuthorities town{world};
        const auto expected = ExpectedAccess::read();
        const House house{town, app::all_routes()};
        for (const Role role : {Role::provider_manager, Role::school_lead, Role::sen_caseworker, Role::agency_worker}) {
            const auto program = program_of(world.context, town.visitor(role), every_scope());
            for (const Route& route : app::all_routes()) {
                if (!is_api(route) || route.method != Method::get) continue;
                for (const PlantedChild& asked : town.children) {
                    const auto address = address_of(route.path, town, asked);
                    const auto answer = house.ask(program.visitor, Method::get, address);
                    INFO("GET " << address << " as " << program.visitor.name);
                    CHECK(answer.status < 500);
                    for (const PlantedChild& hidden : town.children)
                        if (!expected.sees(program.visitor, hidden))
                            for (const auto& sign : hidden.signs()) CHECK_FALSE_MESSAGE((answer.body.contains(sign) && !address.contains(sign)), sign);
                    if (!names_a_child(route.path, town)) break;
                }
            }
        }
    });
}

TEST_CASE("a program that asks too often is told how long to wait, and no other is")
{
    for_each_engine([](World& world) {
        const TwoAuthorities town{world};
        Instant now = world.context.now;
        const app::Edge edge{world.database, routes_behind_the_guard(), {.authority = "990", .today = {}, .clock = [&now] { return now; }, .api_requests_a_minute = 3}};
        const auto busy = program_of(world.context, town.visitor(Role::commissioner), every_scope()), quiet = program_of(world.context, town.visitor(Role::commissioner), every_scope());
        const auto ask = [&](const Program& program) {
            Request request;
            request.target = "/api/v1/pupils";
            request.reference = "TEST-01";
            request.remote_address = "192.0.2.77";
            request.headers = {{"Authorization", "bearer " + program.visitor.api_token}};
            return edge.answer(std::move(request));
        };
        for (int times = 0; times < 3; ++times) CHECK(ask(busy).status == 200);
        now += std::chrono::seconds{18};
        const auto refused = ask(busy);
        CHECK(refused.status == 429);
        CHECK(refused.header("Retry-After") == "42");
        CHECK(ask(quiet).status == 200);
        now += std::chrono::seconds{42};
        CHECK(ask(busy).status == 200);
        const auto kept = world.context.read([&](Transaction& tx) { return people::find_api_token(tx, busy.token); });
        REQUIRE(kept.has_value());
        CHECK(kept->last_used_at == now);
        CHECK(kept->last_used_from == "192.0.2.77");
    });
}

TEST_CASE("a program’s user never comes in as a person")
{
    for_each_engine([](World& world) {
        const TwoAuthorities town{world};
        const auto program = program_of(world.context, town.visitor(Role::commissioner), every_scope());
        const auto found = world.context.read([&](Transaction& tx) { return people::api_token_by_text(tx, program.visitor.api_token); });
        REQUIRE(found.has_value());
        const auto user = world.context.read([&](Transaction& tx) { return people::user(tx, found->who.user); });
        REQUIRE(user.has_value());
        CHECK_FALSE(user->is_active);
        CHECK(user->password_hash.empty());
        CHECK(user->name == "Register system");
        CHECK_FALSE(user->email.contains('@'));
    });
}
