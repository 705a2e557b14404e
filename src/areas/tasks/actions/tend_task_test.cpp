// Tasks on both engines: opened once, closed by their record, put off, handed over.
#include "tasks/actions/tend_task.hpp"

#include <doctest/doctest.h>

#include "support/engines.hpp"
#include "support/made_up.hpp"
#include "tasks/store/tasks.hpp"

namespace waymark::tasks {
namespace {

using namespace waymark::testing;

const Date monday = date(2026, 11, 23);

struct School {
    OrganisationId id;
    Who lead, senco;
};

School northgate(Transaction& tx)
{
    const auto id = add_school(tx, "Northgate Academy");
    return {id, add_person(tx, "Grace Adeyemi", Role::school_lead, id), add_person(tx, "Tom Birch", Role::school_lead, id)};
}

NewTask question_to(OrganisationId organisation, std::string kind = "referral_question")
{
    return {.kind = std::move(kind),
            .title = "Answer a question about referral R-7F3K-2M",
            .due_on = monday + Days{3},
            .about_entity = "referral",
            .about = Id::from_words("referral"),
            .href = "/referrals/1/questions",
            .organisation = organisation,
            .role = Role::school_lead};
}

TEST_CASE("a task asked for twice is one task, and its record closes it")
{
    for_each_engine([](World& world) {
        const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            const School school = northgate(tx);
            const auto first = open_task(tx, question_to(school.id));
            CHECK(open_task(tx, question_to(school.id)) == first);
            CHECK(open_tasks_of(tx, school.lead).size() == 1);
            CHECK(close_tasks_about(tx, Id::from_words("referral"), "referral_question") == 1);
            CHECK(open_tasks_of(tx, school.lead).empty());
            CHECK(open_task(tx, question_to(school.id)) != first);
            return {};
        });
        REQUIRE(code_of(done) == "");
    });
}

TEST_CASE("a task put off is out of sight until its day, and never past its due date")
{
    for_each_engine([](World& world) {
        const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            const School school = northgate(tx);
            world.context.who = school.lead;
            const auto task = open_task(tx, question_to(school.id));
            SnoozeTask snooze{.task = task, .seen_version = 1, .until = monday + Days{4}, .reason = "Mum is in on Wednesday"};
            CHECK(code_of(snooze_task(world.context, snooze)) == "task.snooze_too_long");
            snooze.until = monday;
            CHECK(code_of(snooze_task(world.context, snooze)) == "task.snooze_in_past");
            snooze.until = monday + Days{3};
            TRY(snooze_task(world.context, snooze));
            CHECK(open_tasks_of(tx, school.lead).empty());
            CHECK(open_tasks_of(tx, school.lead, Snoozed::included).size() == 1);
            CHECK(code_of(snooze_task(world.context, snooze)) == "task.changed_meanwhile");
            return {};
        });
        REQUIRE(code_of(done) == "");
    });
}

TEST_CASE("a clock of the law can be handed over but not put off or ticked off")
{
    for_each_engine([](World& world) {
        const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            const School school = northgate(tx);
            const auto stranger = add_person(tx, "Una Stott", Role::school_lead, add_school(tx, "Fernhill School"));
            world.context.who = school.lead;
            const auto task = open_task(tx, question_to(school.id, "day_six"));
            CHECK(code_of(snooze_task(world.context, {.task = task, .seen_version = 1, .until = monday + Days{1}, .reason = "Later"})) ==
                  "task.set_by_law");
            CHECK(code_of(finish_task(world.context, task)) == "task.closed_by_record");
            CHECK(code_of(hand_over_task(world.context, {.task = task, .seen_version = 1, .to = stranger.user})) ==
                  "task.no_such_colleague");
            TRY(hand_over_task(world.context, {.task = task, .seen_version = 1, .to = school.senco.user}));
            CHECK(open_tasks_of(tx, school.lead).empty());
            CHECK(open_tasks_of(tx, school.senco).size() == 1);
            world.context.who = stranger;
            CHECK(code_of(finish_task(world.context, task)) == "task.not_found");
            return {};
        });
        REQUIRE(code_of(done) == "");
    });
}

}  // namespace
}  // namespace waymark::tasks
