// The event trail: append-only, one chain of hashes for each authority, written in the transaction of the change.
//
// Each event's hash covers all its fields and the hash before it. Whoever changes, removes, adds or swaps an event
// is found out by `verify`, unless all later hashes are made anew as well; and whoever makes them anew, or cuts off the
// end, is found out by a seal that somebody wrote down earlier and keeps elsewhere. What an event says in detail has a hash of its
// own in the chain, so that it can be erased with a child's record and the chain still holds.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "platform/context.hpp"
#include "platform/database/database.hpp"

namespace waymark::audit {

/// The role somebody acts in, as trail and view log keep it; "family" for whoever came in by a family's link; none for the program itself.
[[nodiscard]] std::optional<std::string> acting_as(const Who& who);

/// Appends the event to its authority's chain. Areas call `tx.record`, which also runs the reactions.
void append(Transaction& tx, const Event& event);

/// Takes away what the events about this child say (before, after, reason), and records that it was done. Who did what kind of thing
/// when stays: the database lets nothing else of an event be changed, and `verify` asks for the record of the erasure.
/// Rule    R54
[[nodiscard]] Result<void> erase_details(Transaction& tx, Id pupil, std::string_view why);

/// One event as people read it: on a child's or a record's timeline, newest first.
struct PastEvent {
    std::int64_t sequence = 0;
    Instant at;
    std::optional<UserId> actor;  // none: the program itself
    std::string acting_as;
    std::optional<OrganisationId> organisation;
    std::string verb;
    std::string entity;
    Id about;
    std::string before;
    std::string after;
    std::string reason;
};

struct Page {
    std::int64_t older_than = std::numeric_limits<std::int64_t>::max();  // the last page's last sequence
    int most = 100;
};

/// What happened about one child, newest first.
[[nodiscard]] std::vector<PastEvent> timeline(Transaction& tx, Id pupil, Page page = {});
/// What happened to one record, newest first.
[[nodiscard]] std::vector<PastEvent> history(Transaction& tx, Id about, Page page = {});

/// The end of the chain at some moment, to be written down and kept where nobody with the database can reach it.
struct Seal {
    std::int64_t sequence = 0;
    std::string hash;  // hexadecimal SHA-256; empty before the first event
};
[[nodiscard]] Seal seal(Transaction& tx);

/// What is wrong with the chain, as far as it is known.
struct Fault {
    std::int64_t sequence = 0;  // the first event that does not fit
    std::string what;           // in words, for the person who investigates
};

/// Reads the whole chain of the authority. Answers the first fault, or nothing when every event is as it was recorded.
/// `kept` is a seal written down earlier: the chain must still pass through it.
[[nodiscard]] std::optional<Fault> verify(Transaction& tx, const std::optional<Seal>& kept = {});

}  // namespace waymark::audit
