// K, B, D or an absence: who arranged the place decides, and only for a child who came.
#include "attendance/rules/mark.hpp"

namespace waymark::attendance {
namespace {

std::string_view absence_code(AbsenceReason reason)
{
    switch (reason) {
        case AbsenceReason::not_known: return "N";
        case AbsenceReason::ill: return "I";
        case AbsenceReason::medical_appointment: return "M";
        case AbsenceReason::suspended: return "E";
        case AbsenceReason::transport_not_provided: return "Q";
        case AbsenceReason::interview: return "J1";
        case AbsenceReason::religious_observance: return "R";
        case AbsenceReason::site_closed: return "Y4";
        case AbsenceReason::agreed_leave: return "C";
        case AbsenceReason::refused_by_school: return "O";
        case AbsenceReason::no_good_reason: return "O";
    }
    return "N";
}

}  // namespace

std::string_view suggested_code(Arrival arrival, Session session, const Arrangement& arrangement, AbsenceReason reason)
{
    if (arrival == Arrival::not_here) return absence_code(reason);
    if (!arrangement.supervised_in_person) return "N";
    if (arrangement.registered_at_setting) {
        if (arrival == Arrival::late) return "L";
        return session == Session::am ? "/" : "\\";
    }
    return arrangement.commissioned_by_authority ? "K" : "B";
}

std::string_view main_school_code(Arrival arrival, Session session, const Arrangement& arrangement, AbsenceReason reason)
{
    const bool came = arrival != Arrival::not_here && arrangement.supervised_in_person;
    return came && arrangement.registered_at_setting ? "D" : suggested_code(arrival, session, arrangement, reason);
}

Problems problems_with(const ProposedMark& mark, Date day, Date today, bool expected, std::string_view field)
{
    Problems found;
    if (day > today)
        found.add("attendance.future_day", "This session has not begun. Take the register on " + weekday_date(day) + ".", std::string{field});
    if (!expected)
        found.add("attendance.not_expected", "This child has no timetabled session here then. Check the placement's timetable.",
                  std::string{field});
    if (mark.arrival == Arrival::late && !mark.minutes_late)
        found.add("attendance.minutes_late_missing", "Enter how many minutes late.", std::string{field});
    return found;
}

std::string_view reason_words(AbsenceReason reason)
{
    switch (reason) {
        case AbsenceReason::not_known: return "Reason not known yet";
        case AbsenceReason::ill: return "Ill";
        case AbsenceReason::medical_appointment: return "Medical or dental appointment";
        case AbsenceReason::suspended: return "Suspended or excluded";
        case AbsenceReason::transport_not_provided: return "Transport did not come";
        case AbsenceReason::interview: return "Interview";
        case AbsenceReason::religious_observance: return "Religious observance";
        case AbsenceReason::site_closed: return "Setting closed unexpectedly";
        case AbsenceReason::agreed_leave: return "Leave agreed beforehand";
        case AbsenceReason::refused_by_school: return "Leave asked for and not agreed";
        case AbsenceReason::no_good_reason: return "Other reason, not authorised";
    }
    return "";
}

std::string_view arrival_words(Arrival arrival)
{
    switch (arrival) {
        case Arrival::here: return "Here";
        case Arrival::late: return "Late";
        case Arrival::not_here: return "Not here";
        case Arrival::left_early: return "Left early";
    }
    return "";
}

}  // namespace waymark::attendance
