// Lists of referrals with their clocks: the tabs of /referrals, and the queue that agendas are built from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/context.hpp"
#include "platform/database/database.hpp"
#include "referrals/rules/referral.hpp"
#include "vocabulary/clock.hpp"

namespace waymark::referrals {

/// The child's clocks about education that is owed, the most pressing first; none once the referral needs no place any more.
[[nodiscard]] std::vector<ClockShown> clocks_of_referral(Transaction& tx, const Referral& referral);

enum class Tab { drafts, sent, waiting, ready, decided, all };

struct ReferralFilter {
    Tab tab = Tab::all;
    std::string words;                                  // a name, a pupil's or a referral's reference
    std::optional<Reason> reason;                       // the main one
    std::optional<OrganisationId> organisation;         // who refers
};

struct ListedReferral {
    ReferralId id;
    std::string reference;
    PupilId pupil;
    std::string pupil_reference;
    std::string pupil_name;                             // on screen only
    std::optional<int> year_group;
    OrganisationId organisation;
    std::string organisation_name;
    State state = State::draft;
    Urgency urgency = Urgency::routine;
    std::optional<Reason> primary_reason;
    std::optional<Date> authority_told_on;
    std::optional<Instant> sent_at;
    std::optional<Date> decided_on;
    Role with_role = Role::school_lead;
    std::optional<ClockShown> clock;                    // the most pressing that is open; none: none runs
};
/// Those whose child this person may see: what presses most first.
[[nodiscard]] std::vector<ListedReferral> list_referrals(Transaction& tx, const Who& who, const ReferralFilter& filter);

/// One line of the queue that agendas are built from.
struct QueuedReferral {
    ReferralId id;
    std::string reference;
    PupilId pupil;
    std::string pupil_reference;
    std::string pupil_name;                             // on screen only
    std::string organisation_name;
    Urgency urgency = Urgency::routine;
    std::optional<Reason> primary_reason;
    std::optional<TriageRoute> route;                         // what the clerk chose; none: not triaged here
    std::optional<Date> authority_told_on;
    std::optional<Instant> sent_at;
    std::optional<ClockShown> clock;                    // the most pressing that is open
};
/// All referrals ready for panel in the order of the law's clocks; where those are equal, the most urgent, then the longest waiting.
[[nodiscard]] std::vector<QueuedReferral> queue_ready_for_panel(Transaction& tx);

}  // namespace waymark::referrals
