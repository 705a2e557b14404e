// /referrals: the tabs, the clock of each, and the same list as CSV.
#include "foundation/csv.hpp"
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "people/rules/roles.hpp"
#include "platform/http/url.hpp"
#include "referrals/store/lists.hpp"
#include "referrals/web/pages.hpp"
#include "referrals/web/parts.hpp"

namespace waymark::referrals {
namespace {


struct TabWords {
    Tab tab;
    std::string_view name;
    std::string_view empty;
};
constexpr TabWords tabs[] = {
    {Tab::waiting, "Waiting on me", "Nothing waits on you. Referrals come here when it is your turn to do something."},
    {Tab::sent, "Sent", "No referrals are on their way. A referral is here from the day it is sent until it is decided."},
    {Tab::ready, "Ready for panel", "No referrals wait for a panel."},
    {Tab::decided, "Decided", "No referrals have been decided or withdrawn yet."},
    {Tab::drafts, "Drafts", "Your organisation has no drafts. A draft is seen by your organisation only."},
};

struct ListScreen {
    ReferralFilter filter;
    std::vector<ListedReferral> lines;
    int page = 1;
    bool may_write = false;
};

ReferralFilter filter_from(const Request& request)
{
    const auto tab = enum_from_text<Tab>(request.query("tab"));
    return {.tab = tab.value_or(Tab::waiting),
            .words = std::string{trimmed(request.query("q"))},
            .reason = enum_from_text<Reason>(request.query("reason"))};
}

std::string address(const ReferralFilter& filter, int page = 1, std::string_view path = "/referrals")
{
    std::string href = std::string{path} + "?tab=" + std::string{enum_text(filter.tab)};
    if (!filter.words.empty()) href += "&q=" + percent_encoded(filter.words);
    if (filter.reason) href += "&reason=" + std::string{enum_text(*filter.reason)};
    if (page > 1) href += "&page=" + std::to_string(page);
    return href;
}

const TabWords& words_of_tab(Tab tab)
{
    for (const auto& words : tabs)
        if (words.tab == tab) return words;
    return tabs[0];
}

ui::Content clock_cell(const ListedReferral& line)
{
    if (!line.clock) return line.state == State::draft ? "Starts when it is sent" : "None running";
    return ui::two_lines(line.clock->when, line.clock->clock.name);
}

void results_view(ui::Buffer& out, const ListScreen& screen)
{
    std::vector<std::vector<ui::TableCell>> rows;
    for (const ListedReferral& line : ui::rows_of_page(screen.lines, screen.page)) {
        const std::string year = line.year_group ? "Year " + std::to_string(*line.year_group) + ", " : "";
        rows.push_back({ui::two_lines(ui::link_html("/referrals/" + line.id.text(), line.pupil_name), year + line.reference),
                        line.primary_reason ? ui::Content{reason_name(*line.primary_reason)} : ui::or_not_recorded(""),
                        line.organisation_name,
                        line.sent_at ? ui::Content{short_date(uk_date(*line.sent_at))} : ui::Content{"Not sent"},
                        state_tag(line.state),
                        clock_cell(line)});
    }
    ui::table(out, {.caption = std::string{words_of_tab(screen.filter.tab).name},
                    .caption_classes = "govuk-visually-hidden",
                    .head = {"Child", "Main reason", "Referred by", "Sent", "State", "Next clock"},
                    .rows = std::move(rows),
                    .first_cell_is_header = true});
    ui::pages_below(out, screen.page, screen.lines.size(), [&](int number) { return address(screen.filter, number); });
}

void filters_view(ui::Buffer& out, const ListScreen& screen)
{
    Form form;
    form.set("q", screen.filter.words);
    form.set("reason", screen.filter.reason ? std::string{enum_text(*screen.filter.reason)} : "");
    ui::hidden_field(out, "tab", enum_text(screen.filter.tab));
    ui::text_field(out, {.name = "q", .label = "Name or reference", .type = "search"}, form);
    ui::select_field(out, {.name = "reason", .label = "Main reason", .items = ui::choices<Reason>(reason_name), .empty_text = "Any"}, form);
}

std::vector<ui::ChosenFilter> chosen(const ReferralFilter& filter)
{
    std::vector<ui::ChosenFilter> all;
    if (!filter.words.empty()) {
        ReferralFilter without = filter;
        without.words.clear();
        all.push_back({"Name or reference", filter.words, address(without)});
    }
    if (filter.reason) {
        ReferralFilter without = filter;
        without.reason.reset();
        all.push_back({"Main reason", reason_name(*filter.reason), address(without)});
    }
    return all;
}

void list_view(ui::Buffer& out, const ListScreen& screen)
{
    ui::page(out, {.title = "Referrals", .wide = true}, [&](ui::Buffer& body) {
        if (screen.may_write) ui::button(body, {.text = "Start a referral", .href = "/referrals/new"});
        std::vector<ui::Link> links;
        for (const auto& each : tabs) {
            if (each.tab == Tab::drafts && !screen.may_write) continue;
            links.push_back({std::string{each.name}, "/referrals?tab=" + std::string{enum_text(each.tab)}, each.tab == screen.filter.tab});
        }
        ui::sub_navigation(body, "Referrals by state", links);
        const bool is_filtered = !screen.filter.words.empty() || screen.filter.reason;
        ui::filter_page(body,
                        {.action = "/referrals",
                         .count = counted(static_cast<long long>(screen.lines.size()), "referral"),
                         .chosen = chosen(screen.filter),
                         .downloads = {{"Download as CSV", address(screen.filter, 1, "/referrals/export.csv")}},
                         .empty = !screen.lines.empty() ? ""
                                  : is_filtered         ? "No referrals match. Take a filter away to see more."
                                                        : std::string{words_of_tab(screen.filter.tab).empty}},
                        [&](ui::Buffer& filters) { filters_view(filters, screen); }, [&](ui::Buffer& results) { results_view(results, screen); });
    });
}

}  // namespace

Result<Response> show_list(const Request& request, Context& context)
{
    ListScreen screen{.filter = filter_from(request), .may_write = people::may(context.who.role, Permission::write_referrals)};
    screen.lines = context.read([&](Transaction& tx) { return list_referrals(tx, context.who, screen.filter); });
    screen.page = ui::page_asked_for(request.query("page"));
    ui::Buffer out;
    list_view(out, screen);
    return html(200, out.take());
}

Result<Response> export_list(const Request& request, Context& context)
{
    const auto lines = context.read([&](Transaction& tx) { return list_referrals(tx, context.who, filter_from(request)); });
    CsvWriter csv{{"referral", "pupil", "name", "year_group", "main_reason", "urgency", "referred_by", "sent_on", "state", "clock", "due_on", "school_days_left"}};
    for (const auto& line : lines)
        csv.row({line.reference, line.pupil_reference, line.pupil_name, line.year_group ? std::to_string(*line.year_group) : "",
                 line.primary_reason ? std::string{enum_text(*line.primary_reason)} : "", std::string{enum_text(line.urgency)}, line.organisation_name,
                 line.sent_at ? iso(uk_date(*line.sent_at)) : "", std::string{enum_text(line.state)}, line.clock ? line.clock->clock.name : "",
                 line.clock && line.clock->clock.due ? iso(*line.clock->clock.due) : "",
                 line.clock && line.clock->clock.school_days_left ? std::to_string(*line.clock->clock.school_days_left) : ""});
    return csv_download("referrals.csv", csv.text());
}

}  // namespace waymark::referrals
