// Asking another server: one request, within limits of size and time, no redirects followed.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/result.hpp"

namespace waymark {

struct FetchLimits {
    std::size_t bytes_most = 256 * 1024;
    std::chrono::milliseconds time_most{5'000};  // from asking to the last byte
};

struct Fetch {
    std::string address;
    std::optional<std::string> form;  // application/x-www-form-urlencoded: makes it a POST
    std::string user, password;       // for an Authorization header: these,
    std::string bearer = {};          // or this token
};

struct Fetched {
    int status = 0;
    std::string body;
};

/// Whether we may ask there: https, or http on this machine itself, where nobody can listen in.
[[nodiscard]] bool may_fetch(std::string_view address);

/// Fails `fetch.address` where we may not ask, and `fetch.failed` in the words of libcurl: nobody there, no trust, too much, too slow.
[[nodiscard]] Result<Fetched> fetch(const Fetch& asked, const FetchLimits& limits = {});

}  // namespace waymark
