// A child's whole week: every setting, morning and afternoon, in one grid; hours against full-time; gaps named.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "people/store/law_choices.hpp"
#include "placements/store/shortlist.hpp"
#include "placements/web/pages.hpp"
#include "placements/web/parts.hpp"
#include "pupils/store/pupils.hpp"
#include "vocabulary/school_year.hpp"

namespace waymark::placements {
namespace {

struct WeekScreen {
    pupils::PupilSummary pupil;
    Date monday;
    std::vector<PupilSlot> slots;
    Week week;
    std::optional<WeekAnswer> answer;       // none: no full-time number for this age
    bool school_teaches_the_rest = false;
    std::vector<Placement> placements;
};

Date monday_of(Date day) { return day - Days{static_cast<int>(weekday(day))}; }

/// A provider needs to know that the child is elsewhere, not where.
std::string setting_name(const PupilSlot& one, const Who& who)
{
    return is_at_provider(who) && one.provider != who.organisation ? "Another setting" : one.slot.setting;
}

Result<WeekScreen> load_week_screen(Context& context, const Request& request)
{
    return context.read([&](Transaction& tx) -> Result<WeekScreen> {
        WeekScreen screen{.pupil = TRY(pupils::pupil_of_page(tx, request.path("pupil")))};
        screen.monday = monday_of(parse_iso_date(request.query("from")).value_or(tx.today()));
        std::vector<Slot> slots;
        // Each session counts by its own day of the week: a placement may begin on a Wednesday.
        for (auto& one : slots_of_pupil(tx, screen.pupil.id, screen.monday)) {
            if (!one.slot.in_force.contains(screen.monday + Days{static_cast<int>(one.slot.when.weekday)})) continue;
            one.slot.setting = setting_name(one, context.who);
            slots.push_back(one.slot);
            slots.back().in_force = {screen.monday, std::nullopt};
            screen.slots.push_back(std::move(one));
        }
        screen.week = week_on(screen.monday, slots);
        for (auto& placement : placements_of_pupil(tx, screen.pupil.id)) {
            const bool there = std::ranges::any_of(screen.slots, [&](const PupilSlot& one) { return one.placement == placement.id; });
            if (!there) continue;
            screen.school_teaches_the_rest = screen.school_teaches_the_rest || attends_a_school(placement.registration, placement.legal_basis);
            if (!is_at_provider(context.who) || placement.provider == context.who.organisation) screen.placements.push_back(std::move(placement));
        }
        const auto stage = key_stage_of_year(screen.pupil.year_group.value_or(year_group(screen.pupil.born, screen.monday)));
        if (const auto full_time = stage ? people::law_for(tx, screen.monday).full_time_minutes(*stage) : std::nullopt)
            screen.answer = against_full_time(screen.week, *full_time, screen.school_teaches_the_rest);
        return screen;
    });
}

void write_grid(ui::Buffer& out, const WeekScreen& screen)
{
    ui::WeekGrid grid{.caption = "Week of " + date_range(screen.monday, screen.monday + Days{4})};
    for (int day = 0; day < 5; ++day)
        for (const auto session : {Session::am, Session::pm}) {
            auto& cell = (session == Session::am ? grid.morning : grid.afternoon)[static_cast<std::size_t>(day)];
            const auto* slot = screen.week.at({static_cast<Weekday>(day), session});
            if (slot) cell = {ui::two_lines(slot->setting, hours_text(slot->minutes)), ui::WeekCellKind::filled};
            else if (screen.school_teaches_the_rest) cell = {screen.pupil.school_name, ui::WeekCellKind::other};
            else cell = {"No setting", ui::WeekCellKind::gap};
        }
    ui::week_grid(out, grid);
}

void write_settings(ui::Buffer& out, const WeekScreen& screen)
{
    if (screen.placements.empty()) return;
    ui::TableOptions table{.caption = "Settings in this week", .head = {"Setting", "Until", "State"}, .first_cell_is_header = true};
    for (const auto& placement : screen.placements)
        table.rows.push_back({ui::two_lines(ui::link_html("/placements/" + placement.id.text(), placement.provider_name), placement.programme_name),
                              short_date(placement.last_day()), state_tag(placement.state)});
    ui::table(out, table);
}

void week_view(ui::Buffer& out, const WeekScreen& screen)
{
    const auto address = [&](Date monday) { return fmt::format("/pupils/{}/week?from={}", screen.pupil.reference, iso(monday)); };
    ui::page(out, {.title = "The whole week", .record = screen.pupil.reference, .breadcrumbs = {{"Pupils", "/pupils"}, {screen.pupil.reference, "/pupils/" + screen.pupil.reference}},
                   .wide = true}, [&](ui::Buffer& body) {
        child_bar(body, screen.pupil);
        if (screen.slots.empty())
            ui::inset_text(body, {.text = screen.pupil.school_name.empty() ? std::string{"No setting is planned in this week."}
                                                                           : fmt::format("No alternative provision is planned in this week. {} answers for all of it.", screen.pupil.school_name)});
        else if (screen.answer)
            ui::lead(body, screen.answer->words);
        else
            ui::lead(body, hours_text(screen.week.minutes) + " a week.");
        if (screen.answer && !screen.slots.empty() && !screen.answer->is_full_time && !screen.school_teaches_the_rest)
            ui::warning_text(body, {.text = "This is less than full time, and no school teaches the rest. The placement must say why, and when it will grow."});
        if (!screen.slots.empty()) write_grid(body, screen);
        ui::paragraph(body, ui::render([&](ui::Buffer& links) {
            ui::link(links, address(screen.monday - Days{7}), "Week before");
            links.text(" · ");
            ui::link(links, address(screen.monday + Days{7}), "Week after");
        }));
        write_settings(body, screen);
    });
}

}  // namespace

Result<Response> show_week(const Request& request, Context& context)
{
    const auto screen = TRY(load_week_screen(context, request));
    return page_of(200, [&](ui::Buffer& out) { week_view(out, screen); });
}

}  // namespace waymark::placements
