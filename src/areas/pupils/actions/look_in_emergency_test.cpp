// A tutor opens the record of a child who is not hers, and what follows; on both engines.
#include "pupils/actions/look_in_emergency.hpp"

#include <doctest/doctest.h>

#include "platform/audit/trail.hpp"
#include "platform/outbox/outbox.hpp"
#include "pupils/actions/keep_record.hpp"
#include "pupils/store/access.hpp"
#include "pupils/store/pupils.hpp"
#include "support/engines.hpp"
#include "support/made_up.hpp"
#include "tasks/store/tasks.hpp"

namespace waymark::pupils {
namespace {

using namespace waymark::testing;

const Date monday = date(2026, 11, 23);

/// Kai at Northgate Academy, a tutor of Greenways Farm who does not teach him, and a commissioner.
struct Emergency {
    explicit Emergency(World& opened) : context{opened.context}, priya{opened.context.who}
    {
        const auto done = context.in_transaction([&](Transaction& tx) -> Result<void> {
            northgate = add_school(tx, "Northgate Academy");
            tutor = add_person(tx, "Jess Tolley", Role::provider_tutor, add_organisation(tx, "Greenways Farm", "provider"));
            tutor.organisation_name = "Greenways Farm";
            priya.role = Role::commissioner;
            kai = TRY(create_pupil(context, {.upn = "", .first_name = "Kofi", .last_name = "O’Mensah", .known_as = "Kai", .born = date(2012, 5, 4),
                                             .roll = NewEnrolment{.school = northgate, .year_group = 9, .from = date(2026, 9, 2)}, .reference = "7F3K-2M"}));
            return {};
        });
        REQUIRE(code_of(done) == "");
    }
    Context& as(const Who& who)
    {
        context.who = who;
        return context;
    }
    std::string ask(EmergencyRequest request) { return code_of(look_in_emergency(as(tutor), request)); }
    Sight sight(const Who& who)
    {
        return context.read([&](Transaction& tx) { return sight_of(tx, who, kai); });
    }
    EmergencyAccess latest()
    {
        return context.read([](Transaction& tx) { return emergencies(tx); }).front();
    }

    Context& context;
    Who priya, tutor;
    OrganisationId northgate;
    PupilId kai;
};

EmergencyRequest by_reference(std::string reference = "7f3k-2m ")
{
    return {.reference = std::move(reference), .last_name = {}, .born = {}, .danger = Danger::missing, .why = "He left the farm in tears and is not at home"};
}

EmergencyRequest by_name(std::string last_name, Date born)
{
    return {.reference = {}, .last_name = std::move(last_name), .born = born, .danger = Danger::hurt_by_somebody, .why = "He showed me bruises and named somebody"};
}

TEST_CASE("in an emergency the record of one child opens for a day, in that role and place only, and commissioners have it to review")
{
    for_each_engine([](World& world) {
        Emergency there{world};
        CHECK(there.sight(there.tutor) == Sight::none);
        REQUIRE(there.ask(by_reference()) == "");
        CHECK(there.sight(there.tutor) == Sight::in_emergency);
        there.context.read([&](Transaction& tx) {
            CHECK_FALSE(may_see(tx, there.tutor, there.kai));
            CHECK(list_pupils(tx, there.tutor, {}).empty());
            Who elsewhere = there.tutor, colleague = there.tutor, promoted = there.tutor;
            elsewhere.organisation = {Id::from_words("Fernhill School")};
            colleague.user = UserId{Id::from_words("somebody else")};
            promoted.role = Role::provider_manager;
            for (const Who& other : {elsewhere, colleague, promoted}) CHECK(sight_of(tx, other, there.kai) == Sight::none);
            const auto todo = tasks::open_tasks_about(tx, there.latest().id.value);
            REQUIRE(todo.size() == 1);
            CHECK(todo.front().due_on == date(2026, 11, 25));
            CHECK(todo.front().role == Role::commissioner);
            CHECK((todo.front().title + todo.front().why).find("Mensah") == std::string::npos);
            const auto event = audit::timeline(tx, there.kai.value).front();
            CHECK(event.verb == "opened");
            CHECK(event.after.find("left the farm in tears") != std::string::npos);
            CHECK(event.reason == "");
        });
        there.context.now += std::chrono::hours{24} - std::chrono::milliseconds{1};
        CHECK(there.sight(there.tutor) == Sight::in_emergency);
        there.context.now += std::chrono::milliseconds{1};
        CHECK(there.sight(there.tutor) == Sight::none);
    });
}

TEST_CASE("a child is found by the whole reference or the whole last name with the birthday, and nobody and several read the same")
{
    for_each_engine([](World& world) {
        Emergency there{world};
        CHECK(there.ask(by_name("omensah", date(2012, 5, 4))) == "");
        CHECK(there.ask(by_name("Mens", date(2012, 5, 4))) == "emergency.nobody_found");
        CHECK(there.ask(by_name("O'Mensah", date(2012, 5, 5))) == "emergency.nobody_found");
        REQUIRE(create_pupil(there.as(there.priya), {.upn = "", .first_name = "Ama", .last_name = "O'Mensah", .known_as = "Ama", .born = date(2012, 5, 4)}).has_value());
        const auto several = look_in_emergency(there.as(there.tutor), by_name("O'Mensah", date(2012, 5, 4)));
        const auto nobody = look_in_emergency(there.as(there.tutor), by_name("Nobody", date(2012, 5, 4)));
        REQUIRE(!several);
        REQUIRE(!nobody);
        CHECK(several.error().items() == nobody.error().items());
    });
}

TEST_CASE("one person asks five times an hour and no more, found or not; another may")
{
    for_each_engine([](World& world) {
        Emergency there{world};
        for (int time = 0; time < 5; ++time) CHECK(there.ask(by_reference("AAAA-AA")) == "emergency.nobody_found");
        CHECK(there.ask(by_reference()) == "emergency.too_many");
        Who lead;
        const auto done = there.context.in_transaction([&](Transaction& tx) -> Result<void> {
            lead = add_person(tx, "Una Stott", Role::school_lead, add_school(tx, "Fernhill School"));
            return {};
        });
        REQUIRE(code_of(done) == "");
        CHECK(code_of(look_in_emergency(there.as(lead), by_reference())) == "");
        there.context.now += std::chrono::hours{1} - std::chrono::milliseconds{1};
        CHECK(there.ask(by_reference()) == "emergency.too_many");
        there.context.now += std::chrono::milliseconds{1};
        CHECK(there.ask(by_reference()) == "");
    });
}

TEST_CASE("who sees the child anyway is sent to the record, who has it open keeps it, and roles that may not are refused")
{
    for_each_engine([](World& world) {
        Emergency there{world};
        Who lead, inspector = there.tutor, administrator = there.tutor;
        const auto done = there.context.in_transaction([&](Transaction& tx) -> Result<void> {
            lead = add_person(tx, "Grace Adeyemi", Role::school_lead, there.northgate);
            return {};
        });
        REQUIRE(code_of(done) == "");
        CHECK(look_in_emergency(there.as(lead), by_reference())->had_a_relation);
        CHECK(there.context.read([](Transaction& tx) { return emergencies(tx); }).empty());
        CHECK(there.ask(by_reference()) == "");
        CHECK(there.ask(by_reference()) == "");
        CHECK(there.context.read([](Transaction& tx) { return emergencies(tx); }).size() == 1);
        inspector.role = Role::inspector;
        administrator.role = Role::administrator;
        for (const Who& who : {inspector, administrator, there.priya}) CHECK(code_of(look_in_emergency(there.as(who), by_reference())) == "emergency.not_for_this_role");
    });
}

TEST_CASE("a commissioner ends it early, once; nobody else does")
{
    for_each_engine([](World& world) {
        Emergency there{world};
        REQUIRE(there.ask(by_reference()) == "");
        const auto id = there.latest().id;
        CHECK(code_of(end_emergency_look(there.as(there.tutor), id)) == "emergency.for_commissioners");
        CHECK(there.sight(there.tutor) == Sight::in_emergency);
        there.context.now += std::chrono::minutes{5};
        CHECK(code_of(end_emergency_look(there.as(there.priya), id)) == "");
        CHECK(there.sight(there.tutor) == Sight::none);
        CHECK(there.latest().ended_early);
        CHECK(code_of(end_emergency_look(there.as(there.priya), id)) == "emergency.ended_already");
    });
}

TEST_CASE("a commissioner who did not look says whether it was right; what was not right ends at once, and the task is done")
{
    for_each_engine([](World& world) {
        Emergency there{world};
        REQUIRE(there.ask(by_reference()) == "");
        const auto id = there.latest().id;
        const EmergencyReview not_right{.finding = Finding::not_right, .words = "The farm did not know of any danger at all"};
        Who tutor_and_commissioner = there.tutor;
        tutor_and_commissioner.role = Role::commissioner;
        CHECK(code_of(review_emergency(there.as(there.tutor), id, not_right)) == "emergency.for_commissioners");
        CHECK(code_of(review_emergency(there.as(tutor_and_commissioner), id, not_right)) == "emergency.own_look");
        CHECK(code_of(review_emergency(there.as(there.priya), id, {.finding = Finding::not_right, .words = ""})) == "emergency.words_missing");
        CHECK(code_of(review_emergency(there.as(there.priya), EmergencyId{Id::from_words("none")}, not_right)) == "emergency.not_found");
        there.context.now += std::chrono::minutes{5};
        CHECK(code_of(review_emergency(there.as(there.priya), id, not_right)) == "");
        CHECK(there.latest().finding == Finding::not_right);
        CHECK(there.latest().reviewed_by_name == "Priya Raman");
        CHECK(there.sight(there.tutor) == Sight::none);
        there.context.read([&](Transaction& tx) {
            CHECK(tasks::open_tasks_about(tx, id.value).empty());
            const auto events = audit::history(tx, id.value);
            REQUIRE(events.size() == 3);
            CHECK(events[1].verb == "reviewed");
            CHECK(events[1].after.find("did not know of any danger") != std::string::npos);
        });
        CHECK(code_of(review_emergency(there.as(there.priya), id, not_right)) == "emergency.reviewed_already");
    });
}

TEST_CASE("where the service sends mail each commissioner gets one, which names nobody")
{
    for_each_engine([](World& world) {
        Emergency there{world};
        Who commissioner;
        const auto done = there.context.in_transaction([&](Transaction& tx) -> Result<void> {
            commissioner = add_person(tx, "Sam Reed", Role::commissioner, there.priya.organisation);
            (void)add_person(tx, "Sam Reed", Role::commissioner, there.priya.organisation);  // holds it twice
            return {};
        });
        REQUIRE(code_of(done) == "");
        outbox::send_mail_with_links_to("https://waymark.example");
        REQUIRE(there.ask(by_reference()) == "");
        std::vector<outbox::Message> sent;
        outbox::send_due(there.context, [&](const outbox::Message& message) -> std::optional<std::string> {
            sent.push_back(message);
            return std::nullopt;
        });
        outbox::send_mail_with_links_to({});
        CHECK(std::ranges::count(sent, "sam reed@harrowdale.example", &outbox::Message::to) == 1);
        REQUIRE(!sent.empty());
        for (const auto& message : sent) {
            for (const auto* word : {"Mensah", "Kai", "7F3K", "Jess", "bruises", "farm"}) CHECK((message.subject + message.body).find(word) == std::string::npos);
            CHECK(message.body.find("https://waymark.example/emergency-access/reviews/" + there.latest().id.text()) != std::string::npos);
        }
    });
}

TEST_CASE("the authority chooses how long a record stays open, from its choice on")
{
    for_each_engine([](World& world) {
        Emergency there{world};
        CHECK(code_of(choose_emergency_hours(there.as(there.priya), 73)) == "emergency.hours_out_of_range");
        CHECK(code_of(choose_emergency_hours(there.as(there.priya), 2)) == "");
        REQUIRE(there.ask(by_reference()) == "");
        CHECK(there.latest().ends_at == there.context.now + std::chrono::hours{2});
    });
}

}  // namespace
}  // namespace waymark::pupils
