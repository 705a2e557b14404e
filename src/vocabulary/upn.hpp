// The unique pupil number, which stays with a child from school to school.
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "foundation/result.hpp"

namespace waymark {

/// A UPN that exists is well formed: 13 characters, the first a check letter over the twelve that follow.
class Upn {
public:
    /// Reads what people type or files hold: spaces and small letters are put right.
    ///
    /// Fails   `upn.length`, `upn.letters` (a letter that UPNs never use, or one where a digit belongs) or `upn.check`
    ///         (well shaped, but the first letter does not fit the rest: something was mistyped)
    /// Rule    R48
    /// Source  DfE, Unique pupil numbers: guidance for schools and local authorities
    [[nodiscard]] static Result<Upn> parse(std::string_view text);

    [[nodiscard]] const std::string& text() const { return text_; }
    /// Ends in a letter: given until the child's own number is known, so it never proves who somebody is.
    [[nodiscard]] bool is_temporary() const;
    /// The code of the authority that gave the number, which need not be where the child lives or learns now.
    [[nodiscard]] std::string_view allocating_authority() const { return std::string_view{text_}.substr(1, 3); }

    auto operator<=>(const Upn&) const = default;

private:
    explicit Upn(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

/// A child's numbers over time: the one in use, and the one it had before, kept so that older records still find it.
struct UpnHistory {
    Upn current;
    std::string former;  // empty when there is none

    [[nodiscard]] bool answers_to(const Upn& other) const { return other == current || other.text() == former; }
};

/// The numbers of a child that turns out to have another UPN: the present one becomes the former one. A temporary number
/// that gives way to a permanent one is kept in the same way; the other way round is refused with `upn.back_to_temporary`.
/// Rule    R48
[[nodiscard]] Result<UpnHistory> with_new_upn(const UpnHistory& numbers, const Upn& found);

}  // namespace waymark
