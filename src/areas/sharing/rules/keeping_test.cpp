// R54: what may be erased, when, and what stops it.
#include "sharing/rules/keeping.hpp"

#include <doctest/doctest.h>

using namespace waymark;
using namespace waymark::sharing;

namespace {

const Law& law = law_on(date(2026, 11, 23));

KeptChild child()
{
    return {.pupil = {}, .reference = "7F3K-2M", .known_as = "Jordan", .last_name = "Ellis", .born = date(2001, 9, 1), .last_enquiry = {}, .first_placed = {}, .hold_reason = {}};
}

Problems asked(const KeptChild& kept, ErasureGround ground, Date today, std::string reference = "7F3K-2M", std::string reason = "Its time is over.")
{
    return problems_with_erasure(kept, {.ground = ground, .reference = std::move(reference), .reason = std::move(reason)}, today, law);
}

}  // namespace

TEST_CASE("a record may be erased on the day after the 25th birthday, not on it")
{
    CHECK(kept_until(child(), law) == date(2026, 9, 1));
    CHECK(asked(child(), ErasureGround::kept_long_enough, date(2026, 9, 1)).has("erasure.kept_until"));
    CHECK(asked(child(), ErasureGround::kept_long_enough, date(2026, 9, 2)).empty());
}

TEST_CASE("a plan keeps the record for longer, and having been looked after for longest")
{
    KeptChild with_plan = child(), in_care = child();
    with_plan.has_plan = in_care.was_looked_after = true;
    CHECK(asked(with_plan, ErasureGround::kept_long_enough, date(2032, 9, 1)).has("erasure.kept_until"));
    CHECK(asked(with_plan, ErasureGround::kept_long_enough, date(2032, 9, 2)).empty());
    CHECK(asked(in_care, ErasureGround::kept_long_enough, date(2076, 9, 1)).has("erasure.kept_until"));
    CHECK(asked(in_care, ErasureGround::kept_long_enough, date(2076, 9, 2)).empty());
}

TEST_CASE("a legal hold stops the erasure of the oldest record")
{
    KeptChild held = child();
    held.hold_reason = "A claim against the council";
    CHECK(asked(held, ErasureGround::kept_long_enough, date(2099, 1, 1)).has("erasure.on_hold"));
}

TEST_CASE("an enquiry that led to no place may go after two years, one that led to a place may not")
{
    KeptChild enquiry = child();
    enquiry.born = date(2012, 5, 4);
    enquiry.referrals_sent = 1;
    enquiry.last_enquiry = date(2024, 11, 22);
    CHECK(enquiry_kept_until(enquiry, law) == date(2026, 11, 22));
    CHECK(asked(enquiry, ErasureGround::unplaced_enquiry, date(2026, 11, 22)).has("erasure.kept_until"));
    CHECK(asked(enquiry, ErasureGround::unplaced_enquiry, date(2026, 11, 23)).empty());
    enquiry.placements = 1;
    CHECK_FALSE(enquiry_kept_until(enquiry, law));
    CHECK(asked(enquiry, ErasureGround::unplaced_enquiry, date(2026, 11, 23)).has("erasure.placed"));
}

TEST_CASE("a record made by mistake may go at once, unless a referral was sent or a place arranged")
{
    KeptChild twice = child();
    twice.born = date(2012, 5, 4);
    CHECK(asked(twice, ErasureGround::made_by_mistake, date(2026, 11, 23)).empty());
    twice.referrals_sent = 1;
    CHECK(asked(twice, ErasureGround::made_by_mistake, date(2026, 11, 23)).has("erasure.in_use"));
    twice.referrals_sent = 0;
    twice.placements = 1;
    CHECK(asked(twice, ErasureGround::made_by_mistake, date(2026, 11, 23)).has("erasure.in_use"));
}

TEST_CASE("whoever erases types the child’s reference and says why")
{
    CHECK(asked(child(), ErasureGround::kept_long_enough, date(2026, 11, 23), "7F3K-2N").has("erasure.reference"));
    CHECK(asked(child(), ErasureGround::kept_long_enough, date(2026, 11, 23), "").has("erasure.reference"));
    CHECK(asked(child(), ErasureGround::kept_long_enough, date(2026, 11, 23), " 7F3K-2M ").empty());
    CHECK(asked(child(), ErasureGround::kept_long_enough, date(2026, 11, 23), "7F3K-2M", "  ").has("erasure.reason_missing"));
}
