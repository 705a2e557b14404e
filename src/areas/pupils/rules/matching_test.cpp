// Find before create: who is the same child.
#include "pupils/rules/matching.hpp"

#include <doctest/doctest.h>

namespace waymark::pupils {
namespace {

const KnownChild kai{.upn = "H801200001001", .first_name = "Kofi", .known_as = "Kai", .last_name = "Mensah-Çelik", .born = date(2012, 5, 4)};

TEST_CASE("the same number is the same child, whatever the names")
{
    CHECK(match_of({.upn = kai.upn, .first_name = "A", .last_name = "B", .born = date(2010, 1, 1)}, kai) == Match::same);
    KnownChild renumbered = kai;
    renumbered.former_upn = "A990200001001";
    CHECK(match_of({.upn = "A990200001001", .first_name = "A", .last_name = "B", .born = date(2010, 1, 1)}, renumbered) == Match::same);
}

TEST_CASE("a birthday with one name in common is likely the same child, accents and punctuation aside")
{
    CHECK(match_of({.first_name = "kai", .last_name = "Smith", .born = kai.born}, kai) == Match::likely);
    CHECK(match_of({.first_name = "Sam", .last_name = "mensah celik", .born = kai.born}, kai) == Match::likely);
    CHECK(match_of({.first_name = "Sam", .last_name = "Okoro", .born = kai.born}, kai) == Match::none);
    CHECK(match_of({.first_name = "Sam", .last_name = "Mensah", .born = kai.born}, kai) == Match::possible);
}

TEST_CASE("the same names with another birthday are possible, with day and month exchanged likely")
{
    CHECK(match_of({.first_name = "Kofi", .last_name = "Mensah-Çelik", .born = date(2013, 5, 4)}, kai) == Match::possible);
    CHECK(match_of({.first_name = "Kofi", .last_name = "Mensah-Çelik", .born = date(2012, 4, 5)}, kai) == Match::likely);
    CHECK(match_of({.first_name = "Kofi", .last_name = "Smith", .born = date(2013, 5, 4)}, kai) == Match::none);
}

TEST_CASE("no number on either side is no match")
{
    KnownChild nameless = kai;
    nameless.upn = "";
    CHECK(match_of({.upn = "", .first_name = "Sam", .last_name = "Okoro", .born = date(2011, 1, 1)}, nameless) == Match::none);
}

}  // namespace
}  // namespace waymark::pupils
