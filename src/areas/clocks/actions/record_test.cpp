// Facts and lawful reasons, recorded and taken back, on both engines; and that all clocks at once are those of each child.
#include "clocks/actions/record.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "clocks/store/all_clocks.hpp"
#include "people/store/calendars.hpp"
#include "pupils/actions/keep_record.hpp"
#include "pupils/store/counted_clocks.hpp"
#include "pupils/store/pupils.hpp"
#include "support/engines.hpp"
#include "support/made_up.hpp"

namespace waymark::clocks {
namespace {

using namespace waymark::testing;

constexpr auto day_six = ClockKind::full_time_after_exclusion;

/// Kai of Northgate Academy, permanently excluded: Monday 2 November 2026 was the first day, and today is 23 November.
struct Excluded {
    PupilId kai;
    Id exclusion;
};

Excluded exclude_kai(World& world)
{
    Excluded made;
    const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto northgate = add_school(tx, "Northgate Academy");
        people::insert_term(tx, {}, {"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)});
        made.kai = TRY(pupils::create_pupil(world.context, {.upn = "", .first_name = "Kofi", .last_name = "Mensah", .known_as = "Kai", .born = date(2012, 5, 4),
                                                            .roll = pupils::NewEnrolment{.school = northgate, .year_group = 9, .from = date(2026, 9, 2)}}));
        made.exclusion = TRY(pupils::record_exclusion(world.context, made.kai, {.school = northgate, .kind = pupils::ExclusionKind::permanent,
                                                                                .first_day = date(2026, 11, 2), .reasons = {"PA"},
                                                                                .status = pupils::ExclusionStatus::governors_pending})).value;
        return {};
    });
    REQUIRE(code_of(done) == "");
    return made;
}

std::vector<RunningClock> clocks_now(World& world, PupilId pupil)
{
    return world.context.read([&](Transaction& tx) {
        const auto facts = facts_of(tx, pupil);
        return clocks_of(*facts, calendar_book(tx, *facts), law_on, tx.today());
    });
}

const RunningClock* find_clock(const std::vector<RunningClock>& running, ClockKind kind)
{
    const auto found = std::ranges::find(running, kind, &RunningClock::kind);
    return found == running.end() ? nullptr : &*found;
}

TEST_CASE("day six that was missed stays a breach until a lawful reason is recorded, and is one again when that is taken back")
{
    for_each_engine([](World& world) {
        const auto [kai, exclusion] = exclude_kai(world);
        const auto before = clocks_now(world, kai);
        const auto* clock = find_clock(before, day_six);
        REQUIRE(clock != nullptr);
        CHECK(clock->is_breach());
        CHECK(clock->clock.due == date(2026, 11, 9));
        CHECK(left_words(*clock) == "10 school days late");
        CHECK(before.front().is_breach());

        LawfulReason reason{.clock = day_six, .about = exclusion, .ground = Ground::plan_caps_hours, .words = "The plan of May sets 15 hours, all provided. Lena Fox"};
        const auto recorded = record_lawful_reason(world.context, kai, reason);
        REQUIRE(code_of(recorded) == "");
        auto now = clocks_now(world, kai);
        CHECK_FALSE(find_clock(now, day_six)->is_breach());
        CHECK(find_clock(now, day_six)->reason->words == reason.words);
        CHECK(code_of(record_lawful_reason(world.context, kai, reason)) == "reason.twice");

        CHECK(code_of(take_back(world.context, kai, *recorded, " ")) == "fact.why_missing");
        REQUIRE(code_of(take_back(world.context, kai, *recorded, "The plan was ended in June")) == "");
        CHECK(code_of(take_back(world.context, kai, *recorded, "again")) == "fact.not_standing");
        now = clocks_now(world, kai);
        CHECK(find_clock(now, day_six)->is_breach());
    });
}

TEST_CASE("day six has the two exceptions of the law and no other; words are needed")
{
    for_each_engine([](World& world) {
        const auto [kai, exclusion] = exclude_kai(world);
        CHECK(code_of(record_lawful_reason(world.context, kai, {.clock = day_six, .about = exclusion, .ground = Ground::other, .words = "We had no place"})) == "reason.ground_not_allowed");
        CHECK(code_of(record_lawful_reason(world.context, kai, {.clock = day_six, .about = exclusion, .ground = Ground::exams_over, .words = ""})) == "reason.words_missing");
        CHECK(code_of(record_lawful_reason(world.context, kai, {.clock = ClockKind::half_termly_review, .ground = Ground::other, .words = "No place"})) == "reason.clock_not_running");
    });
}

TEST_CASE("a fact is of a day that has come, about a record of this child, and told once")
{
    for_each_engine([](World& world) {
        const auto [kai, exclusion] = exclude_kai(world);
        CHECK(code_of(record_fact(world.context, kai, {.kind = FactKind::governors_met, .on = date(2026, 11, 24), .about = exclusion})) == "fact.in_future");
        CHECK(code_of(record_fact(world.context, kai, {.kind = FactKind::governors_met, .on = date(2002, 11, 20), .about = exclusion})) == "fact.before_birth");
        CHECK(code_of(record_fact(world.context, kai, {.kind = FactKind::governors_met, .on = date(2026, 11, 20)})) == "fact.about_missing");
        CHECK(code_of(record_fact(world.context, kai, {.kind = FactKind::governors_met, .on = date(2026, 11, 20), .about = Id::from_words("another")})) == "fact.about_unknown");
        const auto recorded = record_fact(world.context, kai, {.kind = FactKind::governors_met, .on = date(2026, 11, 20), .about = exclusion, .note = "Minutes held by the clerk"});
        REQUIRE(code_of(recorded) == "");
        CHECK(code_of(record_fact(world.context, kai, {.kind = FactKind::governors_met, .on = date(2026, 11, 20), .about = exclusion})) == "fact.twice");
        REQUIRE(code_of(take_back(world.context, kai, *recorded, "It was the finance committee")) == "");
        CHECK(world.context.read([&](Transaction& tx) { return facts_of(tx, kai)->facts.size(); }) == 0);
    });
}

TEST_CASE("all clocks at once are those of each child, and are counted again after a change and on another day")
{
    for_each_engine([](World& world) {
        const auto [kai, exclusion] = exclude_kai(world);
        const auto states = [&] {
            return world.context.read([&](Transaction& tx) {
                std::vector<bool> breaches;
                for (const auto& child : *all_clocks(tx))
                    for (const auto& running : child->running) breaches.push_back(running.is_breach());
                return breaches;
            });
        };
        const auto each = [&] {
            std::vector<bool> breaches;
            for (const auto& running : clocks_now(world, kai)) breaches.push_back(running.is_breach());
            return breaches;
        };
        CHECK(states() == each());
        const auto unmet = [&] { return world.context.read([&](Transaction& tx) { return unmet_duties(tx, world.context.who); }); };
        const auto before = unmet();
        REQUIRE(code_of(record_lawful_reason(world.context, kai, {.clock = day_six, .about = exclusion, .ground = Ground::moved_away, .words = "To 991, told on 20 November"})) == "");
        CHECK(states() == each());
        CHECK(unmet() + 1 == before);
        world.context.today = date(2026, 11, 3);
        CHECK(states() == each());
    });
}

TEST_CASE("a list shows the clock that presses most, and the next one once a lawful reason is recorded for it")
{
    for_each_engine([](World& world) {
        const auto [kai, exclusion] = exclude_kai(world);
        const auto pressing = [&] { return world.context.read([&](Transaction& tx) { return pupils::pressing_clocks_of(tx, std::array{kai}); }); };
        REQUIRE(pressing().contains(kai));
        CHECK(pressing().at(kai).clock.rule == "R6");
        CHECK(pressing().at(kai).when == "Was due 9 November 2026, 10 school days late");
        REQUIRE(code_of(record_lawful_reason(world.context, kai, {.clock = day_six, .about = exclusion, .ground = Ground::moved_away, .words = "To 991, told on 20 November"})) == "");
        CHECK_FALSE(pressing().contains(kai));
        const auto all = world.context.read([&](Transaction& tx) { return pupils::clocks_of_child(tx, kai); });
        CHECK(std::ranges::any_of(all, [](const ClockShown& shown) { return shown.clock.rule == "R6" && shown.is_lawfully_open; }));
        const auto while_writing = [&] {
            std::map<PupilId, ClockShown> found;
            REQUIRE(code_of(world.context.in_transaction([&](Transaction& tx) -> Result<void> { found = pupils::pressing_clocks_of(tx, std::array{kai}); return {}; })) == "");
            return found;
        };
        CHECK(while_writing().empty());
    });
}

/// Another child with a clock: looked after since 2 November, without a personal education plan.
PupilId look_after_amy(World& world)
{
    PupilId amy;
    REQUIRE(code_of(world.context.in_transaction([&](Transaction& tx) -> Result<void> {
        amy = TRY(pupils::create_pupil(world.context, {.upn = "", .first_name = "Amy", .last_name = "Whitlock", .known_as = "Amy", .born = date(2013, 2, 1), .roll = {}}));
        pupils::insert_circumstance(tx, amy, {.kind = pupils::CircumstanceKind::looked_after, .days = {date(2026, 11, 2), {}}});
        return {};
    })) == "");
    return amy;
}

TEST_CASE("a change of one child’s record counts that child again and no other; a calendar counts all")
{
    for_each_engine([](World& world) {
        const auto [kai, exclusion] = exclude_kai(world);
        const auto amy = look_after_amy(world);
        const auto counted = [&] { return world.context.read([](Transaction& tx) { return all_clocks(tx); }); };
        const auto before = counted();
        REQUIRE(find_child(*before, amy) != nullptr);
        REQUIRE(code_of(record_fact(world.context, kai, {.kind = FactKind::governors_met, .on = date(2026, 11, 20), .about = exclusion})) == "");
        const auto after = counted();
        CHECK(find_child(*after, amy) == find_child(*before, amy));
        CHECK(find_child(*after, kai) != find_child(*before, kai));
        REQUIRE(code_of(world.context.in_transaction([&](Transaction& tx) {
            return tx.record({.verb = "changed", .entity = "calendar", .about = {}, .pupil = {}});
        })) == "");
        CHECK(find_child(*counted(), amy) != find_child(*before, amy));
    });
}

TEST_CASE("what is kept in memory is what counting afresh gives, after each of many changes")
{
    for_each_engine([](World& world) {
        const auto [kai, exclusion] = exclude_kai(world);
        const auto amy = look_after_amy(world);
        const auto told = [](const AllClocks& all) {
            std::string words;
            for (const auto& child : all)
                for (const auto& running : child->running)
                    words += child->pupil.text() + " " + std::string{enum_text(running.kind)} + " " + due_sentence(running) + " " + std::string{state_words(running)} + "\n";
            return words;
        };
        const auto agree = [&] { return world.context.read([&](Transaction& tx) { return told(*all_clocks(tx)) == told(count_all_clocks(tx)); }); };
        CHECK(agree());
        const auto fact = record_fact(world.context, kai, {.kind = FactKind::governors_met, .on = date(2026, 11, 20), .about = exclusion});
        REQUIRE(code_of(fact) == "");
        CHECK(agree());
        REQUIRE(code_of(record_fact(world.context, amy, {.kind = FactKind::pep_begun, .on = date(2026, 11, 10)})) == "");
        CHECK(agree());
        REQUIRE(code_of(record_lawful_reason(world.context, kai, {.clock = day_six, .about = exclusion, .ground = Ground::moved_away, .words = "To 991, told on 20 November"})) == "");
        REQUIRE(code_of(take_back(world.context, kai, *fact, "It was the finance committee")) == "");
        CHECK(agree());
        world.context.today = world.context.today + Days{1};
        CHECK(agree());
    });
}

TEST_CASE("a download, a sign-in or a change of an account leaves the clocks that were counted, a change of a record counts them again")
{
    for_each_engine([](World& world) {
        const auto made = exclude_kai(world);
        const auto counted = [&] { return world.context.read([](Transaction& tx) { return all_clocks(tx); }); };
        const auto event = [&](const char* verb, const char* entity) {
            const auto done = world.context.in_transaction([&](Transaction& tx) {
                return tx.record({.verb = verb, .entity = entity, .about = made.kai.value, .pupil = {}});
            });
            REQUIRE(code_of(done) == "");
        };
        const auto first = counted();
        for (const char* verb : {"exported", "signed_in", "switched_role", "set_up_authenticator", "ended_role"}) event(verb, "user");
        CHECK(counted() == first);
        event("changed", "pupil");
        CHECK(counted() != first);
    });
}

}  // namespace
}  // namespace waymark::clocks
