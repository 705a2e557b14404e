// The opening through which placements are asked.
#include "directory/store/taken.hpp"

#include <atomic>

namespace waymark::directory {
namespace {

std::atomic<CountTakenPlaces> counter{nullptr};

}  // namespace

void count_taken_places_with(CountTakenPlaces count) { counter.store(count); }

TakenPlaces taken_places(Transaction& tx, Date from, Date to, std::optional<OrganisationId> provider)
{
    const CountTakenPlaces count = counter.load();
    return count == nullptr ? TakenPlaces{} : count(tx, from, to, provider);
}

}  // namespace waymark::directory
