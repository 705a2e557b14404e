// The limits of a sign-in, and the slowing down of tries.
#include "people/rules/sign_in.hpp"

#include <algorithm>
#include <charconv>

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

SignInLimits limits_of_choice(std::optional<std::string_view> minutes)
{
    SignInLimits limits;
    int chosen = 0;
    if (!minutes || std::from_chars(minutes->data(), minutes->data() + minutes->size(), chosen).ec != std::errc{}) return limits;
    const std::chrono::minutes idle{chosen};
    if (idle >= idle_least && idle <= idle_most) limits.idle = idle;
    return limits;
}

std::chrono::milliseconds wait_before_next_try(const FailedTries& tries, Instant now)
{
    return std::max(remaining(tries.of_account, 5, tries.last_of_account, now), remaining(tries.of_address, 50, tries.last_of_address, now));
}

}  // namespace waymark::people
