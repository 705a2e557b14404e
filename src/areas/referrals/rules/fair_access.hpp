// A place in a mainstream school: the fair access protocol, in-year applications, and the parent's preference.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "foundation/result.hpp"
#include "vocabulary/deadline.hpp"
#include "vocabulary/law.hpp"

namespace waymark::referrals {

/// Whom a fair access protocol may place.
/// Source     School Admissions Code 2021, paragraph 3.17
enum class FairAccessGroup {
    child_in_need_or_protection,        // a plan now, or within the last twelve months
    refuge,                             // living in a refuge or other relevant accommodation
    youth_justice,
    alternative_provision,              // ready to go back, or permanently excluded and suitable for a mainstream school
    special_needs_without_plan,         // special educational needs, disability or medical condition
    carer,
    homeless,
    kinship_care,                       // formal kinship care
    traveller_refugee_asylum,           // Gypsy, Roma, Traveller, refugee or asylum seeker
    refused_for_behaviour,              // refused a place for challenging behaviour and referred to the protocol
    exceptional_circumstances,          // no place was sought, for exceptional reasons
    out_of_education,                   // for law.fair_access_out_of_school_weeks or more, and no place within a reasonable distance
    previously_looked_after,            // and the authority could not promptly find a place
};

struct FairAccessFacts {
    std::vector<FairAccessGroup> groups;            // recorded of the child; out_of_education is worked out instead
    std::optional<Date> out_of_education_since;     // first day without education
    bool no_place_within_reach = false;             // no school within a reasonable distance has a place
    bool can_get_place_in_year = false;             // an ordinary application would give a place
};

/// The groups by which the protocol may place the child that day; none where an ordinary application would do.
/// Rule       R43a
/// Source     School Admissions Code 2021, paragraphs 3.14 to 3.22
[[nodiscard]] std::vector<FairAccessGroup> fair_access_groups(const FairAccessFacts& facts, Date day, const Law& law);

/// A place is allocated within law.fair_access_school_days of the referral to the panel.
///
/// referred_on    not itself counted
/// placed         today, and the day a place was allocated
/// school         the authority's calendar
/// Fails          `calendar.missing`
/// Rule           R43a
/// Source         School Admissions Code 2021, paragraphs 3.14 to 3.22
[[nodiscard]] Result<Deadline> fair_access_place(Date referred_on, const Standing& placed, const SchoolCalendar& school, const Law& law);

struct InYearAnswer {
    Date aim;                           // law.in_year_answer_school_days after the application
    Deadline latest;                    // law.in_year_answer_latest_school_days after it; warns from the day after the aim
};

/// An application for a place within the year is answered.
///
/// applied_on     the day it arrived, not itself counted
/// answered       today, and the day of the answer
/// Fails          `calendar.missing`
/// Rule           R43a
/// Source         School Admissions Code 2021, paragraph 2.30
[[nodiscard]] Result<InYearAnswer> in_year_answer(Date applied_on, const Standing& answered, const SchoolCalendar& school, const Law& law);

/// The days for which a parent's preference need not be met; none where the child was excluded fewer than two times by then.
///
/// exclusions     first days of permanent exclusions that stand; several on one day are one
/// The days begin with the second exclusion or a later one, and last law.preference_lost_years years. The latest one by that day counts.
/// Rule           R43a
/// Source         School Standards and Framework Act 1998 s.87
[[nodiscard]] std::optional<DateRange> preference_lost(std::span<const Date> exclusions, Date day, const Law& law);

}  // namespace waymark::referrals
