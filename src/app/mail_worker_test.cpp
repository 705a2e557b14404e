// From asking on the sign-in page to the link in a mailbox, over a real mail server on this machine.
#include <doctest/doctest.h>

#include <regex>

#include "app/cli/database.hpp"
#include "app/made_up_browser_test.hpp"
#include "app/mail_worker.hpp"
#include "app/reactions.hpp"
#include "people/actions/keep_accounts.hpp"
#include "people/actions/mail_link.hpp"
#include "people/actions/tell_of_change.hpp"
#include "platform/outbox/smtp_sink_test.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

struct MailOn {
    MailOn() { outbox::send_mail_with_links_to("https://waymark.example"); }
    ~MailOn() { outbox::send_mail_with_links_to(std::nullopt); }
};

/// All that waits, as it would be sent.
std::vector<outbox::Message> mail_going_out(World& world)
{
    std::vector<outbox::Message> gone;
    (void)outbox::send_due(world.context, [&](const outbox::Message& message) -> std::optional<std::string> {
        gone.push_back(message);
        return std::nullopt;
    });
    return gone;
}

std::string link_in(const outbox::Message& message)
{
    std::smatch found;
    REQUIRE(std::regex_search(message.body, found, std::regex{R"(https://waymark\.example(/sign-in/link/[A-Za-z0-9_-]{43})\n)"}));
    return found[1];
}

}  // namespace

TEST_CASE("with a mail server, whoever forgot their password gets a link by mail, which works once; nobody else does, and not again at once")
{
    for_each_engine([](World& world) {
        const MailOn on;
        bring_sam_and_jordan(world);
        Browser browser{world};
        CHECK(browser.get("/sign-in/reset").body.contains("We send a link to your email address"));
        const auto unknown = browser.post_form("/sign-in/reset", "email=nobody%40x.example"), known = browser.post_form("/sign-in/reset", "email=sam.okoro%40marshlane.example");
        CHECK(unknown.body == known.body);
        browser.get("/sign-in/reset");
        browser.post_form("/sign-in/reset", "email=sam.okoro%40marshlane.example");
        const auto mails = mail_going_out(world);
        REQUIRE(mails.size() == 1);
        CHECK(mails[0].to == "sam.okoro@marshlane.example");
        CHECK_FALSE((mails[0].body + mails[0].subject).contains("Okoro"));
        const auto link = link_in(mails[0]);
        CHECK(browser.get(link).status == 200);
        CHECK(browser.post_form(link, "new_password=lamp+goat+tuesday").status == 303);
        CHECK(mail_going_out(world).at(0).subject == "Your account at Waymark was changed");
        CHECK(browser.get(link).status == 404);
        world.context.now += std::chrono::minutes{5};
        browser.get("/sign-in/reset");
        browser.post_form("/sign-in/reset", "email=sam.okoro%40marshlane.example");
        CHECK(mail_going_out(world).size() == 1);
    });
}

TEST_CASE("whoever’s way in changes is told by mail, without a name and with no link but to the front page")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        world.context.reactions = app::reactions();
        const auto happens = [&](std::string verb) {
            REQUIRE(world.context.in_transaction([&](Transaction& tx) { return tx.record({.verb = std::move(verb), .entity = "user", .about = sam.value, .pupil = {}}); }));
        };
        happens("changed_password");  // no mail is sent here
        const MailOn on;
        CHECK(mail_going_out(world).empty());
        for (const std::string verb : {"changed_password", "reset_password", "set_up_authenticator", "turned_off_authenticator", "took_off_authenticator", "made_recovery_codes",
                                       "used_recovery_code", "bound_identity", "took_off_identity"}) {
            CAPTURE(verb);
            happens(verb);
            const auto mails = mail_going_out(world);
            REQUIRE(mails.size() == 1);
            CHECK(mails[0].to == "sam.okoro@marshlane.example");
            CHECK(mails[0].body.starts_with(people::changed_way_in(verb).value()));
            CHECK_FALSE((mails[0].subject + mails[0].body).contains("Okoro"));
            const auto link = mails[0].body.find("https://");
            CHECK(mails[0].body.substr(link).starts_with("https://waymark.example/,"));
            CHECK(mails[0].body.find("https://", link + 1) == std::string::npos);
        }
        for (const std::string verb : {"signed_in", "gave_role", "ended_role", "took_up_invitation", "asked_for_new_password"}) happens(verb);
        CHECK(mail_going_out(world).empty());
    });
}

TEST_CASE("with a mail server, an invitation goes by mail, and no administrator sees its link")
{
    for_each_engine([](World& world) {
        const MailOn on;
        bring_sam_and_jordan(world);
        const auto invited = people::invite(world.context, {.name = "Noor Aziz", .email = "noor@marshlane.example", .organisation = academy, .role = Role::school_attendance,
                                                            .period = {world.context.today, {}}});
        REQUIRE(invited.has_value());
        CHECK(invited->is_mailed);
        CHECK(invited->token.empty());
        const auto mails = mail_going_out(world);
        REQUIRE(mails.size() == 1);
        CHECK(mails[0].subject == "Your invitation to Waymark");
        CHECK_FALSE(mails[0].body.contains("Noor"));
        Browser browser{world};
        CHECK(browser.get(link_in(mails[0])).body.contains("Welcome to Waymark"));
        const auto made = people::hand_over_link(world.context, sam);
        REQUIRE(made.has_value());
        CHECK(made->token.empty());
        CHECK(mail_going_out(world).at(0).subject == "Your new password for Waymark");
    });
}

TEST_CASE("the worker takes what waits to the mail server, and ends when the server does")
{
    for_each_engine([](World& world) {
        const MailOn on;
        log_requests(false);
        Context now = app::program_context(world.database, "990");  // the worker’s clock is the system’s
        const auto put = now.in_transaction([](Transaction& tx) -> Result<void> {
            outbox::put(tx, {"sam@marshlane.example", "Your link", "Open it."});
            return {};
        });
        REQUIRE(put.has_value());
        SmtpSink sink;
        const auto waiting = [&] { return now.read([](Transaction& tx) { return outbox::waiting(tx); }); };
        {
            const app::MailWorker worker{world.database, "990", {.address = sink.address(), .from = "waymark@harrowdale.example", .user = {}, .password = {}, .must_encrypt = false}};
            for (int rounds = 0; rounds < 200 && waiting() > 0; ++rounds) std::this_thread::sleep_for(std::chrono::milliseconds{50});
        }
        CHECK(waiting() == 0);
        CHECK(sink.messages.size() == 1);
    });
}
