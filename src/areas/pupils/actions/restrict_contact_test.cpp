// An order about a father: shown, kept to, and ended; on both engines.
#include "pupils/actions/restrict_contact.hpp"

#include <doctest/doctest.h>

#include "platform/audit/trail.hpp"
#include "pupils/actions/keep_record.hpp"
#include "pupils/store/pupils.hpp"
#include "support/engines.hpp"
#include "support/made_up.hpp"

namespace waymark::pupils {
namespace {

using namespace waymark::testing;

const Date monday = date(2026, 11, 23);

struct Family {
    explicit Family(World& opened, bool address_protected = false) : context{opened.context}
    {
        const auto done = context.in_transaction([&](Transaction& tx) -> Result<void> {
            kai = TRY(create_pupil(context, {.first_name = "Kofi", .last_name = "Mensah", .known_as = "Kai", .born = date(2012, 5, 4), .address = "7 Quiet Street",
                                             .postcode = "HD1 1AA", .address_protected = address_protected}));
            TRY(add_contact(context, kai, {.name = "Kwame Mensah", .relation = "Father", .telephone = "01632 960001"}));
            TRY(add_contact(context, kai, {.name = "Abena Mensah", .relation = "Mother", .telephone = "01632 960002"}));
            father = contacts_of(tx, kai).front().id;
            return {};
        });
        REQUIRE(code_of(done) == "");
    }
    std::string restrict(RestrictionKind kind, DateRange days)
    {
        return code_of(restrict_contact(context, kai, {.contact = father, .kind = kind, .source = "Order of Harrowdale Family Court", .days = days}));
    }
    bool may_be_contacted(std::size_t which = 0)
    {
        return context.read([&](Transaction& tx) { return contacts_of(tx, kai); })[which].may_contact;
    }
    std::string wrong_with(const OutgoingLetter& letter)
    {
        return context.read([&](Transaction& tx) { return std::string{problems_with(tx, kai, letter).code()}; });
    }

    Context& context;
    PupilId kai;
    Id father;
};

TEST_CASE("whom an order forbids to contact is not contacted on its first day, its last, nor between, and nobody else is touched")
{
    for_each_engine([](World& world) {
        for (const auto& [days, forbidden] : {std::pair{DateRange{monday, {}}, true}, {DateRange{date(2026, 1, 5), monday}, true}, {DateRange{monday + Days{1}, {}}, false},
                                              {DateRange{date(2026, 1, 5), monday - Days{1}}, false}}) {
            Family there{world};
            CHECK(there.may_be_contacted());
            REQUIRE(there.restrict(RestrictionKind::no_contact, days) == "");
            CHECK(there.may_be_contacted() != forbidden);
            CHECK(there.may_be_contacted(1));
            CHECK((there.wrong_with({.addressee = "Kwame Mensah", .body = "Dear Kwame"}) == "contact.forbidden") == forbidden);
            CHECK(there.wrong_with({.addressee = "Abena Mensah", .body = "Dear Abena"}) == "");
        }
    });
}

TEST_CASE("who must not be told the address may be written to, but no letter gives it; nor any letter to others a protected one")
{
    for_each_engine([](World& world) {
        Family there{world};
        REQUIRE(there.restrict(RestrictionKind::address_not_given, {monday, {}}) == "");
        CHECK(there.may_be_contacted());
        CHECK(there.wrong_with({.addressee = "Mr Kwame Mensah", .body = "Kai starts on Monday."}) == "");
        CHECK(there.wrong_with({.addressee = "Mr Kwame Mensah", .body = "Kai lives at 7 Quiet Street."}) == "contact.address_given");
        CHECK(there.wrong_with({.addressee = "Abena Mensah", .body = "You live at 7 Quiet Street."}) == "");
        CHECK(there.wrong_with({.addressee = "The head teacher", .body = "He lives at HD1 1AA", .is_to_family = false}) == "");
        Family hidden{world, true};
        CHECK(hidden.wrong_with({.addressee = "The head teacher", .body = "He lives at hd11aa", .is_to_family = false}) == "contact.protected_address_given");
        CHECK(hidden.wrong_with({.addressee = "The head teacher", .body = "He starts on Monday", .is_to_family = false}) == "");
    });
}

TEST_CASE("a restriction is ended by its last day, stays on record, and is in the trail; another child’s contact is none of this one’s")
{
    for_each_engine([](World& world) {
        Family there{world}, others{world};
        REQUIRE(there.restrict(RestrictionKind::no_contact, {date(2026, 3, 3), {}}) == "");
        const auto recorded = there.context.read([&](Transaction& tx) { return restrictions_of(tx, there.kai); });
        REQUIRE(recorded.size() == 1);
        const Id order = recorded.front().id;
        CHECK(code_of(restrict_contact(there.context, others.kai, {.contact = there.father, .kind = RestrictionKind::no_contact, .source = "x", .days = {monday, {}}})) == "contact.not_found");
        CHECK(code_of(lift_restriction(there.context, others.kai, there.father, order, monday)) == "contact.restriction_not_found");
        CHECK(code_of(lift_restriction(there.context, there.kai, others.father, order, monday)) == "contact.restriction_not_found");
        CHECK(code_of(lift_restriction(there.context, there.kai, there.father, order, monday - Days{2})) == "contact.end_in_past");
        CHECK(code_of(lift_restriction(there.context, there.kai, there.father, order, monday - Days{1})) == "");
        CHECK(there.may_be_contacted());
        CHECK(code_of(lift_restriction(there.context, there.kai, there.father, order, monday)) == "contact.restriction_not_found");
        there.context.read([&](Transaction& tx) {
            CHECK(restrictions_of(tx, there.kai).front().days == DateRange{date(2026, 3, 3), monday - Days{1}});
            const auto events = audit::history(tx, there.father);
            CHECK(events.front().verb == "restriction_ended");
            CHECK(events[1].verb == "restricted");
        });
    });
}

}  // namespace
}  // namespace waymark::pupils
