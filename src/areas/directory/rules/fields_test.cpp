// Which changes of a profile stand at once, and which wait for somebody at the authority.
#include "directory/rules/fields.hpp"

#include <doctest/doctest.h>

namespace waymark::directory {
namespace {

constexpr WeekdaySession monday_am{Weekday::monday, Session::am}, friday_pm{Weekday::friday, Session::pm};

Programme kitchen_crew()
{
    Programme programme{.category = "vocational", .name = "Kitchen crew", .weeks_max = 18, .age_from = 13, .age_to = 16,
                        .needs = {Need::semh, Need::mld}, .price = Money{4900}, .from = date(2026, 9, 1),
                        .courses = {{"Food hygiene", "CIEH", "Level 2"}, {"Home cooking", "", ""}}};
    programme.places.at(monday_am) = 8;
    return programme;
}

std::vector<FieldChange> changes_to(const Programme& becomes) { return changes_between(fields_of(kitchen_crew()), fields_of(becomes)); }

}  // namespace

TEST_CASE("a programme told as fields is the same programme when it is read again")
{
    const auto again = with_fields(Programme{}, fields_of(kitchen_crew()));
    CHECK(fields_of(again) == fields_of(kitchen_crew()));
    CHECK(again.courses == kitchen_crew().courses);
    CHECK(again.places.at(monday_am) == 8);
}

TEST_CASE("nothing changed is no change") { CHECK(changes_to(kitchen_crew()).empty()); }

TEST_CASE("a new price waits for a check, new words do not")
{
    Programme becomes = kitchen_crew();
    becomes.price = Money{5200};
    becomes.description = "Cook lunch for forty people.";
    const auto two = parted(changes_to(becomes));
    REQUIRE(two.waiting.size() == 1);
    CHECK(two.waiting[0] == FieldChange{"price_pence", "4900", "5200"});
    CHECK(two.at_once == Fields{{"description", "Cook lunch for forty people."}});
}

TEST_CASE("more places wait for a check, fewer places stand at once")
{
    Programme becomes = kitchen_crew();
    becomes.places.at(monday_am) = 7;
    becomes.places.at(friday_pm) = 1;
    const auto two = parted(changes_to(becomes));
    CHECK(two.at_once == Fields{{"monday_am", "7"}});
    REQUIRE(two.waiting.size() == 1);
    CHECK(two.waiting[0].field == "friday_pm");
}

TEST_CASE("the name and the register number of a provider wait, its telephone number does not")
{
    const Provider was{.name = "Greenways Farm", .telephone = "01234 567890"};
    Provider becomes = was;
    becomes.name = "Greenways Farm School";
    becomes.urn = "900210";
    becomes.telephone = "01234 567891";
    const auto two = parted(changes_between(fields_of(was), fields_of(becomes)));
    CHECK(two.waiting.size() == 2);
    CHECK(two.at_once == Fields{{"telephone", "01234 567891"}});
}

TEST_CASE("fields and values are shown in words")
{
    CHECK(field_words("monday_am") == "Places on Monday morning");
    CHECK(field_words("price_pence") == "Price");
    CHECK(value_words("price_pence", "4850") == "£48.50");
    CHECK(value_words("attendance", "part_time") == "Part time");
    CHECK(value_words("urn", "") == "Not recorded");
    CHECK(value_words("sex", "") == "Everybody");
    CHECK(value_words("courses", "Maths|GCSE|1-9; Art||") == "Maths: GCSE, 1-9; Art");
}

}  // namespace waymark::directory
