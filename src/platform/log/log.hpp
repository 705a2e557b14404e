// Lines for the operator on standard error: one a request, one a refusal, one a failure. Never a name of a child, never an address's query.
#pragma once

#include <functional>
#include <string_view>

namespace waymark {

struct AnsweredRequest {
    std::string_view reference;   // the number that an error page shows
    std::string_view method;
    std::string_view route;       // the pattern, "/pupils/{pupil}": never the address itself, which may hold names
    int status = 0;
    std::size_t bytes = 0;
    long long microseconds = 0;
};

/// What was answered before it came to a page, or what somebody was not let to do. Never what was sent.
struct RefusedRequest {
    std::string_view reference;
    int status = 0;
    std::string_view why;         // our words, or the code of a problem
    std::string_view from;        // the address it came from
    std::string_view route = "-"; // the pattern
    std::string_view user = "-";  // the id, never the name
};

void log_request(const AnsweredRequest& answered);
/// Written also where a line for each request is not wanted: whoever looks for attacks needs these.
void log_refusal(const RefusedRequest& refused);
/// What the world or we did wrong, under the reference that the person was shown.
void log_failure(std::string_view reference, std::string_view what);
void log_warning(std::string_view part, std::string_view what);
void log_note(std::string_view part, std::string_view what);

/// Tests and batch verbs have no use for a line a request.
void log_requests(bool wanted);
/// Tests read what would be written; none: standard error again.
void log_to(std::function<void(std::string_view)> reader);

}  // namespace waymark
