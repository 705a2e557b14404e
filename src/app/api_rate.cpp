// A minute begins with its first request.
#include "app/api_rate.hpp"

namespace waymark::app {

std::optional<std::chrono::seconds> ApiRate::count(people::ApiTokenId token, Instant now)
{
    const std::lock_guard lock{mutex_};
    auto& minute = minutes_[token.text()];
    if (minute.requests == 0 || now >= minute.began + std::chrono::minutes{1} || now < minute.began) minute = {.began = now, .requests = 0};
    if (minute.requests >= most_) return std::chrono::ceil<std::chrono::seconds>(minute.began + std::chrono::minutes{1} - now);
    ++minute.requests;
    return std::nullopt;
}

}  // namespace waymark::app
