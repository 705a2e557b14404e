// Calendars kept by hand and from files: who may, what is refused, and what the trail says.
#include "people/actions/keep_calendar.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "people/actions/import_calendar.hpp"
#include "platform/audit/trail.hpp"
#include "support/engines.hpp"
#include "support/made_up.hpp"

namespace waymark::people {
namespace {

using namespace waymark::testing;

struct Schools {
    OrganisationId northgate, fernhill;
};

Schools add_schools(World& world)
{
    Schools schools;
    const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
        schools = {add_school(tx, "Northgate Academy"), add_school(tx, "Fernhill School")};
        return {};
    });
    REQUIRE(done);
    return schools;
}

void act_as(World& world, Role role, OrganisationId organisation)
{
    world.context.who.role = role;
    world.context.who.organisation = organisation;
}

std::vector<std::string> verbs(World& world, CalendarOwner whose)
{
    std::vector<std::string> all;
    for (const auto& event : world.context.read([&](Transaction& tx) { return audit::history(tx, calendar_record(whose)); })) all.push_back(event.verb);
    std::ranges::reverse(all);
    return all;
}

KeptCalendar own_of(World& world, OrganisationId school) { return world.context.read([&](Transaction& tx) { return kept_calendars_of(tx, school).own; }); }

const HalfTerm autumn_2{"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)};

constexpr std::string_view sheet = "kind,name,from,to\nhalf-term,Autumn 1,2026-09-02,2026-10-23\nhalf-term,Autumn 2,2026-11-02,2026-12-17\nINSET,Training,2026-11-27,\nparty,x,y,\n";

}  // namespace

TEST_CASE("a school's lead adds, corrects and removes a half-term of its own school, and each step is in the trail")
{
    for_each_engine([](World& world) {
        const auto [northgate, fernhill] = add_schools(world);
        act_as(world, Role::school_lead, northgate);
        const auto added = add_half_term(world.context, northgate, autumn_2);
        REQUIRE(code_of(added) == "");
        HalfTerm shorter = autumn_2;
        shorter.to = date(2026, 12, 17);
        CHECK(code_of(correct_half_term(world.context, northgate, {*added, shorter, 1})) == "");
        CHECK(code_of(correct_half_term(world.context, northgate, {*added, autumn_2, 1})) == "calendar.stale");
        CHECK(code_of(add_half_term(world.context, northgate, {"Overlapping", date(2026, 12, 17), date(2026, 12, 20)})) == "calendar.overlap");
        CHECK(code_of(remove_half_term(world.context, northgate, *added, 2)) == "");
        CHECK(code_of(remove_half_term(world.context, northgate, *added, 2)) == "calendar.no_such_term");
        CHECK(verbs(world, northgate) == std::vector<std::string>{"half_term_added", "half_term_changed", "half_term_removed"});
    });
}

TEST_CASE("nobody changes the calendar of another school or of the authority, and no calendar is made up")
{
    for_each_engine([](World& world) {
        const auto [northgate, fernhill] = add_schools(world);
        act_as(world, Role::school_lead, northgate);
        CHECK(code_of(add_half_term(world.context, fernhill, autumn_2)) == "calendar.not_yours");
        CHECK(code_of(add_half_term(world.context, std::nullopt, autumn_2)) == "calendar.not_yours");
        CHECK(code_of(keep_calendar_file(world.context, fernhill, "terms.csv", sheet, NotInFile::stays)) == "calendar.not_yours");
        act_as(world, Role::administrator, northgate);
        CHECK(code_of(add_half_term(world.context, fernhill, autumn_2)) == "");
        CHECK(code_of(add_half_term(world.context, OrganisationId{Id::from_words("nowhere")}, autumn_2)) == "calendar.no_such_calendar");
        CHECK(verbs(world, std::nullopt).empty());
    });
}

TEST_CASE("days off are added one for each weekday, all or none, and a day is entered once")
{
    for_each_engine([](World& world) {
        const auto [northgate, fernhill] = add_schools(world);
        CHECK(add_days(world.context, northgate, {ClosureKind::closure, "Heating", date(2026, 11, 19), date(2026, 11, 23)}) == 3);
        CHECK(code_of(add_days(world.context, northgate, {ClosureKind::inset, "Training", date(2026, 11, 18), date(2026, 11, 19)})) == "calendar.day_entered_already");
        auto days = own_of(world, northgate).days;
        REQUIRE(days.size() == 3);
        days[0].day.name = "Boiler";
        CHECK(code_of(correct_day(world.context, northgate, days[0])) == "");
        CHECK(code_of(remove_day(world.context, northgate, days[0].id, 1)) == "calendar.stale");
        CHECK(code_of(remove_day(world.context, northgate, days[0].id, 2)) == "");
        CHECK(verbs(world, northgate).size() == 5);
    });
}

TEST_CASE("the authority's terms of a year are copied once, where there are any")
{
    for_each_engine([](World& world) {
        const auto [northgate, fernhill] = add_schools(world);
        CHECK(code_of(copy_authority_terms(world.context, northgate, SchoolYear{2026})) == "calendar.nothing_to_copy");
        REQUIRE(add_half_term(world.context, std::nullopt, autumn_2));
        REQUIRE(add_days(world.context, std::nullopt, {ClosureKind::inset, "Training", date(2026, 11, 27), date(2026, 11, 27)}));
        CHECK(copy_authority_terms(world.context, northgate, SchoolYear{2026}) == 1);
        CHECK(own_of(world, northgate).days.size() == 1);
        CHECK(code_of(copy_authority_terms(world.context, northgate, SchoolYear{2026})) == "calendar.year_entered_already");
    });
}

TEST_CASE("a file is shown first and written when it is confirmed, as it was shown")
{
    for_each_engine([](World& world) {
        const auto [northgate, fernhill] = add_schools(world);
        REQUIRE(add_half_term(world.context, northgate, autumn_2));
        REQUIRE(code_of(keep_calendar_file(world.context, northgate, "terms.csv", sheet, NotInFile::stays)) == "");
        CHECK(own_of(world, northgate).terms.size() == 1);
        const auto shown = waiting_import(world.context, northgate);
        REQUIRE(shown);
        REQUIRE(shown->has_value());
        CHECK((*shown)->file.left_out.size() == 1);
        CHECK((*shown)->changes.count(ChangeOfCalendar::added) == 2);
        CHECK((*shown)->changes.count(ChangeOfCalendar::changed) == 1);
        CHECK((*shown)->afterwards.first_day() == date(2026, 9, 2));
        CHECK(verbs(world, northgate).size() == 1);

        CHECK(code_of(confirm_calendar_import(world.context, northgate, (*shown)->mark)) == "");
        CHECK(own_of(world, northgate).terms.size() == 2);
        CHECK(own_of(world, northgate).terms[1].term.to == date(2026, 12, 17));
        CHECK(verbs(world, northgate).back() == "imported");
        CHECK(code_of(confirm_calendar_import(world.context, northgate, (*shown)->mark)) == "calendar.no_file");
    });
}

TEST_CASE("what is confirmed is what was shown: a calendar changed meanwhile, or a file that adds nothing, is not written")
{
    for_each_engine([](World& world) {
        const auto [northgate, fernhill] = add_schools(world);
        REQUIRE(code_of(keep_calendar_file(world.context, northgate, "terms.csv", sheet, NotInFile::stays)) == "");
        const auto shown = waiting_import(world.context, northgate);
        REQUIRE(add_half_term(world.context, northgate, {"Spring 1", date(2027, 1, 4), date(2027, 2, 12)}));
        CHECK(code_of(confirm_calendar_import(world.context, northgate, (*shown)->mark)) == "calendar.changed_since");
        const auto again = waiting_import(world.context, northgate);
        REQUIRE(code_of(confirm_calendar_import(world.context, northgate, (*again)->mark)) == "");
        REQUIRE(code_of(keep_calendar_file(world.context, northgate, "terms.csv", sheet, NotInFile::stays)) == "");
        const auto same = waiting_import(world.context, northgate);
        CHECK(code_of(confirm_calendar_import(world.context, northgate, (*same)->mark)) == "calendar.nothing_to_write");
    });
}

TEST_CASE("a file that cannot be read is refused at once, and any bytes come back as they were")
{
    for_each_engine([](World& world) {
        const auto [northgate, fernhill] = add_schools(world);
        CHECK(code_of(keep_calendar_file(world.context, northgate, "x.pdf", "%PDF", NotInFile::stays)) == "calendar_file.not_text");
        CHECK(code_of(keep_calendar_file(world.context, northgate, "x.csv", std::string(1'000'001, 'x'), NotInFile::stays)) == "calendar_file.too_large");
        REQUIRE(code_of(keep_calendar_file(world.context, northgate, "Caf\xE9.csv", "kind;name;from;to\nINSET;Caf\xE9;2026-11-27;\n", NotInFile::goes)) == "");
        const auto shown = waiting_import(world.context, northgate);
        REQUIRE(shown->has_value());
        CHECK((*shown)->file_name == "Café.csv");
        CHECK((*shown)->rest == NotInFile::goes);
        CHECK((*shown)->file.days[0].day.name == "Café");
    });
}

}  // namespace waymark::people
