// From the latest area to the first, since a later one's rows refer to those of earlier ones.
#include "sharing/actions/erase_record.hpp"

#include "attendance/store/erase.hpp"
#include "clocks/store/erase.hpp"
#include "family/store/erase.hpp"
#include "foundation/json.hpp"
#include "foundation/text.hpp"
#include "panel/store/erase.hpp"
#include "people/store/drafts.hpp"
#include "people/store/law_choices.hpp"
#include "placements/store/erase.hpp"
#include "platform/audit/trail.hpp"
#include "platform/documents/documents.hpp"
#include "pupils/store/erase.hpp"
#include "referrals/store/erase.hpp"
#include "reviews/store/erase.hpp"
#include "sharing/store/kept_children.hpp"
#include "tasks/store/erase.hpp"
#include "voice/store/erase.hpp"

namespace waymark::sharing {
namespace {

void erase_drafts(Transaction& tx, const KeptChild& child)
{
    people::erase_drafts_about(tx, child.reference);
    for (const Id record : records_of(tx, child.pupil)) people::erase_drafts_about(tx, record.text());
}

void erase_everywhere(Transaction& tx, PupilId pupil)
{
    erase_pupil(tx, pupil);
    family::erase_pupil(tx, pupil.value);
    clocks::erase_pupil(tx, pupil.value);
    reviews::erase_pupil(tx, pupil.value);
    attendance::erase_pupil(tx, pupil.value);
    placements::erase_pupil(tx, pupil.value);
    panel::erase_pupil(tx, pupil.value);
    referrals::erase_pupil(tx, pupil.value);
    voice::erase_pupil(tx, pupil.value);
    tasks::erase_pupil(tx, pupil.value);
    documents::erase_of_pupil(tx, pupil.value);
    pupils::erase_pupil(tx, pupil.value);
}

/// The words stay out of `reason`, which the child’s timeline shows to everybody who sees the child.
Event about_hold(PupilId pupil, std::string verb, std::string_view why)
{
    return {.verb = std::move(verb), .entity = "pupil", .about = pupil.value, .pupil = pupil.value, .before = {}, .after = json_text({{"why", trimmed(why)}}), .reason = {}};
}

}  // namespace

Result<void> erase_record(Context& context, PupilId pupil, const ErasureAsked& asked)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto child = kept_child(tx, pupil);
        if (!child) return not_found("pupil.not_found", "There is no such page.");
        TRY(problems_with_erasure(*child, asked, context.today, people::law_for(tx, context.today)).as_result());
        insert_erasure(tx, *child, asked.ground, trimmed(asked.reason));
        erase_drafts(tx, *child);
        begin_erasure(tx, pupil);
        erase_everywhere(tx, pupil);
        end_erasure(tx, pupil);
        return audit::erase_details(tx, pupil.value, trimmed(asked.reason));
    });
}

Result<void> place_hold(Context& context, PupilId pupil, std::string_view reason)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        if (!kept_child(tx, pupil)) return not_found("pupil.not_found", "There is no such page.");
        if (trimmed(reason).empty()) return refused("hold.reason_missing", "Write why nothing may be erased: which claim, inquiry or complaint.", "reason");
        if (!insert_hold(tx, pupil, trimmed(reason))) return refused("hold.twice", "A legal hold stands already.");
        return tx.record(about_hold(pupil, "held", reason));
    });
}

Result<void> end_hold(Context& context, PupilId pupil, std::string_view reason)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        if (trimmed(reason).empty()) return refused("hold.reason_missing", "Write why the hold ends.", "reason");
        if (!end_hold(tx, pupil, trimmed(reason))) return not_found("hold.none", "No legal hold stands any more.");
        return tx.record(about_hold(pupil, "let_go", reason));
    });
}

}  // namespace waymark::sharing
