// School years, year groups, key stages, and who is of compulsory school age.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/date.hpp"

namespace waymark {

/// 1 September to 31 August, named by the year it starts in: 2026 for 2026 to 2027.
class SchoolYear {
public:
    constexpr explicit SchoolYear(int starts_in) : starts_in_(starts_in) {}

    /// The school year a day falls in.
    /// Rule    R4
    /// Source  Education Act 1996 s.579
    [[nodiscard]] static SchoolYear of(Date day);

    [[nodiscard]] int starts_in() const { return starts_in_; }
    [[nodiscard]] Date first_day() const { return date(starts_in_, 9, 1); }
    [[nodiscard]] Date last_day() const { return date(starts_in_ + 1, 8, 31); }
    [[nodiscard]] DateRange days() const { return {first_day(), last_day()}; }
    [[nodiscard]] SchoolYear next() const { return SchoolYear{starts_in_ + 1}; }
    [[nodiscard]] SchoolYear previous() const { return SchoolYear{starts_in_ - 1}; }
    [[nodiscard]] std::string text() const;  // "2026 to 2027"

    auto operator<=>(const SchoolYear&) const = default;

private:
    int starts_in_;
};

/// Its number is what lists of key stages hold ("1 2 3"): early years 0, post-16 5.
enum class KeyStage { early_years, ks1, ks2, ks3, ks4, ks5 };

/// The year group that goes with a child's age: 0 is Reception, 1 to 11 compulsory years, 12 and 13 post-16; negative
/// before school, above 13 after it. A child may be taught out of year: for the curriculum use the enrolment's own.
/// Rule    R4
/// Source  Education Act 1996 s.579
[[nodiscard]] int year_group(Date born, Date day);

/// The key stage of a year group; nothing before Reception or after year 13.
/// Rule    R4
/// Source  Education Act 2002 s.82
[[nodiscard]] std::optional<KeyStage> key_stage_of_year(int year_group);

[[nodiscard]] std::string key_stage_name(KeyStage stage);   // "Key stage 4", "Early years", "Post-16"
[[nodiscard]] std::string year_group_name(int year_group);  // "Year 10", "Reception", "Before school age", "After year 13"

/// The days between which education is compulsory: from the prescribed day (31 August, 31 December, 31 March) on or after
/// the fifth birthday, to the last Friday in June of the school year in which the child turns 16. Both days included.
/// Rule    R5
/// Source  Education Act 1996 s.8
[[nodiscard]] DateRange compulsory_school_age(Date born);
[[nodiscard]] inline bool is_compulsory_school_age(Date born, Date day) { return compulsory_school_age(born).contains(day); }

/// The last Friday in June, the one school-leaving day of that calendar year.
/// Rule    R5
[[nodiscard]] Date school_leaving_day(int year);

}  // namespace waymark
