// All addresses of attendance, with who may use them.
#include "attendance/web/routes.hpp"

#include "attendance/web/pages.hpp"

namespace waymark::attendance {

std::span<const Route> routes()
{
    using enum Method;
    using enum Permission;
    static constexpr Route table[] = {
        {get, "/registers", take_registers, show_registers},
        {get, "/registers/{day}/{session}", take_registers, show_register},
        {post, "/registers/{day}/{session}", take_registers, submit_register},
        {get, "/registers/{day}/{session}/blank", take_registers, show_blank_register},
        {get, "/registers/{day}/{session}/correct", correct_registers, show_correction},
        {post, "/registers/{day}/{session}/correct", correct_registers, submit_correction},
        {get, "/absence", see_absence, show_absence},
        {get, "/absence/export.csv", see_absence, absence_csv},
        {get, "/pupils/{pupil}/absence/{day}/{session}", record_absence_contact, show_contact, Subject::pupil},
        {post, "/pupils/{pupil}/absence/{day}/{session}", record_absence_contact, submit_contact, Subject::pupil},
        {get, "/attendance", see_attendance, show_attendance},
        {get, "/attendance/export.csv", see_attendance, attendance_csv},
        {get, "/attendance/{setting}", see_attendance, show_setting_attendance},
        {get, "/pupils/{pupil}/attendance", see_pupils, show_pupil_attendance, Subject::pupil},
        {get, "/api/v1/registers/{day}/{session}", take_registers, api_register},
        {post, "/api/v1/registers/{day}/{session}", take_registers, api_save_register},
    };
    return table;
}

}  // namespace waymark::attendance
