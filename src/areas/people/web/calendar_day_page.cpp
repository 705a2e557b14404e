// Adding, correcting and removing single days: INSET, closures, bank holidays that are not known, and those on which a school meets.
#include "people/actions/keep_calendar.hpp"

#include "foundation/text.hpp"
#include "people/web/calendar_show.hpp"
#include "people/web/pages.hpp"

namespace waymark::people {
namespace {

struct DayScreen {
    NamedCalendar named;
    std::optional<KeptDay> day;  // none: a new one, or several
};

Result<DayScreen> load_day(const Request& request, Context& context)
{
    return context.read([&](Transaction& tx) -> Result<DayScreen> {
        DayScreen screen{.named = TRY(calendar_to_change(tx, request, context)), .day = {}};
        if (!request.path_values.contains("day")) return screen;
        const auto wanted = TRY(request.path_id<CalendarDayId>("day"));
        const auto kept = kept_calendars_of(tx, screen.named.whose);
        for (const auto& one : screen.named.whose ? kept.own.days : kept.of_authority.days)
            if (one.id == wanted) screen.day = one;
        if (!screen.day) return not_found("calendar.no_such_day", "This day is no longer in the calendar.");
        return screen;
    });
}

std::vector<ui::Choice> kinds()
{
    return {{.value = "inset", .text = "INSET day", .hint = "Staff only"},
            {.value = "closure", .text = "Planned closure", .hint = "For example polling day or a local holiday"},
            {.value = "unplanned_closure", .text = "Unplanned closure", .hint = "For example snow. No school day; its sessions stay planned"},
            {.value = "bank_holiday", .text = "Extra bank holiday", .hint = "Proclaimed for a single year and not yet known here"},
            {.value = "open_on_bank_holiday", .text = "The school meets on a bank holiday", .hint = "It then counts as a school day"}};
}

void day_view(ui::Buffer& out, const DayScreen& screen, const Form& form)
{
    const std::string back = calendar_href(screen.named.whose);
    ui::page(out, {.title = screen.day ? "Change a day" : "Add days to the calendar", .back = ui::Link{"Back to the calendar", back}, .problems = form.problems,
                   .caption = screen.named.name, .about_a_person = false}, [&](ui::Buffer& body) {
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::hidden_field(inner, "version", form.value("version"));
            ui::radios_field(inner, {.name = "kind", .legend = "What kind of day is it?", .items = kinds()}, form);
            ui::text_field(inner, {.name = "name", .label = "What is it called?", .hint = "For example, Staff training", .width = ui::BoxWidth::twenty}, form);
            ui::date_field(inner, {.name = "from", .legend = screen.day ? "Day" : "First day", .hint = "For example, 23 11 2026"}, form);
            if (!screen.day) ui::date_field(inner, {.name = "to", .legend = "Last day, if it is more than one", .hint = "Weekends are left out"}, form);
            ui::submit_row(inner, {.text = screen.day ? "Save day" : "Add to the calendar", .cancel = {"Cancel", back}});
        });
        if (screen.day) ui::paragraph(body, ui::link_html(calendar_href(screen.named.whose, "days/" + screen.day->id.text() + "/remove"), "Remove this day"));
    });
}

void remove_day_view(ui::Buffer& out, const DayScreen& screen)
{
    const std::string back = calendar_href(screen.named.whose, "days/" + screen.day->id.text());
    ui::page(out, {.title = "Remove “" + screen.day->day.name + "”", .back = ui::Link{"Back", back}, .caption = screen.named.name, .about_a_person = false},
             [&](ui::Buffer& body) {
                 ui::paragraph(body, weekday_date(screen.day->day.day) + (screen.day->day.kind == ClosureKind::open_on_bank_holiday
                                                                               ? " is a bank holiday again, and no school day. "
                                                                               : " then counts as a school day, if it lies in a half-term and is no bank holiday. ") +
                                         "You can add it again.");
                 ui::form(body, {}, [&](ui::Buffer& inner) {
                     ui::hidden_field(inner, "version", std::to_string(screen.day->version));
                     ui::submit_row(inner, {.text = "Remove day", .warning = true, .cancel = {"Keep it", back}});
                 });
             });
}

/// Answers what to say when it is done.
Result<std::string> save_day(Context& context, const DayScreen& screen, const Form& form)
{
    FormReader read{form};
    const auto kind = read.one_of<ClosureKind>("kind", "Choose what kind of day it is.");
    const auto name = read.text("name", "Say what the day is, for example “Staff training”.", 80);
    const Date from = read.date("from", screen.day ? "the day" : "the first day");
    if (screen.day) {
        const int version = read.seen_version();
        TRY(read.result());
        TRY(correct_day(context, screen.named.whose, {.id = screen.day->id, .day = {.day = from, .kind = kind, .name = name}, .version = version}));
        return "Day saved.";
    }
    const auto to = read.date_if_any("to", "the last day");
    TRY(read.result());
    const int added = TRY(add_days(context, screen.named.whose, {.kind = kind, .name = name, .from = from, .to = to.value_or(from)}));
    return counted(added, "day") + " added.";
}

std::string back_to_year(const DayScreen& screen, const Form& form)
{
    FormReader read{form};
    const auto day = read.date_if_any("from", "the day");
    return day ? calendar_year_href(screen.named.whose, SchoolYear::of(*day)) : calendar_href(screen.named.whose);
}

}  // namespace

Result<Response> show_calendar_day(const Request& request, Context& context)
{
    const auto screen = TRY(load_day(request, context));
    Form form;
    if (screen.day) {
        form.set("kind", std::string{enum_text(screen.day->day.kind)}).set("name", screen.day->day.name).set("from", iso(screen.day->day.day))
            .set("version", std::to_string(screen.day->version));
    } else if (const auto day = parse_iso_date(request.query("from")); day && enum_from_text<ClosureKind>(request.query("kind"))) {
        form.set("kind", std::string{request.query("kind")}).set("from", iso(*day)).set("name", bank_holiday_name(*day));
    }
    return calendar_page_of(200, [&](ui::Buffer& out) { day_view(out, screen, form); });
}

Result<Response> submit_calendar_day(const Request& request, Context& context)
{
    const auto screen = TRY(load_day(request, context));
    const Form form = request.form();
    const auto saved = save_day(context, screen, form);
    if (saved) return see_other_with_success(back_to_year(screen, form), *saved);
    if (!saved.error().correctable()) return std::unexpected(saved.error());
    return calendar_page_of(422, [&](ui::Buffer& out) { day_view(out, screen, form.with(saved.error())); });
}

Result<Response> show_remove_calendar_day(const Request& request, Context& context)
{
    const auto screen = TRY(load_day(request, context));
    if (!screen.day) return not_found("calendar.no_such_day", "This day is no longer in the calendar.");
    return calendar_page_of(200, [&](ui::Buffer& out) { remove_day_view(out, screen); });
}

Result<Response> submit_remove_calendar_day(const Request& request, Context& context)
{
    const auto screen = TRY(load_day(request, context));
    if (!screen.day) return not_found("calendar.no_such_day", "This day is no longer in the calendar.");
    const Form form = request.form();
    FormReader read{form};
    const int version = read.seen_version();
    TRY(read.result());
    TRY(remove_day(context, screen.named.whose, screen.day->id, version));
    return see_other_with_success(calendar_year_href(screen.named.whose, SchoolYear::of(screen.day->day.day)), "Day removed.");
}

}  // namespace waymark::people
