// One programme as a form: what it is, for whom, where, on which sessions with how many places, and the price.
#include <algorithm>

#include "directory/actions/keep_programme.hpp"
#include "directory/store/programmes.hpp"
#include "directory/store/providers.hpp"
#include "directory/web/pages.hpp"
#include "directory/web/show.hpp"
#include "foundation/text.hpp"

namespace waymark::directory {
namespace {

struct ProgrammeScreen {
    Provider provider;
    std::vector<Site> sites;
    std::vector<OfferCategory> categories;
    std::optional<Programme> programme;  // none: a new one
    bool of_provider = false;
};

constexpr std::string_view online = "online";

Result<ProgrammeScreen> load_programme_screen(const Request& request, Context& context)
{
    const auto id = TRY(provider_in_path(request, context));
    TRY(check_may_edit(context, id));
    return context.read([&](Transaction& tx) -> Result<ProgrammeScreen> {
        ProgrammeScreen screen{.provider = TRY(provider_or_problem(tx, id)), .sites = open_sites(tx, id, tx.today()),
                               .categories = offer_categories(tx, tx.today()), .programme = {}, .of_provider = is_of_provider(context)};
        if (request.path("programme") == "new") return screen;
        const auto wanted = TRY(request.path_id<ProgrammeId>("programme"));
        screen.programme = TRY(programme_of(tx, id, wanted));
        return screen;
    });
}

/// "Maths, GCSE, 1-9": one course a line, as people type them.
std::string course_lines(const std::vector<Course>& courses)
{
    std::vector<std::string> lines;
    for (const auto& course : courses) {
        std::string line = course.subject;
        if (!course.accreditation.empty() || !course.level.empty()) line += ", " + course.accreditation;
        if (!course.level.empty()) line += ", " + course.level;
        lines.push_back(line);
    }
    return join(lines, "\n");
}

std::vector<Course> courses_typed(std::string_view text)
{
    std::vector<Course> courses;
    for (const auto line : split(text, '\n')) {
        const auto parts = split(line, ',');
        if (parts.empty() || trimmed(parts[0]).empty()) continue;
        const auto part = [&](std::size_t index) { return index < parts.size() ? std::string{trimmed(parts[index])} : std::string{}; };
        courses.push_back({part(0), part(1), part(2)});
    }
    return courses;
}

Form form_of(const Programme& programme)
{
    Form form;
    form.set("name", programme.name).set("description", programme.description).set("category", programme.category);
    form.set("site", programme.site ? programme.site->text() : std::string{online});
    form.set("attendance", std::string{enum_text(programme.attendance)}).set("focus", std::string{enum_text(programme.focus)});
    form.set("weeks_max", programme.weeks_max ? std::to_string(*programme.weeks_max) : std::string{});
    form.set("age_from", std::to_string(programme.age_from)).set("age_to", std::to_string(programme.age_to));
    form.set("sex", programme.sex ? std::string{enum_text(*programme.sex)} : "everybody");
    for (const auto need : programme.needs) form.values.emplace_back("needs", std::string{enum_text(need)});
    form.set("price", money_text(programme.price).substr(std::string_view{"£"}.size())).set("price_unit", std::string{enum_text(programme.price_unit)});
    form.set("session_minutes", std::to_string(programme.session_minutes)).set("from", iso(programme.from));
    if (programme.to) form.set("to", iso(*programme.to));
    form.set("courses", course_lines(programme.courses)).set("version", std::to_string(programme.version));
    for (const auto& when : sessions_of_the_week())
        if (const int places = programme.places.at(when); places > 0) form.set(session_code(when), std::to_string(places));
    return form;
}

/// The ten boxes for places, as a table: a day a row, morning and afternoon beside each other.
void write_places(ui::Buffer& out, const Form& form)
{
    const auto box = [&](const WeekdaySession& when) {
        return ui::render([&](ui::Buffer& cell) {
            const std::string name = session_code(when);
            ui::text_field(cell, {.name = name, .label = ui::render([&](ui::Buffer& label) {
                label.raw("<span class=\"govuk-visually-hidden\">");
                label.text("Places on " + weekday_session_name(when));
                label.raw("</span>");
            }), .width = ui::BoxWidth::three, .inputmode = "numeric"}, form);
        });
    };
    ui::TableOptions table{.caption = "Places in each session", .caption_classes = "govuk-table__caption--m", .head = {"Day", "Morning", "Afternoon"},
                           .first_cell_is_header = true, .classes = "wm-places", .cards = false};
    for (int day = 0; day < 5; ++day) {
        const auto weekday_ = static_cast<Weekday>(day);
        table.rows.push_back({weekday_name(weekday_), box({weekday_, Session::am}), box({weekday_, Session::pm})});
    }
    ui::table(out, table);
}

std::vector<ui::Choice> category_choices(const ProgrammeScreen& screen)
{
    std::vector<ui::Choice> items;
    for (const auto& category : screen.categories) items.push_back({.value = category.id, .text = category.name, .hint = category.description});
    return items;
}

std::vector<ui::Choice> site_choices(const ProgrammeScreen& screen)
{
    std::vector<ui::Choice> items;
    for (const auto& site : screen.sites) items.push_back({.value = site.id.text(), .text = site.name, .hint = site.postcode});
    items.push_back({.value = std::string{online}, .text = "Online"});
    return items;
}

void write_form(ui::Buffer& out, const ProgrammeScreen& screen, const Form& form)
{
    ui::field_group(out, "What it is", ui::LabelSize::medium, [&](ui::Buffer& inner) {
        ui::text_field(inner, {.name = "name", .label = "Name"}, form);
        ui::text_area_field(inner, {.name = "description", .label = "What young people do there", .rows = 3, .characters_max = 800}, form);
        ui::radios_field(inner, {.name = "category", .legend = "Category", .items = category_choices(screen), .compact = true}, form);
        ui::radios_field(inner, {.name = "attendance", .legend = "Full or part time", .items = ui::choices<Attendance>(attendance_words), .inline_items = true, .compact = true}, form);
        ui::radios_field(inner, {.name = "focus", .legend = "Focus", .items = ui::choices<Focus>(focus_words), .inline_items = true, .compact = true}, form);
        ui::text_field(inner, {.name = "weeks_max", .label = "Most weeks that a child stays", .hint = "Leave empty when there is no limit", .width = ui::BoxWidth::three, .inputmode = "numeric"}, form);
        ui::text_area_field(inner, {.name = "courses", .label = "Courses", .hint = "One a line: subject, qualification, level. For example: Animal care, BTEC, Level 1", .rows = 4}, form);
    });
    ui::field_group(out, "Whom it is for", ui::LabelSize::medium, [&](ui::Buffer& inner) {
        ui::text_field(inner, {.name = "age_from", .label = "Youngest age", .width = ui::BoxWidth::three, .inputmode = "numeric"}, form);
        ui::text_field(inner, {.name = "age_to", .label = "Oldest age", .width = ui::BoxWidth::three, .inputmode = "numeric"}, form);
        ui::radios_field(inner, {.name = "sex", .legend = "Girls or boys", .items = {{"everybody", "Everybody"}, {"female", "Girls only"}, {"male", "Boys only"}}, .inline_items = true, .compact = true}, form);
        ui::checkboxes_field(inner, {.name = "needs", .legend = "Needs catered for", .items = ui::choices<Need>(need_words), .compact = true}, form);
    });
    ui::field_group(out, "Where and when", ui::LabelSize::medium, [&](ui::Buffer& inner) {
        ui::radios_field(inner, {.name = "site", .legend = "Site", .items = site_choices(screen), .compact = true}, form);
        write_places(inner, form);
        ui::text_field(inner, {.name = "session_minutes", .label = "Minutes in a session", .width = ui::BoxWidth::three, .inputmode = "numeric"}, form);
        ui::date_field(inner, {.name = "from", .legend = "First day", .hint = "For example, 7 9 2026"}, form);
    });
    ui::field_group(out, "Price", ui::LabelSize::medium, [&](ui::Buffer& inner) {
        ui::money_field(inner, {.name = "price", .label = "Price"}, form);
        ui::radios_field(inner, {.name = "price_unit", .legend = "The price is for", .items = ui::choices<PriceUnit>(price_unit_words), .inline_items = true, .compact = true}, form);
    });
}

void programme_view(ui::Buffer& out, const ProgrammeScreen& screen, const Form& form)
{
    const std::string back = provider_href(screen.provider.id, "edit");
    ui::page(out, {.title = screen.programme ? "Change a programme" : "Add a programme", .record = screen.provider.name, .back = ui::Link{"Back", back},
                   .problems = form.problems, .caption = screen.provider.name, .about_a_person = false}, [&](ui::Buffer& body) {
        if (screen.of_provider)
            ui::inset_text(body, {.text = screen.programme ? "Prices, more places and full time wait until the authority has checked them. Everything else stands at once."
                                                           : "A new programme appears in the directory once the authority has checked it."});
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::hidden_field(inner, "version", form.value("version"));
            write_form(inner, screen, form);
            ui::submit_row(inner, {.text = "Save programme", .cancel = {"Cancel", back}, .sticky = true});
        });
        if (screen.programme)
            ui::paragraph(body, ui::link_html(provider_href(screen.provider.id, "edit/programmes/" + screen.programme->id.text() + "/close"), "Close this programme"));
    });
}

Result<Programme> programme_as_typed(const ProgrammeScreen& screen, const Form& form)
{
    FormReader read{form};
    Programme programme = screen.programme.value_or(Programme{});
    programme.provider = screen.provider.id;
    programme.name = read.text("name", "Enter the name of the programme.", 120);
    programme.description = read.text_if_any("description", 1200);
    programme.category = read.text("category", "Choose the category of the programme.", 60);
    programme.attendance = read.one_of<Attendance>("attendance", "Choose full or part time.");
    programme.focus = read.one_of<Focus>("focus", "Choose the focus.");
    programme.weeks_max = read.whole_number_if_any("weeks_max", "Enter the number of weeks, from 1 to 200, or leave it empty.", 1, 200);
    programme.courses = courses_typed(form.value("courses"));
    programme.age_from = read.whole_number("age_from", "Enter the youngest age, from 4 to 25.", 4, 25);
    programme.age_to = read.whole_number("age_to", "Enter the oldest age, from 4 to 25.", 4, 25);
    programme.sex = read.one_of_if_any<Sex>("sex");
    programme.needs = read.several_of<Need>("needs");
    programme.site.reset();
    if (form.value("site") != online) programme.site = read.id<SiteId>("site", "Choose the site, or online.");
    for (const auto& when : sessions_of_the_week())
        programme.places.at(when) = read.whole_number_if_any(session_code(when), "Enter the places on " + weekday_session_name(when) + ", from 0 to 500.", 0, 500).value_or(0);
    programme.session_minutes = read.whole_number("session_minutes", "Enter how many minutes a session lasts, from 15 to 300.", 15, 300);
    programme.from = read.date("from", "the first day");
    programme.price = read.money("price", "Enter the price in pounds and pence.");
    programme.price_unit = read.one_of<PriceUnit>("price_unit", "Choose what the price is for.");
    if (screen.programme) programme.version = read.seen_version();
    TRY(read.result());
    return programme;
}

void close_programme_view(ui::Buffer& out, const ProgrammeScreen& screen, const Form& form)
{
    const std::string back = provider_href(screen.provider.id, "edit/programmes/" + screen.programme->id.text());
    ui::page(out, {.title = "Close “" + screen.programme->name + "”", .record = screen.provider.name, .back = ui::Link{"Back", back},
                   .problems = form.problems, .caption = screen.provider.name, .about_a_person = false}, [&](ui::Buffer& body) {
        ui::paragraph(body, "After its last day it is no longer listed, and nobody is placed there. What happened stays on record.");
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::hidden_field(inner, "version", form.value("version"));
            ui::date_field(inner, {.name = "last_day", .legend = "What is its last day?", .hint = "For example, 18 12 2026"}, form);
            ui::submit_row(inner, {.text = "Close programme", .warning = true, .cancel = {"Keep it running", back}});
        });
    });
}

}  // namespace

Result<Response> show_programme_form(const Request& request, Context& context)
{
    const auto screen = TRY(load_programme_screen(request, context));
    Form form;
    if (screen.programme) form = form_of(*screen.programme);
    else form.set("session_minutes", "150").set("sex", "everybody").set("from", iso(context.today)).set("version", "0");
    return page_of(200, [&](ui::Buffer& out) { programme_view(out, screen, form); });
}

Result<Response> submit_programme(const Request& request, Context& context)
{
    const auto screen = TRY(load_programme_screen(request, context));
    const Form form = request.form();
    const auto saved = [&]() -> Result<Saved> {
        const Programme programme = TRY(programme_as_typed(screen, form));
        return screen.programme ? save_programme(context, programme) : add_programme(context, programme);
    }();
    if (saved)
        return see_other_with_success(provider_href(screen.provider.id, "edit"),
                                      saved->waiting.empty() ? "Programme saved." : "Saved. What the authority checks first is listed below.");
    if (!saved.error().correctable()) return std::unexpected(saved.error());
    return page_of(422, [&](ui::Buffer& out) { programme_view(out, screen, form.with(saved.error())); });
}

Result<Response> show_close_programme(const Request& request, Context& context)
{
    const auto screen = TRY(load_programme_screen(request, context));
    if (!screen.programme) return not_found("directory.no_such_programme", "There is no such programme.");
    Form form;
    form.set("version", std::to_string(screen.programme->version));
    return page_of(200, [&](ui::Buffer& out) { close_programme_view(out, screen, form); });
}

Result<Response> submit_close_programme(const Request& request, Context& context)
{
    const auto screen = TRY(load_programme_screen(request, context));
    if (!screen.programme) return not_found("directory.no_such_programme", "There is no such programme.");
    const Form form = request.form();
    const auto closed = [&]() -> Result<void> {
        FormReader read{form};
        const Date day = read.date("last_day", "the last day");
        const int version = read.seen_version();
        TRY(read.result());
        return close_programme(context, screen.provider.id, screen.programme->id, version, day);
    }();
    if (closed) return see_other_with_success(provider_href(screen.provider.id, "edit"), "Programme closed.");
    if (!closed.error().correctable()) return std::unexpected(closed.error());
    return page_of(422, [&](ui::Buffer& out) { close_programme_view(out, screen, form.with(closed.error())); });
}

}  // namespace waymark::directory
