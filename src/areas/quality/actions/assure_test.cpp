// What people do about a provider's quality, and what the status says after it.
#include "quality/actions/assure.hpp"

#include <doctest/doctest.h>

#include "platform/audit/trail.hpp"
#include "support/directory_world.hpp"
#include "support/engines.hpp"

namespace waymark::quality {
using namespace waymark::testing;
namespace {

Status status_of(World& world)
{
    return world.context.read([&](Transaction& tx) { return assurance_of(tx, greenways_id(), tx.today()).status; });
}

RecordVisit good_visit()
{
    return {.provider = greenways_id(), .facts = {date(2026, 11, 20), VisitKind::initial, 0, 75}, .officer = "Jo Lindley", .announced = true, .summary = ""};
}

void act_as_greenways(World& world)
{
    world.context.who.role = Role::provider_manager;
    world.context.who.organisation = greenways_id();
}

constexpr std::string_view small_pdf = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";

}  // namespace

TEST_CASE("a recorded visit assures a provider, and stands in its history")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        CHECK(code_of(record_visit(world.context, good_visit())) == "");
        CHECK(status_of(world) == Status::assured);
        world.context.read([](Transaction& tx) {
            const auto events = audit::history(tx, greenways_id().value);
            REQUIRE(events.size() == 1);
            CHECK(events[0].verb == "visited");
        });
        RecordVisit tomorrow = good_visit();
        tomorrow.facts.held_on = world.context.today + Days{1};
        CHECK(code_of(record_visit(world.context, tomorrow)) == "quality.visit_in_future");
    });
}

TEST_CASE("a provider is suspended once, and stands as before when that is lifted")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        REQUIRE(record_visit(world.context, good_visit()));
        CHECK(code_of(suspend_provider(world.context, greenways_id(), world.context.today, " ")) == "quality.reason_missing");
        CHECK(code_of(suspend_provider(world.context, greenways_id(), world.context.today, "An allegation.")) == "");
        CHECK(status_of(world) == Status::suspended);
        CHECK(code_of(suspend_provider(world.context, greenways_id(), world.context.today, "Again.")) == "quality.suspended_already");
        world.context.today += Days{2};
        CHECK(code_of(lift_suspension(world.context, greenways_id(), "Nothing was found.")) == "");
        CHECK(status_of(world) == Status::assured);
        CHECK(code_of(lift_suspension(world.context, greenways_id(), "Again.")) == "quality.not_suspended");
    });
}

TEST_CASE("a provider adds its own document, which counts once the authority has verified it")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        const Who priya = world.context.who;
        act_as_greenways(world);
        AddDocument insurance{.provider = greenways_id(), .kind = DocumentKind::insurance, .name = "Policy 2026", .issued_on = date(2026, 9, 1),
                              .expires_on = date(2027, 8, 31), .file_name = "policy.pdf", .file_bytes = std::string{small_pdf}};
        const auto added = add_document(world.context, insurance);
        REQUIRE(code_of(added) == "");
        CHECK(code_of(verify_document(world.context, *added, 1)) == "quality.authority_only");
        insurance.provider = beacon_id();
        CHECK(code_of(add_document(world.context, insurance)) == "quality.no_such_provider");

        world.context.who = priya;
        CHECK(code_of(verify_document(world.context, *added, 1)) == "");
        CHECK(code_of(verify_document(world.context, *added, 1)) == "quality.document_stale");
    });
}

TEST_CASE("what is missing from a document is said at once")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        act_as_greenways(world);
        const auto outcome = add_document(world.context, {.provider = greenways_id(), .kind = DocumentKind::insurance, .name = "",
                                                          .issued_on = date(2026, 9, 1), .expires_on = {}, .file_name = "", .file_bytes = ""});
        REQUIRE_FALSE(outcome);
        CHECK(outcome.error().has("quality.document_name_missing"));
        CHECK(outcome.error().has("quality.expiry_missing"));
        CHECK(outcome.error().has("quality.document_file_missing"));
    });
}

}  // namespace waymark::quality
