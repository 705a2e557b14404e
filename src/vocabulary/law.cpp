// From rows of reference data to one struct for each day the law changed.
#include "vocabulary/law.hpp"

#include <algorithm>
#include <iterator>
#include <array>
#include <map>
#include <vector>

#include "foundation/enum_text.hpp"
#include "vocabulary/reference.hpp"

namespace waymark {
namespace {

struct Field {
    std::string_view name;
    int Law::*place;
};

constexpr std::array fields = std::to_array<Field>({
    {"duty_day", &Law::duty_day},
    {"day_six_warning_day", &Law::day_six_warning_day},
    {"suspension_days_max", &Law::suspension_days_max},
    {"suspension_days_warning", &Law::suspension_days_warning},
    {"exclusion_notice_hours", &Law::exclusion_notice_hours},
    {"governors_meet_school_days", &Law::governors_meet_school_days},
    {"review_request_school_days", &Law::review_request_school_days},
    {"section_19_decision_school_days", &Law::section_19_decision_school_days},
    {"section_19_start_school_days", &Law::section_19_start_school_days},
    {"family_news_school_days", &Law::family_news_school_days},
    {"full_time_minutes_ks1", &Law::full_time_minutes_ks1},
    {"full_time_minutes_ks2", &Law::full_time_minutes_ks2},
    {"full_time_minutes_ks3", &Law::full_time_minutes_ks3},
    {"full_time_minutes_ks4", &Law::full_time_minutes_ks4},
    {"medical_days", &Law::medical_days},
    {"medical_days_warning", &Law::medical_days_warning},
    {"part_time_review_school_days", &Law::part_time_review_school_days},
    {"part_time_end_school_days", &Law::part_time_end_school_days},
    {"direction_notice_school_days", &Law::direction_notice_school_days},
    {"direction_review_request_days", &Law::direction_review_request_days},
    {"direction_review_notice_days", &Law::direction_review_notice_days},
    {"direction_review_school_days", &Law::direction_review_school_days},
    {"step_out_school_days", &Law::step_out_school_days},
    {"step_out_assessment_school_days", &Law::step_out_assessment_school_days},
    {"non_school_weeks", &Law::non_school_weeks},
    {"registration_full_time_above_minutes", &Law::registration_full_time_above_minutes},
    {"registration_warning_minutes", &Law::registration_warning_minutes},
    {"registration_share_percent", &Law::registration_share_percent},
    {"registration_children", &Law::registration_children},
    {"registration_vulnerable_children", &Law::registration_vulnerable_children},
    {"registration_warning_children", &Law::registration_warning_children},
    {"confirmation_months", &Law::confirmation_months},
    {"half_term_review_school_days_min", &Law::half_term_review_school_days_min},
    {"reporting_minute", &Law::reporting_minute},
    {"unexplained_absence_sessions", &Law::unexplained_absence_sessions},
    {"assurance_months", &Law::assurance_months},
    {"unauthorised_school_days", &Law::unauthorised_school_days},
    {"unplaced_school_days_warning", &Law::unplaced_school_days_warning},
    {"unplaced_school_days", &Law::unplaced_school_days},
    {"reason_not_known_school_days", &Law::reason_not_known_school_days},
    {"persistent_absence_percent", &Law::persistent_absence_percent},
    {"severe_absence_percent", &Law::severe_absence_percent},
    {"absence_sessions_min", &Law::absence_sessions_min},
    {"planned_sessions_min", &Law::planned_sessions_min},
    {"small_number_below", &Law::small_number_below},
});

const Field* field_named(std::string_view name)
{
    const auto found = std::ranges::find(fields, name, &Field::name);
    return found == fields.end() ? nullptr : found;
}

std::vector<LawNumber> read_numbers()
{
    std::vector<LawNumber> numbers;
    for (const auto& row : reference_rows("law")) {
        const auto basis = enum_from_text<LawBasis>(row.text("basis"));
        expects(basis && field_named(row.text("name")));
        numbers.push_back({.name = row.text("name"), .unit = row.text("unit"), .rule = row.text("rule"), .source = row.text("source"),
                           .checked = row.text("checked"), .reviewed_on = row.text("reviewed_on"), .review_by = row.text("review_by"),
                           .value = row.whole("value"), .basis = *basis, .valid = row.valid()});
    }
    return numbers;
}

/// The row of that name in force on the day, else the first there is.
const LawNumber& number_on(std::string_view name, Date day)
{
    const LawNumber* first = nullptr;
    for (const auto& number : law_numbers()) {
        if (number.name != name) continue;
        if (number.valid.contains(day)) return number;
        if (!first || number.valid.from < first->valid.from) first = &number;
    }
    expects(first && day < first->valid.from);
    return *first;
}

/// The law of every day on which some number changes.
std::map<Date, Law> read_law()
{
    std::map<Date, Law> by_day;
    for (const auto& number : law_numbers()) by_day[number.valid.from];
    for (auto& [day, law] : by_day)
        for (const auto& [name, place] : fields) law.*place = number_on(name, day).value;
    return by_day;
}

}  // namespace

std::optional<int> Law::full_time_minutes(KeyStage stage) const
{
    switch (stage) {
        case KeyStage::early_years:  // Reception keeps the hours of key stage 1.
        case KeyStage::ks1: return full_time_minutes_ks1;
        case KeyStage::ks2: return full_time_minutes_ks2;
        case KeyStage::ks3: return full_time_minutes_ks3;
        case KeyStage::ks4: return full_time_minutes_ks4;
        case KeyStage::ks5: return std::nullopt;
    }
    return std::nullopt;
}

const Law& law_on(Date day)
{
    static const std::map<Date, Law> by_day = read_law();
    const auto after = by_day.upper_bound(day);
    return after == by_day.begin() ? after->second : std::prev(after)->second;
}

std::span<const LawNumber> law_numbers()
{
    static const std::vector<LawNumber> numbers = read_numbers();
    return numbers;
}

Result<Law> with_local_choice(Law law, std::string_view name, int value)
{
    const Field* field = field_named(name);
    if (!field) return refused("law.unknown_setting", "There is no setting called " + std::string{name} + ".");
    const bool local = std::ranges::any_of(law_numbers(), [&](const auto& number) { return number.name == name && number.basis == LawBasis::local; });
    if (!local) return refused("law.not_local", "This number is set by law or guidance. It cannot be changed here.");
    law.*(field->place) = value;
    return law;
}

}  // namespace waymark
