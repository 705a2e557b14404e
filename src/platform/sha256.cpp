// SHA-256 is libsodium's.
#include "platform/sha256.hpp"

#include <sodium.h>

namespace waymark {

std::string sha256_hex(std::string_view bytes)
{
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    char text[2 * sizeof hash + 1];
    sodium_bin2hex(text, sizeof text, hash, sizeof hash);
    return text;
}

}  // namespace waymark
