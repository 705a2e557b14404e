// The whole trail as people read it.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "platform/database/database.hpp"

namespace waymark::sharing {

/// Which events: what is not given does not matter.
struct TrailFilter {
    std::optional<Instant> from, until;  // until: before that instant
    std::string entity;                  // "placement"
    std::string who;                     // part of a name or an email address
    std::string reference;               // of a child
    std::int64_t older_than = std::numeric_limits<std::int64_t>::max();
    int most = 100;
};

struct TrailEvent {
    std::int64_t sequence = 0;
    Instant at;
    std::string actor;                   // "Priya Raman"; empty: the program itself
    std::string acting_as, organisation;
    std::string entity, verb, reason;
    bool is_about_child = false;
    std::string reference;               // of that child; empty: none, or the record was erased
    std::optional<Id> pupil;             // the same
    std::string from_address;
};

/// Newest first.
[[nodiscard]] std::vector<TrailEvent> trail(Transaction& tx, const TrailFilter& filter);
/// The kinds of records that events are about.
[[nodiscard]] std::vector<std::string> trail_entities(Transaction& tx);

}  // namespace waymark::sharing
