// From a decision to the last day: offers, answers, confirmations, the first day, changes, the end.
#include <algorithm>
#include <barrier>
#include <thread>

#include "placements/actions/change_timetable.hpp"
#include "placements/actions/checks.hpp"
#include "placements/actions/end_placement.hpp"
#include "placements/actions/extend_placement.hpp"
#include "placements/actions/made_up_road_test.hpp"
#include "placements/actions/plan_placement.hpp"
#include "placements/store/timetable.hpp"
#include "pupils/store/access.hpp"
#include "referrals/store/referrals.hpp"

#include "tasks/store/tasks.hpp"

namespace waymark::placements {
namespace {

using namespace waymark::testing;

const WeekdaySession monday_am{Weekday::monday, Session::am}, monday_pm{Weekday::monday, Session::pm}, tuesday_am{Weekday::tuesday, Session::am},
    tuesday_pm{Weekday::tuesday, Session::pm};

referrals::State state_of(Road& road, const std::string& name)
{
    return road.read([&](Transaction& tx) { return referrals::find_referral(tx, {Id::from_words("referral " + name)})->state; });
}

std::vector<GiveConfirmation> confirmations_by(Giver giver)
{
    std::vector<GiveConfirmation> given;
    for (const auto& words : confirmation_kinds())
        if (words.giver == giver) given.push_back({.kind = words.kind, .words = {}, .site = {}, .given_on = {}, .document = {}});
    return given;
}

}  // namespace

TEST_CASE("an offer tells the provider the need and no name, and asks for an answer in three school days")
{
    for_each_engine([](World& world) {
        Road road{world};
        const auto offer = road.offer_of(road.offer_to(road.farm, road.kai));
        CHECK(offer.needs_summary == "Year 10, age 14. SEN support. Main need: social, emotional and mental health.\n\n"
                                     "Needs: the young person needs a small group.\n\nStrengths: Good with animals.");
        CHECK(offer.reply_by == date(2026, 11, 26));
        CHECK(offer.start_on == date(2026, 11, 30));
        CHECK(offer.sessions == std::vector<WeekdaySession>{monday_am, monday_pm, tuesday_am, tuesday_pm});
        road.read([&](Transaction& tx) {
            CHECK(pupils::may_see(tx, road.farm.manager, road.kai));
            CHECK_FALSE(pupils::may_see(tx, road.motors.manager, road.kai));
            CHECK(tasks::open_tasks_of(tx, road.farm.manager).size() == 1);
        });
    });
}

TEST_CASE("the first to accept has the child, the other open offer is withdrawn, and the referral is placed")
{
    for_each_engine([](World& world) {
        Road road{world};
        const auto first = road.offer_to(road.farm, road.kai), second = road.offer_to(road.motors, road.kai);
        const auto placement = road.accept(road.farm, first);
        REQUIRE(code_of(placement) == "");
        CHECK(road.offer_of(second).state == OfferState::withdrawn);
        CHECK(code_of(road.accept(road.motors, second)) == "offer.not_open");
        CHECK(state_of(road, "Kai") == referrals::State::placed);
        const auto planned = road.placement_of(*placement);
        CHECK(planned.legal_basis == LegalBasis::s19_exclusion);
        CHECK(planned.purpose == "Back in a mainstream school by Easter");
        CHECK(planned.from == date(2026, 11, 30));
        CHECK(planned.expected_end == date(2027, 2, 12));
        CHECK(planned.people.provider_lead == "Tess Oakley");
        CHECK(planned.people.school_lead == "Dana Cole");
    });
}

TEST_CASE("two children cannot have the last place: the second is refused in words")
{
    for_each_engine([](World& world) {
        Road road{world};
        PupilId noor;
        REQUIRE(code_of(road.context.in_transaction([&](Transaction& tx) -> Result<void> {
            noor = road.add_child(tx, "Noor", "8B2C-4D");
            return {};
        })) == "");
        const auto for_kai = road.offer_to(road.farm, road.kai), for_noor = road.offer_to(road.farm, noor);
        REQUIRE(code_of(road.accept(road.farm, for_kai)) == "");
        const auto refused_place = road.accept(road.farm, for_noor);
        REQUIRE(code_of(refused_place) == "placement.no_free_place");
        CHECK(refused_place.error().front().message ==
              "Monday morning is full: every place at Land skills is taken for some of that time. Choose another session or provider.");
        CHECK(road.offer_of(for_noor).state == OfferState::sent);
    });
}

TEST_CASE("of two officers who take the last place at the same moment one has it, and the other is told that it is full")
{
    for_each_engine([](World& world) {
        Road road{world};
        PupilId noor;
        REQUIRE(code_of(road.context.in_transaction([&](Transaction& tx) -> Result<void> {
            noor = road.add_child(tx, "Noor", "8B2C-4D");
            return {};
        })) == "");
        const OfferId offers[] = {road.offer_to(road.farm, road.kai), road.offer_to(road.farm, noor)};
        std::string codes[2];
        std::barrier together{2};
        std::vector<std::jthread> officers;
        for (int officer = 0; officer < 2; ++officer)
            officers.emplace_back([&, officer] {
                World own{world.database};
                own.context.who = road.farm.manager;
                together.arrive_and_wait();
                codes[officer] = code_of(accept_offer(own.context, offers[officer], 1));
            });
        officers.clear();
        std::ranges::sort(codes);
        CHECK(codes[0] == "");
        CHECK(codes[1] == "placement.no_free_place");
        const auto states = {road.offer_of(offers[0]).state, road.offer_of(offers[1]).state};
        CHECK(std::ranges::count(states, OfferState::accepted) == 1);
        CHECK(std::ranges::count(states, OfferState::sent) == 1);
    });
}

TEST_CASE("another provider's offer does not exist for a provider")
{
    for_each_engine([](World& world) {
        Road road{world};
        const auto offer = road.offer_to(road.farm, road.kai);
        CHECK(code_of(road.accept(road.motors, offer)) == "offer.not_found");
    });
}

TEST_CASE("a fourth open offer is refused, and so is a second to the same programme")
{
    for_each_engine([](World& world) {
        Road road{world};
        road.offer_to(road.farm, road.kai);
        const auto again = send_offers(road.context, {.pupil = road.kai, .to = {{road.farm.programme, {}}}, .needs_summary = {}, .start_on = {}, .weeks = {}, .reply_by = {}});
        CHECK(code_of(again) == "offer.already_asked");
        std::vector<OfferTo> three(3, OfferTo{road.motors.programme, {}});
        CHECK(code_of(send_offers(road.context, {.pupil = road.kai, .to = three, .needs_summary = {}, .start_on = {}, .weeks = {}, .reply_by = {}})) == "offer.too_many_open");
    });
}

TEST_CASE("a decline needs its reason, a stale answer is refused")
{
    for_each_engine([](World& world) {
        Road road{world};
        const auto offer = road.offer_to(road.farm, road.kai);
        road.context.who = road.farm.manager;
        CHECK(code_of(decline_offer(road.context, offer, 1, " ")) == "offer.decline_reason_missing");
        CHECK(code_of(ask_about_offer(road.context, offer, 1, "Is there an allergy?")) == "");
        CHECK(code_of(decline_offer(road.context, offer, 1, "No staff")) == "offer.changed_meanwhile");
        CHECK(code_of(decline_offer(road.context, offer, 2, "No staff")) == "");
        CHECK(road.offer_of(offer).answer_reason == "No staff");
        road.read([&](Transaction& tx) { CHECK(tasks::open_tasks_about(tx, offer.value).empty()); });
    });
}

TEST_CASE("a placement does not start before its confirmations; with them its sessions are expected")
{
    for_each_engine([](World& world) {
        Road road{world};
        const auto placement = road.accept(road.farm, road.offer_to(road.farm, road.kai));
        REQUIRE(code_of(placement) == "");
        const auto early = start_placement(road.context, {.placement = *placement, .seen_version = 1});
        CHECK(code_of(early) == "placement.confirmation_missing");
        CHECK(early.error().size() == 8);
        road.context.who = road.farm.manager;
        REQUIRE(code_of(give_confirmations(road.context, *placement, confirmations_by(Giver::provider), "Tess Oakley")) == "");
        road.context.who = road.priya;
        CHECK(start_placement(road.context, {.placement = *placement, .seen_version = 1}).error().size() == 2);
        REQUIRE(code_of(give_confirmations(road.context, *placement, confirmations_by(Giver::school_or_authority), "Priya Raman")) == "");
        REQUIRE(code_of(start_placement(road.context, {.placement = *placement, .seen_version = 1})) == "");
        road.read([&](Transaction& tx) {
            CHECK(expected_on(tx, date(2026, 11, 30), road.farm.provider).size() == 2);
            CHECK(expected_on(tx, date(2026, 12, 2), road.farm.provider).empty());
            CHECK(expected_on(tx, date(2026, 12, 21), road.farm.provider).empty());
            CHECK(taken_sessions_of(tx, road.farm.programme, date(2026, 11, 30), date(2026, 12, 4)).total() == 4);
        });
    });
}

TEST_CASE("a provider does not confirm for the school: emergency contacts and the risk assessment are not its to give")
{
    for_each_engine([](World& world) {
        Road road{world};
        const auto placement = road.accept(road.farm, road.offer_to(road.farm, road.kai));
        road.context.who = road.farm.manager;
        const auto refused = give_all_confirmations(road.context, *placement, "Tess Oakley");
        REQUIRE(code_of(refused) == "placement.not_the_providers_to_confirm");
        CHECK(refused.error().size() == 2);
        road.context.who = road.priya;
        CHECK(code_of(give_all_confirmations(road.context, *placement, "Tess Oakley, on paper")) == "");
    });
}

TEST_CASE("two placements make one week, and the second cannot have a session of the first")
{
    for_each_engine([](World& world) {
        Road road{world};
        road.started(road.farm, road.kai, {monday_am, monday_pm});
        CHECK(state_of(road, "Kai") == referrals::State::decided);
        road.started(road.motors, road.kai, {tuesday_am, tuesday_pm});
        CHECK(state_of(road, "Kai") == referrals::State::placed);
        const auto taken = plan_placement(road.context, {.pupil = road.kai, .programme = road.motors.programme, .referral = {}, .decision = {}, .offer = {},
                                                         .commissioner = road.council, .purpose = "More", .from = date(2026, 11, 30),
                                                         .expected_end = date(2026, 12, 18), .sessions = {monday_am}});
        REQUIRE(code_of(taken) == "placement.session_taken");
        CHECK(taken.error().front().message.starts_with("Monday morning is already with Oak Farm"));
    });
}

TEST_CASE("a changed timetable moves the sessions from its day on")
{
    for_each_engine([](World& world) {
        Road road{world};
        const auto placement = road.started(road.farm, road.kai, {monday_am, monday_pm});
        const ChangeTimetable to_tuesday{.placement = placement, .seen_version = road.placement_of(placement).version, .from = date(2026, 12, 7),
                                         .sessions = {tuesday_am}, .reason = "The school keeps Mondays"};
        REQUIRE(code_of(change_timetable(road.context, to_tuesday)) == "");
        road.read([&](Transaction& tx) {
            CHECK(expected_on(tx, date(2026, 11, 30), road.farm.provider).size() == 2);
            CHECK(expected_on(tx, date(2026, 12, 7), road.farm.provider).empty());
            CHECK(expected_on(tx, date(2026, 12, 8), road.farm.provider).size() == 1);
            CHECK(timetable_on(tx, placement, date(2026, 12, 8)).size() == 1);
        });
        CHECK(code_of(change_timetable(road.context, to_tuesday)) == "placement.changed_meanwhile");
    });
}

TEST_CASE("an extension adds sessions, an end takes them away and gives up the place")
{
    for_each_engine([](World& world) {
        Road road{world};
        const auto placement = road.started(road.farm, road.kai);
        const auto bare = extend_placement(road.context, {.placement = placement, .seen_version = road.placement_of(placement).version, .new_end = date(2027, 3, 26)});
        CHECK(bare.error().has("placement.review_missing"));
        REQUIRE(code_of(extend_placement(road.context, {.placement = placement, .seen_version = road.placement_of(placement).version, .new_end = date(2027, 3, 26),
                                                        .reason = "The school is not ready", .review_on = date(2027, 2, 5), .review = {}})) == "");
        road.read([&](Transaction& tx) {
            CHECK(expected_on(tx, date(2027, 3, 22), road.farm.provider).size() == 2);
            CHECK(extensions_of(tx, placement).size() == 1);
        });
        REQUIRE(code_of(end_placement(road.context, {.placement = placement,
                                                     .seen_version = road.placement_of(placement).version,
                                                     .ending = {.ended_on = date(2026, 12, 14), .reason = EndReason::completed_returned_mainstream,
                                                                .destination = Destination::same_mainstream_school}})) == "");
        road.read([&](Transaction& tx) {
            CHECK(expected_on(tx, date(2026, 12, 14), road.farm.provider).size() == 2);
            CHECK(expected_on(tx, date(2026, 12, 15), road.farm.provider).empty());
            CHECK(taken_sessions_of(tx, road.farm.programme, date(2027, 1, 4), date(2027, 2, 12)).total() == 0);
            CHECK(tasks::open_tasks_about(tx, placement.value).empty());
            CHECK(slots_of_pupil(tx, road.kai, date(2027, 1, 4)).empty());
        });
    });
}

TEST_CASE("a plan that falls through sends the child back to those who wait")
{
    for_each_engine([](World& world) {
        Road road{world};
        const auto placement = road.accept(road.farm, road.offer_to(road.farm, road.kai));
        REQUIRE(state_of(road, "Kai") == referrals::State::placed);
        REQUIRE(code_of(end_placement(road.context, {.placement = *placement,
                                                     .seen_version = 1,
                                                     .ending = {.ended_on = date(2026, 11, 23), .reason = EndReason::provider_could_not_continue,
                                                                .destination = Destination::no_destination_yet, .note = "Priya Raman asks two others today."}})) == "");
        CHECK(state_of(road, "Kai") == referrals::State::decided);
    });
}

TEST_CASE("a provider nobody has visited gets no child")
{
    for_each_engine([](World& world) {
        Road road{world};
        road.sql("delete from qa_visit");
        const auto sent = send_offers(road.context, {.pupil = road.kai, .to = {{road.farm.programme, {}}}, .needs_summary = {}, .start_on = {}, .weeks = {}, .reply_by = {}});
        CHECK(code_of(sent) == "offer.does_not_fit");
        CHECK(code_of(plan_placement(road.context, {.pupil = road.kai, .programme = road.farm.programme, .referral = {}, .decision = {}, .offer = {},
                                                    .commissioner = road.council, .purpose = "Engagement", .from = date(2026, 11, 30),
                                                    .expected_end = date(2026, 12, 18), .sessions = {monday_am}})) == "placement.not_assured");
    });
}

TEST_CASE("a plan made final while a child is at an unregistered provider stops the placement today, one made final after it does not")
{
    for_each_engine([](World& world) {
        Road road{world};
        const auto plan_from = [&](Date day) {
            const auto written = road.context.in_transaction([&](Transaction& tx) -> Result<void> {
                pupils::insert_sen_record(tx, road.kai, {.provision = pupils::SenProvision::ehcp, .primary_need = "SEMH", .days = {day, {}}});
                return {};
            });
            REQUIRE(code_of(written) == "");
        };
        const PlanPlacement command{.pupil = road.kai, .programme = road.farm.programme, .referral = {}, .decision = {}, .offer = {}, .commissioner = road.council,
                                    .legal_basis = LegalBasis::s19_exclusion, .purpose = "Engagement", .from = date(2026, 11, 30), .expected_end = date(2027, 2, 12),
                                    .registration = RollDuringPlacement::no_roll, .sessions = {monday_am, monday_pm}};
        plan_from(date(2027, 2, 12));
        const auto refused = plan_placement(road.context, command);
        CHECK(code_of(refused) == "placement.registration_threshold");
        CHECK(refused.error().front().message.starts_with("With this child Oak Farm may meet the definition of an unregistered school from 12 February 2027. "));
        road.sql("update sen_record set from_day = '2027-02-13' where provision = 'ehcp'");
        const auto planned = plan_placement(road.context, command);
        REQUIRE(code_of(planned) == "");
        road.read([&](Transaction& tx) {
            const auto farm = *directory::find_provider(tx, road.farm.provider);
            const auto warned = registration_warning(tx, farm, {date(2026, 11, 30), date(2027, 2, 12)});
            REQUIRE(warned);
            CHECK(warned->level == ThresholdLevel::warn);
            CHECK(warned->from == date(2026, 11, 30));
            CHECK_FALSE(registration_warning(tx, farm, {date(2027, 2, 13), date(2027, 3, 1)}));
            auto school = farm;
            school.registration = directory::Registration::independent_school;
            CHECK_FALSE(registration_warning(tx, school, {date(2026, 11, 30), date(2027, 2, 12)}));
        });
    });
}

}  // namespace waymark::placements
