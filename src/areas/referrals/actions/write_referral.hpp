// Writing a referral: starting it with what is known, saving its sections, attaching documents.
#pragma once

#include <string>

#include "foundation/form.hpp"
#include "platform/context.hpp"
#include "platform/documents/documents.hpp"
#include "referrals/rules/completeness.hpp"

namespace waymark::referrals {

/// Starts a draft for a child whom this person may see, with the reasons that their record gives already: an exclusion in
/// force, SEN, a young carer, the youth justice system, a medical need. A child without a roll has no school place.
/// Fails   `pupil.not_found`, `referral.open_already` (find it by open_referral_of)
[[nodiscard]] Result<ReferralId> start_referral(Context& context, PupilId pupil);

struct SaveSection {
    ReferralId referral;
    int seen_version = 0;
    Section section = Section::reasons;
    Referral content;                   // only the fields of that section are read
    bool complete = false;              // the writer says that the section is complete
};
/// Saves what was typed, complete or not; marking it complete asks that nothing is missing. Answers the new version.
/// Fails   `referral.not_yours`, `referral.sent_already`, stale, and as problems_with_section does when marked complete
Result<int> save_section(Context& context, const SaveSection& command);

/// A file for the referral, looked at before it is attached: outside of any transaction, since a virus scanner takes its time.
/// Fails   `referral.not_yours`, `referral.sent_already`, and as documents::check_file does
[[nodiscard]] Result<documents::CheckedFile> check_attachment(Context& context, ReferralId referral, const UploadedFile& file);

struct AttachDocument {
    ReferralId referral;
    std::string kind;                   // "school_report", "plan", "medical", "other"
    documents::CheckedFile file;
};
/// Keeps a file with the referral, while it is drafted or a question is open.
/// Fails   `referral.not_yours`, `referral.sent_already`, and as documents::store does
Result<documents::DocumentId> attach_document(Context& context, const AttachDocument& command);

/// The referral, if this person's organisation writes it. Fails `referral.not_found`, `referral.not_yours`.
[[nodiscard]] Result<Referral> find_own(Transaction& tx, const Who& who, ReferralId id);

}  // namespace waymark::referrals
