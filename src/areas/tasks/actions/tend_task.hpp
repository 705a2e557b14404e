// What a person does with a task of their own: put it off with a reason, give it to a colleague, tick it off.
#pragma once

#include <string>

#include "platform/context.hpp"
#include "tasks/rules/task.hpp"

namespace waymark::tasks {

struct SnoozeTask {
    TaskId task;
    int seen_version = 0;
    Date until;
    std::string reason;
};
/// Hides the task until that day. A clock of the law cannot be put off.
/// Fails `task.not_found`; `task.set_by_law`; `task.snooze_too_long` (after its due date or over 30 days);
///       `task.snooze_in_past`; `task.reason_missing`; stale.
Result<void> snooze_task(Context& context, const SnoozeTask& command);

struct HandOverTask {
    TaskId task;
    int seen_version = 0;
    UserId to;
};
/// Makes the task a colleague's. Fails `task.not_found`; `task.no_such_colleague`; stale.
Result<void> hand_over_task(Context& context, const HandOverTask& command);

/// Ticks off a task that has no record to close it. Fails `task.not_found`; `task.closed_by_record` for a clock of the law.
Result<void> finish_task(Context& context, TaskId task);

}  // namespace waymark::tasks
