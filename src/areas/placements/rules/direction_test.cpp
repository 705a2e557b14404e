// The notice of an off-site direction, and its reviews.
#include "placements/rules/direction.hpp"

#include <doctest/doctest.h>

#include "foundation/enum_text.hpp"

namespace waymark::placements {
namespace {

const Law& law_of_directions() { return law_on(date(2026, 11, 23)); }

const SchoolCalendar& directing_school()
{
    static const SchoolCalendar school = *SchoolCalendar::make({{"Autumn 1", date(2026, 9, 2), date(2026, 10, 23)},
                                                                {"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)}});
    return school;
}

DirectionNotice complete_notice(Date given_on)
{
    const auto all = enum_values<NoticeItem>();
    return {.starts_on = date(2026, 11, 23), .given_on = given_on, .items = {all.begin(), all.end()}};
}

NoticeCheck checked(const DirectionNotice& notice) { return check_notice(notice, directing_school(), law_of_directions()).value(); }

TEST_CASE("for a direction that starts on a Monday the parent is told by the Thursday before; on Friday it is late")
{
    CHECK(checked(complete_notice(date(2026, 11, 19))).latest == date(2026, 11, 19));
    CHECK(checked(complete_notice(date(2026, 11, 19))).may_start);
    CHECK(checked(complete_notice(date(2026, 11, 20))).is_late);
    CHECK_FALSE(checked(complete_notice(date(2026, 11, 20))).may_start);
}

TEST_CASE("half-term lies between the notice and the start: its days do not count")
{
    auto notice = complete_notice(date(2026, 10, 22));
    notice.starts_on = date(2026, 11, 2);
    CHECK(checked(notice).latest == date(2026, 10, 22));
}

TEST_CASE("an item missing from the notice keeps the placement from starting, unless somebody records why it starts all the same")
{
    auto notice = complete_notice(date(2026, 11, 16));
    notice.items.pop_back();
    CHECK(checked(notice).missing == std::vector{NoticeItem::session_times});
    CHECK_FALSE(checked(notice).may_start);
    notice.override_reason = "Times told by telephone, letter follows";
    CHECK(checked(notice).may_start);
}

TEST_CASE("where there is an EHC plan the authority is told as early as the parent")
{
    auto notice = complete_notice(date(2026, 11, 16));
    notice.has_ehc_plan = true;
    CHECK(checked(notice).authority_is_late);
    notice.authority_told_on = date(2026, 11, 19);
    CHECK(checked(notice).may_start);
    notice.authority_told_on = date(2026, 11, 20);
    CHECK_FALSE(checked(notice).may_start);
}

TEST_CASE("a review seventy days before the request is enough, seventy-one days before it is not, on its day neither")
{
    const Date request = date(2026, 11, 23);
    const auto must_hold = [&](std::vector<Date> held) { return must_hold_review(request, held, law_of_directions()); };
    CHECK(must_hold({}));
    CHECK_FALSE(must_hold({request - Days{70}}));
    CHECK(must_hold({request - Days{71}}));
    CHECK_FALSE(must_hold({request - Days{1}}));
    CHECK(must_hold({request}));
}

TEST_CASE("people are invited six days before a review and told the outcome within six days after it")
{
    const auto times = times_of_review(date(2026, 11, 23), law_of_directions());
    CHECK(times.invite_by == date(2026, 11, 17));
    CHECK(times.tell_outcome_by == date(2026, 11, 29));
}

TEST_CASE("a direction is reviewed thirty school days on, or at the end of the half-term when that comes first")
{
    const auto next = [](Date since) { return next_direction_review(since, directing_school(), law_of_directions()); };
    CHECK(next(date(2026, 9, 3)) == date(2026, 10, 15));
    CHECK(next(date(2026, 9, 11)) == date(2026, 10, 23));  // thirty school days on is the last day itself
    CHECK(next(date(2026, 11, 16)) == date(2026, 12, 18));
    CHECK(next(date(2026, 10, 23)) == date(2026, 12, 11));  // from the last day of a half-term it is the next that counts
}

TEST_CASE("a direction in a half-term that the calendar does not hold has no next review")
{
    CHECK(code_of(next_direction_review(date(2027, 1, 11), directing_school(), law_of_directions())) == "calendar.missing");
}

}  // namespace
}  // namespace waymark::placements
