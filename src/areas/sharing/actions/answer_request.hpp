// A subject access request: that it came, that it needs more time, and that it was answered.
#pragma once

#include "platform/context.hpp"
#include "sharing/rules/requests.hpp"

namespace waymark::sharing {

/// Records the request, and a task for whoever answers, due on the last day the law leaves.
/// Fails   `pupil.not_found`, and as `problems_with_request`
/// Rule    R54
Result<RequestId> record_request(Context& context, PupilId pupil, AccessRequest request);

/// Fails   `request.not_found`, `stale`, and as `problems_with_more_time`
/// Rule    R54
Result<void> take_more_time(Context& context, PupilId pupil, RequestId id, std::string_view why, int seen_version);

/// Fails   `request.not_found`, `stale`, and as `problems_with_answer`
Result<void> answer_request(Context& context, PupilId pupil, RequestId id, Date answered, std::string_view left_out, int seen_version);

}  // namespace waymark::sharing
