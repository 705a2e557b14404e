// The handlers of this area's pages, and the addresses they share.
#pragma once

#include <string>

#include "platform/context.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"
#include "vocabulary/session.hpp"

namespace waymark::attendance {

[[nodiscard]] std::string register_href(Date day, Session session);  // "/registers/2026-11-23/am"

/// The day and session of the path. Fails not_found when either is none.
struct DayAndSession {
    Date day;
    Session session = Session::am;
};
[[nodiscard]] Result<DayAndSession> day_and_session(const Request& request);

/// The day of `?day=`, today when it is absent or no date.
[[nodiscard]] Date day_asked_for(const Request& request, Date today);

[[nodiscard]] Result<Response> show_registers(const Request&, Context&);
[[nodiscard]] Result<Response> show_register(const Request&, Context&);
[[nodiscard]] Result<Response> submit_register(const Request&, Context&);
[[nodiscard]] Result<Response> show_blank_register(const Request&, Context&);
[[nodiscard]] Result<Response> show_correction(const Request&, Context&);
[[nodiscard]] Result<Response> submit_correction(const Request&, Context&);
[[nodiscard]] Result<Response> show_absence(const Request&, Context&);
[[nodiscard]] Result<Response> absence_csv(const Request&, Context&);
[[nodiscard]] Result<Response> show_contact(const Request&, Context&);
[[nodiscard]] Result<Response> submit_contact(const Request&, Context&);
[[nodiscard]] Result<Response> show_attendance(const Request&, Context&);
[[nodiscard]] Result<Response> attendance_csv(const Request&, Context&);
[[nodiscard]] Result<Response> show_setting_attendance(const Request&, Context&);
[[nodiscard]] Result<Response> show_year_groups(const Request&, Context&);
[[nodiscard]] Result<Response> year_groups_csv(const Request&, Context&);
[[nodiscard]] Result<Response> show_children_of_year_group(const Request&, Context&);
[[nodiscard]] Result<Response> show_weeks(const Request&, Context&);
[[nodiscard]] Result<Response> weeks_csv(const Request&, Context&);
[[nodiscard]] Result<Response> show_pupil_attendance(const Request&, Context&);
[[nodiscard]] Result<Response> api_register(const Request&, Context&);
[[nodiscard]] Result<Response> api_save_register(const Request&, Context&);

}  // namespace waymark::attendance
