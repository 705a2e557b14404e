// Making ids and references: randomness and digests are libsodium's.
#include "foundation/id.hpp"

#include <sodium.h>

namespace waymark {
namespace {

void fill_random(void* target, std::size_t size)
{
    static const bool ready = sodium_init() >= 0;
    expects(ready);
    randombytes_buf(target, size);
}

/// RFC 9562, 4.1 and 4.2: the version in the high half of byte 6, the variant in the top two bits of byte 8.
void mark_version(std::array<std::uint8_t, 16>& bytes, std::uint8_t version)
{
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | (version << 4));
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);
}

int hex_value(char digit)
{
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

bool is_hyphen_place(std::size_t place) { return place == 8 || place == 13 || place == 18 || place == 23; }

}  // namespace

Id Id::make(Instant now)
{
    Id id;
    fill_random(id.bytes_.data(), id.bytes_.size());
    const auto milliseconds = static_cast<std::uint64_t>(now.time_since_epoch().count());
    for (std::size_t index = 0; index < 6; ++index)
        id.bytes_[index] = static_cast<std::uint8_t>(milliseconds >> (8 * (5 - index)));
    mark_version(id.bytes_, 7);
    return id;
}

Result<Id> Id::parse(std::string_view text)
{
    const auto wrong = [] { return invalid("id.invalid", "This is not a valid id."); };
    if (text.size() != 36) return wrong();
    Id id;
    std::size_t half_bytes = 0;
    for (std::size_t place = 0; place < text.size(); ++place) {
        if (is_hyphen_place(place)) {
            if (text[place] != '-') return wrong();
            continue;
        }
        const int value = hex_value(text[place]);
        if (value < 0) return wrong();
        auto& byte = id.bytes_[half_bytes / 2];
        byte = static_cast<std::uint8_t>((byte << 4) | value);
        ++half_bytes;
    }
    return id;
}

Id Id::from_words(std::string_view words)
{
    // Version 8 of RFC 9562 (our own making): a BLAKE2b digest of the words, so it can never meet an id made by time.
    Id id;
    crypto_generichash(id.bytes_.data(), id.bytes_.size(), reinterpret_cast<const unsigned char*>(words.data()), words.size(),
                       nullptr, 0);
    mark_version(id.bytes_, 8);
    return id;
}

std::string Id::text() const
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (const auto byte : bytes_) {
        if (is_hyphen_place(text.size())) text += '-';
        text += digits[byte >> 4];
        text += digits[byte & 0x0F];
    }
    return text;
}

std::string make_reference()
{
    constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";  // Crockford: no I, L, O, U
    std::array<std::uint8_t, 6> random{};
    fill_random(random.data(), random.size());
    std::string reference;
    for (const auto byte : random) {
        if (reference.size() == 4) reference += '-';
        reference += letters[byte & 31];
    }
    return reference;
}

}  // namespace waymark
