// What somebody opened in an emergency: one page of one child, to read, up to its last moment, and nothing else in the house.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "access/expected_access.hpp"
#include "app/routes.hpp"
#include "pupils/actions/keep_record.hpp"
#include "pupils/rules/emergency.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

constexpr std::chrono::milliseconds a_moment{1};

void do_in(Context& context, const std::function<void(Transaction&)>& work)
{
    const auto done = context.in_transaction([&](Transaction& tx) -> Result<void> {
        work(tx);
        return {};
    });
    REQUIRE(code_of(done) == "");
}

/// The visitor opened the child’s record from one moment up to another.
void open(const TwoAuthorities& town, const Visitor& visitor, const PlantedChild& child, Instant from, Instant before)
{
    do_in(town.world.context, [&](Transaction& tx) {
        plant_emergency(tx, {.id = Id::make(tx.now()), .child = child, .user = visitor.user, .organisation = visitor.organisation, .role = *visitor.role, .opened = from, .ends = before});
    });
}

bool is_the_page(const Route& route) { return route.method == Method::get && route.path == pupils::emergency_page; }

}  // namespace

TEST_CASE("what somebody opened in an emergency opens one page of that child to read, no other door, no other child, and each look is logged")
{
    for_each_engine([](World& world) {
        const TwoAuthorities town{world};
        const auto expected = ExpectedAccess::read();
        const House house{town, routes_behind_the_guard()};
        const PlantedChild& child = town.child("whom nobody has a reason to see");
        const PlantedChild& other = town.child("of other organisations");
        const Instant now = world.context.now;
        int opened = 0;
        for (const Visitor& visitor : town.visitors) {
            if (expected.sees(visitor, child)) continue;
            open(town, visitor, child, now, now + a_moment);
            const auto looks = town.looks();
            for (const Route& route : app::all_routes()) {
                if (route.subject == Subject::none || route.subject == Subject::family) continue;  // a family’s pages know no sign-in
                INFO(method_name(route.method) << " " << route.path << " as " << visitor.name);
                const bool opens = is_the_page(route) && pupils::may_look_in_emergency(visitor.role);
                CHECK(house.knock(visitor, route.method, address_of(route.path, town, child)) == (opens ? Answer::let_in : Answer::hidden));
                CHECK(house.knock(visitor, route.method, address_of(route.path, town, other)) == (expected.sees(visitor, other) ? Answer::let_in : Answer::hidden));
                if (opens) CHECK(town.emergency_looks(child) == ++opened);
            }
            CHECK(town.looks() == looks + (pupils::may_look_in_emergency(visitor.role) ? 1 : 0));
        }
        CHECK(opened == 9);  // every role that works with some of the children
    });
}

TEST_CASE("no form is let in by what somebody opened in an emergency, not even one at the address of its page")
{
    for_each_engine([](World& world) {
        const TwoAuthorities town{world};
        const auto come_in = [](const Request&, Context&) -> Result<Response> { return html(200, "come in"); };
        const House house{town, {{Method::post, pupils::emergency_page, Permission::see_pupils, come_in, Subject::pupil}}};
        const PlantedChild& child = town.child("whom nobody has a reason to see");
        const std::string address = address_of(pupils::emergency_page, town, child);
        open(town, town.visitor(Role::provider_tutor), child, world.context.now, world.context.now + a_moment);
        CHECK(house.knock(town.visitor(Role::provider_tutor), Method::post, address) == Answer::hidden);
        CHECK(house.knock(town.visitor(Role::commissioner), Method::post, address) == Answer::let_in);
    });
}

TEST_CASE("an emergency opens its page from its first moment up to its end, and not at its end, before or elsewhere")
{
    for_each_engine([](World& world) {
        const TwoAuthorities town{world};
        const House house{town, routes_behind_the_guard()};
        const PlantedChild& child = town.child("whom nobody has a reason to see");
        const Instant now = world.context.now;
        const auto knock = [&](Role role) { return house.knock(town.visitor(role), Method::get, address_of(pupils::emergency_page, town, child)); };
        const auto opened_by = [&](Role role, Instant from, Instant before) { open(town, town.visitor(role), child, from, before); };
        opened_by(Role::provider_tutor, now - std::chrono::hours{24}, now);
        CHECK(knock(Role::provider_tutor) == Answer::hidden);
        opened_by(Role::provider_tutor, now + a_moment, now + std::chrono::hours{24});
        CHECK(knock(Role::provider_tutor) == Answer::hidden);
        opened_by(Role::provider_tutor, now, now + a_moment);
        CHECK(knock(Role::provider_tutor) == Answer::let_in);
        CHECK(knock(Role::provider_manager) == Answer::hidden);  // a colleague at the same farm
        // Theirs, but opened in another role, or while they worked elsewhere.
        Visitor in_another_role = town.visitor(Role::school_lead), elsewhere = town.visitor(Role::agency_worker);
        in_another_role.role = Role::school_attendance;
        elsewhere.organisation = town.visitor(Role::school_lead).organisation;
        open(town, in_another_role, child, now, now + a_moment);
        open(town, elsewhere, child, now, now + a_moment);
        CHECK(knock(Role::school_lead) == Answer::hidden);
        CHECK(knock(Role::agency_worker) == Answer::hidden);
        CHECK(town.emergency_looks(child) == 1);
    });
}

TEST_CASE("no list, search or file shows a child whose record somebody opened in an emergency")
{
    for_each_engine([](World& world) {
        const TwoAuthorities town{world};
        const House house{town, app::all_routes()};
        const PlantedChild& child = town.child("whom nobody has a reason to see");
        const Visitor& visitor = town.visitor(Role::school_lead);
        open(town, visitor, child, world.context.now, world.context.now + a_moment);
        CHECK(house.ask(visitor, Method::get, address_of(pupils::emergency_page, town, child)).body.find(child.mark) != std::string::npos);
        for (const Route& route : app::all_routes()) {
            if (route.method != Method::get || names_a_child(route.path, town)) continue;
            const std::string address = address_of(route.path, town, child);
            INFO("GET " << address);
            const Response answer = house.ask(visitor, Method::get, address);
            for (const std::string& sign : child.signs()) CHECK(answer.body.find(sign) == std::string::npos);
        }
    });
}

TEST_CASE("the page of an emergency shows whom to ring, and never where a child lives; where a protected child learns neither")
{
    for_each_engine([](World& world) {
        const TwoAuthorities town{world};
        const House house{town, app::all_routes()};
        Context& context = world.context;
        const Visitor& visitor = town.visitor(Role::agency_worker);
        for (const bool is_protected : {false, true}) {
            const std::string reference = is_protected ? "QZ-PR" : "QZ-OP";
            pupils::PupilId kai;
            do_in(context, [&](Transaction& tx) {
                kai = pupils::create_pupil(context, {.first_name = "Kofi", .last_name = "Mensah", .known_as = "Kai", .born = date(2012, 5, 4), .address = "7 Quiet Street",
                                                     .postcode = "HD1 1AA", .address_protected = is_protected,
                                                     .roll = pupils::NewEnrolment{.school = {Id::from_words("Northgate School")}, .year_group = 9, .from = date(2026, 9, 2)},
                                                     .reference = reference}).value();
                CHECK(pupils::add_contact(context, kai, {.name = "Abena Mensah", .relation = "Mother", .parental_responsibility = true, .telephone = "01632 960777"}).has_value());
                CHECK(pupils::record_circumstance(context, kai, {.kind = pupils::CircumstanceKind::youth_justice, .days = {date(2026, 9, 2), {}}}).has_value());
                CHECK(pupils::record_circumstance(context, kai, {.kind = pupils::CircumstanceKind::medical, .note = "Carries an inhaler", .days = {date(2026, 9, 2), {}}}).has_value());
                (void)tx;
            });
            const PlantedChild planted{.name = "Kai", .id = kai.value, .mark = "Kai", .in_paths = {}};
            open(town, visitor, planted, context.now, context.now + a_moment);
            const auto answer = house.ask(visitor, Method::get, "/pupils/" + reference + "/emergency");
            CHECK(answer.status == 200);
            const auto shows = [&](std::string_view words) { return answer.body.find(words) != std::string::npos; };
            for (const auto* seen : {"Kai Mensah", "Abena Mensah", "01632", "Carries an inhaler"}) CHECK_MESSAGE(shows(seen), seen);
            for (const auto* hidden : {"Quiet Street", "HD1 1AA", "outh justice"}) CHECK_MESSAGE(!shows(hidden), hidden);
            CHECK(shows("Northgate School") != is_protected);
        }
    });
}
