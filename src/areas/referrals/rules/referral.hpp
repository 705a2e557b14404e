// A referral: what is asked for a child, by whom and why; its ten reasons, its eight sections and the states it passes.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "foundation/date.hpp"
#include "pupils/rules/pupil.hpp"
#include "vocabulary/ids.hpp"
#include "vocabulary/permission.hpp"

namespace waymark::referrals {

struct ReferralTag;
using ReferralId = IdOf<ReferralTag>;
using pupils::PupilId;

enum class State { draft, submitted, information_requested, ready_for_panel, decided, placed, withdrawn };

/// Why alternative provision is needed: the list of the guide, with exclusion told apart from its risk and suspension.
enum class Reason {
    excluded, at_risk_of_exclusion, suspended,      // "School exclusions or those at risk of exclusion or suspension"
    semh, send, ebsa, medical, bullying, young_carer, youth_justice, no_school_place, eotas,
};

enum class Urgency { routine, soon, emergency };

/// How the child's own view was asked for. `prefers_not_to_say` is an answer too.
enum class ViewMethod { in_words, conversation, telephone, drawing, prefers_not_to_say };

/// The eight parts that a referral is written in; the names stand in the URL.
enum class Section { reasons, what_was_tried, strengths, needs, risks, child_view, family_view, documents };

/// Where the clerk sends a referral that has arrived.
enum class TriageRoute { outreach, panel, emergency_place, ask_for_more, duplicate };

struct Referral {
    ReferralId id;
    std::string reference;                          // "R-7F3K-2M"
    PupilId pupil;
    OrganisationId organisation;                    // who refers
    std::string organisation_name;
    State state = State::draft;
    std::vector<Reason> reasons;
    std::optional<Reason> primary_reason;
    std::optional<std::string> requested_category;  // of the authority's own list
    Urgency urgency = Urgency::routine;
    std::optional<Date> need_since;                 // first day without suitable education
    std::optional<int> minutes_now;                 // a week of teaching now; none: not known
    std::string what_was_tried, strengths, needs, risks;
    std::string child_view;
    std::optional<ViewMethod> child_view_method;
    std::string family_view;
    std::optional<Date> family_told_on;
    std::string declared_by;
    std::optional<Date> authority_told_on;          // section 19: the local clock starts here
    std::optional<Instant> sent_at;
    std::optional<Date> decided_on;
    std::string withdrawn_reason;
    Role with_role = Role::school_lead;             // who has it now
    UserId created_by;
    int version = 1;
};

[[nodiscard]] std::string state_name(State state);          // "Waiting for triage"
[[nodiscard]] std::string reason_name(Reason reason);       // "Emotionally based school avoidance (EBSA)"
[[nodiscard]] std::string urgency_name(Urgency urgency);
[[nodiscard]] std::string view_method_name(ViewMethod method);
[[nodiscard]] std::string section_title(Section section);   // "What was tried"
[[nodiscard]] std::string section_slug(Section section);    // "what-was-tried", as in the URL
[[nodiscard]] std::optional<Section> section_from_slug(std::string_view slug);
[[nodiscard]] std::string route_name(TriageRoute route);

}  // namespace waymark::referrals
