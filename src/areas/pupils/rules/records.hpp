// What is kept about a child, each with its days: the person, the rolls, needs, circumstances, people to ring, exclusions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/date.hpp"
#include "pupils/rules/pupil.hpp"
#include "vocabulary/session.hpp"

namespace waymark::pupils {

struct Pupil {
    PupilId id;
    std::string reference;
    std::optional<std::string> upn, former_upn, uln;
    std::string first_name, last_name, known_as;
    std::string pronouns;                       // empty: not given
    Date born;
    Sex sex = Sex::unknown;
    std::string ethnicity, first_language;      // codes.md 3 and 4; empty: not recorded
    std::string address, postcode;              // empty: not recorded
    bool address_protected = false;
    std::string home_authority;                 // DfE code of where the child lives
    std::string one_page_words;                 // the child's latest words about themselves
    int version = 1;
};

struct Enrolment {
    Id id;
    OrganisationId school;
    std::string school_name;
    EnrolmentStatus status = EnrolmentStatus::current_single;
    int year_group = 0;
    DateRange days;
    std::string leaving_ground;
};

struct SenRecord {
    SenProvision provision = SenProvision::none;
    std::string primary_need, secondary_need;   // codes.md 2.2; empty: none
    DateRange days;
};

struct Circumstance {
    Id id;
    CircumstanceKind kind = CircumstanceKind::looked_after;
    std::string note;                           // looked after: by which authority
    DateRange days;
};

struct Contact {
    Id id;
    std::string name, relation;
    bool parental_responsibility = false;
    bool may_contact = true;
    std::string telephone, email;
};

struct ExclusionTag;
using ExclusionId = IdOf<ExclusionTag>;

struct Exclusion {
    ExclusionId id;
    OrganisationId school;
    std::string school_name;
    ExclusionKind kind = ExclusionKind::suspension;
    Date first_day;                             // day 1 of the clock
    Session starts_session = Session::am;
    std::optional<int> sessions;                // suspension: half days
    std::vector<std::string> reasons;           // codes.md 5, one to three
    ExclusionStatus status = ExclusionStatus::in_force;
    int version = 1;
};

}  // namespace waymark::pupils
