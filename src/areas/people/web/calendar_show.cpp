// Addresses, names and tags of school calendars.
#include "people/web/calendar_show.hpp"

#include <charconv>

#include "foundation/text.hpp"
#include "people/rules/calendar_access.hpp"
#include "people/store/organisations.hpp"
#include "vocabulary/law.hpp"

namespace waymark::people {
namespace {

std::unexpected<Problems> no_such_calendar() { return not_found("calendar.no_such_calendar", "There is no such calendar."); }

}  // namespace

std::string calendar_href(CalendarOwner whose, std::string_view part)
{
    std::string href = std::string{calendars_href} + "/" + (whose ? whose->text() : std::string{"authority"});
    if (!part.empty()) href += "/" + std::string{part};
    return href;
}

std::string calendar_year_href(CalendarOwner whose, SchoolYear year) { return calendar_href(whose) + "?year=" + std::to_string(year.starts_in()); }

Result<NamedCalendar> calendar_in_path(Transaction& tx, const Request& request, const Context& context)
{
    NamedCalendar found;
    if (request.path("calendar") == "authority") {
        found.name = authority_name(tx);
    } else {
        const auto id = TRY(request.path_id<OrganisationId>("calendar"));
        const auto named = organisation(tx, id);
        if (!named || (named->kind != OrganisationKind::school && named->kind != OrganisationKind::provider)) return no_such_calendar();
        found.whose = id;
        found.name = named->name;
        found.is_school = named->kind == OrganisationKind::school;
    }
    found.may_change = may_change_calendar(context.who.role, context.who.organisation, found.whose);
    return found;
}

Result<NamedCalendar> calendar_to_change(Transaction& tx, const Request& request, const Context& context)
{
    auto found = TRY(calendar_in_path(tx, request, context));
    if (!found.may_change) return no_such_calendar();
    return found;
}

SchoolYear year_asked_for(const Request& request, Date today)
{
    const auto asked = request.query("year");
    int year = 0;
    const auto [end, error] = std::from_chars(asked.data(), asked.data() + asked.size(), year);
    const bool sensible = error == std::errc{} && end == asked.data() + asked.size() && year >= 2000 && year <= 2100;
    return sensible ? SchoolYear{year} : SchoolYear::of(today);
}

ui::Html known_tag(const YearKnown& known)
{
    if (known.state == YearState::known) return ui::tag_html("Known", ui::TagColour::green);
    return known.state == YearState::not_known ? ui::tag_html("Not known", ui::TagColour::red) : ui::tag_html("Known in part", ui::TagColour::yellow);
}

int sessions_wanted(SchoolYear year) { return law_on(year.first_day()).planned_sessions_min; }

bool too_few_sessions(const YearKnown& known, SchoolYear year)
{
    return known.state == YearState::known && known.planned_sessions < sessions_wanted(year);
}

}  // namespace waymark::people
