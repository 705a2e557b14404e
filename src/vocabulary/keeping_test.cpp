// R54: the last day a record is kept, and the month of a subject access request.
#include "vocabulary/keeping.hpp"

#include <doctest/doctest.h>

namespace waymark {
namespace {

const Law& law = law_on(date(2026, 11, 23));
const Date born = date(2010, 9, 1);

}  // namespace

TEST_CASE("a child’s record is kept to the 25th birthday, to the 31st with an EHC plan, for 75 years when looked after")
{
    CHECK(keep_until({.born = born}, law) == date(2035, 9, 1));
    CHECK(keep_until({.born = born, .has_plan = true}, law) == date(2041, 9, 1));
    CHECK(keep_until({.born = born, .was_looked_after = true}, law) == date(2085, 9, 1));
    CHECK(keep_until({.born = born, .has_plan = true, .was_looked_after = true}, law) == date(2085, 9, 1));
    CHECK(keep_until({.record = KeptRecord::safeguarding_file, .born = born}, law) == date(2035, 9, 1));
    CHECK(keep_until({.born = date(2012, 2, 29)}, law) == date(2037, 3, 1));
}

TEST_CASE("what a file holds on child sexual abuse is kept to the 75th birthday, the rest of the file to the 25th")
{
    CHECK(keep_until({.record = KeptRecord::abuse_material, .born = born}, law) == date(2085, 9, 1));
    CHECK(keep_until({.record = KeptRecord::abuse_material, .born = born, .has_plan = true}, law) == date(2085, 9, 1));
    CHECK(keep_until({.record = KeptRecord::safeguarding_file, .born = born}, law) == date(2035, 9, 1));
    CHECK(code_of(keep_until({.record = KeptRecord::abuse_material, .from = date(2026, 11, 23)}, law)) == "keeping.born_missing");
}

TEST_CASE("a contract or payment is kept for six years, seven where it stands in accounts")
{
    const Date ended = date(2026, 3, 31);
    CHECK(keep_until({.record = KeptRecord::contract, .from = ended}, law) == date(2032, 3, 31));
    CHECK(keep_until({.record = KeptRecord::payment, .from = ended}, law) == date(2032, 3, 31));
    CHECK(keep_until({.record = KeptRecord::accounts, .from = ended}, law) == date(2033, 3, 31));
    CHECK(code_of(keep_until({.record = KeptRecord::accounts, .born = born}, law)) == "keeping.from_missing");
}

TEST_CASE("entries, contracts, minutes and enquiries are kept from their own day")
{
    const Date day = date(2026, 11, 23);
    CHECK(keep_until({.record = KeptRecord::attendance, .from = day}, law) == date(2032, 11, 23));
    CHECK(keep_until({.record = KeptRecord::contract, .from = day}, law) == date(2032, 11, 23));
    CHECK(keep_until({.record = KeptRecord::panel_minutes, .from = day}, law) == date(2032, 11, 23));
    CHECK(keep_until({.record = KeptRecord::unplaced_enquiry, .from = day}, law) == date(2028, 11, 23));
}

TEST_CASE("an allegation is kept to pension age or for ten years, whichever is longer")
{
    const Kept allegation{.record = KeptRecord::allegation, .from = date(2026, 11, 23), .pension_day = date(2050, 4, 6)};
    CHECK(keep_until(allegation, law) == date(2050, 4, 6));
    Kept near_pension = allegation;
    near_pension.pension_day = date(2030, 4, 6);
    CHECK(keep_until(near_pension, law) == date(2036, 11, 23));
}

TEST_CASE("what years are counted from must be known")
{
    CHECK(code_of(keep_until({}, law)) == "keeping.born_missing");
    CHECK(code_of(keep_until({.record = KeptRecord::contract}, law)) == "keeping.from_missing");
    CHECK(code_of(keep_until({.record = KeptRecord::allegation, .from = date(2026, 11, 23)}, law)) == "keeping.pension_day_missing");
}

TEST_CASE("a record may be deleted on the day after its last one, never under a legal hold")
{
    const Date last = date(2035, 9, 1);
    CHECK_FALSE(may_be_deleted(last, last, false));
    CHECK(may_be_deleted(last, last + Days{1}, false));
    CHECK_FALSE(may_be_deleted(last, last + Days{10'000}, true));
}

TEST_CASE("a subject access request is answered within a calendar month, at a month’s end on its last day")
{
    CHECK(subject_access_due(date(2026, 11, 23), false, law) == date(2026, 12, 23));
    CHECK(subject_access_due(date(2028, 1, 31), false, law) == date(2028, 2, 29));
    CHECK(subject_access_due(date(2026, 11, 23), true, law) == date(2027, 2, 23));
}

TEST_CASE("a subject access request due on a weekend or bank holiday is due on the next working day")
{
    CHECK(subject_access_due(date(2026, 11, 24), false, law) == date(2026, 12, 24));
    CHECK(subject_access_due(date(2026, 11, 25), false, law) == date(2026, 12, 29));  // Christmas, a weekend, the moved Boxing Day
    CHECK(subject_access_due(date(2027, 1, 31), false, law) == date(2027, 3, 1));     // 28 February 2027 is a Sunday
}

}  // namespace waymark
