// Lines for the operator on standard error: one a request, one a failure. Never a name of a child, never an address's query.
#pragma once

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

void log_request(const AnsweredRequest& answered);
/// What the world or we did wrong, under the reference that the person was shown.
void log_failure(std::string_view reference, std::string_view what);
void log_warning(std::string_view part, std::string_view what);
void log_note(std::string_view part, std::string_view what);

/// Tests and batch verbs have no use for a line a request.
void log_requests(bool wanted);

}  // namespace waymark
