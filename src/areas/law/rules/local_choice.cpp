#include "law/rules/local_choice.hpp"

#include <array>

#include <fmt/format.h>

#include "law/rules/number_words.hpp"

namespace waymark::law {
namespace {

constexpr std::array<int, 12> longest_months{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

bool is_day_of_a_year(int value)
{
    const int month = value / 100, day = value % 100;
    return month >= 1 && month <= 12 && day >= 1 && day <= longest_months.at(static_cast<std::size_t>(month - 1));
}

/// Two numbers of which the earlier has to stay below the later.
struct InOrder {
    std::string_view earlier, later;
    int Law::*below;
    int Law::*above;
};

constexpr std::array in_order = std::to_array<InOrder>({
    {"day_six_warning_day", "duty_day", &Law::day_six_warning_day, &Law::duty_day},
    {"suspension_days_warning", "suspension_days_max", &Law::suspension_days_warning, &Law::suspension_days_max},
    {"section_19_decision_school_days", "section_19_start_school_days", &Law::section_19_decision_school_days, &Law::section_19_start_school_days},
    {"medical_days_warning", "medical_days", &Law::medical_days_warning, &Law::medical_days},
    {"part_time_review_school_days", "part_time_end_school_days", &Law::part_time_review_school_days, &Law::part_time_end_school_days},
    {"step_out_assessment_school_days", "step_out_school_days", &Law::step_out_assessment_school_days, &Law::step_out_school_days},
    {"registration_warning_minutes", "registration_full_time_above_minutes", &Law::registration_warning_minutes, &Law::registration_full_time_above_minutes},
    {"registration_warning_children", "registration_children", &Law::registration_warning_children, &Law::registration_children},
    {"unplaced_school_days_warning", "unplaced_school_days", &Law::unplaced_school_days_warning, &Law::unplaced_school_days},
    {"sustained_weeks_first", "sustained_weeks_second", &Law::sustained_weeks_first, &Law::sustained_weeks_second},
    {"sustained_weeks_second", "sustained_weeks_third", &Law::sustained_weeks_second, &Law::sustained_weeks_third},
});

std::string name_of(std::string_view name)
{
    for (const auto& number : law_numbers())
        if (number.name == name) return number_name(number);
    return std::string{name};
}

}  // namespace

SensibleRange sensible_range(const LawNumber& number)
{
    const std::string_view unit = number.unit;
    if (unit == "minutes after midnight") return {7 * 60, 16 * 60};
    if (unit == "month and day") return {101, 1231};
    if (unit == "year group") return {1, 13};
    if (unit == "renewals") return {0, 10};
    if (unit.starts_with("per cent")) return {1, 100};
    if (unit.ends_with("minutes a week")) return {60, 35 * 60};
    if (unit.starts_with("months")) return {1, 60};
    if (unit.starts_with("weeks")) return {1, 104};
    if (unit.starts_with("years")) return {1, 100};
    if (unit.starts_with("children")) return {1, 50};
    if (unit.starts_with("placements")) return {1, 20};
    if (unit.find("sessions") != std::string_view::npos) return {1, 380};
    return {1, 190};  // school days: a school year has no more
}

Problems problems_with_choice(const LawNumber& number, int value, const Law& with_it)
{
    Problems found;
    if (number.basis != LawBasis::local) {
        found.add("law.not_local", "This number is set by law or guidance. It cannot be changed here.", "value");
        return found;
    }
    const auto [least, most] = sensible_range(number);
    const bool is_day = number.unit == "month and day";
    if (value < least || value > most || (is_day && !is_day_of_a_year(value))) {
        found.add("law.choice_out_of_range",
                  is_day ? std::string{"Enter a day of the year."}
                         : fmt::format("Enter a value between {} and {}.", number_as_typed(number, least), number_as_typed(number, most)),
                  "value");
        return found;
    }
    for (const auto& [earlier, later, below, above] : in_order) {
        if (with_it.*below < with_it.*above || (number.name != earlier && number.name != later)) continue;
        const bool is_earlier = number.name == earlier;
        found.add("law.choice_out_of_order",
                  fmt::format("Enter {} than {}: “{}” has to come {} “{}”.", is_earlier ? "less" : "more", is_earlier ? with_it.*above : with_it.*below,
                              number_name(number), is_earlier ? "before" : "after", name_of(is_earlier ? later : earlier)),
                  "value");
    }
    return found;
}

}  // namespace waymark::law
