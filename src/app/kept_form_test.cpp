// Nothing typed is lost: forms that came late, after somebody else's, or after the time was up.
#include <doctest/doctest.h>

#include "app/made_up_browser_test.hpp"

using namespace waymark;
using namespace waymark::testing;

TEST_CASE("a form that came after somebody else's comes again: what was typed beside what stands now, ready to be saved")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        Browser browser{world};
        browser.sign_in();
        browser.get("/test/name");
        for (const std::string path : {"/test/name", "/test/name/approval"}) {
            CAPTURE(path);
            const auto page = browser.post_form(path, "version=6&name=Green+Farm&kind=garage");
            CHECK(page.status == 409);
            CHECK(page.body.contains("Priya Raman changed this at 2:14pm."));
            CHECK(page.body.contains("<title>Error: Change the name"));
            CHECK(page.body.contains("What you typed, beside what stands now"));
            CHECK(page.body.contains("value=\"Green Farm\""));     // in the box
            CHECK(page.body.contains("Greenways Farm"));           // in the table
            CHECK(page.body.contains("value=\"garage\" checked"));
            CHECK(page.body.contains("name=\"version\" value=\"7\""));
        }
        CHECK_FALSE(browser.post_form("/test/name", "name=Greenways+Farm&kind=farm").body.contains("What you typed, beside"));
    });
}

TEST_CASE("a form sent after the time was up stands again, as typed, once its person has signed in")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        Browser browser{world};
        browser.sign_in();
        browser.get("/test/name");
        world.context.now += std::chrono::hours{14};
        browser.from_page = "/test/name";
        const auto sent = browser.post_form("/test/name", "version=6&name=Green+Farm&kind=garage");
        CHECK(sent.header("Location") == "/sign-in?next=%2Ftest%2Fname%3Ftyped%3D1");
        browser.cookies.clear();  // a browser puts the new cookie in place of the old
        CHECK(browser.sign_in().status == 303);
        const auto page = browser.get("/test/name?typed=1");
        CHECK(page.status == 200);
        CHECK(page.body.contains("Your time was up"));
        CHECK(page.body.contains("value=\"Green Farm\""));
        CHECK_FALSE(browser.get("/test/name").body.contains("Green Farm"));

        Browser stranger{world};
        stranger.cookies = browser.cookies;
        world.context.now += std::chrono::hours{14};
        stranger.from_page = "/test/form";
        CHECK(stranger.post("/test/form", "csrf_token=guessed&name=Evil").header("Location") == "/sign-in?next=%2Ftest%2Fform");
    });
}

TEST_CASE("a form sent after the time is up leads to sign-in and back to the page it stood on")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        Browser browser{world};
        CHECK(browser.post("/test/form", "a=1").header("Location") == "/sign-in?next=%2Fhelp");
    });
}
