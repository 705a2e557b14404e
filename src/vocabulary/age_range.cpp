// Ranges of ages.
#include "vocabulary/age_range.hpp"

namespace waymark {

Result<AgeRange> AgeRange::make(int from, int to)
{
    if (from < 0 || to > 25) return invalid("age_range.invalid", "Enter ages from 0 to 25.");
    if (from > to) return invalid("age_range.invalid", "The youngest age must not be above the oldest.");
    return AgeRange{from, to};
}

std::string AgeRange::text() const
{
    return from_ == to_ ? std::to_string(from_) : std::to_string(from_) + " to " + std::to_string(to_);
}

}  // namespace waymark
