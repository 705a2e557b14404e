// What is forbidden about a contact: its days, its words, and the letters it stops.
#include "pupils/rules/contact_restriction.hpp"

#include <doctest/doctest.h>

#include "foundation/enum_text.hpp"
#include "vocabulary/permission.hpp"

namespace waymark::pupils {
namespace {

const Id kwame = Id::from_words("Kwame"), abena = Id::from_words("Abena");
const ContactRestriction order{.id = Id::from_words("order"), .contact = kwame, .kind = RestrictionKind::no_contact, .source = "Order of Harrowdale Family Court",
                               .days = {date(2026, 3, 3), date(2026, 11, 23)}};

TEST_CASE("a restriction holds from its first to its last day, about one person")
{
    const ContactRestriction all[] = {order};
    CHECK(restrictions_on(all, kwame, date(2026, 3, 2)).empty());
    CHECK(restrictions_on(all, kwame, date(2026, 3, 3)).size() == 1);
    CHECK(restrictions_on(all, kwame, date(2026, 11, 23)).size() == 1);
    CHECK(restrictions_on(all, kwame, date(2026, 11, 24)).empty());
    CHECK(restrictions_on(all, abena, date(2026, 3, 3)).empty());
}

TEST_CASE("its warning says what is forbidden, who forbids it and for how long")
{
    CHECK(warning_words(order) == "Do not contact this person. Order of Harrowdale Family Court. 3 March to 23 November 2026.");
    CHECK(problems_with({}, " ", {date(2026, 3, 3), date(2026, 3, 2)}).size() == 3);
    CHECK(problems_with(RestrictionKind::no_contact, "Order", {date(2026, 3, 3), date(2026, 3, 3)}).empty());
}

TEST_CASE("whoever is named as whom a letter is to is found by the whole name, however it is written")
{
    const Contact people[] = {{.id = abena, .name = "Abena Mensah"}, {.id = kwame, .name = "Kwame O’Neil"}};
    CHECK(contacts_named(people, "mr kwame oneil").front().id == kwame);
    CHECK(contacts_named(people, "Abena Mensah and Kwame O'Neil").size() == 2);
    CHECK(contacts_named(people, "Abena").empty());
    CHECK(contacts_named(people, "Abena Mensahs").empty());
    CHECK(contacts_named(people, "").empty());
}

TEST_CASE("a text that holds the postcode or the first line of the address gives where the child lives")
{
    const auto gives = [](std::string_view text) { return gives_address(text, "7 Quiet Street\nHarrowdale", "HD1 1AA"); };
    CHECK(gives("We wrote to 7 quiet street."));
    CHECK(gives("Home: hd11aa"));
    CHECK(gives("at HD1  1AA now"));
    CHECK_FALSE(gives("We wrote to 17 Quiet Street."));
    CHECK_FALSE(gives("She lives in Harrowdale."));
    CHECK_FALSE(gives_address("anything", "", ""));
}

TEST_CASE("a protected address is for three roles and nobody else")
{
    for (const Role role : enum_values<Role>())
        CHECK_MESSAGE(may_see_protected_address(role) == (role == Role::commissioner || role == Role::sen_caseworker || role == Role::virtual_school), enum_text(role));
    CHECK_FALSE(may_see_protected_address({}));
}

}  // namespace
}  // namespace waymark::pupils
