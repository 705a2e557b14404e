// The review calendar: overdue first, then what is due, then what was held.
#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "foundation/csv.hpp"
#include "foundation/text.hpp"
#include "reviews/rules/review_calendar.hpp"
#include "reviews/store/reviews.hpp"
#include "reviews/web/pages.hpp"
#include "ui/ui.hpp"

namespace waymark::reviews {
namespace {

struct ReviewsScreen {
    Date today;
    std::vector<ReviewLine> due;    // overdue and due until the end of the window
    std::vector<ReviewLine> held;
};

constexpr int days_ahead = 60, days_back = 60;

ReviewsScreen load_screen(Context& context)
{
    return context.read([&](Transaction& tx) {
        return ReviewsScreen{context.today, due_reviews(tx, context.today + Days{days_ahead}), held_reviews(tx, context.today - Days{days_back})};
    });
}

ui::Content due_words(const ReviewLine& line, Date today)
{
    const int days = days_between(today, line.due_on);
    if (days < 0) return ui::two_lines(short_date(line.due_on), ui::tag_html(counted(-days, "day") + " overdue", ui::TagColour::red));
    if (days == 0) return ui::two_lines(short_date(line.due_on), ui::tag_html("Today", ui::TagColour::yellow));
    return ui::two_lines(short_date(line.due_on), "in " + counted(days, "day"));
}

void due_table(ui::Buffer& out, const ReviewsScreen& screen, std::string_view id, std::string_view title, auto&& belongs)
{
    ui::TableOptions table{.head = {"Young person", "Setting", "Due", "Placement ends", ""}, .first_cell_is_header = true};
    for (const ReviewLine& line : screen.due) {
        if (!belongs(line)) continue;
        const std::string name = line.known_as + " " + line.last_name;
        table.rows.push_back({ui::TableCell{ui::link_html("/pupils/" + line.reference, name)}, line.setting_name, ui::TableCell{due_words(line, screen.today)},
                              short_date(line.expected_end), ui::TableCell{ui::link_html("/reviews/" + line.id.text(), "Record review", "of " + name)}});
    }
    if (table.rows.empty()) return;
    table.caption = fmt::format("{} ({})", title, table.rows.size());
    table.attributes = {{"id", std::string{id}}};
    ui::table(out, table);
}

void held_table(ui::Buffer& out, const ReviewsScreen& screen)
{
    if (screen.held.empty()) return;
    ui::TableOptions table{.caption = fmt::format("Held in the last {} days ({})", days_back, screen.held.size()),
                           .head = {"Young person", "Setting", "Held", "Next step", ""}, .first_cell_is_header = true};
    for (const ReviewLine& line : screen.held) {
        const std::string name = line.known_as + " " + line.last_name;
        table.rows.push_back({ui::TableCell{ui::link_html("/pupils/" + line.reference, name)}, line.setting_name, short_date(*line.held_on),
                              line.next_step ? next_step_name(*line.next_step) : "Not recorded",
                              ui::TableCell{ui::link_html("/reviews/" + line.id.text(), "Read", "the review of " + name)}});
    }
    ui::table(out, table);
}

}  // namespace

Result<Response> show_reviews(const Request&, Context& context)
{
    const ReviewsScreen screen = load_screen(context);
    return html(200, ui::render([&](ui::Buffer& out) {
        ui::page(out, {.title = "Reviews", .wide = true}, [&](ui::Buffer& body) {
            const auto overdue = [&](const ReviewLine& line) { return line.due_on < screen.today; };
            const auto count = std::ranges::count_if(screen.due, overdue);
            ui::stats(body, {{.number = std::to_string(count), .href = "#overdue", .sentence = "reviews overdue", .pressing = count > 0},
                             {.number = std::to_string(screen.due.size() - static_cast<std::size_t>(count)), .href = "#due", .sentence = fmt::format("due in the next {} days", days_ahead)},
                             {.number = std::to_string(screen.held.size()), .href = "#held", .sentence = fmt::format("held in the last {} days", days_back)}});
            if (screen.due.empty() && screen.held.empty()) ui::empty_state(body, "No reviews are due for anyone you can see.");
            due_table(body, screen, "overdue", "Overdue", overdue);
            due_table(body, screen, "due", "Due", [&](const ReviewLine& line) { return !overdue(line); });
            held_table(body, screen);
            ui::paragraph(body, ui::link_html("/reviews/export.csv", "Download as CSV"));
        });
    }).markup());
}

Result<Response> reviews_csv(const Request&, Context& context)
{
    const ReviewsScreen screen = load_screen(context);
    CsvWriter csv{{"Reference", "Known as", "Last name", "Setting", "State", "Due", "Held", "Next step", "Placement ends"}};
    for (const auto* lines : {&screen.due, &screen.held})
        for (const ReviewLine& line : *lines)
            csv.row({line.reference, line.known_as, line.last_name, line.setting_name, line.held_on ? "held" : line.due_on < screen.today ? "overdue" : "due",
                     iso(line.due_on), line.held_on ? iso(*line.held_on) : "", line.next_step ? std::string{enum_text(*line.next_step)} : "", iso(line.expected_end)});
    return csv_download("reviews.csv", csv.text());
}

Result<Response> api_reviews(const Request&, Context& context)
{
    const ReviewsScreen screen = load_screen(context);
    auto list = nlohmann::json::array();
    for (const auto* lines : {&screen.due, &screen.held})
        for (const ReviewLine& line : *lines) {
            nlohmann::json one{{"review", line.id.text()}, {"pupil", line.reference}, {"setting", line.setting_name}, {"due_on", iso(line.due_on)}};
            if (line.held_on) one["held_on"] = iso(*line.held_on);
            if (line.next_step) one["next_step"] = enum_text(*line.next_step);
            list.push_back(std::move(one));
        }
    return json(200, nlohmann::json{{"reviews", std::move(list)}}.dump());
}

}  // namespace waymark::reviews
