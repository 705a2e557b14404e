// HMAC-SHA-1 is OpenSSL's, randomness libsodium's.
#include "platform/access/one_time_code.hpp"

#include <array>

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include "foundation/result.hpp"

namespace waymark::access {

std::string one_time_code(std::string_view secret, std::int64_t step, int digits)
{
    expects(!secret.empty() && step >= 0 && digits >= 6 && digits <= 8);
    std::array<unsigned char, 8> counter{};
    for (std::size_t at = 0; at < counter.size(); ++at) counter[at] = static_cast<unsigned char>(static_cast<std::uint64_t>(step) >> (56 - 8 * at));
    std::array<unsigned char, 20> digest{};
    unsigned length = 0;
    expects(HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), counter.data(), counter.size(), digest.data(), &length) != nullptr);
    expects(length == digest.size());
    // The last four bits say where the four bytes of the code begin; their first bit is left out.
    const std::size_t offset = digest.back() & 0x0F;
    std::uint32_t number = 0;
    for (std::size_t at = 0; at < 4; ++at) number = number << 8 | digest.at(offset + at);
    number &= 0x7FFF'FFFF;
    std::uint32_t modulus = 1;
    for (int digit = 0; digit < digits; ++digit) modulus *= 10;
    return fmt::format("{:0{}}", number % modulus, digits);
}

std::string random_bytes(std::size_t count)
{
    expects(sodium_init() >= 0);
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string base32(std::string_view bytes)
{
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t held = 0;
    int bits = 0;
    for (const char byte : bytes) {
        held = held << 8 | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 5; bits -= 5) text += letters[held >> (bits - 5) & 31U];
    }
    if (bits > 0) text += letters[held << (5 - bits) & 31U];
    return text;
}

}  // namespace waymark::access
