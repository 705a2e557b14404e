// Two more numbers that people type: an authority's code and an NHS number.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/result.hpp"

namespace waymark {

/// A local authority's code as the DfE gives it: three digits, 373. Statistics use another scheme (E08…), which changes with
/// boundaries: neither is ever worked out from the other. Its shape is checked; that it is in use is a matter for the list.
class AuthorityCode {
public:
    /// Fails   `authority_code.invalid`
    /// Rule    R49
    [[nodiscard]] static Result<AuthorityCode> parse(std::string_view text);
    [[nodiscard]] const std::string& text() const { return text_; }
    auto operator<=>(const AuthorityCode&) const = default;

private:
    explicit AuthorityCode(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

/// An NHS number: ten digits, the last a check digit. Held only where the duty to share applies.
class NhsNumber {
public:
    /// Reads "943 476 5919" and "9434765919".
    /// Fails   `nhs_number.invalid`
    /// Rule    R49
    /// Source  NHS Data Dictionary, NHS number
    [[nodiscard]] static Result<NhsNumber> parse(std::string_view text);
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] std::string shown() const;  // "943 476 5919"
    auto operator<=>(const NhsNumber&) const = default;

private:
    explicit NhsNumber(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

}  // namespace waymark
