// A postcode, in the one spelling that the postcode table knows: "S1 2HH".
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/result.hpp"

namespace waymark {

class Postcode {
public:
    /// Reads a postcode in any case and spacing. Its shape is checked; that it exists is a matter for the postcode table.
    ///
    /// Fails   `postcode.invalid`
    /// Source  Royal Mail, Programmers' guide: the six shapes A9 9AA, A99 9AA, AA9 9AA, AA99 9AA, A9A 9AA, AA9A 9AA; GIR 0AA
    [[nodiscard]] static Result<Postcode> parse(std::string_view text);

    [[nodiscard]] const std::string& text() const { return text_; }  // "S1 2HH"
    /// The part before the space, "S1": enough for lists and maps, and does not say where a child lives.
    [[nodiscard]] std::string_view outward() const { return std::string_view{text_}.substr(0, text_.find(' ')); }

    auto operator<=>(const Postcode&) const = default;

private:
    explicit Postcode(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

}  // namespace waymark
