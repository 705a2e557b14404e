// The slowing down of tries.
#include "people/rules/sign_in.hpp"

#include <algorithm>

namespace waymark::people {
namespace {

constexpr std::chrono::milliseconds longest_wait = std::chrono::minutes{5};

std::chrono::milliseconds remaining(int failures, int free_tries, std::optional<Instant> last, Instant now)
{
    if (!last || failures < free_tries) return {};
    const int doublings = std::min(failures - free_tries, 20);
    const auto wait = std::min(longest_wait, std::chrono::milliseconds{2000} * (1 << doublings));
    return std::max(std::chrono::milliseconds{0}, *last + wait - now);
}

}  // namespace

std::chrono::milliseconds wait_before_next_try(const FailedTries& tries, Instant now)
{
    return std::max(remaining(tries.of_account, 5, tries.last_of_account, now), remaining(tries.of_address, 50, tries.last_of_address, now));
}

}  // namespace waymark::people
