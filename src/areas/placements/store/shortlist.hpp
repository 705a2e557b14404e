// The shortlist of one child: what was decided, and each programme with why it fits or not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "directory/rules/programme.hpp"
#include "placements/rules/fit.hpp"
#include "placements/store/offers.hpp"

namespace waymark::placements {

/// The child as placing needs to know them.
struct ChildFacts {
    PupilId id;
    std::string reference, known_as, first_name, last_name;
    Date born;
    std::string sex;
    std::optional<int> year_group;
    std::optional<OrganisationId> school;    // whose roll the child is on
    std::string school_name;
    bool at_mainstream_school = false;
    std::string sen_provision;               // "none", "support", "ehcp"
    std::optional<std::string> primary_need, secondary_need;
    bool looked_after = false;
    bool has_social_worker = false;
    bool address_protected = false;
    directory::Point home;                   // none of a protected address, for those who may not see it
};
[[nodiscard]] Result<ChildFacts> child_facts(Transaction& tx, PupilId pupil);

/// What the child's standing decision asks for.
struct PlaceDecided {
    referrals::Referral referral;
    DecisionId decision;
    PlaceWanted wanted;
    int weeks = 12;
    std::optional<RollDuringPlacement> roll;
    std::string purpose;                     // the outcome that will show it worked
    int sessions_placed = 0;                 // of those wanted, already with a provider
    [[nodiscard]] int sessions_left() const { return wanted.sessions_per_week - sessions_placed; }
};
/// Fails `placement.nothing_decided` when no standing decision asks for a place for this child.
[[nodiscard]] Result<PlaceDecided> place_decided(Transaction& tx, PupilId pupil);
[[nodiscard]] std::optional<PlaceDecided> place_decided_by(Transaction& tx, ReferralId referral);

struct ShortlistEntry {
    directory::Programme programme;
    std::string provider_name, site_name, category_name;
    bool is_registered = false;
    std::optional<double> miles;
    Fit fit;
    std::optional<SetAside> set_aside;
    std::optional<OfferState> offered;       // the latest offer to this programme for this referral
};

/// Every programme that runs, those that fit first, then those not known, the nearest first; set-aside ones last of all.
/// from, to   when the child would be there: free places are those free in all of that time
[[nodiscard]] std::vector<ShortlistEntry> shortlist(Transaction& tx, const ChildFacts& child, const PlaceWanted& wanted,
                                                    std::optional<ReferralId> referral, Date from, Date to);

struct WaitingChild {
    ReferralId referral;
    std::string reference;
    PupilId pupil;
    std::string pupil_reference, known_as, last_name;
    referrals::Urgency urgency = referrals::Urgency::routine;
    std::optional<referrals::Reason> primary_reason;
    std::optional<Date> authority_told_on, decided_on, need_since;
    int offers_open = 0, offers_declined = 0;
};
/// Children with a decision to place and no full place yet, whom this person may see.
[[nodiscard]] std::vector<WaitingChild> waiting_children(Transaction& tx, const Who& who);

/// The authority's team an officer works in.
[[nodiscard]] std::optional<OrganisationId> team_of(Transaction& tx, UserId user);
/// Who leads on inclusion at a school today; empty when nobody is named.
[[nodiscard]] std::string lead_at_school(Transaction& tx, OrganisationId school);
/// Whether a panel has decided for this child to be placed, after that day.  Rule R26
[[nodiscard]] bool panel_decided_after(Transaction& tx, PupilId pupil, Date day);

}  // namespace waymark::placements
