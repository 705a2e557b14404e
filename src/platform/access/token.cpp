// Randomness, digests and comparison are libsodium's.
#include "platform/access/token.hpp"

#include <array>
#include <sodium.h>

#include "foundation/result.hpp"

namespace waymark::access {
namespace {

void expect_sodium()
{
    static const bool is_ready = sodium_init() >= 0;
    expects(is_ready);
}

}  // namespace

std::string make_token()
{
    expect_sodium();
    std::array<unsigned char, 32> random{};
    randombytes_buf(random.data(), random.size());
    constexpr auto variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(random.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), random.data(), random.size(), variant);
    text.pop_back();  // the terminating zero
    return text;
}

std::string token_hash(std::string_view token)
{
    expect_sodium();
    std::array<unsigned char, 32> digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(token.data()), token.size(), nullptr, 0);
    std::string text(digest.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    text.pop_back();
    return text;
}

bool is_same_secret(std::string_view expected, std::string_view given)
{
    return !expected.empty() && expected.size() == given.size() && sodium_memcmp(expected.data(), given.data(), expected.size()) == 0;
}

}  // namespace waymark::access
