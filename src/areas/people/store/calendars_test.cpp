// Whose calendar counts.
#include "people/store/calendars.hpp"

#include <doctest/doctest.h>

#include "people/store/calendar_lines.hpp"
#include "support/engines.hpp"
#include "support/made_up.hpp"

namespace waymark::people {
namespace {

using namespace waymark::testing;

TEST_CASE("a school without terms of its own is counted by the authority's, one with terms by its own")
{
    for_each_engine([](World& world) {
        const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            const auto northgate = add_school(tx, "Northgate Academy"), fernhill = add_school(tx, "Fernhill School");
            CHECK(calendar_of(tx, northgate).calendar.empty());
            insert_term(tx, std::nullopt, {"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)});
            insert_term(tx, fernhill, {"Autumn 2", date(2026, 11, 9), date(2026, 12, 11)});
            insert_closure(tx, std::nullopt, {date(2026, 11, 23), ClosureKind::closure, "Flood"});
            insert_closure(tx, fernhill, {date(2026, 11, 20), ClosureKind::inset, "Staff training"});

            const auto by_authority = calendar_of(tx, northgate);
            CHECK(by_authority.whose == "Harrowdale");
            CHECK(by_authority.calendar.is_school_day(date(2026, 11, 20)) == true);
            CHECK(by_authority.calendar.is_school_day(date(2026, 11, 23)) == false);
            const auto own = calendar_of(tx, fernhill);
            CHECK(own.whose == "Fernhill School");
            CHECK(own.calendar.is_school_day(date(2026, 11, 20)) == false);
            CHECK(own.calendar.is_school_day(date(2026, 11, 23)) == false);
            CHECK(own.calendar.first_day() == date(2026, 11, 9));
            return {};
        });
        REQUIRE(code_of(done) == "");
    });
}

TEST_CASE("own INSET days count with the authority's half-terms too, and half-terms of an earlier year leave this one not known")
{
    for_each_engine([](World& world) {
        const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            const auto northgate = add_school(tx, "Northgate Academy");
            insert_term(tx, std::nullopt, {"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)});
            insert_closure(tx, northgate, {date(2026, 11, 20), ClosureKind::inset, "Staff training"});
            CHECK(calendar_of(tx, northgate).calendar.is_school_day(date(2026, 11, 20)) == false);
            CHECK(calendar_of(tx, std::nullopt).calendar.is_school_day(date(2026, 11, 20)) == true);
            insert_term(tx, northgate, {"Summer 2", date(2026, 6, 8), date(2026, 7, 21)});
            CHECK(code_of(calendar_of(tx, northgate).calendar.is_school_day(date(2026, 11, 19))) == "calendar.missing");
            return {};
        });
        REQUIRE(code_of(done) == "");
    });
}

TEST_CASE("entries are kept with every kind, corrected and removed once, and stale or of another authority never")
{
    for_each_engine([](World& world) {
        const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            const auto term = insert_term(tx, std::nullopt, {"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)});
            Date day = date(2026, 11, 2);
            for (const auto kind : enum_values<ClosureKind>()) insert_closure(tx, std::nullopt, {day += Days{1}, kind, "A day"});
            auto kept = kept_calendars_of(tx, std::nullopt).of_authority;
            CHECK(kept.days.size() == enum_values<ClosureKind>().size());
            REQUIRE(kept.terms.size() == 1);
            kept.terms[0].term.to = date(2026, 12, 17);
            CHECK(code_of(update_term(tx, std::nullopt, kept.terms[0])) == "");
            CHECK(code_of(update_term(tx, std::nullopt, kept.terms[0])) == "calendar.stale");
            CHECK(code_of(remove_term(tx, std::nullopt, term, 1)) == "calendar.stale");
            CHECK(code_of(remove_term(tx, std::nullopt, term, 2)) == "");
            kept.days[0].day.name = "Another";
            CHECK(code_of(update_closure(tx, std::nullopt, kept.days[0])) == "");
            CHECK(code_of(remove_closure(tx, std::nullopt, kept.days[0].id, 1)) == "calendar.stale");
            CHECK(code_of(remove_closure(tx, std::nullopt, kept.days[0].id, 2)) == "");
            return {};
        });
        REQUIRE(code_of(done) == "");
        Context other = world.of_authority("991");
        other.read([](Transaction& tx) { CHECK(all_kept_calendars(tx).empty()); });
    });
}

TEST_CASE("the list of calendars says for each which terms count and what is not known, and shows a school its own and the authority's")
{
    for_each_engine([](World& world) {
        const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            const auto northgate = add_school(tx, "Northgate Academy");
            add_school(tx, "Fernhill School");
            add_organisation(tx, "Greenways Farm", "provider");
            insert_term(tx, northgate, {"Autumn 1", date(2026, 9, 2), date(2026, 10, 23)});
            const auto all = calendar_lines(tx, world.context.who);
            REQUIRE(all.size() == 4);
            CHECK(not_known_this_year(all) == 4);
            CHECK(all[1].name == "Fernhill School");
            CHECK_FALSE(all[1].by_own_terms);
            CHECK(all[2].by_own_terms);
            CHECK(all[2].this_year.state == YearState::known_in_part);
            CHECK_FALSE(all[3].is_school);
            const auto lead = add_person(tx, "Sam Okoro", Role::school_lead, northgate);
            CHECK(calendar_lines(tx, lead).size() == 2);
            return {};
        });
        REQUIRE(code_of(done) == "");
    });
}

}  // namespace
}  // namespace waymark::people
