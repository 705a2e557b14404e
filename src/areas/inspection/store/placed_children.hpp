// Children in alternative provision as they stood on a day, and the support that began in a school year.
#pragma once

#include <string>
#include <vector>

#include "directory/rules/provider.hpp"
#include "inspection/rules/questions.hpp"
#include "inspection/rules/tiers.hpp"
#include "people/store/organisations.hpp"
#include "placements/rules/words.hpp"
#include "platform/context.hpp"
#include "pupils/rules/pupil.hpp"
#include "referrals/rules/referral.hpp"
#include "vocabulary/school_year.hpp"

namespace waymark::inspection {

struct PlacedChild {
    pupils::PupilId pupil;
    placements::PlacementId placement;
    OrganisationId setting;
    std::string reference, known_as, last_name;
    Date born;
    std::string setting_name, programme_name, commissioner_name, school_name;   // school: whose roll answers; empty: none
    directory::Registration registration = directory::Registration::unregistered;
    bool is_setting_in_authority = true, is_placed_by_school = false;
    bool has_plan = false, is_looked_after = false, is_in_need = false;          // in need: or under a protection plan
    placements::LegalBasis legal_basis = placements::LegalBasis::s19_other;
    placements::RollDuringPlacement roll = placements::RollDuringPlacement::stays_on_roll;
    std::string purpose;
    std::vector<referrals::Reason> reasons;
    Date started;
    std::optional<Date> last_seen;
    std::string assurance;                                                      // "Assured with conditions"
    PlaceOnDay place;
    std::vector<Question> questions;

    /// What the child stands for among others: for choosing whom to follow.
    [[nodiscard]] std::vector<std::string> kinds() const;
};

/// Whoever was in a place on that day and may be seen by the person in the context, by setting and name.
/// Rule  R56, R57, R58
[[nodiscard]] std::vector<PlacedChild> placed_children(Transaction& tx, Date day);

struct SupportBegun {
    pupils::PupilId pupil;
    std::string reference, known_as, last_name;
    std::string setting_name;                                                   // empty for outreach
    Date on;
    Tier tier = Tier::time_limited;
};
/// What began in that school year up to that day, places first.
/// Rule  R24
[[nodiscard]] std::vector<SupportBegun> support_begun(Transaction& tx, SchoolYear year, Date until);

}  // namespace waymark::inspection
