#include <doctest/doctest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "foundation/uk_time.hpp"
#include "platform/outbox/mail.hpp"
#include "platform/outbox/smtp_sink_test.hpp"
#include "support/engines.hpp"

using namespace waymark;
using namespace waymark::outbox;
using namespace waymark::testing;

namespace {

/// Mail is on while it lives.
struct MailOn {
    MailOn() { send_mail_with_links_to("https://waymark.example"); }
    ~MailOn() { send_mail_with_links_to(std::nullopt); }
};

constexpr std::string_view of_authority[] = {"authority"};
constexpr Statement kept{"test.kept", "select coalesce(sealed_body, 'nothing') as body, coalesce(failure, '') as failure, tries from message_outbox where authority_id = ?1",
                         "select coalesce(sealed_body, 'nothing') as body, coalesce(failure, '') as failure, tries from message_outbox where authority_id = $1", of_authority};

struct Kept {
    std::string body, failure;
    int tries = 0;
};
Kept kept_of(Context& context)
{
    return context.read([](Transaction& tx) { return tx.maybe_one(kept, {}, [](const Row& row) { return Kept{row.text("body"), row.text("failure"), row.number("tries")}; }); }).value();
}

void put_down(Context& context)
{
    const auto done = context.in_transaction([](Transaction& tx) -> Result<void> {
        put(tx, {"sam@marshlane.example", "Your link", "Open https://waymark.example/sign-in/link/SECRET"});
        return {};
    });
    REQUIRE(done.has_value());
}

std::int64_t waiting_in(Context& context)
{
    return context.read([](Transaction& tx) { return waiting(tx); });
}

}  // namespace

TEST_CASE("a message is sealed while it waits, goes out once, and is forgotten when it has gone")
{
    for_each_engine([](World& world) {
        const MailOn on;
        put_down(world.context);
        CHECK_FALSE(kept_of(world.context).body.contains("SECRET"));
        std::vector<Message> gone;
        const auto send = [&](const Message& message) -> std::optional<std::string> {
            gone.push_back(message);
            return std::nullopt;
        };
        CHECK(send_due(world.context, send) == 1);
        CHECK(send_due(world.context, send) == 0);
        REQUIRE(gone.size() == 1);
        CHECK(gone[0].to == "sam@marshlane.example");
        CHECK(gone[0].body == "Open https://waymark.example/sign-in/link/SECRET");
        CHECK(kept_of(world.context).body == "nothing");
        CHECK(waiting_in(world.context) == 0);
        Context elsewhere = world.of_authority("991");
        CHECK(waiting_in(elsewhere) == 0);
    });
}

TEST_CASE("a message that did not get through is tried again, later each time, and given up after seven tries")
{
    for_each_engine([](World& world) {
        const MailOn on;
        auto& context = world.context;
        put_down(context);
        int asked = 0;
        const auto fail = [&](const Message&) -> std::optional<std::string> {
            ++asked;
            return "mailbox full";
        };
        for (int tries = 1; tries < tries_most; ++tries) {
            CHECK(send_due(context, fail) == 0);
            CHECK(asked == tries);
            CHECK(kept_of(context).failure == "mailbox full");
            CHECK(waiting_in(context) == 1);
            context.now += wait_after(tries) - std::chrono::milliseconds{1};
            CHECK(send_due(context, fail) == 0);
            CHECK(asked == tries);
            context.now += std::chrono::milliseconds{1};
        }
        CHECK(send_due(context, fail) == 0);
        CHECK(asked == tries_most);
        CHECK(waiting_in(context) == 0);
        CHECK(kept_of(context).body == "nothing");
        CHECK(wait_after(1) == std::chrono::minutes{1});
        CHECK(wait_after(6) == std::chrono::minutes{32});
    });
}

TEST_CASE("servers that look at the same time send each message once")
{
    for_each_engine([](World& world) {
        const MailOn on;
        for (int message = 0; message < 12; ++message) put_down(world.context);
        std::atomic<int> gone = 0;
        std::vector<std::thread> servers;
        for (int server = 0; server < 4; ++server)
            servers.emplace_back([&] {
                Context own{world.database, world.context.authority, world.context.today, world.context.now};
                (void)send_due(own, [&](const Message&) -> std::optional<std::string> {
                    ++gone;
                    return std::nullopt;
                });
            });
        for (auto& server : servers) server.join();
        CHECK(gone == 12);
        CHECK(waiting_in(world.context) == 0);
    });
}

TEST_CASE("what is rolled back leaves no message")
{
    for_each_engine([](World& world) {
        const MailOn on;
        const auto done = world.context.in_transaction([](Transaction& tx) -> Result<void> {
            put(tx, {"sam@marshlane.example", "Your link", "words"});
            return refused("test.no", "No.");
        });
        CHECK_FALSE(done.has_value());
        CHECK(waiting_in(world.context) == 0);
    });
}

TEST_CASE("a mail has its headers, no line too long, and its words whole")
{
    const Message message{"sam@marshlane.example", "Your link", std::string(200, 'x') + " “quoted”"};
    const auto text = mail_text(message, {.address = {}, .from = "waymark@harrowdale.example", .user = {}, .password = {}}, "id", uk_instant(date(2026, 11, 24), 8, 50));
    CHECK(text.starts_with("Date: Tue, 24 Nov 2026 08:50:00 +0000\r\nFrom: Waymark <waymark@harrowdale.example>\r\nTo: <sam@marshlane.example>\r\nSubject: Your link\r\n"
                           "Message-ID: <id@harrowdale.example>\r\n"));
    std::size_t longest = 0;
    for (std::size_t at = 0, end = 0; (end = text.find("\r\n", at)) != std::string::npos; at = end + 2) longest = std::max(longest, end - at);
    CHECK(longest <= 78);
    CHECK(text.contains("\r\n\r\neHh4"));  // "xxx" in base64
    const Message split_header{"sam@marshlane.example\r\nBcc: other@x.example", "Your link", ""};
    CHECK_THROWS_AS((void)mail_text(split_header, {.address = {}, .from = "a@b.example", .user = {}, .password = {}}, "id", {}), std::logic_error);
}

TEST_CASE("mail reaches a mail server over the wire, and what that server says against it is told")
{
    const Message message{"sam@marshlane.example", "Your link", "Open it."};
    SmtpSink sink;
    MailServer server{.address = sink.address(), .from = "waymark@harrowdale.example", .user = {}, .password = {}, .must_encrypt = false};
    CHECK_FALSE(send_mail(message, server).has_value());
    REQUIRE(sink.messages.size() == 1);
    CHECK(sink.recipients == std::vector<std::string>{"<sam@marshlane.example>\r\n"});
    CHECK(sink.messages[0].contains("Subject: Your link\r\n"));
    CHECK(sink.messages[0].contains("\r\n\r\nT3BlbiBpdC4=\r\n"));
    server.must_encrypt = true;  // the sink offers no encryption
    CHECK(send_mail(message, server).has_value());
    CHECK(sink.messages.size() == 1);
    SmtpSink refusing{"552 mailbox full"};
    const auto failure = send_mail(message, {.address = refusing.address(), .from = "waymark@harrowdale.example", .user = {}, .password = {}, .must_encrypt = false});
    CHECK(failure.has_value());
}
