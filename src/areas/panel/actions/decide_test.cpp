// A decision and all that follows from it, in one transaction or not at all.
#include <doctest/doctest.h>

#include "panel/actions/follow_up.hpp"
#include "panel/actions/letters.hpp"
#include "people/store/law_choices.hpp"
#include "support/panel_world.hpp"
#include "tasks/store/tasks.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

const std::vector<std::string_view> three_of_them{"Margaret Oduya", "Dr Sam Okoro", "Simon Achebe"};

Decision decision(World& world, DecisionId id)
{
    return PanelWorld::take(world.context.read([&](Transaction& tx) { return find_decision(tx, id); }));
}

std::vector<tasks::Task> tasks_about(World& world, Id about)
{
    return world.context.read([&](Transaction& tx) { return tasks::open_tasks_about(tx, about); });
}

bool has_task(World& world, Id about, std::string_view kind)
{
    const auto open = tasks_about(world, about);
    return std::ranges::find(open, kind, &tasks::Task::kind) != open.end();
}

}  // namespace

TEST_CASE("a decision moves the referral on, keeps the minute and the views, drafts both letters and opens the work")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        panel.build_and_publish();
        panel.meet(three_of_them);
        const auto id = PanelWorld::take(decide(world.context, panel.about(panel.about_kai)));

        CHECK(panel.referral(panel.about_kai).state == referrals::State::decided);
        CHECK(panel.item(panel.about_kai).state == ItemState::decided);
        CHECK(panel.now().state == MeetingState::held);
        const Decision kept = decision(world, id);
        CHECK(kept.decided_on == date(2026, 11, 26));
        CHECK(kept.chair_name == "Margaret Oduya");
        CHECK(kept.minute.find("Not present: Helen Marsh (schools).") != std::string::npos);
        CHECK(kept.child_view == "I like the horses.");
        CHECK(kept.what.conditions == std::vector<std::string>{"The school rings home each Friday"});

        const auto letters = world.context.read([&](Transaction& tx) { return letters_of(tx, id); });
        REQUIRE(letters.size() == 2);
        CHECK(letters[0].addressee == "Abena Mensah");
        CHECK(letters[1].addressee == "The head teacher, Millbrook Academy");
        CHECK(letters[0].body.find("Tom Whitlock") != std::string::npos);
        CHECK(letters[0].body.find("Thursday 3 December 2026") != std::string::npos);
        CHECK(has_task(world, panel.about_kai.value, find_place_task));
        CHECK(has_task(world, id.value, send_letters_task));
    });
}

TEST_CASE("without a quorum nothing is decided and nothing is kept")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        panel.build_and_publish();
        panel.meet({"Margaret Oduya", "Dr Sam Okoro"});
        CHECK(code_of(decide(world.context, panel.about(panel.about_kai))) == "panel.no_quorum");
        CHECK(panel.referral(panel.about_kai).state == referrals::State::ready_for_panel);
        CHECK_FALSE(world.context.read([&](Transaction& tx) { return standing_decision(tx, panel.about_kai); }).has_value());
    });
}

TEST_CASE("a conflict in one case takes the quorum away there and not in the next")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        panel.build_and_publish();
        panel.meet(three_of_them);
        PanelWorld::must(declare_conflict(world.context, {panel.item(panel.about_kai).id, panel.member("Dr Sam Okoro"), "Treats Kai's brother"}));
        CHECK(code_of(decide(world.context, panel.about(panel.about_kai))) == "panel.no_quorum");
        CHECK(code_of(decide(world.context, panel.about(panel.about_sky))) == "");
    });
}

TEST_CASE("two people decide at once: the second is told, and nothing is decided twice")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        panel.build_and_publish();
        panel.meet(three_of_them);
        const auto command = panel.about(panel.about_kai);
        PanelWorld::take(decide(world.context, command));
        const auto again = decide(world.context, command);
        CHECK(again.error().kind() == ProblemKind::stale);
    });
}

TEST_CASE("nobody decides before the day of the meeting, or what is not on its agenda")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        CHECK(code_of(decide(world.context, panel.about(panel.about_kai))) == "panel.meeting_not_yet");
        panel.meet(three_of_them);
        CHECK(code_of(decide(world.context, panel.about(panel.about_kai))) == "panel.not_on_agenda");
    });
}

TEST_CASE("unregistered use is signed off by a director or commissioner, and by nobody else")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        panel.build_and_publish();
        panel.meet(three_of_them);
        auto command = panel.about(panel.about_kai);
        command.decision.unregistered = true;
        command.decision.unregistered_reason = "The only place with a mechanic's course.";
        CHECK(code_of(decide(world.context, command)) == "panel.sign_off_missing");
        command.decision.signed_off_by = panel.doctor.user;
        CHECK(code_of(decide(world.context, command)) == "panel.sign_off_not_allowed");
        command.decision.signed_off_by = panel.director.user;
        CHECK(decision(world, PanelWorld::take(decide(world.context, command))).signed_off_name == "Simon Achebe");
    });
}

TEST_CASE("an emergency is decided outside a meeting by whoever asks, with the reason it could not wait")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        world.context.who = panel.chair;
        auto command = panel.about(panel.about_kai);
        command.meeting.reset();
        CHECK(code_of(decide(world.context, command)) == "panel.outside_meeting_reason_missing");
        command.decision.outside_meeting_reason = "Day six is today and the panel meets on Thursday.";
        const Decision kept = decision(world, PanelWorld::take(decide(world.context, command)));
        CHECK(kept.chair_name == "Margaret Oduya");
        CHECK(kept.minute == "Decided outside a meeting by Margaret Oduya.");
        CHECK(kept.decided_on == date(2026, 11, 23));
    });
}

TEST_CASE("a decision that asks for more sends the referral back, and gives way by itself to the one made when it came")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        panel.build_and_publish();
        panel.meet(three_of_them);
        auto command = panel.about(panel.about_kai, {.outcome = Outcome::more_information, .reasons = "We do not know enough.", .conditions = {"School: attendance"}});
        const auto first = PanelWorld::take(decide(world.context, command));
        CHECK(panel.referral(panel.about_kai).state == referrals::State::information_requested);
        CHECK_FALSE(has_task(world, panel.about_kai.value, find_place_task));

        PanelWorld::must(world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            TRY(referrals::set_state(tx, *referrals::find_referral(tx, panel.about_kai), referrals::State::ready_for_panel));
            return {};
        }));
        auto later = panel.about(panel.about_kai);
        later.meeting.reset();
        later.decision.outside_meeting_reason = "It came the same day.";
        const auto second = PanelWorld::take(decide(world.context, later));
        CHECK(decision(world, first).superseded_by == second);
        CHECK(decision(world, second).supersedes == first);
    });
}

TEST_CASE("superseding keeps the first decision to be read, with both reasons, and happens once")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        panel.build_and_publish();
        panel.meet(three_of_them);
        const auto first = PanelWorld::take(decide(world.context, panel.about(panel.about_kai)));
        SupersedeDecision command{.decision = first, .meeting = {}, .becomes = PanelWorld::engagement()};
        command.becomes.weeks = 6;
        CHECK(code_of(supersede(world.context, command)) == "panel.supersede_reason_missing");
        command.becomes.supersede_reason = "The family moves in January.";
        const auto second = PanelWorld::take(supersede(world.context, command));
        CHECK(decision(world, first).what.weeks == 12);
        CHECK(decision(world, first).superseded_by == second);
        CHECK(decision(world, second).what.supersede_reason == "The family moves in January.");
        CHECK(world.context.read([&](Transaction& tx) { return standing_decision(tx, panel.about_kai); })->id == second);
        CHECK(supersede(world.context, command).error().kind() == ProblemKind::stale);
        CHECK_FALSE(has_task(world, first.value, send_letters_task));
        CHECK(code_of(send_letter(world.context, {first, Recipient::family, 1})) == "panel.letter_superseded");
    });
}

TEST_CASE("letters are put right until they are sent, sent once, and the task closes with the last")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        panel.build_and_publish();
        panel.meet(three_of_them);
        const auto id = PanelWorld::take(decide(world.context, panel.about(panel.about_kai)));
        PanelWorld::must(edit_letter(world.context, {id, Recipient::family, 1, "Ms Mensah", "Dear Ms Mensah, …"}));
        CHECK(edit_letter(world.context, {id, Recipient::family, 1, "Ms Mensah", "Mine"}).error().kind() == ProblemKind::stale);
        CHECK(code_of(edit_letter(world.context, {id, Recipient::family, 2, "", ""})) == "panel.addressee_missing");
        PanelWorld::must(send_letter(world.context, {id, Recipient::family, 2}));
        PanelWorld::must(send_letter(world.context, {id, Recipient::family, 2}));
        CHECK(code_of(edit_letter(world.context, {id, Recipient::family, 3, "Ms Mensah", "Too late"})) == "panel.letter_sent");
        CHECK(has_task(world, id.value, send_letters_task));
        PanelWorld::must(send_letter(world.context, {id, Recipient::school, 1}));
        CHECK_FALSE(has_task(world, id.value, send_letters_task));
    });
}

TEST_CASE("a family hears again by the authority’s own number of days, and by the default before it was chosen")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        REQUIRE(world.context.in_transaction([](Transaction& tx) -> Result<void> {
            people::keep_law_choice(tx, {"family_news_school_days", 2, date(2026, 11, 27)});
            return {};
        }));
        world.context.read([&](Transaction& tx) {
            const auto about_kai = PanelWorld::take(case_of(tx, panel.about_kai));
            CHECK(news_by(tx, about_kai, date(2026, 11, 26)) == date(2026, 12, 3));
            CHECK(news_by(tx, about_kai, date(2026, 11, 27)) == date(2026, 12, 1));
        });
    });
}
