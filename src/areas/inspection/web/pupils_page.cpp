// The list of children that inspectors ask for: as a page that prints on paper, as CSV and for programs.
#include <fmt/format.h>

#include "foundation/csv.hpp"
#include "foundation/json.hpp"
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "inspection/web/pages.hpp"
#include "inspection/web/parts.hpp"
#include "ui/ui.hpp"

namespace waymark::inspection {
namespace {

const std::vector<ui::Choice> settings{{"unregistered", "Unregistered settings"}, {"registered", "Registered settings"}};
const std::vector<ui::Choice> about{{"plan", "Education, health and care plan"}, {"care", "Looked after"}, {"need", "Child in need or protection plan"}, {"area", "Out of area"}};

std::string list_address(const Request& request, std::string_view without = {}, std::string_view path = "/inspection/pupils", int page = 1)
{
    std::string address{path};
    char join = '?';
    const auto add = [&](std::string_view name, std::string_view value) {
        if (value.empty() || name == without) return;
        address += fmt::format("{}{}={}", join, name, value);
        join = '&';
    };
    // A day that was typed in words of its own travels as it was understood.
    const auto day = FormReader{request.query_form()}.date_if_any("day", "the day");
    add("day", day ? iso(*day) : "");
    for (const std::string_view name : {"setting", "about", "questions"})
        if (const auto value = request.query(name); std::ranges::all_of(value, [](char c) { return (c >= 'a' && c <= 'z') || c == '1'; })) add(name, value);
    add("page", page > 1 ? std::to_string(page) : "");
    return address;
}

std::vector<ui::ChosenFilter> chosen_filters(const Request& request)
{
    std::vector<ui::ChosenFilter> chosen;
    const auto add = [&](std::string_view name, const char* category, const std::vector<ui::Choice>& choices) {
        for (const auto& choice : choices)
            if (choice.value == request.query(name)) chosen.push_back({category, std::get<ui::Text>(choice.text.variant()).value, list_address(request, name)});
    };
    add("setting", "Setting", settings);
    add("about", "About", about);
    if (request.query("questions") == "1") chosen.push_back({"", "With open questions", list_address(request, "questions")});
    return chosen;
}

std::string marks_of(const PlacedChild& child)
{
    std::vector<std::string> marks;
    if (child.has_plan) marks.emplace_back("EHC plan");
    if (child.is_looked_after) marks.emplace_back("looked after");
    if (child.is_in_need) marks.emplace_back("in need");
    if (!child.is_setting_in_authority) marks.emplace_back("out of area");
    return marks.empty() ? child.reference : child.reference + ", " + join(marks, ", ");
}

std::string questions_cell(const PlacedChild& child) { return child.questions.empty() ? "None" : join(questions_about(child), "; "); }

void results_view(ui::Buffer& out, std::span<const PlacedChild> shown)
{
    ui::TableOptions table{.caption = "Children in alternative provision", .caption_classes = "govuk-visually-hidden",
                           .head = {"Child", "Setting", "Roll and legal basis", "Since, and attended", "What would be asked"}, .first_cell_is_header = true};
    for (const auto& child : shown)
        table.rows.push_back({ui::two_lines(ui::link_html("/placements/" + child.placement.text(), child.known_as + " " + child.last_name), marks_of(child)),
                              ui::two_lines(child.setting_name, fmt::format("{}; {}; {} hours a week", directory::registration_words(child.registration), lower_ascii(child.assurance), hours_a_week(child))),
                              ui::two_lines(child.school_name.empty() ? "On no school’s roll here" : child.school_name, std::string{placements::legal_basis_name(child.legal_basis)}),
                              ui::two_lines(fmt::format("{}; {}", short_date(child.started), child.place.review_due ? "review due " + short_date(*child.place.review_due) : "no review set"),
                                            fmt::format("{}; {}", attendance_of(child), child.last_seen ? "seen " + short_date(*child.last_seen) : "not yet seen")),
                              questions_cell(child)});
    ui::table(out, table);
}

}  // namespace

Result<Response> show_pupils(const Request& request, Context& context)
{
    const auto asked = day_asked_for(request, context.today);
    const auto children = children_asked_for(context, request, asked.day);
    const int page = ui::page_asked_for(request.query("page"));
    const auto shown = ui::rows_of_page(children, page);
    const std::vector<PlacedChild> on_page{shown.begin(), shown.end()};
    log_looks(context, on_page);
    const auto chosen = chosen_filters(request);
    return html(200, ui::render([&](ui::Buffer& out) {
        ui::page(out, {.title = "Children in alternative provision", .breadcrumbs = {{"For inspectors", "/inspection"}}, .problems = asked.form.problems, .wide = true,
                       .caption = "As of " + long_date(asked.day)}, [&](ui::Buffer& body) {
            ui::paragraph(body, "Counted from the records on " + uk_date_time(context.now) + ". What would be asked is what the thematic review of 2024 and school inspections look for. Rules R56, R57 and R58.");
            ui::filter_page(body, {.action = "/inspection/pupils", .count = counted(static_cast<long long>(children.size()), "place", "places"), .chosen = chosen,
                                   .downloads = {{"Download as CSV", list_address(request, {}, "/inspection/pupils/export.csv")}},
                                   .empty = children.empty() ? "Nobody whom you may see was in such a place on that day." : ""},
                            [&](ui::Buffer& filters) {
                                ui::text_field(filters, {.name = "day", .label = "As of", .hint = "For example, 23 11 2026", .width = ui::BoxWidth::ten}, asked.form);
                                ui::select_field(filters, {.name = "setting", .label = "Setting", .items = settings, .empty_text = "Any"}, asked.form);
                                ui::select_field(filters, {.name = "about", .label = "About", .items = about, .empty_text = "Any child"}, asked.form);
                                ui::checkboxes_field(filters, {.name = "questions", .legend = "Questions", .items = {{"1", "With open questions"}}, .compact = true}, asked.form);
                            },
                            [&](ui::Buffer& results) {
                                results_view(results, on_page);
                                ui::pages_below(results, page, children.size(), [&](int number) { return list_address(request, {}, "/inspection/pupils", number); });
                            });
        });
    }).markup());
}

Result<Response> export_pupils(const Request& request, Context& context)
{
    const auto asked = day_asked_for(request, context.today);
    if (!asked.form.problems.empty()) return std::unexpected{asked.form.problems};
    const auto children = children_asked_for(context, request, asked.day);
    log_looks(context, children);
    CsvWriter csv{{"as of", "reference", "known as", "last name", "born", "setting", "programme", "registration", "assurance", "hours a week", "roll", "school", "reasons", "legal basis",
                   "purpose", "placed by", "started", "agreed end", "next review", "EHC plan", "looked after", "child in need", "out of area", "last seen", "attended", "possible",
                   "what would be asked"}};
    const auto yes_no = [](bool is_so) { return std::string{is_so ? "yes" : "no"}; };
    for (const auto& child : children) {
        std::vector<std::string> reasons;
        for (const auto reason : child.reasons) reasons.push_back(referrals::reason_name(reason));
        csv.row({iso(asked.day), child.reference, child.known_as, child.last_name, iso(child.born), child.setting_name, child.programme_name,
                 directory::registration_words(child.registration), child.assurance, hours_a_week(child), std::string{placements::roll_name(child.roll)}, child.school_name,
                 join(reasons, "; "), std::string{placements::legal_basis_name(child.legal_basis)}, child.purpose, child.commissioner_name, iso(child.started),
                 iso(child.place.agreed_end), child.place.review_due ? iso(*child.place.review_due) : "", yes_no(child.has_plan), yes_no(child.is_looked_after),
                 yes_no(child.is_in_need), yes_no(!child.is_setting_in_authority), child.last_seen ? iso(*child.last_seen) : "",
                 std::to_string(child.place.attendance.present), std::to_string(child.place.attendance.possible()), join(questions_about(child), "; ")});
    }
    return csv_download("children-in-alternative-provision.csv", csv.text());
}

Result<Response> api_pupils(const Request& request, Context& context)
{
    const auto asked = day_asked_for(request, context.today);
    if (!asked.form.problems.empty()) return std::unexpected{asked.form.problems};
    const auto children = children_asked_for(context, request, asked.day);
    log_looks(context, children);
    Json all = Json::array();
    for (const auto& child : children) {
        Json questions = Json::array();
        for (const Question question : child.questions) questions.push_back(enum_text(question));
        Json one{{"pupil", child.reference}, {"placement", child.placement.text()}, {"setting", {{"id", child.setting.text()}, {"name", child.setting_name}}},
                 {"registration", enum_text(child.registration)}, {"minutes_a_week", child.place.minutes_a_week}, {"roll", enum_text(child.roll)},
                 {"legal_basis", enum_text(child.legal_basis)}, {"started", iso(child.started)}, {"agreed_end", iso(child.place.agreed_end)}, {"has_plan", child.has_plan},
                 {"is_looked_after", child.is_looked_after}, {"is_in_need", child.is_in_need}, {"is_out_of_area", !child.is_setting_in_authority},
                 {"attended", child.place.attendance.present}, {"possible", child.place.attendance.possible()}, {"questions", std::move(questions)}};
        if (child.place.review_due) one["review_due"] = iso(*child.place.review_due);
        if (child.last_seen) one["last_seen"] = iso(*child.last_seen);
        all.push_back(std::move(one));
    }
    return json(200, json_text(Json{{"as_of", iso(asked.day)}, {"places", std::move(all)}}));
}

}  // namespace waymark::inspection
