// Addresses and path values that the pages of this area share.
#include "attendance/web/pages.hpp"

namespace waymark::attendance {

std::string register_href(Date day, Session session)
{
    return "/registers/" + iso(day) + "/" + std::string{enum_text(session)};
}

Result<DayAndSession> day_and_session(const Request& request)
{
    const auto day = parse_iso_date(request.path("day"));
    const auto session = enum_from_text<Session>(request.path("session"));
    if (!day || !session) return not_found("attendance.no_such_session", "There is no register at this address.");
    return DayAndSession{*day, *session};
}

Date day_asked_for(const Request& request, Date today)
{
    const auto day = parse_iso_date(request.query("day"));
    return day ? *day : today;
}

}  // namespace waymark::attendance
