// A few pages with every part on them, of people and places that are made up. The tests look for doubled ids and headings out
// of order; with WAYMARK_GALLERY set to a folder the pages are written there, for eyes, axe and screenshots.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>

#include "ui/assets.hpp"
#include "ui/ui.hpp"

namespace waymark::ui {
namespace {

Shell shell_at(std::string path)
{
    return {.authority_name = "Harrowdale",
            .navigation = {{"Work", "/work"}, {"Pupils", "/pupils"}, {"Referrals", "/referrals"}, {"Providers", "/providers"},
                           {"Oversight", "/oversight"}, {"Reviews", "/reviews"}},
            .person = "Priya Raman, commissioner",
            .csrf_token = "token",
            .current_path = std::move(path),
            .demonstration_note = "Harrowdale and everybody in it are made up.",
            .may_search = true};
}

std::string record_page()
{
    auto shell = shell_at("/pupils/7F3K-2M");
    shell.success = "Placement at Oak Farm extended to 18 December 2026.";
    const ShellScope scope{shell};
    Buffer out;
    page(out, {.title = "Now", .record = "7F3K-2M", .breadcrumbs = {{"Pupils", "/pupils"}}, .wide = true, .heading = false},
         [](Buffer& o) {
             identity_bar(o, {.name = "Jordan Ellis",
                              .reference = "7F3K-2M",
                              .facts = {{"Year", "9"}, {"School", link_html("/schools/1", "Fernhill Academy")}, {"Born", "4 May 2013"}},
                              .marks = {tag_html("EHC plan", TagColour::blue), tag_html("Looked after", TagColour::purple)},
                              .actions = {{"Start a referral", "/referrals/new"}, {"Print", "?print"}}});
             sub_navigation(o, "Pupil", {{"Now", "/pupils/7F3K-2M", true}, {"Week", "#w"}, {"Timeline", "#t"}, {"Attendance", "#a"}, {"Goals", "#g"}, {"Documents", "#d"}});
             o.raw("<h1 class=\"govuk-heading-l\">Now</h1>");
             alert(o, AlertKind::warning, "New placements at Oak Farm are suspended since 3 November 2026.", "Suspended provider");
             quotation(o, "I like the horses. I don't like the bus.", "Jordan, 12 November 2026");
             two_thirds_and_one(o, [](Buffer& m) {
                 section(m, "This week", [](Buffer& s) {
                     WeekGrid grid{.caption = "Week of 23 November 2026"};
                     grid.morning = {{{"Oak Farm", WeekCellKind::filled}, {"Oak Farm", WeekCellKind::filled}, {"Fernhill Academy", WeekCellKind::other}, {"Fernhill Academy", WeekCellKind::other}, {"Nothing arranged", WeekCellKind::gap}}};
                     grid.afternoon = {{{"Oak Farm", WeekCellKind::filled}, {}, {"Fernhill Academy", WeekCellKind::other}, {"Fernhill Academy", WeekCellKind::other}, {"Nothing arranged", WeekCellKind::gap}}};
                     week_grid(s, grid);
                 });
                 section(m, "What happened", [](Buffer& s) {
                     timeline(s, {{.title = "Placement extended", .when = "23 November 2026 at 9:30am", .when_iso = "2026-11-23", .by = "Priya Raman", .body = "Until 18 December, so that the return to Fernhill can be prepared."},
                                  {.title = "Review held", .when = "12 November 2026", .by = "Sam Okoro", .links = {{"Read the review", "#r"}}},
                                  {.title = "Placement started", .when = "7 September 2026"}});
                 });
             }, [](Buffer& a) {
                 summary_list(a, {.rows = {{"Where today", "Oak Farm", change("#c", "the place")}, {"Attendance", "83% (10 of 12)"}, {"Next review", or_not_recorded("")}},
                                  .card = SummaryCard{.title = SummaryCardTitle{"Placement"}}});
                 details(a, {.summary = "How attendance is counted", .text = "Sessions marked present out of those that were possible."});
             });
         });
    return out.take();
}

std::string form_page()
{
    const auto shell = shell_at("/referrals/new");
    const ShellScope scope{shell};
    Form typed;
    typed.set("reasons", "Two suspensions this term.").set("from", "2026-11-30").set("outcome", "other");
    typed.problems.add_invalid("form.school", "Choose the school", "school");
    typed.problems.add_invalid("form.until", "Enter the date the placement ends", "until");
    typed.problems.add_invalid("form.price", "Enter the price in pounds, such as 90 or 90.50", "price");
    Buffer out;
    page(out, {.title = "Plan the placement", .record = "7F3K-2M", .back = Link{"Back", "/referrals"}, .problems = typed.problems},
         [&](Buffer& o) {
             form(o, {.files = true, .autosave = "/drafts/placement"}, [&](Buffer& f) {
                 std::vector<Choice> providers;
                 for (int number = 1; number <= 20; ++number) providers.push_back({std::to_string(number), "Provider " + std::to_string(number)});
                 select_field(f, {.name = "provider", .label = "Provider", .items = providers}, typed);
                 select_field(f, {.name = "school", .label = "School", .items = {{"1", "Fernhill Academy"}, {"2", "St Aidan’s"}}}, typed);
                 text_field(f, {.name = "purpose", .label = "Purpose", .hint = "In one line, as the family would say it", .width = BoxWidth::thirty}, typed);
                 text_area_field(f, {.name = "reasons", .label = "Reasons", .hint = "The family and school will read this.", .characters_max = 500}, typed);
                 date_field(f, {.name = "from", .legend = "When does it start?", .hint = "For example, 23 11 2026", .size = LabelSize::small}, typed);
                 date_field(f, {.name = "until", .legend = "When does it end?", .size = LabelSize::small}, typed);
                 money_field(f, {.name = "price", .label = "Price", .suffix = "a day"}, typed);
                 radios_field(f, {.name = "outcome", .legend = "What did the panel decide?", .hint = "Choose one.", .items = {{"place", "Place in provision"}, {.value = "outreach", .text = "Support in school first", .hint = "Outreach for up to 12 weeks"}, {.divider = "or"}, {.value = "other", .text = "Something else", .conditional = render([&](Buffer& c) { text_field(c, {.name = "other", .label = "What is it?"}, typed); })}}, .size = LabelSize::medium}, typed);
                 checkboxes_field(f, {.name = "needs", .legend = "Needs", .items = {{"semh", "Social, emotional and mental health"}, {"speech", "Speech, language and communication"}}}, typed);
                 radios_field(f, {.name = "sure", .legend = "Has the family agreed?", .items = yes_or_no(), .inline_items = true}, typed);
                 file_field(f, {.name = "report", .label = "Report", .multiple = true}, typed);
                 password_field(f, {}, typed);
                 warning_text(f, {.text = "A place cannot start before the provider has confirmed its checks in writing."});
                 submit_row(f, {.text = "Record decision", .second_text = "Save for later", .cancel = {"Cancel", "/referrals"}});
             });
         });
    return out.take();
}

std::string list_page()
{
    const auto shell = shell_at("/providers");
    const ShellScope scope{shell};
    Buffer out;
    page(out, {.title = "Providers", .wide = true, .about_a_person = false}, [](Buffer& o) {
        stats(o, {{.number = "12", .href = "/pupils?now=none", .sentence = "children have no suitable education today", .note = "2 more than last week", .pressing = true},
                  {.number = "83%", .href = "/attendance", .sentence = "attendance in all settings this week", .note = "10 of 12 children"},
                  {.number = "4", .href = "/reviews", .sentence = "reviews are due before Friday"}});
        filter_page(o, {.action = "/providers", .count = "3 providers", .chosen = {{"Day", "Tuesday", "/providers"}, {"", "Assured", "/providers?day=tue"}}, .downloads = {{"Download as CSV", "/providers/export.csv"}}}, [](Buffer& f) {
            const Form none;
            text_field(f, {.name = "q", .label = "Name or place"}, none);
            checkboxes_field(f, {.name = "day", .legend = "Free places on", .items = {{"mon", "Monday"}, {"tue", "Tuesday"}, {"wed", "Wednesday"}}, .compact = true}, none);
            select_field(f, {.name = "phase", .label = "Key stage", .items = {{"3", "Key stage 3"}, {"4", "Key stage 4"}}, .empty_text = "Any"}, none);
        }, [](Buffer& r) {
            table(r, {.caption = "Providers, by distance", .caption_classes = "govuk-visually-hidden", .head = {sortable("Provider", "?sort=name", ""), "Registered as", sortable("Free places", "?sort=free", "descending", true), numeric("Price a day"), "State"},
                      .rows = {{two_lines(link_html("/providers/1", "Oak Farm"), "Hartley, 4.1 miles"), "Not a school", "3", "£92", tag_html("Assured", TagColour::green)},
                               {two_lines(link_html("/providers/2", "The Mill Centre"), "Harrowdale, 1.2 miles"), "Pupil referral unit", "1", "£118.50", tag_html("Suspended", TagColour::red)},
                               {two_lines(link_html("/providers/3", "Riverside Tuition"), "Online and at home"), or_not_recorded(""), "12", "£64", tag_html("Due for a visit", TagColour::yellow)}},
                      .first_cell_is_header = true});
            pages(r, 2, 9, [](int number) { return "/providers?page=" + std::to_string(number); });
        });
        section(o, "Waiting for you", [](Buffer& w) {
            work_list(w, {{.title = "Answer the referral from Fernhill Academy", .href = "#1", .detail = "7F3K-2M, year 9", .due = "Due 30 November 2026 (in 5 school days)"},
                          {.title = "Hold the review of 2QX8-0D", .href = "#2", .detail = "At Oak Farm since 7 September 2026", .due = "Due 20 November 2026 (1 school day late)", .mark = tag_html("Overdue", TagColour::red)}});
            empty_state(w, "No drafts yet.", {"Start a referral", "/referrals/new"});
            task_list(w, {.items = {{.title = {"Reasons"}, .status = task_completed(), .href = "#a"}, {.title = {"Needs"}, .hint = TaskHint{"What helps, and what does not"}, .status = task_in_progress(), .href = "#b"}, {.title = {"Send"}, .status = task_cannot_start()}}});
            inset_text(w, {.text = "You can leave and come back: what you typed is kept."});
        });
    });
    return out.take();
}

std::string sent_page()
{
    auto shell = shell_at("/f/token");
    shell.navigation.clear();
    shell.person.clear();
    shell.has_account = shell.may_search = false;
    const ShellScope scope{shell};
    Buffer out;
    page(out, {.title = "Referral sent", .heading = false}, [](Buffer& o) {
        exit_this_page(o, {.text = "Leave this page"});
        panel(o, {.title = "Referral sent", .text = "Your reference is 7F3K-2M"});
        heading(o, 2, "What happens next");
        lead(o, "We will tell you by 30 November 2026.");
        numbered_list(o, {"We ask the people who know you.", "A panel meets on Thursday 26 November 2026.", "You get a letter."});
        paragraph(o, telephone("020 7946 0123"));
        notification_banner(o, {.text = "The office is closed on Monday."});
        button(o, {.text = "Start now", .href = "#", .is_start_button = true});
    });
    return out.take();
}

const std::map<std::string, std::string>& gallery()
{
    static const std::map<std::string, std::string> pages{
        {"record", record_page()}, {"form", form_page()}, {"list", list_page()}, {"sent", sent_page()}};
    return pages;
}

std::vector<std::string> all_matches(const std::string& text, const std::regex& pattern)
{
    std::vector<std::string> found;
    for (std::sregex_iterator at{text.begin(), text.end(), pattern}, end; at != end; ++at) found.push_back((*at)[1]);
    return found;
}

void write_file(const std::filesystem::path& path, std::string_view bytes)
{
    std::filesystem::create_directories(path.parent_path());
    std::ofstream{path, std::ios::binary} << bytes;
}

}  // namespace

TEST_CASE("no id stands twice on a page, and each page has one h1 and no gap between its headings")
{
    for (const auto& [name, markup] : gallery()) {
        const auto ids = all_matches(markup, std::regex{" id=\"([^\"]*)\""});
        const std::set<std::string> distinct{ids.begin(), ids.end()};
        CHECK_MESSAGE(ids.size() == distinct.size(), name);
        const auto levels = all_matches(markup, std::regex{"<h([1-6])"});
        CHECK_MESSAGE(std::ranges::count(levels, "1") == 1, name);
        int before = 0;
        for (const auto& level : levels) {
            // The banner and the error summary stand above the h1 with an h2 of their own.
            CHECK_MESSAGE((before == 0 || std::stoi(level) <= before + 1), name << " h" << level);
            before = std::stoi(level);
        }
    }
}

TEST_CASE("no page carries a style or an event of its own, which the policy would refuse")
{
    for (const auto& [name, markup] : gallery()) {
        CHECK_MESSAGE(!std::regex_search(markup, std::regex{"<[^>]* style="}), name);
        CHECK_MESSAGE(!std::regex_search(markup, std::regex{"<[^>]* on[a-z]+="}), name);
    }
}

TEST_CASE("the gallery is written for eyes when a folder is named")
{
    const char* folder = std::getenv("WAYMARK_GALLERY");
    if (!folder) return;
    for (const auto& [name, markup] : gallery()) write_file(std::filesystem::path{folder} / (name + ".html"), markup);
    for (const auto* name : {"app.css", "core.js", "register.js", "autocomplete.js", "chunk.js", "waymark.svg"}) {
        const std::string href{asset_href(name)};
        const auto* asset = find_asset(std::string_view{href}.substr(std::string_view{"/assets/"}.size()));
        write_file(std::filesystem::path{folder} / href.substr(1), asset->bytes);
    }
}

}  // namespace waymark::ui
