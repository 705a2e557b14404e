// Arithmetic of years, ages and stages.
#include "vocabulary/school_year.hpp"

namespace waymark {

SchoolYear SchoolYear::of(Date day) { return SchoolYear{year_of(day) - (month_of(day) < 9 ? 1 : 0)}; }

std::string SchoolYear::text() const { return std::to_string(starts_in_) + " to " + std::to_string(starts_in_ + 1); }

int year_group(Date born, Date day) { return SchoolYear::of(day).starts_in() - SchoolYear::of(born).starts_in() - 5; }

std::optional<KeyStage> key_stage_of_year(int year_group)
{
    if (year_group < 0 || year_group > 13) return std::nullopt;
    if (year_group == 0) return KeyStage::early_years;
    if (year_group <= 2) return KeyStage::ks1;
    if (year_group <= 6) return KeyStage::ks2;
    if (year_group <= 9) return KeyStage::ks3;
    return year_group <= 11 ? KeyStage::ks4 : KeyStage::ks5;
}

std::string key_stage_name(KeyStage stage)
{
    switch (stage) {
        case KeyStage::early_years: return "Early years";
        case KeyStage::ks1: return "Key stage 1";
        case KeyStage::ks2: return "Key stage 2";
        case KeyStage::ks3: return "Key stage 3";
        case KeyStage::ks4: return "Key stage 4";
        case KeyStage::ks5: return "Post-16";
    }
    return {};
}

std::string year_group_name(int year_group)
{
    if (year_group < 0) return "Before school age";
    if (year_group == 0) return "Reception";
    return year_group > 13 ? "After year 13" : "Year " + std::to_string(year_group);
}

DateRange compulsory_school_age(Date born)
{
    // A child born on 29 February turns 5 on 1 March of a common year, before the same prescribed day either way.
    const std::chrono::year_month_day birth{born};
    const std::chrono::year_month_day fifth = birth + std::chrono::years{5};
    const Date fifth_birthday = fifth.ok() ? Date{fifth} : date(static_cast<int>(fifth.year()), 3, 1);
    const int year = year_of(fifth_birthday);
    Date starts = date(year, 12, 31);
    if (fifth_birthday <= date(year, 8, 31)) starts = date(year, 8, 31);
    if (fifth_birthday <= date(year, 3, 31)) starts = date(year, 3, 31);

    // The school year in which the child turns 16 starts 16 years after the one it was born in, and ends in the year after.
    const int turns_16_in = SchoolYear::of(born).starts_in() + 16;
    return {starts, school_leaving_day(turns_16_in + 1)};
}

Date school_leaving_day(int year)
{
    Date day = date(year, 6, 30);
    while (weekday(day) != Weekday::friday) day -= Days{1};
    return day;
}

}  // namespace waymark
