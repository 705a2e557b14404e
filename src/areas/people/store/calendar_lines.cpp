// Two statements read every calendar; each line is then judged by the rules.
#include "people/store/calendar_lines.hpp"

#include <algorithm>

#include "people/rules/calendar_access.hpp"
#include "people/rules/roles.hpp"
#include "people/store/organisations.hpp"

namespace waymark::people {
namespace {

bool sees_all(const Who& who) { return may_change_calendar(who.role, who.organisation, {}) || may(who.role, Permission::see_settings); }

CalendarLine line_of(CalendarOwner whose, std::string name, const CountedCalendar& counted, Date today)
{
    const SchoolYear year = SchoolYear::of(today);
    return {.whose = whose, .name = std::move(name), .is_school = true, .by_own_terms = !whose || counted.by_own_terms,
            .this_year = how_far_known(counted.calendar, year), .next_year = how_far_known(counted.calendar, year.next())};
}

}  // namespace

std::vector<CalendarLine> calendar_lines(Transaction& tx, const Who& who)
{
    const auto kept = all_kept_calendars(tx);
    const auto entries = [&](CalendarOwner whose) {
        const auto found = kept.find(whose);
        return found == kept.end() ? KeptCalendar{} : found->second;
    };
    const KeptCalendar of_authority = entries({});
    std::vector<CalendarLine> lines{line_of({}, authority_name(tx), counted_calendar({}, of_authority), tx.today())};
    const CalendarLine stands_in = lines.front();
    for (const auto kind : {OrganisationKind::school, OrganisationKind::provider})
        for (const auto& one : organisations_of_kind(tx, kind)) {
            const bool own = one.id == who.organisation || (one.parent && *one.parent == who.organisation);
            if (!own && !sees_all(who)) continue;
            // Most have entered nothing: what counts for them was judged once.
            CalendarLine line = kept.contains(one.id) ? line_of(one.id, one.name, counted_calendar(entries(one.id), of_authority), tx.today()) : stands_in;
            line.whose = one.id;
            line.name = one.name;
            line.is_school = kind == OrganisationKind::school;
            if (!kept.contains(one.id)) line.by_own_terms = false;
            lines.push_back(std::move(line));
        }
    return lines;
}

std::size_t not_known_this_year(const std::vector<CalendarLine>& lines)
{
    return static_cast<std::size_t>(std::ranges::count_if(lines, [](const CalendarLine& line) { return line.this_year.state != YearState::known; }));
}

}  // namespace waymark::people
