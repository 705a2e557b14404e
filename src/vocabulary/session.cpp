// Names of sessions for people.
#include "vocabulary/session.hpp"

namespace waymark {

std::string session_name(Session session) { return session == Session::am ? "morning" : "afternoon"; }

std::string weekday_session_name(const WeekdaySession& when)
{
    return weekday_name(when.weekday) + " " + session_name(when.session);
}

}  // namespace waymark
