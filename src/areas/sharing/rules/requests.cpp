// When a subject access request is due, and what may be recorded about it.
#include "sharing/rules/requests.hpp"

#include "foundation/text.hpp"
#include "vocabulary/keeping.hpp"

namespace waymark::sharing {

std::string_view relation_words(Relation relation)
{
    switch (relation) {
    case Relation::child: return "The child or young person";
    case Relation::parent: return "Somebody with parental responsibility";
    case Relation::somebody_for_them: return "Somebody who acts for them, such as a solicitor";
    }
    expects(false);
    return {};
}

Date due(const AccessRequest& request, const Law& law) { return subject_access_due(request.received, !request.complex_reason.empty(), law); }

std::string due_words(Date due, Date today)
{
    const auto days = (due - today).count();
    if (days == 0) return "Due today, " + long_date(due);
    if (days < 0) return "Was due " + long_date(due) + " (" + counted(-days, "day") + " ago)";
    return "Due " + long_date(due) + " (in " + counted(days, "day") + ")";
}

Problems problems_with_request(const AccessRequest& request, Date born, Date today)
{
    Problems problems;
    if (trimmed(request.asked_by).empty()) problems.add("request.asked_by_missing", "Enter who asked.", "asked_by");
    if (request.received > today) problems.add("request.in_future", "The day the request came must be today or earlier.", "received");
    if (request.received < born) problems.add("request.before_birth", "The day the request came must be after the child was born.", "received");
    return problems;
}

Problems problems_with_more_time(const AccessRequest& request, std::string_view why, Date today, const Law& law)
{
    Problems problems;
    if (trimmed(why).empty()) problems.add("request.why_complex_missing", "Write why the request is complex, as you told the person who asked.", "why");
    if (request.answered) problems.add("request.answered", "This request was answered already.");
    else if (!request.complex_reason.empty()) problems.add("request.complex_already", "This request has its longer time already.");
    else if (const Date first = due(request, law); today > first)
        problems.add("request.too_late_for_more_time", "More time could be taken until " + long_date(first) + ", the day the answer was due. Answer as soon as you can.");
    return problems;
}

Problems problems_with_answer(const AccessRequest& request, Date answered, Date today)
{
    Problems problems;
    if (request.answered) problems.add("request.answered", "This request was answered already.");
    if (answered > today) problems.add("request.answered_in_future", "The day you answered must be today or earlier.", "answered");
    if (answered < request.received) problems.add("request.answered_too_early", "The day you answered must be the day the request came, or later.", "answered");
    return problems;
}

}  // namespace waymark::sharing
