// Requests with their task: it opens with the request and closes with the answer.
#include "sharing/actions/answer_request.hpp"

#include "foundation/json.hpp"
#include "foundation/text.hpp"
#include "people/store/changed_meanwhile.hpp"
#include "people/store/law_choices.hpp"
#include "sharing/store/kept_children.hpp"
#include "sharing/store/requests.hpp"
#include "tasks/store/tasks.hpp"

namespace waymark::sharing {
namespace {

constexpr std::string_view entity = "subject_access_request";

/// The words stay out of `reason`, which the child’s timeline shows to everybody who sees the child.
Event event_of(const AccessRequest& request, std::string verb, const Json& after)
{
    return {.verb = std::move(verb), .entity = std::string{entity}, .about = request.id.value, .pupil = request.pupil.value, .before = {}, .after = json_text(after), .reason = {}};
}

void open_task_for(Transaction& tx, const AccessRequest& request, std::string_view reference, Date due_on)
{
    const auto team = tasks::team_of_role(tx, Role::commissioner);
    if (!team) return;
    tasks::open_task(tx, {.kind = "subject_access", .title = "Answer the request for what we hold about " + std::string{reference},
                          .why = "Asked on " + long_date(request.received), .severity = Severity::warn, .due_on = due_on,
                          .about_entity = std::string{entity}, .about = request.id.value,
                          .href = "/pupils/" + std::string{reference} + "/requests/" + request.id.text(), .pupil = request.pupil.value,
                          .organisation = *team, .role = Role::commissioner});
}

Result<AccessRequest> request_of_form(Transaction& tx, PupilId pupil, RequestId id, int seen_version)
{
    auto request = find_request(tx, pupil, id);
    if (!request) return not_found("request.not_found", "There is no such request.");
    if (request->version != seen_version) return people::changed_meanwhile(tx, id.value, "request.changed_meanwhile", "request");
    return std::move(*request);
}

}  // namespace

Result<RequestId> record_request(Context& context, PupilId pupil, AccessRequest request)
{
    return context.in_transaction([&](Transaction& tx) -> Result<RequestId> {
        const auto child = kept_child(tx, pupil);
        if (!child) return not_found("pupil.not_found", "There is no such page.");
        TRY(problems_with_request(request, child->born, context.today).as_result());
        request.id = tx.new_id<RequestId>();
        request.pupil = pupil;
        request.asked_by = trimmed(request.asked_by);
        insert_request(tx, request);
        open_task_for(tx, request, child->reference, due(request, people::law_for(tx, request.received)));
        TRY(tx.record(event_of(request, "recorded", {{"received", iso(request.received)}})));
        return request.id;
    });
}

Result<void> take_more_time(Context& context, PupilId pupil, RequestId id, std::string_view why, int seen_version)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        auto request = TRY(request_of_form(tx, pupil, id, seen_version));
        const Law law = people::law_for(tx, request.received);
        TRY(problems_with_more_time(request, why, context.today, law).as_result());
        request.complex_reason = trimmed(why);
        expects(set_complex(tx, id, request.complex_reason, seen_version));
        tasks::close_tasks_about(tx, id.value, {}, tasks::State::no_longer_needed);
        open_task_for(tx, request, request.reference, due(request, law));
        return tx.record(event_of(request, "given_more_time", {{"why", request.complex_reason}}));
    });
}

Result<void> answer_request(Context& context, PupilId pupil, RequestId id, Date answered, std::string_view left_out, int seen_version)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto request = TRY(request_of_form(tx, pupil, id, seen_version));
        TRY(problems_with_answer(request, answered, context.today).as_result());
        expects(set_answered(tx, id, answered, trimmed(left_out), seen_version));
        tasks::close_tasks_about(tx, id.value);
        return tx.record(event_of(request, "answered", {{"answered", iso(answered)}, {"left_out", trimmed(left_out)}}));
    });
}

}  // namespace waymark::sharing
