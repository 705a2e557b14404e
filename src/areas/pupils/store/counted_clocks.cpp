// Whom to ask for clocks.
#include "pupils/store/counted_clocks.hpp"

namespace waymark::pupils {
namespace {

ClockCount& count_in_force()
{
    static ClockCount count;
    return count;
}

}  // namespace

void count_clocks_by(const ClockCount& count) { count_in_force() = count; }

std::vector<ClockShown> clocks_of_child(Transaction& tx, PupilId pupil)
{
    const auto ask = count_in_force().of_child;
    return ask ? ask(tx, pupil) : std::vector<ClockShown>{};
}

std::map<PupilId, ClockShown> pressing_clocks_of(Transaction& tx, std::span<const PupilId> children)
{
    const auto ask = count_in_force().pressing_of;
    return ask ? ask(tx, children) : std::map<PupilId, ClockShown>{};
}

}  // namespace waymark::pupils
