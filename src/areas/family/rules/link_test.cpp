// When a family's link opens, for whom, and when its reader may have another.
#include "family/rules/link.hpp"

#include <doctest/doctest.h>

namespace waymark::family {
namespace {

using namespace std::chrono_literals;
using pupils::Contact;
using pupils::ContactRestriction;
using pupils::RestrictionKind;

const Instant morning{std::chrono::sys_days{std::chrono::year{2026} / 12 / 1} + 9h};
const Date today = date(2026, 12, 1);
const LinkLimits limits;

FamilyLink new_link() { return {.made_at = morning, .expires_at = morning + limits.opens_within}; }

FamilyLink opened_link()
{
    FamilyLink link = new_link();
    link.opened_at = link.seen_at = morning;
    return link;
}

Contact mother() { return {.id = Id::from_words("mother"), .name = "Ama Mensah", .relation = "Mother", .parental_responsibility = true}; }

ContactRestriction forbidding(RestrictionKind kind, DateRange days)
{
    return {.id = {}, .contact = mother().id, .kind = kind, .source = "Child arrangements order", .days = days};
}

std::vector<ContactRestriction> none() { return {}; }

TEST_CASE("a link opens for seven days, and not at the moment when they are over")
{
    const FamilyLink link = new_link();
    CHECK(state_of(link, morning) == LinkState::waiting);
    CHECK(state_of(link, morning + 7 * 24h - 1ms) == LinkState::waiting);
    CHECK(state_of(link, morning + 7 * 24h) == LinkState::expired);
}

TEST_CASE("a link that was ended before anybody opened it opens no more, though its time is not over")
{
    FamilyLink link = new_link();
    link.ended_at = morning;
    CHECK(state_of(link, morning + 1h) == LinkState::ended);
}

TEST_CASE("a visit goes on while its reader reads, for twelve hours at most, and is over after half an hour of nothing")
{
    FamilyLink link = opened_link();
    CHECK(state_of(link, morning + 30min - 1ms) == LinkState::open);
    CHECK(state_of(link, morning + 30min) == LinkState::over);
    link.seen_at = morning + 12h - 10min;
    CHECK(state_of(link, morning + 12h - 1ms) == LinkState::open);
    CHECK(state_of(link, morning + 12h) == LinkState::over);
    link.ended_at = morning + 11h + 55min;
    CHECK(state_of(link, morning + 11h + 55min) == LinkState::over);
}

TEST_CASE("the fourth wrong date of birth leaves one try, the fifth closes the link")
{
    FamilyLink link = new_link();
    link.wrong_facts = 4;
    CHECK(state_of(link, morning) == LinkState::waiting);
    CHECK(tries_left(link) == 1);
    link.wrong_facts = 5;
    CHECK(state_of(link, morning) == LinkState::locked);
    CHECK(tries_left(link) == 0);
}

TEST_CASE("no link goes to somebody who must not be contacted or must not know where the child is, from the first day of that to its last")
{
    CHECK(problems_with_reader(mother(), none(), today, false).empty());
    Contact not_to_ring = mother();
    not_to_ring.may_contact = false;
    CHECK(problems_with_reader(not_to_ring, none(), today, true).has("family.must_not_be_contacted"));
    for (const auto& [kind, code] : {std::pair{RestrictionKind::no_contact, "family.must_not_be_contacted"}, {RestrictionKind::address_not_given, "family.must_not_know_where"}}) {
        CHECK(problems_with_reader(mother(), std::vector{forbidding(kind, {today, today})}, today, true).has(code));
        CHECK(problems_with_reader(mother(), std::vector{forbidding(kind, {today + Days{1}, {}})}, today, true).empty());
        CHECK(problems_with_reader(mother(), std::vector{forbidding(kind, {today - Days{9}, today - Days{1}})}, today, true).empty());
    }
}

TEST_CASE("for somebody without parental responsibility, the sender says that they look after the child")
{
    Contact carer = mother();
    carer.parental_responsibility = false;
    CHECK(problems_with_reader(carer, none(), today, false).has("family.looks_after_missing"));
    CHECK(problems_with_reader(carer, none(), today, true).empty());
}

TEST_CASE("a reader may ask for another link every five minutes and five times a day")
{
    CHECK_FALSE(may_be_renewed({.latest = new_link()}, morning + 5min - 1ms));
    CHECK(may_be_renewed({.latest = new_link()}, morning + 5min));
    CHECK(may_be_renewed({.latest = new_link(), .asked_for_today = 4}, morning + 8 * 24h));
    CHECK_FALSE(may_be_renewed({.latest = new_link(), .asked_for_today = 5}, morning + 8 * 24h));
}

TEST_CASE("an open visit is not ended by somebody who asks for another link; one that is over, or that wrong dates closed, may be followed by another")
{
    CHECK_FALSE(may_be_renewed({.latest = opened_link()}, morning + 30min - 1ms));
    CHECK(may_be_renewed({.latest = opened_link()}, morning + 30min));
    FamilyLink locked = new_link();
    locked.wrong_facts = 5;
    CHECK(may_be_renewed({.latest = locked, .wrong_facts = 5}, morning + 10min));
}

TEST_CASE("after fifteen wrong dates over several links, or once somebody who works with the child ended the last, only such a person sends the next")
{
    CHECK(may_be_renewed({.latest = new_link(), .wrong_facts = 14}, morning + 10min));
    CHECK_FALSE(may_be_renewed({.latest = new_link(), .wrong_facts = 15}, morning + 10min));
    FamilyLink ended = new_link();
    ended.ended_at = morning;
    CHECK(may_be_renewed({.latest = ended}, morning + 10min));
    ended.was_ended_by_somebody = true;
    CHECK_FALSE(may_be_renewed({.latest = ended}, morning + 10min));
}

}  // namespace
}  // namespace waymark::family
