// What is kept of people: accounts, roles in force, sign-ins that end, tries, drafts.
#include <doctest/doctest.h>

#include "people/store/drafts.hpp"
#include "people/store/organisations.hpp"
#include "people/store/sign_ins.hpp"
#include "people/store/users.hpp"
#include "support/engines.hpp"

using namespace waymark;
using namespace waymark::people;
using namespace waymark::testing;

namespace {

const UserId sam{Id::from_words("Sam Okoro")};
const OrganisationId academy{Id::from_words("Marsh Lane Academy")};
const MembershipId as_lead{Id::from_words("Sam as lead")};

template <class F>
void write(Context& context, F&& work)
{
    const auto done = context.in_transaction([&](Transaction& tx) -> Result<void> {
        work(tx);
        return {};
    });
    REQUIRE(done.has_value());
}

/// Sam leads inclusion at the academy, and sat on the panel until last week.
void bring_sam(World& world)
{
    write(world.context, [](Transaction& tx) {
        insert_organisation(tx, {.id = academy, .name = "Marsh Lane Academy", .urn = "900001", .phase = Phase::secondary});
        insert_user(tx, {.id = sam, .name = "Sam Okoro", .email = " Sam.Okoro@MarshLane.example", .demonstration = "Refers pupils"});
        insert_membership(tx, {.id = as_lead, .user = sam, .organisation = academy, .role = Role::school_lead, .period = {date(2024, 9, 1), {}}});
        insert_membership(tx, {.id = {Id::from_words("Sam on the panel")}, .user = sam, .organisation = academy, .role = Role::panel_member,
                               .period = {date(2023, 9, 1), date(2026, 11, 16)}});
    });
}

}  // namespace

TEST_CASE("a person is found by their address however it is typed, in their own authority only")
{
    for_each_engine([](World& world) {
        bring_sam(world);
        const auto found = world.context.read([](Transaction& tx) { return user_by_email(tx, "SAM.okoro@marshlane.example "); });
        REQUIRE(found.has_value());
        CHECK(found->name == "Sam Okoro");
        CHECK(found->password_hash.empty());
        Context elsewhere = world.of_authority("991");
        CHECK_FALSE(elsewhere.read([](Transaction& tx) { return user_by_email(tx, "sam.okoro@marshlane.example"); }).has_value());
        CHECK_FALSE(elsewhere.read([](Transaction& tx) { return organisation(tx, academy); }).has_value());
    });
}

TEST_CASE("only roles that hold today are listed")
{
    for_each_engine([](World& world) {
        bring_sam(world);
        const auto roles = world.context.read([](Transaction& tx) { return memberships_of(tx, sam); });
        REQUIRE(roles.size() == 1);
        CHECK(roles.front().role == Role::school_lead);
        CHECK(roles.front().organisation_name == "Marsh Lane Academy");
        const auto people = world.context.read([](Transaction& tx) { return people_to_sign_in_as(tx); });
        REQUIRE(people.size() == 1);
        CHECK(people.front().can_show == "Refers pupils");
        CHECK(people.front().memberships.size() == 1);
    });
}

TEST_CASE("a sign-in is known by its token until it ends, lies idle or is a day's work old")
{
    for_each_engine([](World& world) {
        bring_sam(world);
        auto& context = world.context;
        std::string token;
        write(context, [&](Transaction& tx) { token = start_sign_in(tx, sam, as_lead, "127.0.0.1"); });
        const auto known_at = [&](std::chrono::milliseconds later, std::string_view shown) {
            Context then{world.database, "990", context.today, context.now + later};
            return then.read([&](Transaction& tx) { return sign_in_by_token(tx, shown); });
        };
        const auto found = known_at(std::chrono::minutes{30} - std::chrono::milliseconds{1}, token);
        REQUIRE(found.has_value());
        CHECK(found->who.user == sam);
        CHECK(found->who.role == Role::school_lead);
        CHECK(found->who.organisation == academy);
        CHECK_FALSE(found->csrf_token.empty());
        CHECK_FALSE(known_at(std::chrono::minutes{0}, "another").has_value());
        CHECK_FALSE(known_at(std::chrono::minutes{30}, token).has_value());

        for (const auto& [chosen, holds] : {std::pair{"45", 45}, {"15", 15}, {"60", 60}, {"14", 30}, {"61", 30}, {"soon", 30}}) {
            CAPTURE(chosen);
            write(context, [&](Transaction& tx) { set_authority_setting(tx, "idle_minutes", chosen, tx.today()); });
            CHECK(known_at(std::chrono::minutes{holds} - std::chrono::milliseconds{1}, token).has_value());
            CHECK_FALSE(known_at(std::chrono::minutes{holds}, token).has_value());
        }

        // Used every quarter of an hour, it still ends after twelve hours.
        for (auto later = std::chrono::minutes{15}; later < std::chrono::hours{12}; later += std::chrono::minutes{15}) {
            Context then{world.database, "990", context.today, context.now + later};
            write(then, [&](Transaction& tx) { note_seen(tx, token); });
        }
        CHECK(known_at(std::chrono::hours{12} - std::chrono::minutes{1}, token).has_value());
        CHECK_FALSE(known_at(std::chrono::hours{12}, token).has_value());

        write(context, [&](Transaction& tx) { end_sign_in(tx, token); });
        CHECK_FALSE(known_at(std::chrono::minutes{1}, token).has_value());
    });
}

TEST_CASE("a sign-in ends with the role it acts in")
{
    for_each_engine([](World& world) {
        bring_sam(world);
        auto& context = world.context;
        std::string token;
        write(context, [&](Transaction& tx) { token = start_sign_in(tx, sam, {Id::from_words("Sam on the panel")}, "127.0.0.1"); });
        CHECK_FALSE(context.read([&](Transaction& tx) { return sign_in_by_token(tx, token); }).has_value());
        write(context, [&](Transaction& tx) { act_as(tx, token, sam, as_lead); });
        CHECK(context.read([&](Transaction& tx) { return sign_in_by_token(tx, token); }).has_value());
    });
}

TEST_CASE("failed tries count for the account until it succeeds, and for the address all the same")
{
    for_each_engine([](World& world) {
        auto& context = world.context;
        write(context, [](Transaction& tx) {
            note_attempt(tx, "a@x.example", "10.0.0.1", false);
            note_attempt(tx, "A@x.example", "10.0.0.1", false);
            note_attempt(tx, "b@x.example", "10.0.0.1", false);
        });
        const auto tries = context.read([](Transaction& tx) { return failed_tries(tx, "a@x.example", "10.0.0.1"); });
        CHECK(tries.of_account == 2);
        CHECK(tries.of_address == 3);
        CHECK(tries.last_of_account == context.now);
        Context later{world.database, "990", context.today, context.now + std::chrono::minutes{1}};
        write(later, [](Transaction& tx) { note_attempt(tx, "a@x.example", "10.0.0.1", true); });
        const auto after = later.read([](Transaction& tx) { return failed_tries(tx, "a@x.example", "10.0.0.1"); });
        CHECK(after.of_account == 0);
        CHECK(after.of_address == 3);
        Context next_day{world.database, "990", context.today, context.now + std::chrono::hours{24}};
        CHECK(next_day.read([](Transaction& tx) { return failed_tries(tx, "a@x.example", "10.0.0.1"); }).of_address == 0);
    });
}

TEST_CASE("a draft keeps what was typed, in its order, without secrets, for its writer alone")
{
    for_each_engine([](World& world) {
        auto& context = world.context;
        const Form typed{.values = {{"csrf_token", "t"}, {"need", "a"}, {"need", "b"}, {"new_password", "p"}, {"words", "\"I\n\xE2\x98\x83\""}}};
        write(context, [&](Transaction& tx) { save_draft(tx, "referral-1", Form{.values = {{"need", "old"}}}); });
        write(context, [&](Transaction& tx) { save_draft(tx, "referral-1", typed); });
        const auto draft = context.read([](Transaction& tx) { return load_draft(tx, "referral-1"); });
        REQUIRE(draft.has_value());
        CHECK(draft->form.values == std::vector<std::pair<std::string, std::string>>{{"need", "a"}, {"need", "b"}, {"words", "\"I\n\xE2\x98\x83\""}});
        CHECK(draft->saved_at == context.now);

        bring_sam(world);
        Context of_sam{world.database, "990", context.today, context.now};
        of_sam.who.user = sam;
        CHECK_FALSE(of_sam.read([](Transaction& tx) { return load_draft(tx, "referral-1"); }).has_value());
        write(context, [](Transaction& tx) { discard_draft(tx, "referral-1"); });
        CHECK_FALSE(context.read([](Transaction& tx) { return load_draft(tx, "referral-1"); }).has_value());
    });
}

TEST_CASE("an authority's own choice holds from its day on")
{
    for_each_engine([](World& world) {
        auto& context = world.context;
        write(context, [](Transaction& tx) {
            set_authority_setting(tx, "offer_days", "5", date(2026, 1, 1));
            set_authority_setting(tx, "offer_days", "3", date(2026, 11, 23));
        });
        const auto on = [&](Date day) { return context.read([&](Transaction& tx) { return authority_setting(tx, "offer_days", day); }); };
        CHECK_FALSE(on(date(2025, 12, 31)).has_value());
        CHECK(on(date(2026, 11, 22)) == "5");
        CHECK(on(date(2026, 11, 23)) == "3");
    });
}
