// Finding providers: which programmes fit what is asked, how far away they are, and in what order they are shown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "directory/rules/programme.hpp"
#include "quality/rules/status.hpp"

namespace waymark::directory {

/// One provider with all that a search looks at, as it stands on the day of the search.
struct Listing {
    Provider provider;
    std::vector<Site> sites;            // open ones
    std::vector<Programme> programmes;  // those that run
    quality::Assurance assurance;
};

enum class Sort { name, distance, price };
enum class Registered { registered, unregistered };

/// What somebody asks for. What is not set does not matter.
struct Filter {
    std::string words;                  // every word must occur in the provider or the programme
    std::string category;
    std::vector<Need> needs;            // all of them
    std::optional<int> age;
    std::optional<int> key_stage;
    std::optional<Registered> registered;
    bool assured = false;               // only providers that may take new placements
    std::optional<Focus> focus;
    std::optional<Attendance> attendance;
    std::vector<WeekdaySession> free_on;
    Point near;
    std::optional<double> within_miles; // needs `near`; online programmes count as near
    Sort sort = Sort::name;
};

/// A provider that fits, with the programmes that do.
struct Found {
    const Listing* listing = nullptr;
    std::vector<const Programme*> programmes;
    std::optional<double> miles;        // to the nearest site of those programmes
};

/// The providers that fit, in the asked order; those without a distance or price come last. `taken`: places in use.
[[nodiscard]] std::vector<Found> find(const std::vector<Listing>& listings, const Filter& filter, const TakenPlaces& taken);

/// Whether one programme of that provider fits everything asked.
[[nodiscard]] bool fits(const Listing& listing, const Programme& programme, const Filter& filter, const TakenPlaces& taken);

/// For ordering only: the price of a full day, reckoning two sessions a day, five days a week, 13 weeks a term, 190 days a year.
[[nodiscard]] Money price_of_a_day(const Programme& programme);

}  // namespace waymark::directory
