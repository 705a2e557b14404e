// Adding a child, and what becomes known about them: rolls, needs, circumstances, people to ring, exclusions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/context.hpp"
#include "pupils/rules/records.hpp"

namespace waymark::pupils {

/// A child on a roll; the first of a new pupil, or a later one.
struct NewEnrolment {
    OrganisationId school;
    EnrolmentStatus status = EnrolmentStatus::current_single;
    int year_group = 0;
    Date from;
    std::optional<Date> to;
};

struct NewPupil {
    std::string upn;                        // empty: not known yet
    std::string first_name, last_name;
    std::string known_as;                   // empty: the first name
    std::string pronouns;
    Date born;
    Sex sex = Sex::unknown;
    std::string ethnicity, first_language;  // codes.md 3 and 4
    std::string address, postcode;
    bool address_protected = false;
    std::string home_authority;             // empty: this authority
    std::optional<NewEnrolment> roll;
    std::string reference;                  // empty: one is made; made-up areas give their own so that it stays the same
    std::optional<PupilId> id;              // the same
};

/// Adds a child whom nobody has found on record. The school of the roll sees them from its first day on; a school that
/// adds a child without a roll sees them from today, because it works with them.
/// Fails   `pupil.first_name_missing`, `pupil.last_name_missing`, `pupil.born_in_future`, `upn.…`, `postcode.invalid`,
///         `pupil.upn_taken`
[[nodiscard]] Result<PupilId> create_pupil(Context& context, const NewPupil& command);

/// Puts the child on a roll. A single roll elsewhere that is still open is ended the day before, with its ground.
/// Fails   `pupil.not_found`, and what problems_with_rolls finds
/// Rule    R21
Result<void> enrol(Context& context, PupilId pupil, const NewEnrolment& command);

/// Takes the child off a roll.
/// ground   of the regulations (R22), in words; alternative provision is never one
/// Fails    `enrolment.not_found`, `enrolment.ground_missing`
Result<void> end_roll(Context& context, PupilId pupil, Id enrolment, Date last_day, std::string ground);

/// Each fails `pupil.not_found`. SEN support or a plan from that day on replaces what was recorded before.
Result<void> record_sen(Context& context, PupilId pupil, const SenRecord& record);
Result<void> record_circumstance(Context& context, PupilId pupil, const Circumstance& circumstance);
Result<void> end_circumstance(Context& context, PupilId pupil, CircumstanceKind kind, Date last_day);
/// Fails `contact.name_missing`, `contact.no_channel` (neither telephone nor e-mail of somebody who may be contacted).
Result<void> add_contact(Context& context, PupilId pupil, const Contact& contact);

/// Records a suspension or a permanent exclusion; the latter opens the commissioner's day-six task.
/// Fails   `exclusion.reasons_missing` (one to three), `exclusion.length_missing` (of a suspension), `pupil.not_found`
/// Rule    R6, R7
Result<ExclusionId> record_exclusion(Context& context, PupilId pupil, const Exclusion& exclusion);

struct ChangeExclusion {
    ExclusionId exclusion;
    int seen_version = 0;
    ExclusionStatus status = ExclusionStatus::in_force;
    std::string reason;
};

/// What became of it. A reinstated pupil's placement must be looked at again the same day (R11); a child who is excluded after all
/// has the commissioner's day-six task again.
/// Fails   `exclusion.not_found`, `exclusion.status_refused`, `exclusion.reason_missing`, `exclusion.changed_meanwhile`
/// Rule    R6, R11
Result<void> change_exclusion(Context& context, PupilId pupil, const ChangeExclusion& change);

}  // namespace waymark::pupils
