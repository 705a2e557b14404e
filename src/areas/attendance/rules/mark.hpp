// From what a provider saw (here, late, not here) to the statutory code it suggests to the roll school.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/result.hpp"
#include "vocabulary/session.hpp"

namespace waymark::attendance {

/// What somebody at the setting saw.
enum class Arrival { here, late, not_here, left_early };

/// Why a child is not there, in the words a provider or school chooses from; `not_known` becomes code N.
enum class AbsenceReason { not_known, ill, medical_appointment, suspended, transport_not_provided, interview, religious_observance,
                           site_closed, agreed_leave, refused_by_school, no_good_reason };

/// What decides between K, B, D and the school's own codes: who arranged the place, and whether there is a roll there.
struct Arrangement {
    bool commissioned_by_authority = false;
    bool registered_at_setting = false;   // dual registered or single at this provider
    bool supervised_in_person = true;     // false: online or home work, which is never B or K
};

/// The statutory code to suggest for the roll school's register.
///
/// Registered at the setting too: its own mark counts (/, \ or L). Otherwise K when the authority arranged the place,
/// B when the school did, and neither when nobody supervises the child in person: then it is absence, code N until the
/// school settles it. A child who did not come never gets K, B or D.
/// Rule    R44 "K vs B vs D", R45
/// Source  SI 2024/208 reg. 10
[[nodiscard]] std::string_view suggested_code(Arrival arrival, Session session, const Arrangement& arrangement,
                                              AbsenceReason reason = AbsenceReason::not_known);

/// The code to suggest for the child's main school, when the child is also registered at the setting: D for a session that the
/// child came to there, whose own mark counts. A child who did not come, or whom nobody supervised, has the same absence code at
/// both; a child not registered at the setting has no other register, so that its code is `suggested_code`.
/// Rule    R44 "K vs B vs D"
/// Source  SI 2024/208 reg. 10
[[nodiscard]] std::string_view main_school_code(Arrival arrival, Session session, const Arrangement& arrangement,
                                                AbsenceReason reason = AbsenceReason::not_known);

/// What a person typed for one child in a register.
struct ProposedMark {
    Arrival arrival = Arrival::here;
    std::optional<int> minutes_late;
    AbsenceReason reason = AbsenceReason::not_known;
};

/// Whether a mark may be taken on that day at all, and what is wrong with it. `expected`: the child was timetabled here.
/// Fails  `attendance.future_day`, `attendance.not_expected`, `attendance.minutes_late_missing`
[[nodiscard]] Problems problems_with(const ProposedMark& mark, Date day, Date today, bool expected, std::string_view field);

/// The words a register and a list show for a reason.
[[nodiscard]] std::string_view reason_words(AbsenceReason reason);
[[nodiscard]] std::string_view arrival_words(Arrival arrival);

}  // namespace waymark::attendance
