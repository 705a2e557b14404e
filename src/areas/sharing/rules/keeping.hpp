// How long a child's record is kept, and what stands in the way of erasing it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/date.hpp"
#include "foundation/result.hpp"
#include "pupils/rules/pupil.hpp"
#include "vocabulary/law.hpp"

namespace waymark::sharing {

using pupils::PupilId;

/// Why a record is erased. `unplaced_enquiry`: referrals, but never a place. `made_by_mistake`: nothing ever came of it, such as a
/// child added twice.
enum class ErasureGround { kept_long_enough, unplaced_enquiry, made_by_mistake };
[[nodiscard]] std::string_view ground_words(ErasureGround ground);

/// A child as far as the end of keeping goes.
struct KeptChild {
    PupilId pupil;
    std::string reference, known_as, last_name;
    Date born;
    bool has_plan = false;          // has or had an education, health and care plan
    bool was_looked_after = false;
    int referrals_sent = 0;
    std::optional<Date> last_enquiry;  // when the last referral was sent
    int placements = 0;
    std::optional<Date> first_placed;
    bool is_placed = false;         // a place runs or is planned
    std::string hold_reason;        // of the legal hold in force; empty: none
};

/// The last day on which the child's record is kept.
/// Rule    R54
[[nodiscard]] Date kept_until(const KeptChild& child, const Law& law);

/// The last day on which a record is kept that led to no place; none: it led to one, or nothing was asked.
/// Rule    R54
[[nodiscard]] std::optional<Date> enquiry_kept_until(const KeptChild& child, const Law& law);

/// What somebody who wants to erase a record typed.
struct ErasureAsked {
    ErasureGround ground = ErasureGround::kept_long_enough;
    std::string reference;          // typed again, so that nobody erases the wrong record
    std::string reason;
};

/// What stands in the way: `erasure.reference` (another child's, or a slip), `erasure.reason_missing`, `erasure.on_hold`,
/// `erasure.kept_until` (its time is not over), `erasure.in_use` (made by mistake, but a referral was sent or a place arranged), `erasure.placed`
/// (an enquiry, but it led to a place).
/// Rule    R54
[[nodiscard]] Problems problems_with_erasure(const KeptChild& child, const ErasureAsked& asked, Date today, const Law& law);

}  // namespace waymark::sharing
