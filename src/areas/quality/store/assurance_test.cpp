// The evidence as it is kept, and the status worked out from it, on both engines.
#include "quality/store/assurance.hpp"

#include <doctest/doctest.h>

#include "support/directory_world.hpp"
#include "support/engines.hpp"

namespace waymark::quality {
using namespace waymark::testing;

TEST_CASE("a visit makes a provider assured, a suspension outranks it and ends when it is lifted")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        const auto outcome = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            insert_visit(tx, {.id = tx.new_id<VisitId>(), .provider = greenways_id(),
                              .facts = {date(2026, 9, 14), VisitKind::annual, 0, 82}, .officer = "Jo Lindley", .announced = false});
            CHECK(assurance_of(tx, greenways_id(), tx.today()).status == Status::assured);
            insert_suspension(tx, {tx.new_id<SuspensionId>(), greenways_id(), {{tx.today() - Days{3}, std::nullopt}, "Looked into."}});
            CHECK(assurance_of_all(tx, tx.today()).at(greenways_id()).status == Status::suspended);
            CHECK(end_suspensions(tx, greenways_id(), tx.today() - Days{1}) == 1);
            CHECK(assurance_of(tx, greenways_id(), tx.today()).status == Status::assured);
            CHECK(visits(tx, greenways_id()).front().officer == "Jo Lindley");
            return {};
        });
        CHECK(code_of(outcome) == "");
    });
}

TEST_CASE("a document counts from the day it is verified, and is verified once")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        const auto outcome = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            const auto id = tx.new_id<ComplianceDocumentId>();
            insert_document(tx, {.id = id, .provider = greenways_id(),
                                 .facts = {DocumentKind::insurance, date(2026, 9, 1), date(2027, 8, 31), std::nullopt}, .name = "Policy 2026"},
                            false);
            const auto waiting = find_document(tx, id).value();
            CHECK_FALSE(is_current(waiting.facts, tx.today()));
            TRY(verify_document(tx, id, waiting.version));
            const auto verified = find_document(tx, id).value();
            CHECK(is_current(verified.facts, tx.today()));
            CHECK(verified.verified_by == "Priya Raman");
            CHECK(code_of(verify_document(tx, id, waiting.version)) == "quality.document_stale");
            return {};
        });
        CHECK(code_of(outcome) == "");
    });
}

}  // namespace waymark::quality
