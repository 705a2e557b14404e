// The child as every area speaks of them: the id, the words of their record, and the facts that an identity bar shows.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/date.hpp"
#include "vocabulary/ids.hpp"

namespace waymark::pupils {

struct PupilTag;
using PupilId = IdOf<PupilTag>;

enum class Sex { female, male, unknown };
enum class SenProvision { none, support, ehcp };
enum class EnrolmentStatus { current_single, current_main, current_subsidiary, guest };
enum class CircumstanceKind {
    looked_after, previously_looked_after, child_in_need, protection_plan, young_carer, youth_justice, fsm, eal, medical,
    social_worker,
};
enum class ExclusionKind { suspension, permanent };
enum class ExclusionStatus { in_force, governors_pending, upheld, review_panel, reinstated, rescinded, ended };

/// What stands at the head of every page about a child, as of today.
struct PupilSummary {
    PupilId id;
    std::string reference;                  // "7F3K-2M": what stands in URLs, titles and messages
    std::string known_as;
    std::string first_name;
    std::string last_name;
    std::string pronouns;                   // empty: not given
    Date born;
    std::optional<int> year_group;          // as the school has it; none: not on a roll
    std::optional<OrganisationId> school;              // the roll that answers for the child; none: on no roll
    std::string school_name;                // empty: on no roll
    SenProvision sen = SenProvision::none;
    bool looked_after = false;
    bool address_protected = false;
};

/// The words of an identity bar: plain strings for ui::identity_bar.
struct Identity {
    std::string name;                       // "Kai Mensah"
    std::string reference;
    std::string href;                       // "/pupils/7F3K-2M"
    std::string year;                       // "Year 9"; "Year group not recorded"
    std::string school;                     // "Northgate Academy"; "Not on a school's roll"
    std::string sen;                        // "EHC plan", "SEN support"; empty: none
    std::string care;                       // "Looked after"; empty: not
    std::string address;                    // "Address protected"; empty: not
};
[[nodiscard]] Identity identity_of(const PupilSummary& pupil);

[[nodiscard]] std::string full_name(const PupilSummary& pupil);      // "Kai Mensah": known as, then last name
[[nodiscard]] std::string sen_name(SenProvision provision);          // "EHC plan", "SEN support", "No SEN recorded"
[[nodiscard]] std::string enrolment_status_name(EnrolmentStatus status);
[[nodiscard]] std::string circumstance_name(CircumstanceKind kind);
[[nodiscard]] std::string exclusion_status_name(ExclusionStatus status);
/// The meaning of a code of codes.md 5 ("DA" → "drugs and alcohol") or 2.2 ("SEMH"); the code itself when it is not known.
[[nodiscard]] std::string exclusion_reason_name(std::string_view code);
[[nodiscard]] std::string need_name(std::string_view code);

}  // namespace waymark::pupils
