// Information sharing: requests that wait for an answer, records whose time is over, holds, and what was erased.
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "people/store/law_choices.hpp"
#include "sharing/store/kept_children.hpp"
#include "sharing/store/requests.hpp"
#include "sharing/web/pages.hpp"
#include "ui/ui.hpp"

namespace waymark::sharing {
namespace {

ui::Content child_cell(const std::string& reference, const std::string& known_as, const std::string& last_name, const std::string& href)
{
    return ui::two_lines(ui::link_html(href, known_as + " " + last_name), reference);
}

ui::Content due_cell(const AccessRequest& request, Date due_on, Date today)
{
    if (request.answered) return long_date(*request.answered) + (*request.answered > due_on ? ", late" : "");
    if (due_on < today) return ui::two_lines(ui::tag_html("Late", ui::TagColour::red), due_words(due_on, today));
    return due_words(due_on, today);
}

void requests_table(ui::Buffer& out, std::string caption, const std::vector<AccessRequest>& requests, const people::LawBook& law, Date today)
{
    ui::TableOptions table{.caption = std::move(caption), .head = {"Child", "Asked by", "Came on", "Answer"}, .first_cell_is_header = true};
    for (const auto& request : requests)
        table.rows.push_back({child_cell(request.reference, request.known_as, request.last_name, "/pupils/" + request.reference + "/requests/" + request.id.text()),
                              request.asked_by, short_date(request.received), due_cell(request, due(request, law.on(request.received)), today)});
    ui::table(out, table);
}

void holds_table(ui::Buffer& out, const std::vector<KeptChild>& held)
{
    ui::TableOptions table{.caption = "Legal holds", .head = {"Child", "Why nothing may be erased"}, .first_cell_is_header = true};
    for (const auto& child : held) table.rows.push_back({child_cell(child.reference, child.known_as, child.last_name, "/pupils/" + child.reference + "/erase"), child.hold_reason});
    ui::table(out, table);
}

}  // namespace

Result<Response> show_sharing(const Request&, Context& context)
{
    struct Screen {
        std::vector<AccessRequest> open, answered;
        std::size_t erasures = 0;
        people::LawBook law;
    };
    const auto screen = context.read([&](Transaction& tx) {
        return Screen{open_requests(tx), answered_requests(tx), erasures_due(tx, people::law_for(tx, tx.today())).size(), people::LawBook{tx}};
    });
    return html(200, ui::render([&](ui::Buffer& out) {
        ui::page(out, {.title = "Information sharing", .wide = true}, [&](ui::Buffer& body) {
            ui::stats(body, {{.number = std::to_string(screen.open.size()), .href = "#requests", .sentence = screen.open.size() == 1 ? "request waits for an answer" : "requests wait for an answer"},
                             {.number = std::to_string(screen.erasures), .href = "/sharing/erasures", .sentence = screen.erasures == 1 ? "record was kept long enough" : "records were kept long enough"}});
            body.raw("<div id=\"requests\">");
            ui::section(body, "Requests for what we hold", [&](ui::Buffer& inside) {
                ui::paragraph(inside, "Record a request from the child’s page, under “Who looked”.");
                if (screen.open.empty()) ui::empty_state(inside, "No request waits for an answer.");
                else requests_table(inside, "Not answered yet", screen.open, screen.law, context.today);
                if (!screen.answered.empty()) requests_table(inside, "Answered", screen.answered, screen.law, context.today);
            });
            body.raw("</div>");
            ui::paragraph(body, ui::link_html("/audit", "Who did what: the trail of this authority"));
        });
    }).markup());
}

Result<Response> show_erasures(const Request&, Context& context)
{
    struct Screen {
        std::vector<ErasureDue> due;
        std::vector<KeptChild> held;
        std::vector<Erased> erased;
    };
    const auto screen = context.read([&](Transaction& tx) { return Screen{erasures_due(tx, people::law_for(tx, tx.today())), children_on_hold(tx), erasures(tx)}; });
    return html(200, ui::render([&](ui::Buffer& out) {
        ui::page(out, {.title = "Records kept long enough", .breadcrumbs = {{"Information sharing", "/sharing"}}, .wide = true}, [&](ui::Buffer& body) {
            ui::TableOptions due{.caption = counted(static_cast<long long>(screen.due.size()), "record"), .head = {"Child", "Born", "Kept until", "Why it may go"}, .first_cell_is_header = true};
            for (const auto& [child, ground, until] : screen.due)
                due.rows.push_back({child_cell(child.reference, child.known_as, child.last_name, "/pupils/" + child.reference + "/erase"), short_date(child.born), short_date(until), std::string{ground_words(ground)}});
            if (due.rows.empty()) ui::empty_state(body, "No record’s time is over.");
            else ui::table(body, due);
            if (!screen.held.empty()) holds_table(body, screen.held);
            if (screen.erased.empty()) return;
            ui::TableOptions gone{.caption = "Erased", .head = {"When", "By", "Born in", "Places", "Why"}};
            for (const auto& one : screen.erased)
                gone.rows.push_back({uk_date_time(one.at), one.by, std::to_string(one.born_year), std::to_string(one.placements), ui::two_lines(std::string{ground_words(one.ground)}, one.reason)});
            ui::table(body, gone);
        });
    }).markup());
}

}  // namespace waymark::sharing
