// All addresses of attendance, with who may use them.
#include "attendance/web/routes.hpp"

#include "attendance/web/pages.hpp"

namespace waymark::attendance {

std::span<const Route> routes()
{
    using enum Method;
    static constexpr Route table[] = {
        {get, "/registers", Permission::take_registers, show_registers},
        {get, "/registers/{day}/{session}", Permission::take_registers, show_register},
        {post, "/registers/{day}/{session}", Permission::take_registers, submit_register},
        {get, "/registers/{day}/{session}/blank", Permission::take_registers, show_blank_register},
        {get, "/registers/{day}/{session}/correct", Permission::correct_registers, show_correction},
        {post, "/registers/{day}/{session}/correct", Permission::correct_registers, submit_correction},
        {get, "/absence", Permission::see_absence, show_absence},
        {get, "/absence/export.csv", Permission::see_absence, absence_csv},
        {get, "/pupils/{pupil}/absence/{day}/{session}", Permission::record_absence_contact, show_contact, Subject::pupil},
        {post, "/pupils/{pupil}/absence/{day}/{session}", Permission::record_absence_contact, submit_contact, Subject::pupil},
        {get, "/attendance", Permission::see_attendance, show_attendance},
        {get, "/attendance/export.csv", Permission::see_attendance, attendance_csv},
        {get, "/attendance/year-groups", Permission::see_attendance, show_year_groups},
        {get, "/attendance/year-groups/export.csv", Permission::see_attendance, year_groups_csv},
        {get, "/attendance/year-groups/{year_group}", Permission::see_attendance, show_children_of_year_group},
        {get, "/attendance/weeks", Permission::see_attendance, show_weeks},
        {get, "/attendance/weeks/export.csv", Permission::see_attendance, weeks_csv},
        {get, "/attendance/{setting}", Permission::see_attendance, show_setting_attendance},
        {get, "/pupils/{pupil}/attendance", Permission::see_pupils, show_pupil_attendance, Subject::pupil},
        {get, "/api/v1/registers/{day}/{session}", Permission::take_registers, api_register},
        {post, "/api/v1/registers/{day}/{session}", Permission::take_registers, api_save_register},
    };
    return table;
}

}  // namespace waymark::attendance
