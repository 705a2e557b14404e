// A letter that a court order forbids is not drafted to that person, and not let out.
#include <doctest/doctest.h>

#include "panel/actions/letters.hpp"
#include "pupils/actions/restrict_contact.hpp"
#include "support/panel_world.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

const std::vector<std::string_view> three_of_them{"Margaret Oduya", "Dr Sam Okoro", "Simon Achebe"};

void forbid(PanelWorld& panel, pupils::RestrictionKind kind)
{
    const auto abena = panel.world.context.read([&](Transaction& tx) { return pupils::contacts_of(tx, panel.kai); }).front();
    PanelWorld::must(pupils::restrict_contact(panel.world.context, panel.kai, {.contact = abena.id, .kind = kind, .source = "Order of 3 March 2026", .days = {date(2026, 3, 3), {}}}));
}

DecisionId decided(PanelWorld& panel)
{
    panel.build_and_publish();
    panel.meet(three_of_them);
    return PanelWorld::take(decide(panel.world.context, panel.about(panel.about_kai)));
}

}  // namespace

TEST_CASE("no letter is drafted to a parent whom an order forbids to contact")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        forbid(panel, pupils::RestrictionKind::no_contact);
        const auto id = decided(panel);
        const auto letters = world.context.read([&](Transaction& tx) { return letters_of(tx, id); });
        REQUIRE(letters.size() == 2);
        CHECK(letters[0].addressee == "Parent or carer");
        CHECK(letters[0].body.find("Abena") == std::string::npos);
        PanelWorld::must(send_letter(world.context, {id, Recipient::family, 1}));
    });
}

TEST_CASE("a letter drafted before the order is not let out until it is to somebody else")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        const auto id = decided(panel);
        forbid(panel, pupils::RestrictionKind::no_contact);
        const auto refused = send_letter(world.context, {id, Recipient::family, 1});
        REQUIRE(!refused);
        CHECK(refused.error().message_for("addressee") == "Abena Mensah must not be contacted: Order of 3 March 2026. Write to somebody else.");
        PanelWorld::must(send_letter(world.context, {id, Recipient::school, 1}));
        PanelWorld::must(edit_letter(world.context, {id, Recipient::family, 1, "The foster carer", "Dear foster carer"}));
        PanelWorld::must(send_letter(world.context, {id, Recipient::family, 2}));
    });
}
