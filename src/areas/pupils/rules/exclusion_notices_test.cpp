// Notices of exclusion and of the education that follows.
#include "pupils/rules/exclusion_notices.hpp"

#include <doctest/doctest.h>

namespace waymark::pupils {
namespace {

const Law& law() { return law_on(date(2026, 11, 2)); }
Instant at(unsigned day, int hour, int minute = 0) { return Instant{date(2026, 11, day)} + std::chrono::hours{hour} + std::chrono::minutes{minute}; }

/// Excluded on Monday 2 November; a place from Monday 9 November, day six, at 9am.
ProvisionFacts from_day_six(Instant told) { return {.first_afternoon_ends = at(2, 15, 15), .starts = at(9, 9), .told = told}; }

TEST_CASE("parent and authority are told of every exclusion, a social worker and a virtual head where there is one")
{
    CHECK(people_to_tell({}) == std::vector{ToTell::parent, ToTell::authority});
    CHECK(people_to_tell({.has_social_worker = true}) == std::vector{ToTell::parent, ToTell::authority, ToTell::social_worker});
    CHECK(people_to_tell({.has_social_worker = true, .has_virtual_head = true}).back() == ToTell::virtual_head);
}

TEST_CASE("a place not known on the first day is told 48 hours before it starts, not a minute later")
{
    CHECK(provision_notice(from_day_six(at(7, 9)), law()).is_in_time == true);
    CHECK(provision_notice(from_day_six(at(7, 9, 1)), law()).is_in_time == false);
}

TEST_CASE("a place known on the first day is told by the end of its afternoon session")
{
    auto facts = from_day_six(at(2, 15, 15));
    facts.known_on_first_day = true;
    CHECK(provision_notice(facts, law()).is_in_time == true);
    facts.told = at(2, 15, 16);
    CHECK(provision_notice(facts, law()).is_in_time == false);
}

TEST_CASE("a parent may consent to shorter notice of a place before day six, not of one on it")
{
    auto facts = from_day_six(at(5, 8, 59));
    facts.starts = at(5, 9);
    facts.parent_consents = true;
    CHECK(provision_notice(facts, law()).is_in_time == false);
    facts.starts_before_day_six = true;
    CHECK(provision_notice(facts, law()).is_waived);
    CHECK(provision_notice(facts, law()).is_in_time == true);
    facts.told = at(5, 9, 1);
    CHECK(provision_notice(facts, law()).is_in_time == false);
}

TEST_CASE("a notice not yet given is neither in time nor late")
{
    auto facts = from_day_six(at(7, 9));
    facts.told = std::nullopt;
    CHECK(provision_notice(facts, law()).is_in_time == std::nullopt);
    CHECK(provision_notice(facts, law()).latest == at(7, 9));
}

TEST_CASE("a notice says when, at what times, where and to whom")
{
    CHECK(missing_from({.start_date = true, .times = true, .address = true, .person = true}).empty());
    CHECK(missing_from({.start_date = true, .times = true, .address = true}) == std::vector{NoticeDetail::person});
}

}  // namespace
}  // namespace waymark::pupils
