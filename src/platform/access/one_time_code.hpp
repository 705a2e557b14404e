// Time-based one-time codes, as authenticator apps show them (RFC 6238 over RFC 4226, SHA-1), and secrets to share with such an app.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace waymark::access {

/// The code of one step of time. `secret` is bytes, as shared with the app; `step` counts from 1970.
/// Source     RFC 4226 section 5.3, RFC 6238 section 4
[[nodiscard]] std::string one_time_code(std::string_view secret, std::int64_t step, int digits = 6);

/// That many random bytes.
[[nodiscard]] std::string random_bytes(std::size_t count);

/// Base32 without padding: letters that can be read aloud and typed. Five bytes make eight letters.
/// Source     RFC 4648 section 6
[[nodiscard]] std::string base32(std::string_view bytes);

}  // namespace waymark::access
