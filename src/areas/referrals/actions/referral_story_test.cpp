// From a draft to the panel's queue, on both engines.
#include <doctest/doctest.h>

#include "foundation/enum_text.hpp"
#include "people/store/calendars.hpp"
#include "pupils/actions/keep_record.hpp"
#include "pupils/store/pupils.hpp"
#include "referrals/actions/send_referral.hpp"
#include "referrals/actions/triage.hpp"
#include "referrals/actions/write_referral.hpp"
#include "referrals/store/lists.hpp"
#include "referrals/store/referrals.hpp"
#include "support/engines.hpp"
#include "support/made_up.hpp"
#include "tasks/store/tasks.hpp"
#include "voice/store/voices.hpp"

namespace waymark::referrals {
namespace {

using namespace waymark::testing;

const Date monday = date(2026, 11, 23);

struct Story {
    OrganisationId northgate, fernhill;
    Who lead, other_lead, clerk, commissioner;
    PupilId kai;
};

/// Kai Mensah, permanently excluded from Northgate Academy on Wednesday 18 November.
Result<Story> begin(World& world, Transaction& tx)
{
    const OrganisationId council{Id::from_words("Harrowdale Council")};
    Story story{.northgate = add_school(tx, "Northgate Academy"), .fernhill = add_school(tx, "Fernhill School")};
    story.lead = add_person(tx, "Grace Adeyemi", Role::school_lead, story.northgate);
    story.other_lead = add_person(tx, "Una Stott", Role::school_lead, story.fernhill);
    story.clerk = add_person(tx, "Mo Hussain", Role::panel_clerk, council);
    story.commissioner = add_person(tx, "Ruth Ellison", Role::commissioner, council);
    people::insert_term(tx, std::nullopt, {"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)});
    world.context.who = story.lead;
    story.kai = TRY(pupils::create_pupil(world.context, {.first_name = "Kofi",
                                                         .last_name = "Mensah",
                                                         .known_as = "Kai",
                                                         .born = date(2012, 5, 4),
                                                         .roll = pupils::NewEnrolment{.school = story.northgate, .year_group = 9, .from = date(2026, 9, 2)}}));
    TRY(pupils::record_exclusion(world.context, story.kai, {.school = story.northgate,
                                                            .kind = pupils::ExclusionKind::permanent,
                                                            .first_day = date(2026, 11, 18),
                                                            .reasons = {"PP"}}));
    return story;
}

Result<ReferralId> write_all(World& world, const Story& story)
{
    const ReferralId id = TRY(start_referral(world.context, story.kai));
    const Referral content{.reasons = {Reason::excluded},
                           .primary_reason = Reason::excluded,
                           .urgency = Urgency::soon,
                           .need_since = date(2026, 11, 18),
                           .what_was_tried = "Mentoring since June",
                           .strengths = "Draws well",
                           .needs = "Small groups",
                           .risks = "None known",
                           .child_view = "i want to be somewere quiet ",
                           .child_view_method = ViewMethod::conversation,
                           .family_view = "We agree",
                           .family_told_on = monday};
    int version = 1;
    for (const Section section : enum_values<Section>())
        version = TRY(save_section(world.context, {.referral = id, .seen_version = version, .section = section, .content = content, .complete = true}));
    return id;
}

template <class F>
void tell(F&& story_of)
{
    for_each_engine([&](World& world) {
        const auto told = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            const Story story = TRY(begin(world, tx));
            return story_of(world, tx, story);
        });
        REQUIRE(code_of(told) == "");
    });
}

TEST_CASE("a referral starts with what the record says, once for each child")
{
    tell([](World& world, Transaction& tx, const Story& story) -> Result<void> {
        const auto id = TRY(start_referral(world.context, story.kai));
        const auto referral = find_referral(tx, id);
        CHECK(referral->primary_reason == Reason::excluded);
        CHECK(referral->need_since == date(2026, 11, 18));
        CHECK(code_of(start_referral(world.context, story.kai)) == "referral.open_already");
        CHECK(open_referral_of(tx, story.kai) == id);
        world.context.who = story.other_lead;
        CHECK(code_of(start_referral(world.context, story.kai)) == "pupil.not_found");
        return {};
    });
}

TEST_CASE("a section saved on a stale version is refused and loses nothing")
{
    tell([](World& world, Transaction& tx, const Story& story) -> Result<void> {
        const auto id = TRY(start_referral(world.context, story.kai));
        TRY(save_section(world.context, {.referral = id, .seen_version = 1, .section = Section::needs, .content = {.needs = "Quiet"}}));
        const auto again = save_section(world.context, {.referral = id, .seen_version = 1, .section = Section::needs, .content = {.needs = "Loud"}});
        CHECK(code_of(again) == "referral.changed_meanwhile");
        CHECK(find_referral(tx, id)->needs == "Quiet");
        CHECK(section_states(tx, id).at(Section::needs) == SectionState::in_progress);
        world.context.who = story.other_lead;
        CHECK(code_of(save_section(world.context, {.referral = id, .seen_version = 2, .section = Section::needs})) == "referral.not_yours");
        return {};
    });
}

TEST_CASE("an incomplete referral is not sent; a complete one starts the clocks and is sent once")
{
    tell([](World& world, Transaction& tx, const Story& story) -> Result<void> {
        const auto id = TRY(write_all(world, story));
        int version = find_referral(tx, id)->version;
        CHECK(code_of(send_referral(world.context, {.referral = id, .seen_version = version})) == "referral.declaration_missing");
        version = TRY(save_section(world.context, {.referral = id, .seen_version = version, .section = Section::risks, .content = {}}));
        CHECK(code_of(send_referral(world.context, {.referral = id, .seen_version = version, .declared_by = "Grace Adeyemi"})) == "referral.section_incomplete");
        version = TRY(save_section(world.context, {.referral = id, .seen_version = version, .section = Section::risks, .content = {.risks = "None known"}, .complete = true}));
        TRY(send_referral(world.context, {.referral = id, .seen_version = version, .declared_by = "Grace Adeyemi"}));
        TRY(send_referral(world.context, {.referral = id, .seen_version = version, .declared_by = "Grace Adeyemi"}));

        const auto sent = find_referral(tx, id);
        CHECK(sent->state == State::submitted);
        CHECK(sent->authority_told_on == monday);
        CHECK(sent->with_role == Role::panel_clerk);
        const auto clocks = clocks_of_referral(tx, *sent);
        REQUIRE(clocks.size() == 3);
        CHECK(clocks[0].clock.due == date(2026, 11, 25));
        CHECK(clocks[1].clock.due == date(2026, 11, 30));
        CHECK(voice::latest_of_child(tx, story.kai)->words == "i want to be somewere quiet ");
        CHECK(voice::voices_of(tx, story.kai).size() == 2);
        CHECK(tasks::open_tasks_of(tx, story.clerk).size() == 1);
        CHECK(tasks::open_tasks_of(tx, story.commissioner).front().kind == "day_six");
        CHECK(code_of(save_section(world.context, {.referral = id, .seen_version = sent->version, .section = Section::needs})) == "referral.sent_already");
        return {};
    });
}

TEST_CASE("questions go to the school and come back to the clerk with the last answer")
{
    tell([](World& world, Transaction& tx, const Story& story) -> Result<void> {
        const auto id = TRY(write_all(world, story));
        TRY(send_referral(world.context, {.referral = id, .seen_version = find_referral(tx, id)->version, .declared_by = "Grace Adeyemi"}));
        world.context.who = story.clerk;
        const int version = find_referral(tx, id)->version;
        CHECK(code_of(ask_for_information(world.context, {.referral = id, .seen_version = version, .questions = {{{}, "  "}}, .due_on = monday})) == "referral.question_missing");
        TRY(triage_referral(world.context, {.referral = id, .seen_version = version, .route = TriageRoute::ask_for_more,
                                            .questions = {{Section::risks, "Who has seen the risk assessment?"}, {{}, "Is transport needed?"}},
                                            .due_on = monday + Days{3}}));
        CHECK(find_referral(tx, id)->with_role == Role::school_lead);
        CHECK(tasks::open_tasks_of(tx, story.clerk).empty());
        CHECK(tasks::open_tasks_of(tx, story.lead).size() == 1);

        const auto questions = questions_of(tx, id);
        REQUIRE(questions.size() == 2);
        CHECK(code_of(answer_question(world.context, {.referral = id, .question = questions[0].id, .answer = "Me"})) == "referral.not_yours");
        world.context.who = story.lead;
        TRY(answer_question(world.context, {.referral = id, .question = questions[0].id, .answer = "The head"}));
        CHECK(find_referral(tx, id)->state == State::information_requested);
        CHECK(code_of(answer_question(world.context, {.referral = id, .question = questions[0].id, .answer = "Again"})) == "referral.answered_already");
        TRY(answer_question(world.context, {.referral = id, .question = questions[1].id, .answer = "No"}));
        CHECK(find_referral(tx, id)->state == State::submitted);
        CHECK(tasks::open_tasks_of(tx, story.lead).empty());
        CHECK(tasks::open_tasks_of(tx, story.clerk).size() == 1);
        return {};
    });
}

TEST_CASE("triage makes a referral ready for panel, and the queue is in the order of the law's clocks")
{
    tell([](World& world, Transaction& tx, const Story& story) -> Result<void> {
        const auto id = TRY(write_all(world, story));
        TRY(send_referral(world.context, {.referral = id, .seen_version = find_referral(tx, id)->version, .declared_by = "Grace Adeyemi"}));
        world.context.who = story.clerk;
        TriageReferral triage{.referral = id, .seen_version = find_referral(tx, id)->version, .route = TriageRoute::duplicate, .reasons = "Twice"};
        CHECK(code_of(triage_referral(world.context, triage)) == "referral.duplicate_missing");
        triage.route = TriageRoute::panel;
        triage.urgency = Urgency::emergency;
        TRY(triage_referral(world.context, triage));
        const auto queue = queue_ready_for_panel(tx);
        REQUIRE(queue.size() == 1);
        CHECK(queue[0].route == TriageRoute::panel);
        CHECK(queue[0].urgency == Urgency::emergency);
        CHECK(queue[0].clock->clock.rule == "R6");

        const auto decided = TRY(set_state(tx, *find_referral(tx, id), State::decided));
        CHECK(decided.decided_on == monday);
        CHECK(queue_ready_for_panel(tx).empty());
        TRY(set_state(tx, decided, State::ready_for_panel));
        CHECK_FALSE(find_referral(tx, id)->decided_on.has_value());
        return {};
    });
}

TEST_CASE("each sees the list their work needs: drafts are their own organisation's, and other schools see none")
{
    tell([](World& world, Transaction& tx, const Story& story) -> Result<void> {
        const auto id = TRY(write_all(world, story));
        const auto seen_by = [&](const Who& who, Tab tab) { return list_referrals(tx, who, {.tab = tab}).size(); };
        CHECK(seen_by(story.lead, Tab::drafts) == 1);
        CHECK(seen_by(story.clerk, Tab::drafts) == 0);
        CHECK(seen_by(story.clerk, Tab::all) == 0);
        TRY(send_referral(world.context, {.referral = id, .seen_version = find_referral(tx, id)->version, .declared_by = "Grace Adeyemi"}));
        CHECK(seen_by(story.lead, Tab::sent) == 1);
        CHECK(seen_by(story.lead, Tab::waiting) == 0);
        CHECK(seen_by(story.clerk, Tab::waiting) == 1);
        CHECK(seen_by(story.other_lead, Tab::all) == 0);
        CHECK(list_referrals(tx, story.clerk, {.words = "kai men"}).size() == 1);
        CHECK(list_referrals(tx, story.clerk, {.words = "somebody else"}).empty());
        TRY(withdraw_referral(world.context, {.referral = id, .seen_version = find_referral(tx, id)->version, .reason = "Reinstated"}));
        CHECK(seen_by(story.clerk, Tab::decided) == 1);
        CHECK(tasks::open_tasks_of(tx, story.clerk).empty());
        return {};
    });
}

}  // namespace
}  // namespace waymark::referrals
