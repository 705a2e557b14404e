// The ages a programme or a register takes, both included.
#pragma once

#include <compare>
#include <string>

#include "foundation/date.hpp"
#include "foundation/result.hpp"

namespace waymark {

class AgeRange {
public:
    /// Fails `age_range.invalid` unless 0 <= from <= to <= 25, the ages education law reaches.
    [[nodiscard]] static Result<AgeRange> make(int from, int to);

    [[nodiscard]] int from() const { return from_; }
    [[nodiscard]] int to() const { return to_; }
    [[nodiscard]] bool takes_age(int years) const { return years >= from_ && years <= to_; }
    [[nodiscard]] bool takes(Date born, Date day) const { return takes_age(whole_years_between(born, day)); }
    [[nodiscard]] std::string text() const;  // "14 to 16"

    auto operator<=>(const AgeRange&) const = default;

private:
    AgeRange(int from, int to) : from_(from), to_(to) {}
    int from_, to_;
};

}  // namespace waymark
