// Children whose records have been kept long enough, legal holds, and what was erased.
#pragma once

#include <vector>

#include "platform/context.hpp"
#include "platform/database/database.hpp"
#include "sharing/rules/keeping.hpp"

namespace waymark::sharing {

[[nodiscard]] std::optional<KeptChild> kept_child(Transaction& tx, PupilId pupil);

/// A record that may be erased today, and on what ground.
struct ErasureDue {
    KeptChild child;
    ErasureGround ground = ErasureGround::kept_long_enough;
    Date kept_until;
};
/// Those whose time is over, without those on hold: oldest first, at most `most` of each ground.
/// Rule    R54
[[nodiscard]] std::vector<ErasureDue> erasures_due(Transaction& tx, const Law& law, int most = 500);
[[nodiscard]] std::vector<KeptChild> children_on_hold(Transaction& tx);

/// False when a hold is in force already.
[[nodiscard]] bool insert_hold(Transaction& tx, PupilId pupil, std::string_view reason);
/// False when none is.
[[nodiscard]] bool end_hold(Transaction& tx, PupilId pupil, std::string_view reason);

/// Ids of the child's referrals, places, offers and reviews.
[[nodiscard]] std::vector<Id> records_of(Transaction& tx, PupilId pupil);

/// Between the two, in one transaction, the tables that refuse it otherwise let this child's rows go.
void begin_erasure(Transaction& tx, PupilId pupil);
void end_erasure(Transaction& tx, PupilId pupil);

/// This area's own rows about the child.
void erase_pupil(Transaction& tx, PupilId pupil);

/// What can still be counted of a record that is no more: nothing of it names the child.
void insert_erasure(Transaction& tx, const KeptChild& child, ErasureGround ground, std::string_view reason);
struct Erased {
    ErasureGround ground = ErasureGround::kept_long_enough;
    std::string reason, by;
    int born_year = 0, placements = 0;
    Instant at;
};
/// Newest first.
[[nodiscard]] std::vector<Erased> erasures(Transaction& tx, int most = 200);

}  // namespace waymark::sharing
