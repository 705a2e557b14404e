// A child's record on both engines.
#include "pupils/actions/keep_record.hpp"

#include <doctest/doctest.h>

#include "people/store/calendars.hpp"
#include "pupils/store/pupils.hpp"
#include "support/engines.hpp"
#include "support/made_up.hpp"
#include "tasks/store/tasks.hpp"

namespace waymark::pupils {
namespace {

using namespace waymark::testing;

const Date monday = date(2026, 11, 23);

NewPupil kai(OrganisationId school)
{
    return {.upn = "", .first_name = "Kofi", .last_name = "Mensah", .known_as = "Kai", .born = date(2012, 5, 4),
            .roll = NewEnrolment{.school = school, .year_group = 9, .from = date(2026, 9, 2)}};
}

TEST_CASE("a child is added with all that is wrong said at once, and not twice under one number")
{
    for_each_engine([](World& world) {
        const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            const auto school = add_school(tx, "Northgate Academy");
            const auto refused = create_pupil(world.context, {.upn = "12", .first_name = " ", .last_name = "", .born = monday + Days{1}, .postcode = "HA1"});
            REQUIRE(!refused.has_value());
            CHECK(refused.error().size() == 5);
            NewPupil numbered = kai(school);
            numbered.upn = "Z990202614007";
            if (code_of(create_pupil(world.context, numbered)) == "") CHECK(code_of(create_pupil(world.context, numbered)) == "pupil.upn_taken");
            return {};
        });
        REQUIRE(code_of(done) == "");
    });
}

TEST_CASE("the summary shows today's roll, needs and care, and the school sees the child from its first day")
{
    for_each_engine([](World& world) {
        const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            const auto northgate = add_school(tx, "Northgate Academy"), fernhill = add_school(tx, "Fernhill School");
            const Who lead = add_person(tx, "Grace Adeyemi", Role::school_lead, northgate);
            const Who other = add_person(tx, "Una Stott", Role::school_lead, fernhill);
            const auto pupil = TRY(create_pupil(world.context, kai(northgate)));
            TRY(record_sen(world.context, pupil, {.provision = SenProvision::support, .primary_need = "SEMH", .days = {date(2025, 9, 1), {}}}));
            TRY(record_sen(world.context, pupil, {.provision = SenProvision::ehcp, .primary_need = "SEMH", .days = {date(2026, 11, 2), {}}}));
            TRY(record_circumstance(world.context, pupil, {.kind = CircumstanceKind::looked_after, .note = "992", .days = {date(2026, 10, 1), {}}}));
            auto summary = summary_of(tx, pupil);
            CHECK(summary->school_name == "Northgate Academy");
            CHECK(summary->sen == SenProvision::ehcp);
            CHECK(summary->looked_after);
            CHECK(sen_records_of(tx, pupil).back().days.to == date(2026, 11, 1));
            CHECK(find_pupil_by_reference(tx, summary->reference)->id == pupil);
            CHECK(list_pupils(tx, lead, {.words = "mensah kai"}).size() == 1);
            CHECK(list_pupils(tx, lead, {.words = summary->reference}).size() == 1);
            CHECK(list_pupils(tx, lead, {.year_group = 8}).empty());
            CHECK(list_pupils(tx, other, {}).empty());
            CHECK(schools_of_visible(tx, lead).size() == 1);
            CHECK(schools_of_visible(tx, other).empty());

            CHECK(code_of(enrol(world.context, pupil, {.school = fernhill, .status = EnrolmentStatus::current_main, .year_group = 9, .from = monday})) == "enrolment.two_rolls");
            return {};
        });
        REQUIRE(code_of(done) == "");
    });
}

TEST_CASE("a move to another single roll ends the first the day before, and sight goes with it")
{
    for_each_engine([](World& world) {
        const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            const auto northgate = add_school(tx, "Northgate Academy"), fernhill = add_school(tx, "Fernhill School");
            const Who lead = add_person(tx, "Grace Adeyemi", Role::school_lead, northgate);
            const auto pupil = TRY(create_pupil(world.context, kai(northgate)));
            CHECK(may_see(tx, lead, pupil));
            TRY(enrol(world.context, pupil, {.school = fernhill, .year_group = 9, .from = monday}));
            CHECK_FALSE(may_see(tx, lead, pupil));
            CHECK(enrolments_of(tx, pupil).back().leaving_ground == "Registered at another school");
            CHECK(summary_of(tx, pupil)->school == fernhill);
            return {};
        });
        REQUIRE(code_of(done) == "");
    });
}

TEST_CASE("a permanent exclusion opens the day-six task, and reinstating the pupil closes it")
{
    for_each_engine([](World& world) {
        const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            const auto northgate = add_school(tx, "Northgate Academy");
            const Who commissioner = add_person(tx, "Ruth Ellison", Role::commissioner, OrganisationId{Id::from_words("Harrowdale Council")});
            people::insert_term(tx, std::nullopt, {"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)});
            const auto pupil = TRY(create_pupil(world.context, kai(northgate)));
            CHECK(code_of(record_exclusion(world.context, pupil, {.school = northgate, .kind = ExclusionKind::suspension, .first_day = monday})) == "exclusion.reasons_missing");
            const auto exclusion = TRY(record_exclusion(world.context, pupil, {.school = northgate, .kind = ExclusionKind::permanent, .first_day = date(2026, 11, 18), .reasons = {"DA", "PP"}}));
            auto open = tasks::open_tasks_of(tx, commissioner);
            REQUIRE(open.size() == 1);
            CHECK(open[0].kind == "day_six");
            CHECK(open[0].due_on == date(2026, 11, 25));
            CHECK(exclusions_of(tx, pupil).front().reasons == std::vector<std::string>{"DA", "PP"});
            using enum ExclusionStatus;
            const auto change = [&](int version, ExclusionStatus status, std::string reason = "The governors did not uphold it") {
                return change_exclusion(world.context, pupil, {.exclusion = exclusion, .seen_version = version, .status = status, .reason = std::move(reason)});
            };
            CHECK(code_of(change(1, reinstated, " ")) == "exclusion.reason_missing");
            CHECK(code_of(change(1, ended)) == "exclusion.status_refused");
            CHECK(code_of(change(2, reinstated)) == "exclusion.changed_meanwhile");
            TRY(change(1, reinstated));
            open = tasks::open_tasks_of(tx, commissioner);
            REQUIRE(open.size() == 1);
            CHECK(open[0].kind == "reinstated_pupil");
            TRY(change(2, upheld, "The letter was wrong: they upheld it"));
            open = tasks::open_tasks_of(tx, commissioner);
            CHECK(std::ranges::any_of(open, [](const tasks::Task& task) { return task.kind == "day_six"; }));
            return {};
        });
        REQUIRE(code_of(done) == "");
    });
}

}  // namespace
}  // namespace waymark::pupils
