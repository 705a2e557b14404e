// Sending, opening and renewing a family's link; on both engines.
#include "family/actions/family_links.hpp"

#include <doctest/doctest.h>

#include "platform/audit/trail.hpp"
#include "platform/outbox/outbox.hpp"
#include "pupils/actions/keep_record.hpp"
#include "pupils/actions/restrict_contact.hpp"
#include "pupils/store/pupils.hpp"
#include "support/engines.hpp"
#include "support/made_up.hpp"
#include "tasks/store/tasks.hpp"

namespace waymark::family {
namespace {

using namespace waymark::testing;
using namespace std::chrono_literals;

const Date born = date(2012, 5, 4);

/// Kai with a mother who has an e-mail address and a father who has none, and a service that sends mail.
struct Family {
    explicit Family(World& opened) : context{opened.context}, priya{opened.context.who}
    {
        priya.role = Role::commissioner;
        outbox::send_mail_with_links_to("https://waymark.harrowdale.example");
        const auto done = context.in_transaction([&](Transaction& tx) -> Result<void> {
            const auto northgate = add_school(tx, "Northgate Academy");
            kai = TRY(pupils::create_pupil(context, {.upn = "", .first_name = "Kofi", .last_name = "O’Mensah", .known_as = "Kai", .born = born,
                                                     .roll = pupils::NewEnrolment{.school = northgate, .year_group = 9, .from = date(2026, 9, 2)}, .reference = "7F3K-2M"}));
            TRY(pupils::add_contact(context, kai, {.id = {}, .name = "Ama Mensah", .relation = "Mother", .parental_responsibility = true, .telephone = "07700 900123", .email = "ama@example.test"}));
            TRY(pupils::add_contact(context, kai, {.id = {}, .name = "Joe Mensah", .relation = "Uncle", .parental_responsibility = false, .telephone = "07700 900124"}));
            return {};
        });
        REQUIRE(code_of(done) == "");
        context.read([&](Transaction& tx) {
            for (const auto& contact : pupils::contacts_of(tx, kai)) (contact.relation == "Mother" ? mother : uncle) = contact.id;
        });
    }
    ~Family() { outbox::send_mail_with_links_to(std::nullopt); }
    Family(const Family&) = delete;
    Family& operator=(const Family&) = delete;

    /// Nobody is signed in where a link is opened.
    Context& as_nobody()
    {
        context.who = {};
        return context;
    }
    Context& as_priya()
    {
        context.who = priya;
        return context;
    }
    std::string send(Id contact, bool looks_after = false)
    {
        const auto sent = send_link(as_priya(), kai, {contact, looks_after});
        REQUIRE(sent.has_value());
        return sent->token;
    }
    std::string open(const std::string& token, Date day = born) { return code_of(open_with_birth_date(as_nobody(), token, day)); }
    /// What has been sent since the last time.
    std::vector<outbox::Message> mail()
    {
        std::vector<outbox::Message> sent;
        (void)outbox::send_due(context, [&](const outbox::Message& message) {
            sent.push_back(message);
            return std::nullopt;
        });
        return sent;
    }
    std::vector<std::string> story()
    {
        std::vector<std::string> verbs;
        context.read([&](Transaction& tx) {
            for (const auto& event : audit::timeline(tx, kai.value))
                if (event.entity == "contact" && event.verb != "added") verbs.push_back(event.verb + " as " + event.acting_as);
        });
        return verbs;
    }

    Context& context;
    Who priya;
    PupilId kai;
    Id mother, uncle;
};

TEST_CASE("the message with a link names neither the child nor anybody else, and says how long it works")
{
    for_each_engine([](World& world) {
        Family family{world};
        const auto token = family.send(family.mother);
        const auto mail = family.mail();
        REQUIRE(mail.size() == 1);
        CHECK(mail.front().to == "ama@example.test");
        CHECK(mail.front().body.contains("https://waymark.harrowdale.example/f/" + token));
        CHECK(mail.front().body.contains("7 days"));
        for (const auto* name : {"Kai", "Kofi", "Mensah", "Ama", "7F3K-2M"}) CHECK_FALSE((mail.front().subject + mail.front().body).contains(name));
    });
}

TEST_CASE("without an address on record the link is handed over, and nothing is sent")
{
    for_each_engine([](World& world) {
        Family family{world};
        CHECK(code_of(send_link(family.as_priya(), family.kai, {family.uncle, false})) == "family.looks_after_missing");
        const auto sent = send_link(family.as_priya(), family.kai, {family.uncle, true});
        REQUIRE(sent.has_value());
        CHECK_FALSE(sent->was_mailed);
        CHECK(family.mail().empty());
        CHECK(family.open(sent->token) == "");
    });
}

TEST_CASE("a later link takes the place of an earlier one, opened or not")
{
    for_each_engine([](World& world) {
        Family family{world};
        const auto first = family.send(family.mother);
        const auto secret = open_with_birth_date(family.as_nobody(), first, born);
        REQUIRE(secret.has_value());
        const auto visits = [&] { return family.context.read([&](Transaction& tx) { return visit_by(tx, first, *secret).has_value(); }); };
        CHECK(visits());
        const auto second = family.send(family.mother);
        CHECK_FALSE(visits());
        CHECK(family.open(first) == "family.link_gone");
        CHECK(family.open(second) == "");
        CHECK(family.story() == std::vector<std::string>{"opened_link as family", "sent_link as commissioner", "opened_link as family", "sent_link as commissioner"});
    });
}

TEST_CASE("what a court forbids between the sending and the opening keeps the link shut")
{
    for_each_engine([](World& world) {
        Family family{world};
        const auto token = family.send(family.mother);
        REQUIRE(pupils::restrict_contact(family.as_priya(), family.kai,
                                         {.contact = family.mother, .kind = pupils::RestrictionKind::no_contact, .source = "Prohibited steps order", .days = {family.context.today, {}}}));
        CHECK_FALSE(is_waiting(family.as_nobody(), token));
        CHECK(family.open(token) == "family.link_gone");
    });
}

TEST_CASE("of two browsers that open a link at the same instant one is let in, and none once it is ended")
{
    for_each_engine([](World& world) {
        Family family{world};
        const auto opens = [&](const std::string& token) {
            bool is_open = false;
            const auto done = family.as_nobody().in_transaction([&](Transaction& tx) -> Result<void> {
                is_open = open_link(tx, link_by_token(tx, token)->id).has_value();
                return {};
            });
            REQUIRE(done);
            return is_open;
        };
        const auto token = family.send(family.mother);
        CHECK(opens(token));
        CHECK_FALSE(opens(token));
        const auto ended = family.send(family.mother);
        REQUIRE(end_links_of(family.as_priya(), family.kai, family.mother));
        CHECK_FALSE(opens(ended));
    });
}

TEST_CASE("a wrong date is counted though it opens nothing; each says how many tries are left")
{
    for_each_engine([](World& world) {
        Family family{world};
        const auto token = family.send(family.mother);
        const auto first = open_with_birth_date(family.as_nobody(), token, born + Days{1});
        REQUIRE_FALSE(first.has_value());
        CHECK(first.error().begin()->message.contains("4 times more"));
        for (int time = 2; time <= 3; ++time) CHECK(family.open(token, born - Days{time}) == "family.wrong_date");
        CHECK(open_with_birth_date(family.as_nobody(), token, born - Days{9}).error().begin()->message.contains("once more"));
        CHECK(family.open(token, born - Days{10}) == "family.link_gone");
        CHECK(family.open(token) == "family.link_gone");
        CHECK_FALSE(is_waiting(family.context, token));
    });
}

TEST_CASE("a reader has another link sent to the address on record, not to one they name, and not sooner than after five minutes")
{
    for_each_engine([](World& world) {
        Family family{world};
        const auto token = family.send(family.mother);
        (void)family.mail();
        family.context.now += 5min - 1ms;
        renew_link(family.as_nobody(), token);
        CHECK(family.mail().empty());
        family.context.now += 1ms;
        renew_link(family.as_nobody(), token);
        const auto mail = family.mail();
        REQUIRE(mail.size() == 1);
        CHECK(mail.front().to == "ama@example.test");
        CHECK(family.open(token) == "family.link_gone");
        renew_link(family.as_nobody(), "never-was");
        CHECK(family.mail().empty());
        CHECK(family.story().front() == "renewed_link as ");
    });
}

TEST_CASE("once somebody who works with the child ended the link, no old link brings another")
{
    for_each_engine([](World& world) {
        Family family{world};
        const auto first = family.send(family.mother);
        family.context.now += 1s;
        const auto second = family.send(family.mother);
        (void)family.mail();
        REQUIRE(end_links_of(family.as_priya(), family.kai, family.mother));
        family.context.now += 24h;
        for (const auto& token : {first, second}) {
            CHECK(family.open(token) == "family.link_gone");
            renew_link(family.as_nobody(), token);
        }
        CHECK(family.mail().empty());
    });
}

TEST_CASE("fifteen wrong dates over several links stop the renewing, and the next link that is sent begins anew")
{
    for_each_engine([](World& world) {
        Family family{world};
        std::string token = family.send(family.mother);
        const auto newest_token = [&]() -> std::string {
            const auto mail = family.mail();
            if (mail.empty()) return {};
            const auto at = mail.back().body.find("/f/") + 3;
            return mail.back().body.substr(at, mail.back().body.find('\n', at) - at);
        };
        (void)family.mail();
        for (int round = 1; round <= 3; ++round) {
            for (int time = 1; time <= 5; ++time) (void)family.open(token, born + Days{time});
            family.context.now += 10min;
            renew_link(family.as_nobody(), token);
            const auto next = newest_token();
            CHECK(next.empty() == (round == 3));
            if (!next.empty()) token = next;
        }
        const auto sent = family.send(family.mother);
        (void)family.mail();
        family.context.now += 10min;
        renew_link(family.as_nobody(), sent);
        CHECK_FALSE(newest_token().empty());
    });
}

TEST_CASE("a family that asks to be rung is a task for those who place children, once however often it asks")
{
    for_each_engine([](World& world) {
        Family family{world};
        const auto team = family.context.in_transaction([&](Transaction& tx) -> Result<OrganisationId> { return add_organisation(tx, "Harrowdale Council", "authority_team"); });
        REQUIRE(team.has_value());
        const auto secret = open_with_birth_date(family.as_nobody(), family.send(family.mother), born);
        REQUIRE(secret.has_value());
        ask_to_be_rung(family.context, RingWhen::morning);
        ask_to_be_rung(family.context, RingWhen::morning);
        family.context.read([&](Transaction& tx) {
            const auto open = tasks::open_tasks_about(tx, family.mother);
            REQUIRE(open.size() == 1);
            CHECK(open.front().title == "Ring the family of 7F3K-2M");
            CHECK(open.front().why == "Mother asked to be rung: in the morning.");
            CHECK(open.front().due_on == tx.today() + Days{1});
        });
    });
}

}  // namespace
}  // namespace waymark::family
