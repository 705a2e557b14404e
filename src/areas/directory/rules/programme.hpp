// A programme: what a provider offers at one site, in one of the authority's categories, for whom and at what price.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "directory/rules/provider.hpp"
#include "directory/rules/week_places.hpp"
#include "foundation/money.hpp"

namespace waymark::directory {

enum class Attendance { full_time, part_time };
enum class Focus { early_intervention, reintegration, other };
enum class PriceUnit { session, day, week, term, place };
enum class Sex { female, male };

/// Special educational needs as schools record them (codes.md 2.2). The name is the code in lower case.
enum class Need { spld, mld, sld, pmld, ds, semh, slcn, asd, hi, vi, msi, pd };

/// One of the authority's own categories; it starts with the guide's eight.
struct OfferCategory {
    std::string id, name, description;
    std::optional<int> weeks_max;
    std::vector<int> key_stages;                // none: any
    std::optional<bool> full_time;              // none: either
    bool dual_registration_required = false;
    bool treatment_plan_required = false;
};

struct Course {
    std::string subject, accreditation, level;
    bool operator==(const Course&) const = default;
};

struct Programme {
    ProgrammeId id;
    OrganisationId provider;
    std::optional<SiteId> site;                 // none: online
    std::string category;
    std::string name, description;
    Attendance attendance = Attendance::part_time;
    std::optional<int> weeks_max;
    Focus focus = Focus::other;
    int age_from = 0, age_to = 0;
    std::optional<Sex> sex;                     // none: everybody
    std::vector<Need> needs;
    Money price;
    PriceUnit price_unit = PriceUnit::session;
    int session_minutes = 150;
    Date from;
    std::optional<Date> to;                     // the last day on which it runs
    WeekPlaces places;
    std::vector<Course> courses;
    int version = 0;

    [[nodiscard]] bool runs_on(Date day) const { return from <= day && (!to || day <= *to); }
};

/// All that is wrong with a programme, so that a form is corrected once. `sites` are the provider's open sites.
/// Rule       the guide's category limits; R28: a provider that is no registered school offers no full-time education
/// Source     Education and Skills Act 2008 ss.92, 96
[[nodiscard]] Problems problems_with(const Programme& programme, const OfferCategory* category, Registration registration,
                                     const std::vector<Site>& sites);

/// Whether the programme takes in a whole year group of that key stage (1 to 4; 5 is post-16). A year group is two ages wide:
/// Year 10 is 14 and 15, so "14 to 16" is key stage 4 and neither 3 nor 5.   Rule R4
[[nodiscard]] bool caters_for_key_stage(int age_from, int age_to, int key_stage);

/// "£90 a day", "£18,000 a place".
[[nodiscard]] std::string price_text(Money price, PriceUnit unit);
[[nodiscard]] std::string price_unit_words(PriceUnit unit);      // "a day"
[[nodiscard]] std::string attendance_words(Attendance attendance);  // "Full time"
[[nodiscard]] std::string focus_words(Focus focus);
[[nodiscard]] std::string ages_words(int age_from, int age_to);  // "11 to 16", "15"
[[nodiscard]] std::string key_stage_words(int key_stage);        // "Key stage 4", "Post-16"
[[nodiscard]] std::string need_words(Need need);                 // "Social, emotional and mental health"
[[nodiscard]] std::string need_code(Need need);                  // "SEMH"
[[nodiscard]] std::string course_words(const Course& course);    // "Maths: GCSE, 1-9"

/// "SEMH ASD" as it is stored; unknown codes are left out, so they are refused where they come in.
[[nodiscard]] std::vector<Need> needs_from_codes(std::string_view codes);
[[nodiscard]] std::string codes_of_needs(const std::vector<Need>& needs);

}  // namespace waymark::directory
