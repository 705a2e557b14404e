// Reading, writing and moving referrals.
#include "referrals/store/referrals.hpp"

#include "people/store/changed_meanwhile.hpp"
#include "referrals/rules/states.hpp"
#include "referrals/store/referrals.sql.hpp"
#include "tasks/store/tasks.hpp"

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

void save_reasons(Transaction& tx, const Referral& referral)
{
    tx.run(sql::clear_reasons, {{"referral", referral.id}});
    for (const Reason reason : referral.reasons) tx.run(sql::insert_reason, {{"referral", referral.id}, {"reason", reason}});
}

std::unexpected<Problems> changed_meanwhile(Transaction& tx, ReferralId id)
{
    return people::changed_meanwhile(tx, id.value, "referral.changed_meanwhile", "referral");
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
    if (referral->version != seen_version) return changed_meanwhile(tx, id);
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
    if (changed != 1) return changed_meanwhile(tx, referral.id);
    // What this area asked for in the state that is left is done, or not needed any more; the tasks of others are theirs.
    for (const auto kind : {"referral_triage", "referral_question", "referral_for_agenda", "outreach_wanted", "emergency_place"})
        tasks::close_tasks_about(tx, referral.id.value, kind, next == State::withdrawn ? tasks::State::no_longer_needed : tasks::State::done);
    if (!is_open(next)) tasks::close_tasks_about(tx, referral.pupil.value, "section_19_decision");
    return *find_referral(tx, referral.id);
}

std::optional<ReferralId> open_referral_of(Transaction& tx, PupilId pupil)
{
    return tx.maybe_one(sql::open_referral_of, {{"pupil", pupil}}, [](const Row& row) { return row.id<ReferralId>("id"); });
}

std::vector<Referral> referrals_of(Transaction& tx, PupilId pupil, const Who& who)
{
    return tx.all(sql::referrals_of_pupil, {{"pupil", pupil}, {"organisation", who.organisation}}, read_referral);
}

bool insert_referral(Transaction& tx, const Referral& referral)
{
    const auto inserted = tx.run(sql::insert_referral, {{"id", referral.id},
                                                        {"reference", referral.reference},
                                                        {"pupil", referral.pupil},
                                                        {"organisation", referral.organisation},
                                                        {"primary_reason", referral.primary_reason},
                                                        {"need_since", referral.need_since}});
    if (inserted != 1) return false;
    save_reasons(tx, referral);
    return true;
}

Result<void> save_sections(Transaction& tx, const Referral& referral, int seen_version)
{
    const auto saved = tx.run(sql::save_sections, {{"referral", referral.id},
                                                   {"seen_version", seen_version},
                                                   {"primary_reason", referral.primary_reason},
                                                   {"requested_category", referral.requested_category},
                                                   {"urgency", referral.urgency},
                                                   {"need_since", referral.need_since},
                                                   {"minutes_now", referral.minutes_now},
                                                   {"what_was_tried", referral.what_was_tried},
                                                   {"strengths", referral.strengths},
                                                   {"needs", referral.needs},
                                                   {"risks", referral.risks},
                                                   {"child_view", referral.child_view},
                                                   {"child_view_method", referral.child_view_method},
                                                   {"family_view", referral.family_view},
                                                   {"family_told_on", referral.family_told_on}});
    if (saved != 1) return changed_meanwhile(tx, referral.id);
    save_reasons(tx, referral);
    return {};
}

void mark_sent(Transaction& tx, ReferralId id, std::string_view declared_by)
{
    tx.run(sql::mark_sent, {{"referral", id}, {"declared_by", declared_by}});
}

void set_urgency(Transaction& tx, ReferralId id, Urgency urgency)
{
    tx.run(sql::set_urgency, {{"referral", id}, {"urgency", urgency}});
}

SectionStates section_states(Transaction& tx, ReferralId id)
{
    SectionStates states;
    tx.each(sql::section_states, {{"referral", id}},
            [&](const Row& row) { states[row.one_of<Section>("section")] = row.one_of<SectionState>("state"); });
    return states;
}

void set_section_state(Transaction& tx, ReferralId id, Section section, SectionState state)
{
    expects(state != SectionState::not_started);
    tx.run(sql::set_section_state, {{"referral", id}, {"section", section}, {"state", state}});
}

std::vector<Category> categories(Transaction& tx)
{
    return tx.all(sql::categories, {}, [](const Row& row) {
        return Category{.id = row.text("id"),
                        .name = row.text("name"),
                        .description = row.text("description"),
                        .treatment_plan_required = row.boolean("treatment_plan_required")};
    });
}

}  // namespace waymark::referrals
