// What a panel decides about one referral, and what must be said before it may stand.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/result.hpp"
#include "panel/rules/meeting.hpp"
#include "referrals/rules/referral.hpp"
#include "vocabulary/law.hpp"

namespace waymark::panel {

enum class Outcome { place_in_provision, outreach_in_school, remain_with_support, more_information, not_agreed };

/// Which school's admission register the child stands on during the placement.
enum class Roll { stays_on_roll, dual_registered, single_at_provider, no_roll };

/// How the child is registered on the day of the decision.
enum class RollNow { one_school, dual, none };

struct ProposedDecision {
    Outcome outcome = Outcome::place_in_provision;
    std::string reasons;                        // the family and the school read them
    std::vector<std::string> conditions;
    std::string options_considered;
    // What follows is for a place in provision.
    std::optional<std::string> category;        // of the authority's own list: "step_out"
    std::optional<int> sessions_per_week;       // half days, 1 to 10
    std::optional<int> weeks;
    std::optional<Roll> roll;
    std::string roll_reason;
    bool split = false;                         // more than one setting
    std::string split_reason;
    bool unregistered = false;
    std::string unregistered_reason;
    bool out_of_area = false;
    std::string out_of_area_reason;
    std::string long_reason;                    // over the weeks that need no reason
    std::optional<UserId> signed_off_by;
    std::string outcome_measure;
    std::string exit_plan;
    std::string sen_team_view;                  // child with an EHC plan: whom of the SEN team was asked, and what they said
    std::string dissent;
    std::string outside_meeting_reason;         // no meeting: why it could not wait for one
    std::string supersede_reason;               // takes the place of an earlier decision: why
};

/// The rules that a category of the authority's list carries.
struct CategoryRules {
    std::string name;
    std::optional<int> weeks_max;
    bool full_time = false;
    bool dual_registration_required = false;
};

/// What the decision's rules need to know about the child.
struct CaseFacts {
    std::string school_name;                    // empty: on no roll
    bool has_ehc_plan = false;
    RollNow roll_now = RollNow::none;
    std::optional<CategoryRules> category;      // of the chosen category; none: not chosen, or no such category
    bool supersedes = false;                    // a decision stands that this one would take the place of
};

/// Everything that is wrong with a decision, each with the field where it is put right.
/// sitting    the meeting as it sits for this case; none: decided outside a meeting, which needs a reason
/// law        in force on the day of the decision; law.non_school_weeks is the length that needs no reason
/// Rule       R23: reasons in words for what inspectors ask about; R21 and R22: rolls; R26: length of a category;
///            R37: the SEN team where there is an EHC plan; invariant 3: nobody is full time at an unregistered provider
/// Source     the guide, Table 1, governance; DfE Arranging alternative provision 2025; Education Act 1996 s.19
[[nodiscard]] Problems problems_with(const ProposedDecision& decision, const CaseFacts& facts, const std::optional<Sitting>& sitting,
                                     const Law& law);

/// The longest place, in weeks, that needs no reason: the law's length, or the category's own where that is less.
/// law        law.non_school_weeks
/// Rule       R23, R27
[[nodiscard]] int weeks_without_reason(const CaseFacts& facts, const Law& law);

/// Whether the roll decided needs a reason: it changes how the child is registered, or is not what the category expects.
/// Rule       R23, R21
[[nodiscard]] bool needs_roll_reason(Roll decided, const CaseFacts& facts);

/// Whether the decision would change how the child is registered.
[[nodiscard]] bool changes_roll(RollNow now, Roll decided);

/// The guide asks who answers for these two; a named officer must, before a place is offered.
[[nodiscard]] bool needs_sign_off(const ProposedDecision& decision);

/// Where the referral stands after the decision.
[[nodiscard]] referrals::State state_after(Outcome outcome);

[[nodiscard]] std::string outcome_name(Outcome outcome);       // "A place in alternative provision"
[[nodiscard]] std::string roll_name(Roll roll);                // "Dual registered: the school's roll and the provider's"
/// The factors that inspectors ask about, in words: "Unregistered provider", "Out of area" …; empty when there are none.
[[nodiscard]] std::vector<std::string> factors_of(const ProposedDecision& decision);

}  // namespace waymark::panel
