// The review calendar: overdue first, then what is due, then what was held.
#include <algorithm>

#include <fmt/format.h>

#include "foundation/csv.hpp"
#include "foundation/json.hpp"
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "reviews/rules/review_calendar.hpp"
#include "reviews/store/reviews.hpp"
#include "reviews/web/pages.hpp"
#include "ui/ui.hpp"

namespace waymark::reviews {
namespace {

struct ReviewsScreen {
    Date today;
    std::vector<ReviewLine> overdue;
    std::vector<ReviewLine> due;    // until the end of the window
    std::vector<ReviewLine> held;
};

constexpr int days_ahead = 60, days_back = 60;

ReviewsScreen load_reviews_screen(Context& context)
{
    return context.read([&](Transaction& tx) {
        ReviewsScreen screen{.today = context.today, .overdue = due_reviews(tx, context.today + Days{days_ahead}), .due = {}, .held = held_reviews(tx, context.today - Days{days_back})};
        const auto not_yet = std::ranges::stable_partition(screen.overdue, [&](const ReviewLine& line) { return line.due_on < screen.today; });
        screen.due.assign(not_yet.begin(), not_yet.end());
        screen.overdue.erase(not_yet.begin(), not_yet.end());
        return screen;
    });
}

ui::Content due_words(const ReviewLine& line, Date today)
{
    const int days = days_between(today, line.due_on);
    if (days < 0) return ui::two_lines(short_date(line.due_on), ui::tag_html(counted(-days, "day") + " overdue", ui::TagColour::red));
    if (days == 0) return ui::two_lines(short_date(line.due_on), ui::tag_html("Today", ui::TagColour::yellow));
    return ui::two_lines(short_date(line.due_on), "in " + counted(days, "day"));
}

/// A table of the calendar: its id in the page and in `?overdue=2`, which turns its pages, and its words.
struct CalendarPart {
    std::string id, title;
    std::vector<ui::TableCell> head;
};

/// One page of the lines; `cells` says what follows the young person and the setting.
void calendar_table(ui::Buffer& out, const Request& request, const std::vector<ReviewLine>& lines, const CalendarPart& part, auto&& cells)
{
    if (lines.empty()) return;
    ui::TableOptions table{.caption = fmt::format("{} ({})", part.title, lines.size()), .head = part.head, .first_cell_is_header = true};
    table.attributes = {{"id", part.id}};
    const int page = ui::page_asked_for(request.query(part.id));
    for (const ReviewLine& line : ui::rows_of_page(lines, page)) {
        const std::string name = line.known_as + " " + line.last_name;
        std::vector<ui::TableCell> row{ui::link_html("/pupils/" + line.reference, name), line.setting_name};
        for (auto& cell : cells(line, name)) row.push_back(std::move(cell));
        table.rows.push_back(std::move(row));
    }
    ui::table(out, table);
    ui::pages_below(out, page, lines.size(), [&](int number) { return fmt::format("/reviews?{0}={1}#{0}", part.id, number); }, "Pages: " + part.title);
}

void due_table(ui::Buffer& out, const Request& request, const std::vector<ReviewLine>& lines, Date today, std::string id, std::string title)
{
    calendar_table(out, request, lines, {std::move(id), std::move(title), {"Young person", "Setting", "Due", "Placement ends", ""}},
                   [&](const ReviewLine& line, const std::string& name) {
                       return std::vector<ui::TableCell>{due_words(line, today), short_date(line.expected_end),
                                                         ui::link_html("/reviews/" + line.id.text(), "Record review", "of " + name)};
                   });
}

void held_table(ui::Buffer& out, const Request& request, const std::vector<ReviewLine>& lines)
{
    calendar_table(out, request, lines, {"held", fmt::format("Held in the last {} days", days_back), {"Young person", "Setting", "Held", "Next step", ""}},
                   [&](const ReviewLine& line, const std::string& name) {
                       return std::vector<ui::TableCell>{short_date(*line.held_on), line.next_step ? next_step_name(*line.next_step) : "Not recorded",
                                                         ui::link_html("/reviews/" + line.id.text(), "Read", "the review of " + name)};
                   });
}

}  // namespace

Result<Response> show_reviews(const Request& request, Context& context)
{
    const ReviewsScreen screen = load_reviews_screen(context);
    return html(200, ui::render([&](ui::Buffer& out) {
        ui::page(out, {.title = "Reviews", .wide = true}, [&](ui::Buffer& body) {
            ui::stats(body, {{.number = std::to_string(screen.overdue.size()), .href = "#overdue", .sentence = "reviews overdue", .pressing = !screen.overdue.empty()},
                             {.number = std::to_string(screen.due.size()), .href = "#due", .sentence = fmt::format("due in the next {} days", days_ahead)},
                             {.number = std::to_string(screen.held.size()), .href = "#held", .sentence = fmt::format("held in the last {} days", days_back)}});
            ui::paragraph(body, fmt::format("As of {}.", uk_date_time(context.now)));
            if (screen.overdue.empty() && screen.due.empty() && screen.held.empty()) ui::empty_state(body, "No reviews are due for anyone you can see.");
            due_table(body, request, screen.overdue, screen.today, "overdue", "Overdue");
            due_table(body, request, screen.due, screen.today, "due", "Due");
            held_table(body, request, screen.held);
            ui::paragraph(body, ui::link_html("/reviews/export.csv", "Download as CSV"));
        });
    }).markup());
}

Result<Response> reviews_csv(const Request&, Context& context)
{
    const ReviewsScreen screen = load_reviews_screen(context);
    CsvWriter csv{{"Reference", "Known as", "Last name", "Setting", "State", "Due", "Held", "Next step", "Placement ends"}};
    for (const auto* lines : {&screen.overdue, &screen.due, &screen.held})
        for (const ReviewLine& line : *lines)
            csv.row({line.reference, line.known_as, line.last_name, line.setting_name, line.held_on ? "held" : line.due_on < screen.today ? "overdue" : "due",
                     iso(line.due_on), line.held_on ? iso(*line.held_on) : "", line.next_step ? std::string{enum_text(*line.next_step)} : "", iso(line.expected_end)});
    return csv_download("reviews.csv", csv.text());
}

Result<Response> api_reviews(const Request&, Context& context)
{
    const ReviewsScreen screen = load_reviews_screen(context);
    auto list = Json::array();
    for (const auto* lines : {&screen.overdue, &screen.due, &screen.held})
        for (const ReviewLine& line : *lines) {
            Json one{{"review", line.id.text()}, {"pupil", line.reference}, {"setting", line.setting_name}, {"due_on", iso(line.due_on)}};
            if (line.held_on) one["held_on"] = iso(*line.held_on);
            if (line.next_step) one["next_step"] = enum_text(*line.next_step);
            list.push_back(std::move(one));
        }
    return json(200, json_text(Json{{"reviews", std::move(list)}}));
}

}  // namespace waymark::reviews
