// Identifiers: UUIDv7 (RFC 9562), so that ids sort by the time they were made; and the short references people read out.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/date.hpp"
#include "foundation/result.hpp"

namespace waymark {

class Id {
public:
    Id() = default;

    /// A new id for that instant, with 74 random bits.
    [[nodiscard]] static Id make(Instant now);
    /// Reads the 36-character form. Fails `id.invalid`.
    [[nodiscard]] static Result<Id> parse(std::string_view text);
    /// The id that always comes from these words: for made-up areas and imports that must be safe to run twice.
    [[nodiscard]] static Id from_words(std::string_view words);

    [[nodiscard]] std::string text() const;  // "0193…-7…", lower case
    [[nodiscard]] bool is_nil() const { return *this == Id{}; }
    [[nodiscard]] const std::array<std::uint8_t, 16>& bytes() const { return bytes_; }

    auto operator<=>(const Id&) const = default;

private:
    std::array<std::uint8_t, 16> bytes_{};
};

/// An id of one kind of record: mixing kinds does not compile. `struct ReferralTag; using ReferralId = IdOf<ReferralTag>;`
template <class Tag>
struct IdOf {
    Id value;

    [[nodiscard]] static IdOf make(Instant now) { return {Id::make(now)}; }
    [[nodiscard]] static Result<IdOf> parse(std::string_view text)
    {
        auto id = Id::parse(text);
        if (!id) return std::unexpected(id.error());
        return IdOf{*id};
    }
    [[nodiscard]] std::string text() const { return value.text(); }
    auto operator<=>(const IdOf&) const = default;
};

/// A short reference such as "7F3K-2M" (Crockford base 32, no I, L, O, U), made of 30 random bits.
[[nodiscard]] std::string make_reference();

}  // namespace waymark

template <>
struct std::hash<waymark::Id> {
    std::size_t operator()(const waymark::Id& id) const noexcept
    {
        std::size_t mixed = 1469598103934665603ULL;
        for (const auto byte : id.bytes()) mixed = (mixed ^ byte) * 1099511628211ULL;
        return mixed;
    }
};
template <class Tag>
struct std::hash<waymark::IdOf<Tag>> {
    std::size_t operator()(const waymark::IdOf<Tag>& id) const noexcept { return std::hash<waymark::Id>{}(id.value); }
};
