// Free places of each programme by weekday session, for this week or a later one, and when the next place is free.
#include <algorithm>

#include "directory/store/taken.hpp"
#include "directory/web/pages.hpp"
#include "directory/web/record_frame.hpp"
#include "foundation/text.hpp"

namespace waymark::directory {
namespace {

constexpr int weeks_ahead = 26;  // how far the next free place is looked for

Date monday_of(Date day) { return day - Days{static_cast<int>(weekday(day))}; }

/// What is taken in each week from `monday` on.
struct WeekAhead {
    Date monday;
    TakenPlaces taken;
};

struct PlacesScreen {
    Record record;
    Date monday;
    std::vector<WeekAhead> weeks;  // the shown one first
};

/// The first of those weeks in which the programme has a place in every session it runs; nothing when there is none.
std::optional<Date> next_free_week(const Programme& programme, const std::vector<WeekAhead>& weeks)
{
    for (const auto& week : weeks)
        if (is_free_on(free_of(programme, week.taken), programme.places.sessions())) return week.monday;
    return std::nullopt;
}

/// Nothing further ahead can change what the page says of any of these programmes.
bool all_have_next_week(const std::vector<Programme>& programmes, const std::vector<WeekAhead>& weeks)
{
    return std::ranges::all_of(programmes, [&](const Programme& programme) {
        return programme.places.sessions().empty() || next_free_week(programme, weeks);
    });
}

ui::WeekCell cell_of(int free, int places)
{
    if (places == 0) return {.text = "Does not run", .kind = ui::WeekCellKind::empty};
    if (free == 0) return {.text = "Full, " + counted(places, "place"), .kind = ui::WeekCellKind::gap};
    return {.text = std::to_string(free) + " free of " + std::to_string(places), .kind = ui::WeekCellKind::filled};
}

void write_programme(ui::Buffer& out, const Programme& programme, const PlacesScreen& screen)
{
    ui::section(out, programme.name, [&](ui::Buffer& inner) {
        const WeekPlaces free = free_of(programme, screen.weeks.front().taken);
        ui::WeekGrid grid{.caption = programme.name + ", week of " + long_date(screen.monday)};
        for (const auto& when : sessions_of_the_week()) {
            auto& half = when.session == Session::am ? grid.morning : grid.afternoon;
            half[static_cast<std::size_t>(when.weekday)] = cell_of(free.at(when), programme.places.at(when));
        }
        ui::week_grid(inner, grid);
        const auto next = next_free_week(programme, screen.weeks);
        if (programme.places.sessions().empty()) ui::paragraph(inner, "No places are recorded.");
        else if (next) ui::paragraph(inner, "A place in every session it runs is free from the week of " + long_date(*next) + ".");
        else ui::paragraph(inner, "No place in every session it runs becomes free in the next " + std::to_string(weeks_ahead) + " weeks.");
    });
}

}  // namespace

Result<Response> show_places(const Request& request, Context& context)
{
    const auto asked = parse_iso_date(request.query("week"));
    const Date this_week = monday_of(context.today);
    const Date monday = asked && *asked >= this_week && days_between(this_week, *asked) < 400 ? monday_of(*asked) : this_week;
    const auto loaded = context.read([&](Transaction& tx) -> Result<PlacesScreen> {
        PlacesScreen found{.record = TRY(load_record(tx, request, context)), .monday = monday, .weeks = {}};
        for (int week = 0; week < weeks_ahead; ++week) {
            const Date start = monday + Days{7 * week};
            found.weeks.push_back({start, taken_places(tx, std::max(start, tx.today()), start + Days{4}, found.record.listing.provider.id)});
            if (all_have_next_week(found.record.listing.programmes, found.weeks)) break;
        }
        return found;
    });
    const auto screen = TRY(loaded);
    const std::string here = provider_href(screen.record.listing.provider.id, "places");
    return page_of(200, [&](ui::Buffer& out) {
        record_page(out, screen.record, "places", "Free places", [&](ui::Buffer& body) {
            ui::paragraph(body, "Week of " + long_date(monday) + ". A place that somebody holds or is timetabled for is not free.");
            ui::paragraph(body, ui::render([&](ui::Buffer& links) {
                if (monday > this_week) {
                    ui::link(links, here + "?week=" + iso(monday - Days{7}), "Week before");
                    links.text(", ");
                }
                ui::link(links, here + "?week=" + iso(monday + Days{7}), "Week after");
            }));
            if (screen.record.listing.programmes.empty()) ui::empty_state(body, "This provider runs no programme now.");
            for (const auto& programme : screen.record.listing.programmes) write_programme(body, programme, screen);
        });
    });
}

}  // namespace waymark::directory
