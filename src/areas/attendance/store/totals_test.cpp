// Kept totals follow each mark, correction and erasure; both ways of counting give the same figures; a planted difference is found.
#include "attendance/store/totals.hpp"

#include <algorithm>
#include <random>
#include <regex>

#include <doctest/doctest.h>

#include "attendance/store/counts.hpp"
#include "attendance/store/erase.hpp"
#include "platform/database/migrations.hpp"
#include "support/all_statements.hpp"
#include "support/engines.hpp"
#include "support/placed_child.hpp"
#include "support/placed_child.sql.hpp"

using namespace waymark;
using namespace waymark::attendance;
using testing::for_each_engine;
using testing::World;

namespace {

const Date monday = date(2026, 11, 23);

/// Two settings and children of many ages, some with a birthday on either side of 1 September.
struct MadeUp {
    struct Child {
        PupilId pupil;
        Date born;
        PlacementId at_greenways, at_harbour;
    };
    OrganisationId greenways, harbour;
    std::vector<Child> children;
};

MadeUp made_up(World& world)
{
    const auto kai = testing::place_a_child(world, monday);
    MadeUp area{.greenways = kai.setting, .harbour = {Id::from_words("Harbour")}, .children = {}};
    const auto written = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
        const Id site = Id::from_words("Harbour site"), programme = Id::from_words("Boats");
        tx.run(sql::insert_organisation, {{"id", area.harbour}, {"kind", "provider"}, {"name", "Harbour Works"}});
        tx.run(sql::insert_provider, {{"id", area.harbour}});
        tx.run(sql::insert_site, {{"id", site}, {"provider", area.harbour}});
        tx.run(sql::insert_programme, {{"id", programme}, {"provider", area.harbour}, {"site", site}, {"from_day", date(2025, 1, 1)}});
        const auto team = tx.maybe_one(sql::authority_team, {}, [](const Row& row) { return row.id<OrganisationId>("id"); });
        int number = 0;
        for (const Date born : {date(2010, 9, 1), date(2011, 8, 31), date(2011, 9, 1), date(2012, 2, 29), date(2014, 8, 31), date(2014, 9, 1), date(2016, 5, 5), date(2021, 12, 31)}) {
            const std::string key = "child " + std::to_string(++number);
            MadeUp::Child child{.pupil = {Id::from_words(key)}, .born = born, .at_greenways = {Id::from_words(key + " at Greenways")}, .at_harbour = {Id::from_words(key + " at Harbour")}};
            tx.run(sql::insert_pupil, {{"id", child.pupil}, {"reference", "7F3K-" + std::to_string(10 + number)}, {"born", born}});
            for (const auto& [placement, setting, what] : {std::tuple{child.at_greenways, area.greenways, Id::from_words("Farm days")}, std::tuple{child.at_harbour, area.harbour, programme}})
                tx.run(sql::insert_placement, {{"id", placement}, {"pupil", child.pupil}, {"programme", what}, {"provider", setting}, {"commissioner", *team},
                                                        {"from_day", date(2025, 9, 1)}, {"to_day", date(2027, 7, 20)}, {"school", kai.school}});
            area.children.push_back(child);
        }
        return {};
    });
    REQUIRE(written.has_value());
    return area;
}

NewMark mark_of(const MadeUp::Child& child, const MadeUp& area, bool at_harbour, Date day, Session session, std::string code, int revision = 1)
{
    return {.pupil = child.pupil, .placement = at_harbour ? child.at_harbour : child.at_greenways, .setting = at_harbour ? area.harbour : area.greenways, .day = day,
            .session = session, .revision = revision, .arrival = Arrival::not_here, .code = std::move(code), .minutes_late = {}, .reason = {}, .correction = {}};
}

/// Marks by lot over two school years, the days around 1 September among them: some never taken, some corrected, once or twice.
void mark_by_lot(World& world, const MadeUp& area)
{
    std::mt19937 lot{20261123};
    const std::vector<std::string> codes{"/", "\\", "K", "L", "N", "I", "M", "X", "G"};
    std::vector<Date> days{date(2026, 8, 31), date(2026, 9, 1), monday, date(2026, 11, 1), date(2026, 10, 31)};
    for (int more = 0; more < 30; ++more) days.push_back(date(2025, 9, 1) + Days{lot() % 448});
    std::ranges::sort(days);
    days.erase(std::ranges::unique(days).begin(), days.end());
    const auto written = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
        for (const auto& child : area.children)
            for (const Date day : days)
                for (const Session session : enum_values<Session>()) {
                    const bool at_harbour = lot() % 3 == 0;
                    const auto mark = mark_of(child, area, at_harbour, day, session, codes[lot() % codes.size()]);
                    tx.run(sql::insert_expected, {{"pupil", child.pupil}, {"day", day}, {"session", session}, {"placement", mark.placement}, {"provider", mark.setting},
                                                           {"site", at_harbour ? Id::from_words("Harbour site") : Id::from_words("Greenways site")}});
                    if (lot() % 6 == 0) continue;
                    insert_mark(tx, mark);
                    if (lot() % 5 == 0) insert_mark(tx, mark_of(child, area, at_harbour, day, session, codes[lot() % codes.size()], 2));
                }
        return {};
    });
    REQUIRE(written.has_value());
}

std::vector<std::string> recounted(World& world)
{
    return world.context.read([](Transaction& tx) { return recount_totals(tx); });
}

/// Fails unless kept totals and the children themselves say the same, whatever is asked.
void both_ways_agree(World& world, const MadeUp& area)
{
    world.context.read([&](Transaction& tx) {
        int asked_of = 0;
        for (const int begins : {2025, 2026, 2024})
            for (const auto& setting : {std::optional<OrganisationId>{}, std::optional{area.greenways}, std::optional{area.harbour}})
                for (const YearGroups groups : {YearGroups{}, YearGroups{10, 11}, YearGroups{9, 9}, YearGroups{0, 0}}) {
                    const TotalsAsked asked{SchoolYear{begins}, setting, groups};
                    const auto by_group = counts_by_year_group(tx, asked, CountedFrom::kept_totals);
                    CHECK(by_group == counts_by_year_group(tx, asked, CountedFrom::children));
                    const auto by_week = counts_by_week(tx, asked, CountedFrom::kept_totals);
                    CHECK(by_week == counts_by_week(tx, asked, CountedFrom::children));
                    Counts groups_together, weeks_together, children_together;
                    for (const auto& each : by_group) groups_together += each.second;
                    for (const auto& each : by_week) weeks_together += each.second;
                    for (const auto& child : counts_by_child(tx, asked, asked.year.first_day(), std::min(asked.year.last_day(), tx.today()))) children_together += child.counts;
                    CHECK(groups_together == weeks_together);
                    CHECK(groups_together == children_together);
                    asked_of += groups_together.possible();
                }
        CHECK(asked_of > 1000);
        for (const auto& [from, to] : {std::pair{date(2025, 9, 1), monday}, std::pair{date(2026, 9, 1), monday}, std::pair{date(2026, 8, 20), date(2026, 9, 3)},
                                       std::pair{date(2026, 10, 1), date(2026, 10, 31)}, std::pair{monday, monday}}) {
            const auto kept = counts_by_setting(tx, from, to, CountedFrom::kept_totals), afresh = counts_by_setting(tx, from, to, CountedFrom::children);
            REQUIRE(kept.size() == afresh.size());
            for (std::size_t at = 0; at < kept.size(); ++at) {
                CHECK(kept[at].name == afresh[at].name);
                CHECK(kept[at].counts == afresh[at].counts);
            }
        }
        CHECK(settings_of_year(tx, SchoolYear{2026}, CountedFrom::kept_totals).size() == 2);
        CHECK(settings_of_year(tx, SchoolYear{2026}, CountedFrom::children).size() == 2);
    });
}

}  // namespace

TEST_CASE("kept totals and the children added up give the same figures, whatever was marked, corrected and left out")
{
    for_each_engine([](World& world) {
        const auto area = made_up(world);
        mark_by_lot(world, area);
        CHECK(recounted(world).empty());
        both_ways_agree(world, area);
    });
}

TEST_CASE("the totals that a migration counts are those that the marks would have moved")
{
    for_each_engine([](World& world) {
        mark_by_lot(world, made_up(world));
        const auto migration = std::ranges::find(migrations(), 44, &Migration::number);
        REQUIRE(migration != migrations().end());
        world.database.lease(true)->run_script("drop table attendance_total");
        world.database.lease(true)->run_script(world.database.engine() == Engine::sqlite ? migration->sqlite : migration->postgres);
        CHECK(recounted(world).empty());
        REQUIRE(code_of(world.context.in_transaction([](Transaction& tx) -> Result<void> { return total_again(tx), Result<void>{}; })) == "");
        CHECK(recounted(world).empty());
    });
}

TEST_CASE("a total that was changed by hand is found, and so is one that is missing")
{
    for_each_engine([](World& world) {
        mark_by_lot(world, made_up(world));
        world.database.lease(true)->run_script("update attendance_total set sessions = sessions + 3 where span = 'year' and year_group = 10 and code = 'N' and from_day = '2026-09-01'");
        const auto found = recounted(world);
        REQUIRE(found.size() == 1);
        CHECK(found.front() == "year from 2026-09-01, all settings, year 10, code N: 3 sessions fewer than are kept");
        world.database.lease(true)->run_script("delete from attendance_total where span = 'month' and from_day = '2026-11-01' and code = 'N'");
        CHECK(recounted(world).size() == 3);
    });
}

TEST_CASE("a child who is erased is taken out of the totals")
{
    for_each_engine([](World& world) {
        const auto area = made_up(world);
        mark_by_lot(world, area);
        const auto& only_one_in_reception = area.children.back();
        const TotalsAsked reception{SchoolYear{2026}, {}, {0, 0}};
        CHECK_FALSE(world.context.read([&](Transaction& tx) { return counts_by_year_group(tx, reception, CountedFrom::kept_totals); }).empty());
        world.database.lease(true)->run_script("insert into erasure_under_way (authority_id, pupil_id) values ('990', '" + only_one_in_reception.pupil.text() + "')");
        REQUIRE(code_of(world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            erase_pupil(tx, only_one_in_reception.pupil.value);
            return {};
        })) == "");
        // The sessions go with the placements, which are erased next.
        world.database.lease(true)->run_script("delete from expected_session where pupil_id = '" + only_one_in_reception.pupil.text() + "'");
        CHECK(recounted(world).empty());
        CHECK(world.context.read([&](Transaction& tx) { return counts_by_year_group(tx, reception, CountedFrom::kept_totals); }).empty());
        both_ways_agree(world, area);
    });
}

TEST_CASE("a child who is taken out and put in again counts under the year group of the date of birth that then stands")
{
    for_each_engine([](World& world) {
        const auto area = made_up(world);
        mark_by_lot(world, area);
        const auto& child = area.children.front();
        const auto move = [&](int times) {
            REQUIRE(code_of(world.context.in_transaction([&](Transaction& tx) -> Result<void> {
                move_child(tx, child.pupil, times);
                return {};
            })) == "");
        };
        move(-1);
        world.database.lease(true)->run_script("update pupil set born = '2015-01-01' where id = '" + child.pupil.text() + "'");
        move(1);
        CHECK(recounted(world).empty());
        both_ways_agree(world, area);
    });
}

TEST_CASE("no statement changes a date of birth: one that comes must take the child out of the totals before and put it in after")
{
    static const std::regex changes_born{"update\\s+pupil\\s+set[^;]*\\bborn\\s*="};
    for (const Statement& statement : testing::all_statements()) CHECK_FALSE(std::regex_search(std::string{statement.sqlite}, changes_born));
    CHECK(std::regex_search(std::string{"update pupil set version = version + 1, born = ?1 where id = ?2"}, changes_born));
}

TEST_CASE("somebody who sees one child is shown that child alone, whatever is kept of all")
{
    for_each_engine([](World& world) {
        const auto area = made_up(world);
        mark_by_lot(world, area);
        world.context.who.role = Role::commissioner;
        CHECK(counted_from(world.context.who) == CountedFrom::kept_totals);
        world.context.who.role = Role::school_lead;
        world.context.who.organisation = {Id::from_words("Millbrook")};
        CHECK(counted_from(world.context.who) == CountedFrom::children);
        const TotalsAsked asked{SchoolYear{2026}, {}};
        world.context.read([&](Transaction& tx) { CHECK(counts_by_year_group(tx, asked, counted_from(tx.context().who)).empty()); });
        REQUIRE(code_of(world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            tx.run(sql::insert_access, {{"placement", area.children[3].at_harbour}, {"pupil", area.children[3].pupil}, {"provider", Id::from_words("Millbrook")}, {"from_day", date(2026, 1, 5)}});
            return {};
        })) == "");
        world.context.read([&](Transaction& tx) {
            const auto groups = counts_by_year_group(tx, asked, counted_from(tx.context().who));
            REQUIRE(groups.size() == 1);
            CHECK(groups.begin()->first == 10);
            const auto children = counts_by_child(tx, asked, asked.year.first_day(), tx.today());
            REQUIRE(children.size() == 1);
            CHECK(children.front().counts == groups.begin()->second);
            Counts weeks;
            for (const auto& week : counts_by_week(tx, asked, counted_from(tx.context().who))) weeks += week.second;
            CHECK(weeks == groups.begin()->second);
        });
    });
}
