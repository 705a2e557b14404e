// Who has to be named: with and without a roll, with and without a social worker.
#include "placements/rules/named_people.hpp"

#include <doctest/doctest.h>

namespace waymark::placements {
namespace {

using enum Responsible;

TEST_CASE("a placement names an officer and the provider’s lead, and the school’s lead while the child is on a roll")
{
    CHECK(unnamed_people({}, true, false) == std::vector{authority_officer, provider_lead, school_lead});
    CHECK(unnamed_people({}, false, false) == std::vector{authority_officer, provider_lead});
    CHECK(unnamed_people({.authority_officer = "P Raman", .school_lead = "J Birch", .provider_lead = "A Sethi"}, true, false).empty());
}

TEST_CASE("a child with a social worker has them named; spaces are no name")
{
    const NamedPeople people{.authority_officer = "P Raman", .school_lead = "J Birch", .provider_lead = "A Sethi", .social_worker = "  "};
    CHECK(unnamed_people(people, true, true) == std::vector{social_worker});
    CHECK(unnamed_people(people, true, false).empty());
}

}  // namespace
}  // namespace waymark::placements
