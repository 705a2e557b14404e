// A chart is drawn from its figures alone, twice, with words for whoever does not see it.
#include "ui/chart.hpp"

#include <doctest/doctest.h>

using namespace waymark;

namespace {

ui::StackedBarsOptions three_weeks()
{
    return {.id = "weeks",
            .message = "Half of the sessions were attended",
            .subtitle = "All settings",
            .description = "By week.",
            .series = {"Attended", "Authorised absence", "Unauthorised absence"},
            .bars = {{.parts = {50, 25, 25}, .tick = "Sep"}, {.parts = {}, .tick = "Oct"}, {.parts = {3, 0, 1}, .tick = ""}},
            .table = ui::render([](ui::Buffer& out) { out.text("the table"); }),
            .below = {}};
}

std::string drawn(const ui::StackedBarsOptions& options)
{
    return ui::render([&](ui::Buffer& out) { ui::stacked_bars(out, options); }).markup();
}

bool says(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

std::size_t times(const std::string& text, std::string_view words)
{
    std::size_t found = 0;
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++found;
    return found;
}

}  // namespace

TEST_CASE("a bar of a chart is as high as its share: half of 244 units is 122")
{
    const std::string chart = drawn(three_weeks());
    // Bars 45 wide every 48, on a foot at 288 and with 100% at 44: the first is half attended, the third three quarters.
    CHECK(says(chart, R"x(<path fill="url(#weeks-wide-1)" d="M57.5 166.0h45.0V288.0h-45.0zM153.5 105.0h45.0V288.0h-45.0z"/>)x"));
    CHECK(says(chart, R"x(<path fill="url(#weeks-wide-2)" d="M57.5 105.0h45.0V166.0h-45.0z"/>)x"));
    CHECK(says(chart, R"x(<path fill="url(#weeks-wide-3)" d="M57.5 44.0h45.0V105.0h-45.0zM153.5 44.0h45.0V105.0h-45.0z"/>)x"));
}

TEST_CASE("a week without figures is a gap, and nothing divides by it")
{
    auto options = three_weeks();
    for (auto& bar : options.bars) bar.parts = {0, 0, 0};
    const std::string chart = drawn(options);
    CHECK_FALSE(says(chart, "<path fill="));
    CHECK_FALSE(says(chart, "nan"));
    options.bars.clear();
    CHECK(says(drawn(options), "100%"));
}

TEST_CASE("a chart is drawn for a wide screen and for a phone, each with its own ids, and says its message in words")
{
    const std::string chart = drawn(three_weeks());
    CHECK(times(chart, "role=\"img\"") == 2);
    for (const char* id : {"weeks-message", "weeks-wide-title", "weeks-wide-desc", "weeks-narrow-title", "weeks-narrow-desc", "weeks-wide-1", "weeks-narrow-3"})
        CHECK(times(chart, " id=\"" + std::string{id} + "\"") == 1);
    CHECK(times(chart, "Half of the sessions were attended") == 3);
    CHECK(times(chart, ">Sep<") == 2);
    CHECK(times(chart, ">Oct<") == 1);  // every second tick on a phone
    CHECK(says(chart, "Show this as a table"));
    CHECK(says(chart, "the table"));
}

TEST_CASE("what is written into a chart is text, never markup")
{
    auto options = three_weeks();
    options.message = options.description = options.subtitle = options.series[0] = options.bars[0].tick = "<b>";
    CHECK_FALSE(says(drawn(options), "<b>"));
}
