// argon2id by libsodium.
#include "platform/access/password.hpp"

#include <array>
#include <sodium.h>

#include "foundation/result.hpp"

namespace waymark::access {

std::string password_hash(std::string_view password, PasswordCost cost)
{
    expects(sodium_init() >= 0);
    const bool is_full = cost == PasswordCost::full;
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const int failed = crypto_pwhash_str_alg(text.data(), password.data(), password.size(),
                                             is_full ? crypto_pwhash_OPSLIMIT_INTERACTIVE : crypto_pwhash_OPSLIMIT_MIN,
                                             is_full ? crypto_pwhash_MEMLIMIT_INTERACTIVE : crypto_pwhash_MEMLIMIT_MIN,
                                             crypto_pwhash_ALG_ARGON2ID13);
    expects(failed == 0);  // out of memory
    return text.data();
}

bool is_password(std::string_view hash, std::string_view password)
{
    if (hash.empty()) {
        static const std::string nobodys = password_hash("nobody signs in with this");
        [[maybe_unused]] const int same = crypto_pwhash_str_verify(nobodys.c_str(), password.data(), password.size());
        return false;
    }
    return crypto_pwhash_str_verify(std::string{hash}.c_str(), password.data(), password.size()) == 0;
}

}  // namespace waymark::access
