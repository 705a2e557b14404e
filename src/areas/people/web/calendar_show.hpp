// What the pages of school calendars share: whose calendar an address names, the way to it, and words.
#pragma once

#include <string>
#include <string_view>

#include "people/store/calendars.hpp"
#include "platform/context.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"
#include "ui/ui.hpp"

namespace waymark::people {

inline constexpr std::string_view calendars_href = "/admin/settings/terms";

/// "/admin/settings/terms/authority", "/admin/settings/terms/0193…/import".
[[nodiscard]] std::string calendar_href(CalendarOwner whose, std::string_view part = {});
/// The calendar's page at a school year.
[[nodiscard]] std::string calendar_year_href(CalendarOwner whose, SchoolYear year);

struct NamedCalendar {
    CalendarOwner whose;
    std::string name;         // "Harrowdale", "Northgate Academy"
    bool is_school = false;   // for whom the least number of sessions is known
    bool may_change = false;
};
/// The calendar that {calendar} names: `authority`, or the id of a school or provider. Not found otherwise.
[[nodiscard]] Result<NamedCalendar> calendar_in_path(Transaction& tx, const Request& request, const Context& context);
/// The same for pages that change it: not found for whoever may not.
[[nodiscard]] Result<NamedCalendar> calendar_to_change(Transaction& tx, const Request& request, const Context& context);

/// The school year asked for by ?year=2026; this one when none or nonsense was.
[[nodiscard]] SchoolYear year_asked_for(const Request& request, Date today);

/// "Known", "Not known" and so on as a tag, with the sessions where they are known.
[[nodiscard]] ui::Html known_tag(const YearKnown& known);
/// Whether a year that is known has fewer sessions than the law wants of a maintained school.
[[nodiscard]] bool too_few_sessions(const YearKnown& known, SchoolYear year);
[[nodiscard]] int sessions_wanted(SchoolYear year);

/// A page of one calendar.
template <class F>
[[nodiscard]] Response calendar_page_of(int status, F&& write)
{
    ui::Buffer out;
    write(out);
    return html(status, out.take());
}

}  // namespace waymark::people
