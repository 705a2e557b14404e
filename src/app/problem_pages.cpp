// Each page says what happened, whether anything was saved, and what to do next.
#include "app/problem_pages.hpp"

#include "foundation/json.hpp"
#include "people/rules/roles.hpp"
#include "ui/ui.hpp"

namespace waymark::app {
namespace {

/// RFC 9457.
Response problem_json(int status, std::string_view title, const Problems& problems, const Request& request)
{
    Json body{{"type", "about:blank"}, {"title", title}, {"status", status}, {"reference", request.reference}};
    for (const auto& problem : problems)
        body["problems"].push_back({{"code", problem.code}, {"message", problem.message}, {"field", problem.field}});
    auto response = json(status, json_text(body));
    response.content_type = "application/problem+json";
    return response;
}

Response problem_page(int status, std::string_view title, const std::function<void(ui::Buffer&)>& body)
{
    ui::Buffer out;
    ui::page(out, {.title = std::string{title}, .about_a_person = false}, body);
    return html(status, out.take());
}

/// Another server takes over within half a minute: docs/manual/growing.md.
Response says_when_to_try_again(int status, Response response)
{
    if (status == 503) response.with_header("Retry-After", "10");
    return response;
}

std::string_view title_of(int status)
{
    switch (status) {
    case 401: return "Sign in first";
    case 403: return "You cannot do this";
    case 404: return "Page not found";
    case 409: return "Somebody changed this before you";
    default: return "There is a problem";
    }
}

void not_found_body(ui::Buffer& out, const Who& who)
{
    ui::paragraph(out, "If you typed the address, check that it is correct. If you followed a link, what it led to may have ended.");
    if (who.is_signed_in())
        ui::paragraph(out, "You see the children you work with now. If you think this is one of them, ask " +
                               std::string{people::whom_to_ask(*who.role)} + ".");
}

void forbidden_body(ui::Buffer& out, const Problems& problems, const Who& who)
{
    for (const auto& problem : problems) ui::paragraph(out, problem.message);
    if (problems.has("access.not_for_this_role") && who.is_signed_in())
        ui::paragraph(out, "If you need it for your work, ask " + std::string{people::whom_to_ask(*who.role)} + ".");
}

/// What was typed into a form that has no page of its own any more, to be copied from here: words, not codes and numbers.
void typed_words(ui::Buffer& out, const Request& request)
{
    std::vector<std::string> words;
    for (const auto& [name, value] : request.form().values)
        if (name != ui::csrf_field && value.contains(' ')) words.push_back(value);
    if (words.empty()) return;
    ui::heading(out, 2, "What you typed");
    for (const auto& value : words) ui::inset_text(out, {.text = value});
}

}  // namespace

int status_of(const Problems& problems, const Who& who)
{
    switch (problems.kind()) {
    case ProblemKind::invalid:
    case ProblemKind::refused: return 422;
    case ProblemKind::not_found: return 404;
    case ProblemKind::forbidden: return problems.has("access.signed_out") && !who.is_signed_in() ? 401 : 403;
    case ProblemKind::stale: return 409;
    }
    expects(false);
    return 500;
}

Response problem_response(const Problems& problems, const Request& request, const Who& who)
{
    const int status = status_of(problems, who);
    const auto title = title_of(status);
    if (request.wants_json()) return problem_json(status, title, problems, request);
    return problem_page(status, title, [&](ui::Buffer& out) {
        if (status == 404) return not_found_body(out, who);
        if (status == 403) return forbidden_body(out, problems, who);
        for (const auto& problem : problems) ui::paragraph(out, problem.message);
        if (status == 409) {
            ui::paragraph(out, "Nothing of yours was saved. Open the page again and look at what changed.");
            typed_words(out, request);
        } else if (request.method != Method::get) {  // who only looks had nothing to save
            ui::paragraph(out, "Nothing was saved. Go back, put it right, and send it again.");
        }
    });
}

Response method_not_allowed(const Request& request, std::string_view allowed)
{
    constexpr std::string_view title = "This address cannot do that";
    auto response = request.wants_json()
                        ? problem_json(405, title, {}, request)
                        : problem_page(405, title, [](ui::Buffer& out) {
                              ui::paragraph(out, "A form was sent to a page that takes none. Go back, open the page again, then send the form.");
                          });
    return response.with_header("Allow", std::string{allowed});
}

Response too_many_requests(const Request& request)
{
    return problem_json(429, "Too many requests", Problems{{ProblemKind::refused, "access.too_often", "Wait as long as Retry-After says, then go on.", {}}}, request);
}

Response failure_response(int status, const Request& request)
{
    const std::string_view title = status == 503 ? "The service is not available" : "Sorry, something went wrong";
    if (request.wants_json()) return says_when_to_try_again(status, problem_json(status, title, {}, request));
    auto response = problem_page(status, title, [&](ui::Buffer& out) {
        if (status == 503) ui::paragraph(out, "The service cannot reach its records just now. It keeps trying by itself.");
        if (request.method == Method::get || request.method == Method::head) {
            ui::paragraph(out, "What you saved before is safe. Try again in a minute.");
        } else {  // it may have been saved, and only its answer lost; a form is done once however often it is sent (send_once.hpp)
            ui::paragraph(out, "What you sent last may not have been saved. What you saved before is safe.");
            ui::paragraph(out, "Go back and send it again in a minute. If it had been saved after all, it is not saved twice.");
        }
        ui::paragraph(out, "If it happens again, tell the people who run this service the reference below.");
        ui::paragraph(out, "Reference " + request.reference);
    });
    return says_when_to_try_again(status, std::move(response));
}

}  // namespace waymark::app
