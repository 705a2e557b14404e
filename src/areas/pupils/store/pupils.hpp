// Finding children and the records around them. What a person may see is asked in pupils/store/access.hpp.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/context.hpp"
#include "platform/database/database.hpp"
#include "pupils/rules/records.hpp"
#include "pupils/store/access.hpp"

namespace waymark::pupils {

/// The child behind a reference such as "7F3K-2M", as of today.
[[nodiscard]] std::optional<PupilSummary> find_pupil_by_reference(Transaction& tx, std::string_view reference);
[[nodiscard]] std::optional<PupilSummary> summary_of(Transaction& tx, PupilId pupil);
[[nodiscard]] std::optional<Pupil> find_pupil(Transaction& tx, PupilId pupil);

/// Fails `pupil.not_found`.
[[nodiscard]] Result<PupilSummary> pupil_of_page(Transaction& tx, std::string_view reference);

struct PupilFilter {
    std::string words;                          // beginnings of names in any order, a reference or a UPN; without letters or digits: any
    std::optional<OrganisationId> school;
    std::optional<int> year_group;
};
/// Those whom this person may see, by last name.
[[nodiscard]] std::vector<PupilSummary> list_pupils(Transaction& tx, const Who& who, const PupilFilter& filter);

struct NamedSchool {
    OrganisationId id;
    std::string name;
};
/// The schools whose roll the children whom this person may see stand on.
[[nodiscard]] std::vector<NamedSchool> schools_of_visible(Transaction& tx, const Who& who);

/// A child who may be the one about to be added; all of the authority's children are looked at, whoever asks.
struct Candidate {
    PupilSummary pupil;
    std::string upn, former_upn;
};
[[nodiscard]] std::vector<Candidate> candidates(Transaction& tx, std::string_view upn, std::string_view first_name,
                                                std::string_view last_name, Date born);

/// Newest first, but contacts: in the order to ring.
[[nodiscard]] std::vector<Enrolment> enrolments_of(Transaction& tx, PupilId pupil);
[[nodiscard]] std::vector<SenRecord> sen_records_of(Transaction& tx, PupilId pupil);
[[nodiscard]] std::vector<Circumstance> circumstances_of(Transaction& tx, PupilId pupil);
[[nodiscard]] std::vector<Contact> contacts_of(Transaction& tx, PupilId pupil);
[[nodiscard]] std::vector<Exclusion> exclusions_of(Transaction& tx, PupilId pupil);

struct ReasonToSee {
    AccessKind kind = AccessKind::enrolled;
    std::string organisation_name;
    DateRange days;
};
/// Which organisations have, or had, a reason to see the child; those of today first.
[[nodiscard]] std::vector<ReasonToSee> reasons_to_see(Transaction& tx, PupilId pupil);

/// Names of the people in a child's timeline and view log.
[[nodiscard]] std::map<UserId, std::string> names_of_people(Transaction& tx, PupilId pupil);

/// Answers false when the UPN or the reference is taken already.
[[nodiscard]] bool insert_pupil(Transaction& tx, const Pupil& pupil);
void insert_enrolment(Transaction& tx, PupilId pupil, const Enrolment& enrolment);
[[nodiscard]] bool end_enrolment(Transaction& tx, Id enrolment, Date last_day, std::string_view ground);
/// Ends the record in force the day before the new one begins.
void insert_sen_record(Transaction& tx, PupilId pupil, const SenRecord& record);
void insert_circumstance(Transaction& tx, PupilId pupil, const Circumstance& circumstance);
[[nodiscard]] bool end_circumstance(Transaction& tx, PupilId pupil, CircumstanceKind kind, Date last_day);
void insert_contact(Transaction& tx, PupilId pupil, const Contact& contact);
void insert_exclusion(Transaction& tx, PupilId pupil, const Exclusion& exclusion);
[[nodiscard]] bool set_exclusion_status(Transaction& tx, PupilId pupil, ExclusionId exclusion, ExclusionStatus status, int seen_version);
/// The child's own latest words about themselves, shown first on their page.
void set_one_page_words(Transaction& tx, PupilId pupil, std::string_view words);

}  // namespace waymark::pupils
