// Reading and moving referrals.
#include "referrals/store/referrals.hpp"

#include "referrals/rules/states.hpp"
#include "referrals/store/referrals.sql.hpp"

namespace waymark::referrals {
namespace {

Referral read_referral(const Row& row)
{
    return {
        .id = row.id<ReferralId>("id"),
        .reference = row.text("reference"),
        .pupil = row.id<PupilId>("pupil_id"),
        .organisation = row.id<OrganisationId>("organisation_id"),
        .organisation_name = row.text("organisation_name"),
        .state = row.one_of<State>("state"),
        .primary_reason = row.maybe_one_of<Reason>("primary_reason"),
        .requested_category = row.maybe_text("requested_category"),
        .urgency = row.one_of<Urgency>("urgency"),
        .need_since = row.maybe_date("need_since"),
        .minutes_now = row.maybe_number("hours_now"),
        .what_was_tried = row.text("what_was_tried"),
        .strengths = row.text("strengths"),
        .needs = row.text("needs"),
        .risks = row.text("risks"),
        .child_view = row.text("child_view"),
        .child_view_method = row.maybe_one_of<ViewMethod>("child_view_method"),
        .family_view = row.text("family_view"),
        .family_told_on = row.maybe_date("family_told_on"),
        .declared_by = row.text_or_empty("declared_by"),
        .authority_told_on = row.maybe_date("authority_told_on"),
        .sent_at = row.maybe_instant("sent_at"),
        .decided_on = row.maybe_date("decided_on"),
        .withdrawn_reason = row.text_or_empty("withdrawn_reason"),
        .with_role = row.one_of<Role>("with_role"),
        .created_by = row.id<UserId>("created_by"),
        .version = row.number("version"),
    };
}

std::unexpected<Problems> changed_meanwhile()
{
    return stale("referral.changed_meanwhile", "Somebody changed this referral while you had it open.");
}

}  // namespace

std::optional<Referral> find_referral(Transaction& tx, ReferralId id)
{
    auto referral = tx.maybe_one(sql::referral_by_id, {{"referral", id}}, read_referral);
    if (referral)
        referral->reasons = tx.all(sql::reasons_of_referral, {{"referral", id}},
                                   [](const Row& row) { return row.one_of<Reason>("reason"); });
    return referral;
}

Result<Referral> find_for_update(Transaction& tx, ReferralId id, int seen_version)
{
    auto referral = find_referral(tx, id);
    if (!referral) return not_found("referral.not_found", "There is no such referral.");
    if (referral->version != seen_version) return changed_meanwhile();
    return *std::move(referral);
}

Result<Referral> set_state(Transaction& tx, const Referral& referral, State next, std::optional<std::string> withdrawn_reason)
{
    TRY(check_can_become(referral.state, next));
    const auto changed = tx.run(sql::set_referral_state, {{"referral", referral.id},
                                                          {"state", next},
                                                          {"with_role", with_whom(next)},
                                                          {"withdrawn_reason", withdrawn_reason},
                                                          {"seen_version", referral.version}});
    if (changed != 1) return changed_meanwhile();
    return *find_referral(tx, referral.id);
}

std::vector<QueuedReferral> queue_ready_for_panel(Transaction& tx)
{
    return tx.all(sql::queue_ready_for_panel, {}, [](const Row& row) {
        return QueuedReferral{
            .id = row.id<ReferralId>("id"),
            .reference = row.text("reference"),
            .pupil = row.id<PupilId>("pupil_id"),
            .pupil_reference = row.text("pupil_reference"),
            .pupil_name = row.text("known_as") + " " + row.text("last_name"),
            .organisation_name = row.text("organisation_name"),
            .urgency = row.one_of<Urgency>("urgency"),
            .primary_reason = row.maybe_one_of<Reason>("primary_reason"),
            .route = row.maybe_one_of<Route>("route"),
            .authority_told_on = row.maybe_date("authority_told_on"),
            .sent_at = row.maybe_instant("sent_at"),
        };
    });
}

}  // namespace waymark::referrals
