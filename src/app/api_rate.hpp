// How often a program may ask: so many requests in a minute for each token, counted in this server's memory.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "foundation/date.hpp"
#include "people/store/api_tokens.hpp"

namespace waymark::app {

class ApiRate {
public:
    explicit ApiRate(int requests_a_minute) : most_{requests_a_minute} {}
    /// Counts this request. How long to wait when there were too many; nothing when it may go on. Called by several threads.
    [[nodiscard]] std::optional<std::chrono::seconds> count(people::ApiTokenId token, Instant now);

private:
    struct Minute {
        Instant began;
        int requests = 0;
    };
    int most_;
    std::mutex mutex_;
    std::map<std::string, Minute> minutes_;
};

}  // namespace waymark::app
