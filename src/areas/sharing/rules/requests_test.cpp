// R54: the month of a subject access request.
#include "sharing/rules/requests.hpp"

#include <doctest/doctest.h>

using namespace waymark;
using namespace waymark::sharing;

namespace {

const Law& law = law_on(date(2026, 11, 23));

AccessRequest request()
{
    return {.id = {}, .pupil = {}, .reference = "7F3K-2M", .known_as = {}, .last_name = {}, .asked_by = "Maya Ellis", .relation = Relation::parent,
            .received = date(2026, 11, 2), .complex_reason = {}, .answered = {}, .left_out = {}};
}

}  // namespace

TEST_CASE("a request is answered within a month, a complex one within three")
{
    AccessRequest asked = request();
    CHECK(due(asked, law) == date(2026, 12, 2));
    asked.complex_reason = "Three services hold parts of it.";
    CHECK(due(asked, law) == date(2027, 2, 2));
}

TEST_CASE("more time may be taken on the last day of the month, not after it, and once")
{
    CHECK(problems_with_more_time(request(), "Three services hold parts of it.", date(2026, 12, 2), law).empty());
    CHECK(problems_with_more_time(request(), "Three services hold parts of it.", date(2026, 12, 3), law).has("request.too_late_for_more_time"));
    CHECK(problems_with_more_time(request(), " ", date(2026, 11, 23), law).has("request.why_complex_missing"));
    AccessRequest taken = request();
    taken.complex_reason = "Three services hold parts of it.";
    CHECK(problems_with_more_time(taken, "Again", date(2026, 11, 23), law).has("request.complex_already"));
    taken.answered = date(2026, 11, 20);
    CHECK(problems_with_more_time(taken, "Again", date(2026, 11, 23), law).has("request.answered"));
}

TEST_CASE("a request came today or earlier, after the child was born, from somebody")
{
    const Date born = date(2012, 5, 4), today = date(2026, 11, 23);
    AccessRequest asked = request();
    CHECK(problems_with_request(asked, born, today).empty());
    asked.received = today;
    CHECK(problems_with_request(asked, born, today).empty());
    asked.received = today + Days{1};
    CHECK(problems_with_request(asked, born, today).has("request.in_future"));
    asked.received = born - Days{1};
    CHECK(problems_with_request(asked, born, today).has("request.before_birth"));
    asked.asked_by = " ";
    CHECK(problems_with_request(asked, born, today).has("request.asked_by_missing"));
}

TEST_CASE("an answer is given between the day the request came and today, and once")
{
    const Date today = date(2026, 11, 23);
    CHECK(problems_with_answer(request(), date(2026, 11, 2), today).empty());
    CHECK(problems_with_answer(request(), today, today).empty());
    CHECK(problems_with_answer(request(), date(2026, 11, 1), today).has("request.answered_too_early"));
    CHECK(problems_with_answer(request(), today + Days{1}, today).has("request.answered_in_future"));
    AccessRequest answered = request();
    answered.answered = today;
    CHECK(problems_with_answer(answered, today, today).has("request.answered"));
}

TEST_CASE("when an answer is due is said with the day and the days")
{
    CHECK(due_words(date(2026, 12, 2), date(2026, 11, 23)) == "Due 2 December 2026 (in 9 days)");
    CHECK(due_words(date(2026, 12, 2), date(2026, 12, 2)) == "Due today, 2 December 2026");
    CHECK(due_words(date(2026, 12, 2), date(2026, 12, 3)) == "Was due 2 December 2026 (1 day ago)");
}
