// A form that is sent twice is done once, whatever became of the first answer.
#include "app/send_once.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "app/made_up_browser_test.hpp"
#include "platform/access/cookies.hpp"
#include "platform/audit/trail.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

const Id note = Id::from_words("a note");

/// How often it was done, as the trail says.
std::size_t times_done(World& world)
{
    return world.context.read([](Transaction& tx) { return audit::history(tx, note).size(); });
}

enum class Then { answers, refuses, fails };
std::atomic<Then> then = Then::answers;

Result<Response> add_note(const Request&, Context& context)
{
    TRY(context.in_transaction([](Transaction& tx) { return tx.record({.verb = "added", .entity = "note", .about = note, .pupil = {}}); }));
    if (then == Then::fails) throw std::runtime_error{"the answer is lost"};
    if (then == Then::refuses) return refused("test.no", "No.");
    return see_other_with_success("/help/notes", "The note is added");
}

/// Refuses before anything is done.
Result<Response> refuse(const Request&, Context&) { return refused("test.no", "No."); }

Request sent(std::string_view body, std::string_view path = "/notes")
{
    Request request;
    request.method = Method::post;
    REQUIRE(request.read_target(path));
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Referer", "http://localhost/notes/new"}};
    request.body = body;
    request.reference = "TEST-01";
    return request;
}

const Route notes{Method::post, "/notes", Permission::write_referrals, add_note};

struct As {
    explicit As(Then now) { then = now; }
    ~As() { then = Then::answers; }
};

}  // namespace

TEST_CASE("the field of a form’s showing has one name for those who write it and those who read it")
{
    CHECK(ui::send_key_field == access::send_key_field);
}

TEST_CASE("a form sent again is answered with the page of the first answer, and is not done again")
{
    for_each_engine([](World& world) {
        const auto first = app::answer_once(notes, sent("send_key=one&words=hello"), world.context);
        REQUIRE(first);
        CHECK(first->header("Location") == "/help/notes");
        CHECK(first->success == "The note is added");
        const auto again = app::answer_once(notes, sent("send_key=one&words=hello"), world.context);
        REQUIRE(again);
        CHECK(again->header("Location") == "/help/notes");
        CHECK(again->success.contains("not saved twice"));
        CHECK(times_done(world) == 1);
    });
}

TEST_CASE("other words, another showing, another form, another person or no mark at all: that is another sending")
{
    for_each_engine([](World& world) {
        REQUIRE(app::answer_once(notes, sent("send_key=one&words=hello"), world.context));
        REQUIRE(app::answer_once(notes, sent("send_key=one&words=hello%21"), world.context));
        REQUIRE(app::answer_once(notes, sent("send_key=two&words=hello"), world.context));
        REQUIRE(app::answer_once(notes, sent("send_key=one&words=hello", "/others"), world.context));
        CHECK(times_done(world) == 4);
        World other{world.database};
        other.context.who.user = sam;
        REQUIRE(app::answer_once(notes, sent("send_key=one&words=hello"), other.context));
        CHECK(times_done(world) == 5);
        REQUIRE(app::answer_once(notes, sent("words=hello"), world.context));
        REQUIRE(app::answer_once(notes, sent("words=hello"), world.context));
        CHECK(times_done(world) == 7);
    });
}

TEST_CASE("the token of the form is no part of what was sent: a new sign-in sends the same again")
{
    for_each_engine([](World& world) {
        REQUIRE(app::answer_once(notes, sent("csrf_token=a&send_key=one&words=hello"), world.context));
        REQUIRE(app::answer_once(notes, sent("csrf_token=b&send_key=one&words=hello"), world.context));
        CHECK(times_done(world) == 1);
    });
}

TEST_CASE("when it was done and the answer was lost, sending it again leads back to its page and says that it is saved")
{
    for_each_engine([](World& world) {
        {
            const As failing{Then::fails};
            CHECK_THROWS_AS((void)app::answer_once(notes, sent("send_key=one&words=hello"), world.context), std::runtime_error);
        }
        const auto again = app::answer_once(notes, sent("send_key=one&words=hello"), world.context);
        REQUIRE(again);
        CHECK(again->header("Location") == "/notes/new");
        CHECK(again->success.contains("had been saved already"));
        CHECK(times_done(world) == 1);
    });
}

TEST_CASE("what was refused can be sent again and is then done")
{
    for_each_engine([](World& world) {
        CHECK(code_of(app::answer_once({Method::post, "/notes", Permission::write_referrals, refuse}, sent("send_key=one&words=hello"), world.context)) == "test.no");
        {
            const As refusing{Then::refuses};
            CHECK(code_of(app::answer_once(notes, sent("send_key=one&words=hello"), world.context)) == "test.no");
        }
        CHECK(app::answer_once(notes, sent("send_key=one&words=hello"), world.context)->success == "The note is added");
    });
}

TEST_CASE("pressed several times at once, it is done once and each press gets an answer")
{
    for_each_engine([](World& world) {
        std::atomic<int> answered = 0;
        std::vector<std::thread> presses;
        for (int press = 0; press < 6; ++press)
            presses.emplace_back([&] {
                World own{world.database};
                const auto answer = app::answer_once(notes, sent("send_key=one&words=hello"), own.context);
                if (answer && answer->status == 303) ++answered;
            });
        for (auto& press : presses) press.join();
        CHECK(answered == 6);
        CHECK(times_done(world) == 1);
    });
}

TEST_CASE("every form of a page that somebody signed in sees carries the mark of its showing, another each time")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        Browser browser{world};
        const auto mark = [](const std::string& page) {
            const std::string_view field = "name=\"send_key\" value=\"";
            const auto at = page.find(field);
            return at == std::string::npos ? std::string{} : page.substr(at + field.size(), 43);
        };
        CHECK(mark(browser.get("/sign-in").body).empty());
        browser.sign_in();
        const auto first = mark(browser.get("/test/name").body), second = mark(browser.get("/test/name").body);
        CHECK(first.size() == 43);
        CHECK(first != second);
    });
}
