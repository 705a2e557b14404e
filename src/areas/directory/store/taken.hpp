// How many places are in use. Placements stand above the directory, so the directory asks through this one opening, which
// app/ fills once before the first request. A program without placements fills nothing, and then no place is taken.
#pragma once

#include <optional>

#include "directory/rules/week_places.hpp"
#include "platform/database/database.hpp"

namespace waymark::directory {

/// For each programme, of one provider or of all, the most places in use in each weekday session on any one day from `from`
/// to `to`, both included.
using CountTakenPlaces = TakenPlaces (*)(Transaction& tx, Date from, Date to, std::optional<OrganisationId> provider);

/// Says who counts: app/ passes `placements::taken_sessions`.
void count_taken_places_with(CountTakenPlaces count);

[[nodiscard]] TakenPlaces taken_places(Transaction& tx, Date from, Date to, std::optional<OrganisationId> provider = {});

}  // namespace waymark::directory
