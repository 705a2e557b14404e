// Starting, saving, attaching.
#include "referrals/actions/write_referral.hpp"

#include <algorithm>

#include "pupils/rules/day_six.hpp"
#include "pupils/store/pupils.hpp"
#include "referrals/store/referrals.hpp"

namespace waymark::referrals {
namespace {

std::optional<Reason> reason_of(pupils::CircumstanceKind kind)
{
    switch (kind) {
    case pupils::CircumstanceKind::young_carer: return Reason::young_carer;
    case pupils::CircumstanceKind::youth_justice: return Reason::youth_justice;
    case pupils::CircumstanceKind::medical: return Reason::medical;
    case pupils::CircumstanceKind::looked_after:
    case pupils::CircumstanceKind::previously_looked_after:
    case pupils::CircumstanceKind::child_in_need:
    case pupils::CircumstanceKind::protection_plan:
    case pupils::CircumstanceKind::fsm:
    case pupils::CircumstanceKind::eal:
    case pupils::CircumstanceKind::social_worker: return std::nullopt;
    }
    return std::nullopt;
}

/// What the record says already, so that nobody is asked for it again.
Referral with_known_reasons(Transaction& tx, Referral referral, const pupils::PupilSummary& pupil)
{
    const auto exclusions = pupils::exclusions_of(tx, pupil.id);
    if (const auto* exclusion = pupils::standing_exclusion(exclusions)) {
        referral.reasons.push_back(Reason::excluded);
        referral.primary_reason = Reason::excluded;
        referral.need_since = exclusion->first_day;
    } else if (!pupil.school) {
        referral.reasons.push_back(Reason::no_school_place);
        referral.primary_reason = Reason::no_school_place;
    }
    if (pupil.sen != pupils::SenProvision::none) referral.reasons.push_back(Reason::send);
    for (const auto& circumstance : pupils::circumstances_of(tx, pupil.id)) {
        const auto reason = reason_of(circumstance.kind);
        const bool is_known = reason && std::ranges::find(referral.reasons, *reason) != referral.reasons.end();
        if (reason && !is_known && circumstance.days.contains(tx.today())) referral.reasons.push_back(*reason);
    }
    return referral;
}

Result<Referral> find_writable(Transaction& tx, const Who& who, ReferralId id)
{
    auto referral = TRY(find_own(tx, who, id));
    if (referral.state != State::draft && referral.state != State::information_requested)
        return refused("referral.sent_already", "This referral was sent. To add to it, answer a question or ring the panel clerk.");
    return referral;
}

}  // namespace

Result<Referral> find_own(Transaction& tx, const Who& who, ReferralId id)
{
    auto referral = find_referral(tx, id);
    if (!referral) return not_found("referral.not_found", "There is no such referral.");
    if (referral->organisation != who.organisation)
        return forbidden("referral.not_yours", "Only " + referral->organisation_name + " can change this referral.");
    return *std::move(referral);
}

Result<ReferralId> start_referral(Context& context, PupilId pupil_id)
{
    return context.in_transaction([&](Transaction& tx) -> Result<ReferralId> {
        const auto pupil = pupils::summary_of(tx, pupil_id);
        if (!pupil || !pupils::may_see(tx, context.who, pupil_id))
            return not_found("pupil.not_found", "There is no such pupil, or you may not see them.");
        const Referral referral = with_known_reasons(tx,
                                                     {.id = tx.new_id<ReferralId>(),
                                                      .reference = "R-" + make_reference(),
                                                      .pupil = pupil_id,
                                                      .organisation = context.who.organisation},
                                                     *pupil);
        if (!insert_referral(tx, referral))
            return refused("referral.open_already", "There is a referral for this child already that still waits for a decision.");
        TRY(tx.record({.verb = "started", .entity = "referral", .about = referral.id.value, .pupil = pupil_id.value}));
        return referral.id;
    });
}

Result<int> save_section(Context& context, const SaveSection& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<int> {
        const Referral before = TRY(find_writable(tx, context.who, command.referral));
        const Referral after = with_section(before, command.content, command.section);
        if (command.complete) TRY(problems_with_section(after, command.section, context.today).as_result());
        TRY(save_sections(tx, after, command.seen_version));
        set_section_state(tx, after.id, command.section, command.complete ? SectionState::completed : SectionState::in_progress);
        TRY(tx.record({.verb = "wrote",
                       .entity = "referral",
                       .about = after.id.value,
                       .pupil = after.pupil.value,
                       .after = R"({"section":")" + section_slug(command.section) + R"("})"}));
        return command.seen_version + 1;
    });
}

Result<documents::CheckedFile> check_attachment(Context& context, ReferralId id, const UploadedFile& file)
{
    const Referral referral = TRY(context.read([&](Transaction& tx) { return find_writable(tx, context.who, id); }));
    return documents::check_file(context, {.name = file.name, .bytes = file.bytes, .entity = "referral", .about = referral.id.value, .pupil = referral.pupil.value, .field = file.field});
}

Result<documents::DocumentId> attach_document(Context& context, const AttachDocument& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<documents::DocumentId> {
        const Referral referral = TRY(find_writable(tx, context.who, command.referral));
        const auto document = TRY(documents::store(tx, command.file, {.kind = command.kind, .entity = "referral", .about = referral.id.value, .pupil = referral.pupil.value}));
        return document.id;
    });
}

}  // namespace waymark::referrals
