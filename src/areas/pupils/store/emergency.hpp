// Records opened in an emergency: asking, opening, ending, reviewing, and what was looked at.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/context.hpp"
#include "platform/database/database.hpp"
#include "pupils/rules/emergency.hpp"
#include "pupils/rules/pupil.hpp"

namespace waymark::pupils {

/// By which right this person sees this child now: what the guard asks at the door of each record.
[[nodiscard]] Sight sight_of(Transaction& tx, const Who& who, PupilId pupil);
/// Until when this person has the record open in an emergency; none: they have not.
[[nodiscard]] std::optional<Instant> open_until(Transaction& tx, const Who& who, PupilId pupil);

/// The child of that reference, or the one child of that last name and date of birth; none when there is none or are several.
/// Upper and lower case, accents and spaces around do not matter; every letter of the name does.
[[nodiscard]] std::optional<PupilId> child_asked_for(Transaction& tx, const EmergencyRequest& request);

/// Notes that whoever acts asked; and how often they did since.
void note_try(Transaction& tx);
[[nodiscard]] int tries_since(Transaction& tx, Instant since);

struct EmergencyTag;
using EmergencyId = IdOf<EmergencyTag>;

struct NewEmergency {
    EmergencyId id;
    PupilId pupil;
    Danger danger = Danger::other;
    std::string why;
    Instant ends_at;
    Date review_due;
};
/// Opened now, by whoever acts, in the role and place they act in.
void insert_emergency(Transaction& tx, const NewEmergency& opened);

struct EmergencyAccess {
    EmergencyId id;
    PupilId pupil;
    std::string reference;              // the child's
    UserId by;
    std::string by_name;
    Role role = Role::school_lead;
    std::string organisation_name;
    Danger danger = Danger::other;
    std::string why;
    Instant opened_at, ends_at;
    bool ended_early = false;
    std::string ended_by_name;
    Date review_due;
    std::optional<Finding> finding;     // none: waits for its review
    std::string review_words, reviewed_by_name;
    std::optional<Instant> reviewed_at;

    [[nodiscard]] bool is_open(Instant now) const { return InstantRange{opened_at, ends_at}.contains(now); }
};
[[nodiscard]] std::optional<EmergencyAccess> find_emergency(Transaction& tx, EmergencyId id);
/// Those that wait for a review first, then the latest.
[[nodiscard]] std::vector<EmergencyAccess> emergencies(Transaction& tx, int at_most = 200);
[[nodiscard]] std::vector<EmergencyAccess> emergencies_of(Transaction& tx, PupilId pupil);

/// Each answers whether a row changed: false when it has ended, or was reviewed, already.
[[nodiscard]] bool end_emergency(Transaction& tx, EmergencyId id);
[[nodiscard]] bool set_review(Transaction& tx, EmergencyId id, Finding finding, std::string_view words);

/// When the person looked while it was open.
[[nodiscard]] std::vector<Instant> looks_of(Transaction& tx, const EmergencyAccess& opened);

}  // namespace waymark::pupils
