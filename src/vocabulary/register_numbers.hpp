// The numbers that registers give: learners (ULN), establishments (URN, DfE number) and providers (UKPRN).
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/result.hpp"

namespace waymark {

/// A learner's number, from 14 on: ten digits, the last a check digit.
class Uln {
public:
    /// Fails   `uln.invalid`; `uln.dummy` for 9999999999, which stands for "none" in returns and is nobody's number
    /// Rule    R49
    /// Source  Learning Records Service
    [[nodiscard]] static Result<Uln> parse(std::string_view text);
    [[nodiscard]] const std::string& text() const { return text_; }
    auto operator<=>(const Uln&) const = default;

private:
    explicit Uln(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

/// An establishment's number in Get Information about Schools: six digits without a check digit, so look it up as well.
class Urn {
public:
    /// Fails   `urn.invalid`
    /// Rule    R49
    [[nodiscard]] static Result<Urn> parse(std::string_view text);
    [[nodiscard]] const std::string& text() const { return text_; }
    auto operator<=>(const Urn&) const = default;

private:
    explicit Urn(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

/// A provider's number in the UK register of learning providers: eight digits, the first 1.
class Ukprn {
public:
    /// Fails   `ukprn.invalid`
    /// Rule    R49
    [[nodiscard]] static Result<Ukprn> parse(std::string_view text);
    [[nodiscard]] const std::string& text() const { return text_; }
    auto operator<=>(const Ukprn&) const = default;

private:
    explicit Ukprn(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

/// The DfE number (LAESTAB): the authority's three digits and the establishment's four.
class DfeNumber {
public:
    /// Reads "3734000", "373/4000" and "373 4000".
    /// Fails   `dfe_number.invalid`
    /// Rule    R49
    [[nodiscard]] static Result<DfeNumber> parse(std::string_view text);
    [[nodiscard]] std::string text() const { return authority_ + establishment_; }   // "3734000"
    [[nodiscard]] std::string shown() const { return authority_ + "/" + establishment_; }
    [[nodiscard]] const std::string& authority() const { return authority_; }
    [[nodiscard]] const std::string& establishment() const { return establishment_; }
    auto operator<=>(const DfeNumber&) const = default;

private:
    DfeNumber(std::string authority, std::string establishment)
        : authority_(std::move(authority)), establishment_(std::move(establishment)) {}
    std::string authority_, establishment_;
};

}  // namespace waymark
