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
    {"planned_sessions_min", &Law::planned_sessions_min},
    {"duty_day", &Law::duty_day},
    {"day_six_warning_day", &Law::day_six_warning_day},
    {"suspension_days_max", &Law::suspension_days_max},
    {"suspension_days_warning", &Law::suspension_days_warning},
    {"governors_must_meet_over_days", &Law::governors_must_meet_over_days},
    {"governors_asked_over_days", &Law::governors_asked_over_days},
    {"governors_asked_meet_school_days", &Law::governors_asked_meet_school_days},
    {"exclusion_notice_hours", &Law::exclusion_notice_hours},
    {"governors_meet_school_days", &Law::governors_meet_school_days},
    {"review_request_school_days", &Law::review_request_school_days},
    {"review_panel_school_days", &Law::review_panel_school_days},
    {"funding_weeks", &Law::funding_weeks},
    {"section_19_decision_school_days", &Law::section_19_decision_school_days},
    {"section_19_start_school_days", &Law::section_19_start_school_days},
    {"full_time_minutes_ks1", &Law::full_time_minutes_ks1},
    {"full_time_minutes_ks2", &Law::full_time_minutes_ks2},
    {"full_time_minutes_ks3", &Law::full_time_minutes_ks3},
    {"full_time_minutes_ks4", &Law::full_time_minutes_ks4},
    {"medical_days", &Law::medical_days},
    {"medical_days_warning", &Law::medical_days_warning},
    {"part_time_review_school_days", &Law::part_time_review_school_days},
    {"part_time_end_school_days", &Law::part_time_end_school_days},
    {"part_time_renewals", &Law::part_time_renewals},
    {"direction_notice_school_days", &Law::direction_notice_school_days},
    {"direction_review_request_days", &Law::direction_review_request_days},
    {"direction_review_notice_days", &Law::direction_review_notice_days},
    {"direction_review_school_days", &Law::direction_review_school_days},
    {"direction_outcome_days", &Law::direction_outcome_days},
    {"roll_addition_days", &Law::roll_addition_days},
    {"off_rolling_days", &Law::off_rolling_days},
    {"off_rolling_year_group", &Law::off_rolling_year_group},
    {"roll_absence_school_days", &Law::roll_absence_school_days},
    {"roll_leave_school_days", &Law::roll_leave_school_days},
    {"roll_custody_months", &Law::roll_custody_months},
    {"family_news_school_days", &Law::family_news_school_days},
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
    {"lado_working_days", &Law::lado_working_days},
    {"suspended_review_school_days", &Law::suspended_review_school_days},
    {"assurance_months", &Law::assurance_months},
    {"ehc_decide_weeks", &Law::ehc_decide_weeks},
    {"ehc_final_weeks", &Law::ehc_final_weeks},
    {"ehc_review_months", &Law::ehc_review_months},
    {"ehc_report_weeks", &Law::ehc_report_weeks},
    {"ehc_review_decision_weeks", &Law::ehc_review_decision_weeks},
    {"ehc_amended_weeks", &Law::ehc_amended_weeks},
    {"ehc_transfer_day", &Law::ehc_transfer_day},
    {"ehc_transfer_day_post16", &Law::ehc_transfer_day_post16},
    {"ehc_adulthood_year_group", &Law::ehc_adulthood_year_group},
    {"pep_begun_working_days", &Law::pep_begun_working_days},
    {"pep_ready_working_days", &Law::pep_ready_working_days},
    {"unauthorised_school_days", &Law::unauthorised_school_days},
    {"unplaced_school_days_warning", &Law::unplaced_school_days_warning},
    {"unplaced_school_days", &Law::unplaced_school_days},
    {"fair_access_school_days", &Law::fair_access_school_days},
    {"fair_access_out_of_school_weeks", &Law::fair_access_out_of_school_weeks},
    {"in_year_answer_school_days", &Law::in_year_answer_school_days},
    {"in_year_answer_latest_school_days", &Law::in_year_answer_latest_school_days},
    {"preference_lost_years", &Law::preference_lost_years},
    {"reason_not_known_school_days", &Law::reason_not_known_school_days},
    {"register_open_minutes", &Law::register_open_minutes},
    {"register_years", &Law::register_years},
    {"persistent_absence_percent", &Law::persistent_absence_percent},
    {"severe_absence_percent", &Law::severe_absence_percent},
    {"absence_sessions_min", &Law::absence_sessions_min},
    {"sustained_weeks_first", &Law::sustained_weeks_first},
    {"sustained_weeks_second", &Law::sustained_weeks_second},
    {"sustained_weeks_third", &Law::sustained_weeks_third},
    {"activity_months", &Law::activity_months},
    {"activity_months_neet", &Law::activity_months_neet},
    {"destination_intended_day", &Law::destination_intended_day},
    {"september_guarantee_day", &Law::september_guarantee_day},
    {"place_funding_pounds", &Law::place_funding_pounds},
    {"walking_miles_under_8", &Law::walking_miles_under_8},
    {"walking_miles_from_8", &Law::walking_miles_from_8},
    {"low_income_miles_8_to_10", &Law::low_income_miles_8_to_10},
    {"low_income_miles_min", &Law::low_income_miles_min},
    {"low_income_miles_max", &Law::low_income_miles_max},
    {"faith_miles_max", &Law::faith_miles_max},
    {"keep_years_pupil", &Law::keep_years_pupil},
    {"keep_years_plan", &Law::keep_years_plan},
    {"keep_years_looked_after", &Law::keep_years_looked_after},
    {"keep_years_allegation", &Law::keep_years_allegation},
    {"keep_years_contract", &Law::keep_years_contract},
    {"keep_years_accounts", &Law::keep_years_accounts},
    {"keep_years_abuse", &Law::keep_years_abuse},
    {"keep_years_panel", &Law::keep_years_panel},
    {"keep_years_enquiry", &Law::keep_years_enquiry},
    {"subject_access_months", &Law::subject_access_months},
    {"subject_access_more_months", &Law::subject_access_more_months},
    {"small_number_below", &Law::small_number_below},
    {"churn_starts", &Law::churn_starts},
    {"churn_months", &Law::churn_months},
    {"churn_gap_school_days", &Law::churn_gap_school_days},
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
