// Requests for what is held about a child: recording one, its page, more time, the answer.
#include "foundation/text.hpp"
#include "people/store/law_choices.hpp"
#include "pupils/store/pupils.hpp"
#include "sharing/actions/answer_request.hpp"
#include "sharing/store/requests.hpp"
#include "sharing/web/pages.hpp"
#include "ui/ui.hpp"

namespace waymark::sharing {
namespace {

std::string request_href(const AccessRequest& request) { return "/pupils/" + request.reference + "/requests/" + request.id.text(); }

Result<pupils::PupilSummary> child_of(const Request& request, Context& context)
{
    return context.read([&](Transaction& tx) { return pupils::pupil_of_page(tx, request.path("pupil")); });
}

Response new_request_page(int status, const pupils::PupilSummary& pupil, const Form& form)
{
    return html(status, ui::render([&](ui::Buffer& out) {
        ui::page(out, {.title = "Somebody asked what we hold", .record = pupil.reference, .back = ui::Link{"Who looked at this record", "/pupils/" + pupil.reference + "/access"},
                       .problems = form.problems, .caption = pupils::full_name(pupil)}, [&](ui::Buffer& body) {
            ui::paragraph(body, "A child old enough to understand has this right themselves. Somebody with parental responsibility may ask for them, when it is in the child’s interest.");
            ui::form(body, {}, [&](ui::Buffer& inside) {
                ui::text_field(inside, {.name = "asked_by", .label = "Who asked", .width = ui::BoxWidth::thirty}, form);
                ui::radios_field(inside, {.name = "relation", .legend = "Who they are", .items = ui::choices<Relation>([](Relation relation) { return std::string{relation_words(relation)}; })}, form);
                ui::date_field(inside, {.name = "received", .legend = "Which day did the request come?", .hint = "The month to answer counts from this day"}, form);
                ui::submit_row(inside, {.text = "Record the request", .cancel = {"Cancel", "/pupils/" + pupil.reference + "/access"}});
            });
        });
    }).markup());
}

struct RequestScreen {
    pupils::PupilSummary pupil;
    AccessRequest request;
    Law law;
};

Result<RequestScreen> load_request(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<RequestId>("request"));
    return context.read([&](Transaction& tx) -> Result<RequestScreen> {
        const auto pupil = TRY(pupils::pupil_of_page(tx, request.path("pupil")));
        const auto found = find_request(tx, pupil.id, id);
        if (!found) return not_found("request.not_found", "There is no such request.");
        return RequestScreen{pupil, *found, people::law_for(tx, found->received)};
    });
}

void more_time_form(ui::Buffer& out, const RequestScreen& screen, const Form& form)
{
    ui::section(out, "It needs more time", [&](ui::Buffer& body) {
        ui::paragraph(body, "A complex request may take " + counted(screen.law.subject_access_more_months, "month") + " more, if you tell the person why before " + long_date(due(screen.request, screen.law)) + ".");
        ui::form(body, {.action = request_href(screen.request) + "/more-time"}, [&](ui::Buffer& inside) {
            ui::hidden_field(inside, "version", std::to_string(screen.request.version));
            ui::text_area_field(inside, {.name = "why", .label = "Why it is complex, as you told them", .rows = 3, .characters_max = 1000}, form);
            ui::button(inside, {.text = "Take more time", .classes = "govuk-button--secondary"});
        });
    });
}

void answer_form(ui::Buffer& out, const RequestScreen& screen, const Form& form)
{
    ui::section(out, "Answer", [&](ui::Buffer& body) {
        ui::bullet_list(body, {"Read the copy through before it leaves: it says what others wrote, and about other people.",
                        "You may keep back what would do serious harm to somebody, or what tells about another person, and must say so.",
                        "Hand it over in a way that only this person can open. Check who they are first."});
        ui::form(body, {.action = request_href(screen.request) + "/answer"}, [&](ui::Buffer& inside) {
            ui::hidden_field(inside, "version", std::to_string(screen.request.version));
            ui::date_field(inside, {.name = "answered", .legend = "Which day did they get it?"}, form);
            ui::text_area_field(inside, {.name = "left_out", .label = "What was kept back, and why (leave empty if nothing was)", .rows = 3, .characters_max = 2000}, form);
            ui::submit_row(inside, {.text = "Record that it was answered", .cancel = {"Back to information sharing", "/sharing"}});
        });
    });
}

Response request_page(int status, const RequestScreen& screen, const Context& context, const Form& form)
{
    const AccessRequest& request = screen.request;
    return html(status, ui::render([&](ui::Buffer& out) {
        ui::page(out, {.title = "A request for what we hold", .record = request.reference, .breadcrumbs = {{"Information sharing", "/sharing"}}, .problems = form.problems,
                       .caption = pupils::full_name(screen.pupil)}, [&](ui::Buffer& body) {
            ui::SummaryListOptions list;
            list.rows.push_back({"Asked by", request.asked_by});
            list.rows.push_back({"Who they are", std::string{relation_words(request.relation)}});
            list.rows.push_back({"Came on", long_date(request.received)});
            if (!request.complex_reason.empty()) list.rows.push_back({"Why it needs more time", request.complex_reason});
            if (request.answered) list.rows.push_back({"Answered on", long_date(*request.answered)});
            else list.rows.push_back({"Answer due", due_words(due(request, screen.law), context.today)});
            if (request.answered) list.rows.push_back({"Kept back", request.left_out.empty() ? "Nothing" : request.left_out});
            ui::summary_list(body, list);
            ui::paragraph(body, ui::link_html("/pupils/" + request.reference + "/copy", "All that is held about this child, to read, print or save"));
            if (request.answered) return;
            if (request.complex_reason.empty() && context.today <= due(request, screen.law)) more_time_form(body, screen, form);
            answer_form(body, screen, form);
        });
    }).markup());
}

Result<Response> again_or_on(const Request& request, Context& context, const Form& form, const Result<void>& done, std::string_view success)
{
    if (done) return see_other_with_success("/pupils/" + std::string{request.path("pupil")} + "/requests/" + std::string{request.path("request")}, success);
    if (!done.error().correctable()) return std::unexpected(done.error());
    return request_page(422, TRY(load_request(request, context)), context, form.with(done.error()));
}

}  // namespace

Result<Response> show_new_request(const Request& request, Context& context)
{
    Form form;
    form.set("received", iso(context.today));
    return new_request_page(200, TRY(child_of(request, context)), form);
}

Result<Response> submit_new_request(const Request& request, Context& context)
{
    const auto pupil = TRY(child_of(request, context));
    const Form form = request.form();
    FormReader read{form};
    AccessRequest asked{.id = {}, .pupil = pupil.id, .reference = pupil.reference, .known_as = {}, .last_name = {},
                        .asked_by = read.text("asked_by", "Enter who asked.", 200),
                        .relation = read.one_of<Relation>("relation", "Choose who they are."),
                        .received = read.date("received", "the day the request came")};
    if (const auto typed = read.result(); !typed) return new_request_page(422, pupil, form.with(typed.error()));
    const auto recorded = record_request(context, pupil.id, asked);
    if (recorded) return see_other_with_success("/pupils/" + pupil.reference + "/requests/" + recorded->text(), "The request is recorded, with a task for its last day");
    if (!recorded.error().correctable()) return std::unexpected(recorded.error());
    return new_request_page(422, pupil, form.with(recorded.error()));
}

Result<Response> show_request(const Request& request, Context& context)
{
    Form form;
    form.set("answered", iso(context.today));
    return request_page(200, TRY(load_request(request, context)), context, form);
}

Result<Response> submit_more_time(const Request& request, Context& context)
{
    const auto screen = TRY(load_request(request, context));
    const Form form = request.form();
    FormReader read{form};
    const int version = read.seen_version();
    const auto why = read.text_if_any("why", 1000);
    if (const auto typed = read.result(); !typed) return request_page(422, screen, context, form.with(typed.error()));
    return again_or_on(request, context, form, take_more_time(context, screen.pupil.id, screen.request.id, why, version), "The request has its longer time");
}

Result<Response> submit_answer(const Request& request, Context& context)
{
    const auto screen = TRY(load_request(request, context));
    const Form form = request.form();
    FormReader read{form};
    const int version = read.seen_version();
    const Date answered = read.date("answered", "the day they got it");
    const auto left_out = read.text_if_any("left_out", 2000);
    if (const auto typed = read.result(); !typed) return request_page(422, screen, context, form.with(typed.error()));
    return again_or_on(request, context, form, answer_request(context, screen.pupil.id, screen.request.id, answered, left_out, version), "The answer is recorded");
}

}  // namespace waymark::sharing
