#include <doctest/doctest.h>

#include <string>

#include "ui/page.hpp"
#include "ui/qr_code.hpp"
#include "ui/time_left.hpp"

using namespace waymark;
using namespace waymark::ui;

TEST_CASE("a picture for a camera has its three corners, white around it, and nothing of the text in it")
{
    const auto svg = qr_code_svg("otpauth://totp/Waymark:sam?secret=MZXW6YTB");
    CHECK(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    CHECK(svg.contains("viewBox=\"0 0 37 37\""));        // 29 dots and twice four of white
    CHECK(svg.contains("M4 4h1v1h-1z"));                  // the three corners: each begins with a dark dot
    CHECK(svg.contains("M32 4h1v1h-1z"));
    CHECK(svg.contains("M4 32h1v1h-1z"));
    CHECK_FALSE(svg.contains("M11 11h1"));                // between corner and content stands white
    CHECK_FALSE(svg.contains("MZXW6YTB"));
    CHECK(svg != qr_code_svg("otpauth://totp/Waymark:sam?secret=MZXW6YTC"));
}

TEST_CASE("the warning before a sign-in ends stands hidden on pages of those who are signed in, and on no others")
{
    const auto page_text = [] {
        Buffer out;
        page(out, {.title = "Help"}, [](Buffer&) {});
        return out.take();
    };
    CHECK_FALSE(page_text().contains("data-time-left"));
    {
        const TimeLeft left{.idle = std::chrono::seconds{3540}, .whole = std::chrono::seconds{100}};
        const TimeLeftScope scope{left};
        CHECK(page_text().contains("data-time-left hidden data-idle=\"3540\" data-whole=\"100\""));
        CHECK(page_text().contains("Stay signed in"));
    }
    CHECK_FALSE(page_text().contains("data-time-left"));
}
