// What the directory accepts as a programme: category limits, ages, and no full-time place outside a registered school.
#include "directory/rules/programme.hpp"

#include <doctest/doctest.h>

namespace waymark::directory {
namespace {

const SiteId farm_site{Id::from_words("Greenways Farm, the farm")};

Programme farm_days()
{
    return {.site = farm_site, .category = "vocational", .name = "Farm days", .attendance = Attendance::part_time, .age_from = 11,
            .age_to = 16, .price = Money{4800}, .price_unit = PriceUnit::session, .from = date(2026, 9, 1)};
}
std::vector<Site> sites() { return {{.id = farm_site, .name = "The farm"}}; }
OfferCategory vocational() { return {.id = "vocational", .name = "Vocational"}; }
OfferCategory step_out() { return {.id = "step_out", .name = "Step out", .weeks_max = 6, .full_time = true}; }

Problems farm_problems(const Programme& programme)
{
    const OfferCategory category = vocational();
    return problems_with(programme, &category, Registration::unregistered, sites());
}
Problems academy_problems(const Programme& programme, const OfferCategory& category)
{
    return problems_with(programme, &category, Registration::ap_academy, sites());
}

}  // namespace

TEST_CASE("a part-time programme of a farm is accepted") { CHECK(farm_problems(farm_days()).empty()); }

TEST_CASE("a provider that is not a registered school cannot offer full-time education, a registered one can")
{
    Programme full_time = farm_days();
    full_time.attendance = Attendance::full_time;
    CHECK(farm_problems(full_time).code() == "directory.unregistered_full_time");
    CHECK(academy_problems(full_time, vocational()).empty());
}

TEST_CASE("step out lasts six weeks at most, and seven is one too many")
{
    Programme programme = farm_days();
    programme.attendance = Attendance::full_time;
    programme.weeks_max = 6;
    CHECK(academy_problems(programme, step_out()).empty());
    programme.weeks_max = 7;
    CHECK(academy_problems(programme, step_out()).code() == "directory.too_many_weeks");
    programme.weeks_max.reset();
    CHECK(academy_problems(programme, step_out()).code() == "directory.too_many_weeks");
}

TEST_CASE("a full-time category takes no part-time programme")
{
    Programme programme = farm_days();
    programme.weeks_max = 6;
    CHECK(academy_problems(programme, step_out()).code() == "directory.category_attendance");
}

TEST_CASE("a category for key stage 4 takes no programme for younger children")
{
    OfferCategory category{.id = "ks4_full_time", .name = "Key stage 4 full time", .key_stages = {4}};
    Programme programme = farm_days();
    CHECK(academy_problems(programme, category).empty());
    programme.age_to = 14;
    CHECK(academy_problems(programme, category).code() == "directory.category_ages");
}

TEST_CASE("everything wrong with a programme is said at once")
{
    Programme programme = farm_days();
    programme.name.clear();
    programme.age_from = 3;
    programme.age_to = 2;
    programme.to = date(2026, 8, 31);
    programme.site = SiteId{Id::from_words("somewhere else")};
    CHECK(farm_problems(programme).size() == 5);
}

TEST_CASE("ages 14 to 16 are key stage 4 and neither 3 nor post-16")
{
    CHECK(caters_for_key_stage(14, 16, 4));
    CHECK_FALSE(caters_for_key_stage(14, 16, 3));
    CHECK_FALSE(caters_for_key_stage(14, 16, 5));
    CHECK(caters_for_key_stage(13, 16, 3));
    CHECK(caters_for_key_stage(16, 17, 5));
}

TEST_CASE("ages 5 to 11 are key stages 1 and 2, and a single age stands for pupils of that age")
{
    CHECK(caters_for_key_stage(5, 11, 1));
    CHECK(caters_for_key_stage(5, 11, 2));
    CHECK_FALSE(caters_for_key_stage(5, 11, 3));
    CHECK(caters_for_key_stage(15, 15, 4));
    CHECK_FALSE(caters_for_key_stage(15, 15, 0));
}

TEST_CASE("prices, ages and courses are said as people say them")
{
    CHECK(price_text(Money{9000}, PriceUnit::day) == "£90 a day");
    CHECK(price_text(Money{4850}, PriceUnit::session) == "£48.50 a session");
    CHECK(ages_words(11, 16) == "11 to 16");
    CHECK(ages_words(15, 15) == "15");
    CHECK(course_words({"Maths", "GCSE", "1-9"}) == "Maths: GCSE, 1-9");
    CHECK(course_words({"Confidence", "", ""}) == "Confidence");
}

TEST_CASE("needs are stored by their codes")
{
    CHECK(codes_of_needs({Need::semh, Need::asd}) == "SEMH ASD");
    CHECK(needs_from_codes("SEMH XYZ ASD") == std::vector{Need::semh, Need::asd});
    CHECK(needs_from_codes("").empty());
}

}  // namespace waymark::directory
