// The page shell: title, landmarks, token, and the policy that lets nothing foreign run.
#include "ui/page.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "ui/assets.hpp"
#include "ui/prose.hpp"

namespace waymark::ui {
namespace {

std::string drawn(const PageOptions& options)
{
    Shell shell{.authority_name = "Harrowdale",
                .navigation = {{"Work", "/work"}, {"Pupils", "/pupils"}},
                .person = "Priya Raman, commissioner",
                .csrf_token = "token-of-priya",
                .current_path = "/pupils/7F3K-2M",
                .may_search = true};
    const ShellScope scope{shell};
    Buffer out;
    page(out, options, [](Buffer& inside) { form(inside, {}, [](Buffer& in_form) { paragraph(in_form, "Words"); }); });
    return out.take();
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a page's title names the page, the record's reference, Waymark and the authority")
{
    CHECK(has(drawn({.title = "Placements", .record = "7F3K-2M"}), "<title>Placements – 7F3K-2M – Waymark – Harrowdale</title>"));
}

TEST_CASE("a page with problems says Error first, and links each to its field")
{
    PageOptions options{.title = "Placements"};
    options.problems.add_invalid("form.from", "Enter the date it starts", "from");
    const auto markup = drawn(options);
    CHECK(has(markup, "<title>Error: Placements"));
    CHECK(has(markup, "<a href=\"#from\">Enter the date it starts</a>"));
}

TEST_CASE("the section under which a page lies is marked in the navigation")
{
    CHECK(has(drawn({.title = "Now"}), "href=\"/pupils\" aria-current=\"true\""));
    CHECK_FALSE(has(drawn({.title = "Now"}), "href=\"/work\" aria-current"));
}

TEST_CASE("every posted form carries the token, and a search does not")
{
    const auto markup = drawn({.title = "Now"});
    CHECK(has(markup, "<form method=\"post\" novalidate>\n<input type=\"hidden\" name=\"csrf_token\" value=\"token-of-priya\">"));
    Buffer out;
    form(out, {.action = "/search", .method = "get"}, [](Buffer&) {});
    CHECK_FALSE(has(out.str(), "csrf_token"));
}

TEST_CASE("a page about a person says so when it is printed, a public one does not")
{
    CHECK(has(drawn({.title = "Now", .record = "7F3K-2M"}), "Official-Sensitive · 7F3K-2M · printed by Priya Raman"));
    CHECK_FALSE(has(drawn({.title = "Help", .about_a_person = false}), "Official-Sensitive"));
}

TEST_CASE("the one inline script is the package's own line, whose hash the policy allows")
{
    // Its template holds the line; the policy's hash was taken from it, and the page must carry it to the letter.
    std::ifstream file{std::string{WAYMARK_SOURCE_DIR} + "/frontend/node_modules/govuk-frontend/dist/govuk/template.njk"};
    REQUIRE(file.good());
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    const auto start = text.find(">document.body.className") + 1;
    const auto line = text.substr(start, text.find("</script>", start) - start);
    CHECK(has(drawn({.title = "Now"}), "<script>" + line + "</script>"));
    CHECK(has(content_security_policy(), "'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='"));
    CHECK(has(content_security_policy("https://sign-in.example"), "form-action 'self' https://sign-in.example;"));
}

TEST_CASE("stylesheet and scripts are embedded, within what a slow telephone can carry, and without what is not ours to use")
{
    const auto embedded = [](std::string_view name) {
        const auto* asset = find_asset(asset_href(name).substr(std::string_view{"/assets/"}.size()));
        REQUIRE(asset != nullptr);
        return *asset;
    };
    CHECK(embedded("app.css").gzip.size() <= 28 * 1024);
    CHECK(embedded("core.js").gzip.size() <= 14 * 1024);
    for (const std::string name : {"app.css", "core.js"})
        for (const std::string word : {"Transport", "transport", "crest", "url(http", "@font-face", "@import"})
            CHECK_MESSAGE(embedded(name).bytes.find(word) == std::string_view::npos, name << " holds " << word);
    CHECK(find_asset("app.css") == nullptr);
}

}  // namespace waymark::ui
