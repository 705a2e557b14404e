// The register as JSON: the same action, the same refusals.

#include "attendance/actions/open_register.hpp"
#include "attendance/actions/save_register.hpp"
#include "attendance/web/pages.hpp"
#include "foundation/json.hpp"

namespace waymark::attendance {

Result<Response> api_register(const Request& request, Context& context)
{
    const auto when = TRY(day_and_session(request));
    const auto rows = TRY(open_register(context, when.day, when.session));
    auto pupils = Json::array();
    for (const RegisterRow& row : rows) {
        Json one{{"pupil", row.reference}, {"known_as", row.known_as}, {"site", row.site_name}};
        if (row.mark) {
            one["arrival"] = enum_text(row.mark->arrival);
            one["code"] = row.mark->code;
            one["revision"] = row.mark->revision;
            if (row.mark->minutes_late) one["minutes_late"] = *row.mark->minutes_late;
        }
        pupils.push_back(std::move(one));
    }
    return json(200, json_text(Json{{"day", iso(when.day)}, {"session", enum_text(when.session)}, {"pupils", std::move(pupils)}}));
}

/// No setting has as many children in one session.
constexpr std::size_t marks_most = 1000;

Result<Response> api_save_register(const Request& request, Context& context)
{
    const auto when = TRY(day_and_session(request));
    const auto body = read_json(request.body);
    if (!body.is_object() || !body.contains("marks") || !body["marks"].is_array())
        return invalid("attendance.not_json", "Send an object with a list called marks.", "/marks");
    if (body["marks"].size() > marks_most) return invalid("attendance.too_many_marks", "Send the marks of one register: at most 1,000.", "/marks");
    SaveRegister command{context.who.organisation, when.day, when.session, {}};
    Problems problems;
    for (std::size_t at = 0; at < body["marks"].size(); ++at) {
        const auto& typed = body["marks"][at];
        const std::string where = "/marks/" + std::to_string(at);
        const auto text = [&](const char* name) { return typed.is_object() && typed.contains(name) && typed[name].is_string() ? typed[name].get<std::string>() : ""; };
        const auto arrival = enum_from_text<Arrival>(text("arrival"));
        if (!arrival) {
            problems.add_invalid("attendance.unknown_arrival", "Say here, late, not_here or left_early.", where + "/arrival");
            continue;
        }
        ProposedMark mark{.arrival = *arrival};
        if (typed.contains("minutes_late") && typed["minutes_late"].is_number_integer()) mark.minutes_late = typed["minutes_late"].get<int>();
        mark.reason = enum_from_text<AbsenceReason>(text("reason")).value_or(AbsenceReason::not_known);
        command.marks.push_back({text("pupil"), mark});
    }
    TRY(problems.as_result());
    const auto saved = TRY(save_register(context, command));
    return json(200, json_text(Json{{"saved", saved.saved}, {"already_there", saved.already_there}, {"left", saved.left}}));
}

}  // namespace waymark::attendance
