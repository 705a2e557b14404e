// Subject access requests: somebody asks for what is held about a child, and when they must have it.
#pragma once

#include <optional>
#include <string>

#include "foundation/date.hpp"
#include "foundation/enum_text.hpp"
#include "foundation/result.hpp"
#include "pupils/rules/pupil.hpp"
#include "vocabulary/law.hpp"

namespace waymark::sharing {

using pupils::PupilId;

struct RequestTag;
using RequestId = IdOf<RequestTag>;

enum class Relation { child, parent, somebody_for_them };
[[nodiscard]] std::string_view relation_words(Relation relation);

struct AccessRequest {
    RequestId id;
    PupilId pupil;
    std::string reference, known_as, last_name;  // of the child
    std::string asked_by;
    Relation relation = Relation::child;
    Date received;
    std::string complex_reason;       // why it needs more time; empty: it does not
    std::optional<Date> answered;
    std::string left_out;             // what was kept back, and on what ground; empty: nothing
    int version = 1;
};

/// The day by which they must have it.
/// Rule    R54
/// Source  UK GDPR Art 12(3)
[[nodiscard]] Date due(const AccessRequest& request, const Law& law);

/// "Due 23 December 2026 (in 30 days)", "Was due 20 November 2026 (3 days ago)".
[[nodiscard]] std::string due_words(Date due, Date today);

/// `request.asked_by_missing`, `request.in_future`, `request.before_birth`.
[[nodiscard]] Problems problems_with_request(const AccessRequest& request, Date born, Date today);

/// More time may be taken for a complex request, if they are told why within the first month. `request.why_complex_missing`,
/// `request.answered`, `request.complex_already`, `request.too_late_for_more_time`.
/// Rule    R54
/// Source  UK GDPR Art 12(3)
[[nodiscard]] Problems problems_with_more_time(const AccessRequest& request, std::string_view why, Date today, const Law& law);

/// `request.answered`, `request.answered_too_early` (before it came), `request.answered_in_future`.
[[nodiscard]] Problems problems_with_answer(const AccessRequest& request, Date answered, Date today);

}  // namespace waymark::sharing
