// A family's link at the real doors: the second fact, one browser, one child, and what ends it.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "access/door.hpp"
#include "app/routes.hpp"
#include "family/store/links.hpp"
#include "platform/access/cookies.hpp"
#include "platform/audit/view_log.hpp"
#include "pupils/actions/restrict_contact.hpp"
#include "pupils/store/pupils.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

struct Doorstep {
    explicit Doorstep(World& opened) : world{opened}, town{opened}, house{town, app::all_routes()}
    {
        browser.name = "a parent";
        browser.mark = "mark-of-a-parent";
        browser.form_token = access::visitor_csrf_token(browser.mark);
    }
    [[nodiscard]] std::string address(std::string_view part = {}) const { return "/f/" + child.in_paths.at("family") + std::string{part}; }
    [[nodiscard]] Date born() const
    {
        return world.context.read([&](Transaction& tx) { return pupils::find_pupil(tx, pupils::PupilId{child.id})->born; });
    }
    Response type_date(const Visitor& who, Date day)
    {
        return house.ask(who, Method::post, address("/open"), FormToken::sent,
                         fmt::format("born-day={}&born-month={}&born-year={}", day_of_month(day), month_of(day), year_of(day)));
    }
    /// A browser that has opened the link.
    Visitor let_in()
    {
        const Response opened = type_date(browser, born());
        REQUIRE(opened.status == 303);
        const std::string cookie{opened.header("Set-Cookie")};
        Visitor reader = browser;
        reader.family_of = child.name;
        reader.family_link = child.in_paths.at("family");
        reader.family_secret = cookie.substr(cookie.find('=') + 1, cookie.find(';') - cookie.find('=') - 1);
        return reader;
    }
    [[nodiscard]] bool sees(const Visitor& who) const { return house.ask(who, Method::get, address()).status == 200; }

    World& world;
    TwoAuthorities town;
    House house;
    const PlantedChild& child = town.child("of other organisations");
    Visitor browser{};
};

/// The page without what differs from one answer to the next: the token in its address.
std::string without(std::string page, const std::string& token)
{
    for (std::size_t at = 0; (at = page.find(token)) != std::string::npos;) page.erase(at, token.size());
    return page;
}

}  // namespace

TEST_CASE("a family’s link opens with the child’s date of birth, in the browser that typed it and in no other, and once")
{
    for_each_engine([](World& world) {
        Doorstep there{world};
        CHECK(there.house.ask(there.browser, Method::get, there.address()).header("Location") == there.address("/open"));
        CHECK(there.house.ask(there.browser, Method::get, there.address("/open")).status == 200);
        CHECK_FALSE(there.house.ask(there.browser, Method::get, there.address("/open")).body.contains(there.child.mark));
        CHECK(there.type_date(there.browser, there.born() + Days{1}).status == 422);
        const Visitor reader = there.let_in();
        CHECK(there.sees(reader));
        CHECK_FALSE(there.sees(there.browser));
        CHECK(there.house.ask(there.browser, Method::get, there.address("/open")).status == 410);
        CHECK(there.type_date(there.browser, there.born()).status == 410);
        Visitor guesser = reader;
        guesser.family_secret = "another-secret";
        CHECK_FALSE(there.sees(guesser));
    });
}

TEST_CASE("five wrong dates close the link: the right one opens it no more")
{
    for_each_engine([](World& world) {
        Doorstep there{world};
        for (int time = 1; time < 5; ++time) CHECK(there.type_date(there.browser, there.born() + Days{time}).status == 422);
        CHECK(there.type_date(there.browser, there.born() + Days{5}).status == 410);
        CHECK(there.type_date(there.browser, there.born()).status == 410);
    });
}

TEST_CASE("a link that is used, one that never was, and one that somebody asks to renew read the same but for their own address")
{
    for_each_engine([](World& world) {
        Doorstep there{world};
        (void)there.let_in();
        const std::string used = there.child.in_paths.at("family"), never = "never-was";
        for (const auto& [method, part] : {std::pair{Method::get, "/open"}, {Method::post, "/open"}, {Method::post, "/new-link"}}) {
            const Response one = there.house.ask(there.browser, method, "/f/" + used + part), other = there.house.ask(there.browser, method, "/f/" + never + part);
            CHECK(one.status == other.status);
            CHECK(without(one.body, used) == without(other.body, never));
        }
    });
}

TEST_CASE("the look of a family is in the log under its reader, as family, and the child’s last name is not on the page")
{
    for_each_engine([](World& world) {
        Doorstep there{world};
        const Visitor reader = there.let_in();
        CHECK(there.sees(reader));
        world.context.read([&](Transaction& tx) {
            const auto looks = audit::views_of(tx, there.child.id, tx.now() + std::chrono::milliseconds{1});
            REQUIRE_FALSE(looks.empty());
            CHECK(looks.front().acting_as == "family");
            CHECK(looks.front().actor == UserId{*Id::parse(there.child.in_paths.at("contact"))});
            CHECK(looks.front().what == "family");
        });
    });
}

TEST_CASE("what a court forbids today ends the visit at once, as does somebody who works with the child, or leaving")
{
    for_each_engine([](World& world) {
        Doorstep there{world};
        const Visitor reader = there.let_in();
        const Id contact = *Id::parse(there.child.in_paths.at("contact"));
        REQUIRE(pupils::restrict_contact(world.context, pupils::PupilId{there.child.id},
                                         {.contact = contact, .kind = pupils::RestrictionKind::address_not_given, .source = "Prohibited steps order", .days = {world.context.today, {}}}));
        CHECK_FALSE(there.sees(reader));
    });
    for_each_engine([](World& world) {
        Doorstep there{world};
        const Visitor reader = there.let_in();
        const auto end = fmt::format("/pupils/{}/people/{}/link/end", there.child.in_paths.at("pupil"), there.child.in_paths.at("contact"));
        CHECK(there.house.ask(there.town.visitor(Role::commissioner), Method::post, end).status == 303);
        CHECK_FALSE(there.sees(reader));
    });
    for_each_engine([](World& world) {
        Doorstep there{world};
        const Visitor reader = there.let_in();
        CHECK(there.house.ask(reader, Method::post, there.address("/leave")).status == 200);
        CHECK_FALSE(there.sees(reader));
    });
}

TEST_CASE("whoever reads on stays in: each look moves the half hour, and half an hour without one is the end")
{
    for_each_engine([](World& world) {
        Doorstep there{world};
        const Visitor reader = there.let_in();
        const auto sees_after = [&](std::chrono::minutes later) {
            world.context.now += later;
            return House{there.town, app::all_routes()}.ask(reader, Method::get, there.address()).status == 200;
        };
        CHECK(sees_after(std::chrono::minutes{29}));
        CHECK(sees_after(std::chrono::minutes{29}));
        CHECK_FALSE(sees_after(std::chrono::minutes{30}));
    });
}

TEST_CASE("a link of another authority is none here")
{
    for_each_engine([](World& world) {
        Doorstep there{world};
        const auto theirs = "/f/" + there.town.child("of another authority").in_paths.at("family") + "/open";
        CHECK(there.house.ask(there.browser, Method::get, theirs).status == 410);
    });
}

TEST_CASE("a reader’s browser, with what it holds, opens no page of the people who work with the child")
{
    for_each_engine([](World& world) {
        Doorstep there{world};
        const Visitor reader = there.let_in();
        for (const auto* page : {"/pupils/{pupil}", "/pupils/{pupil}/access", "/referrals/{referral}", "/api/v1/pupils/{pupil}"})
            CHECK(there.house.knock(reader, Method::get, address_of(page, there.town, there.child)) == Answer::sign_in);
    });
}
