// All school calendars at a glance: the authority's own, those of schools and providers, and which school years are not known.
#include "foundation/text.hpp"
#include "people/rules/calendar_access.hpp"
#include "people/store/calendar_lines.hpp"
#include "people/web/calendar_show.hpp"
#include "people/web/pages.hpp"

namespace waymark::people {
namespace {

struct CalendarsScreen {
    SchoolYear this_year;
    bool may_import = false;  // the authority's own terms
    std::vector<CalendarLine> lines;
};

ui::Content year_cell(const CalendarLine& line, const YearKnown& known, SchoolYear year)
{
    if (known.state == YearState::not_known) return known_tag(known);
    if (known.state == YearState::known_in_part) return ui::two_lines(known_tag(known), known_words(known));
    const std::string sessions = counted(known.planned_sessions, "session");
    if (line.is_school && too_few_sessions(known, year))
        return ui::two_lines(sessions, ui::tag_html("Under " + std::to_string(sessions_wanted(year)), ui::TagColour::yellow));
    return sessions;
}

template <class Belongs>
void lines_table(ui::Buffer& out, std::string caption, const CalendarsScreen& screen, Belongs&& belongs)
{
    ui::TableOptions table{.caption = std::move(caption), .head = {"Calendar", "Terms", screen.this_year.text(), screen.this_year.next().text()}};
    for (const auto& line : screen.lines)
        if (belongs(line))
            table.rows.push_back({ui::link_html(calendar_href(line.whose), line.name), line.by_own_terms ? "Its own" : "The authority’s",
                                  year_cell(line, line.this_year, screen.this_year), year_cell(line, line.next_year, screen.this_year.next())});
    if (!table.rows.empty()) ui::table(out, table);
}

void calendars_view(ui::Buffer& out, const CalendarsScreen& screen)
{
    ui::page(out, {.title = "School calendars", .wide = true, .about_a_person = false}, [&](ui::Buffer& body) {
        ui::lead(body, "The days that schools meet. Every clock that counts school days counts them here.");
        if (const auto missing = not_known_this_year(screen.lines); missing > 0)
            ui::alert(body, ui::AlertKind::warning, counted(static_cast<long long>(missing), "calendar") + (missing == 1 ? " does" : " do") + " not know all of " +
                                                        screen.this_year.text() + ". Clocks that need the missing days say “not known”.", "Not known");
        ui::paragraph(body, "A school or provider without half-terms of its own is counted by the authority’s. Where there are none either, nobody guesses.");
        lines_table(body, "The authority’s own", screen, [](const CalendarLine& line) { return !line.whose; });
        if (screen.may_import) ui::paragraph(body, ui::link_html(calendar_href({}, "import"), "Import the authority’s term dates from a file"));
        lines_table(body, "Schools", screen, [](const CalendarLine& line) { return line.whose && line.is_school; });
        lines_table(body, "Providers", screen, [](const CalendarLine& line) { return line.whose && !line.is_school; });
        ui::paragraph(body, "A maintained school plans " + std::to_string(sessions_wanted(screen.this_year)) +
                                " sessions a school year or more, two each school day. Academies, independent schools and providers set their own number.");
    });
}

}  // namespace

Result<Response> show_calendars(const Request&, Context& context)
{
    const auto screen = context.read([&](Transaction& tx) { 
        const auto& who = context.who;
        return CalendarsScreen{SchoolYear::of(context.today), may_change_calendar(who.role, who.organisation, {}), calendar_lines(tx, who)};
     });
    return calendar_page_of(200, [&](ui::Buffer& out) { calendars_view(out, screen); });
}

}  // namespace waymark::people
