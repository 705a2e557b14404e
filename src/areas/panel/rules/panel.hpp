// A panel: who sits on it, for which agency, and how many of them it takes to decide.
#pragma once

#include <optional>
#include <string>

#include "foundation/date.hpp"
#include "vocabulary/ids.hpp"

namespace waymark::panel {

struct PanelTag;
using PanelId = IdOf<PanelTag>;
struct PanelMemberTag;
using PanelMemberId = IdOf<PanelMemberTag>;
struct MeetingTag;
using MeetingId = IdOf<MeetingTag>;
struct AgendaItemTag;
using AgendaItemId = IdOf<AgendaItemTag>;
struct DecisionTag;
using DecisionId = IdOf<DecisionTag>;

/// For whom a member speaks. A quorum counts agencies as well as heads.
enum class Agency { education, health, social_care, youth_justice, schools };

struct Panel {
    PanelId id;
    std::string name;
    std::string terms;          // terms of reference, as the authority wrote them
    int members_min = 1;        // quorum: members present who have declared no conflict
    int agencies_min = 1;       // quorum: different agencies among them
    int version = 1;
};

struct PanelMember {
    PanelMemberId id;
    UserId user;
    OrganisationId organisation;  // where the member works; nil: nowhere any more
    std::string name;
    std::string organisation_name;
    Agency agency = Agency::education;
    bool is_chair = false;        // may take the chair
    DateRange term;
};

[[nodiscard]] std::string agency_name(Agency agency);  // "Social care"

}  // namespace waymark::panel
