// Snoozing, handing over, ticking off.
#include "tasks/actions/tend_task.hpp"

#include <algorithm>

#include "tasks/store/tasks.hpp"

namespace waymark::tasks {
namespace {

constexpr Days snooze_max{30};

Result<Task> find_own(Transaction& tx, const Who& who, TaskId id)
{
    auto task = find_task(tx, id);
    if (!task || task->state != State::open || task->organisation != who.organisation)
        return not_found("task.not_found", "This task is not open any more, or it is not your organisation’s.");
    return *std::move(task);
}

std::unexpected<Problems> changed_meanwhile()
{
    return stale("task.changed_meanwhile", "A colleague changed this task while you had it open.");
}

Result<void> record(Transaction& tx, const Task& task, std::string verb, std::string reason = {})
{
    return tx.record({.verb = std::move(verb), .entity = "task", .about = task.id.value, .pupil = task.pupil, .reason = std::move(reason)});
}

Problems problems_with(const SnoozeTask& command, const Task& task, Date today)
{
    Problems found;
    if (is_set_by_law(task.kind))
        found.add("task.set_by_law", "The law sets this date, so it cannot be put off. Do it, or hand it over.", "until");
    else if (command.until <= today)
        found.add("task.snooze_in_past", "Choose a day after today.", "until");
    else if (command.until > std::max(task.due_on, today + Days{1}) || command.until > today + snooze_max)
        found.add("task.snooze_too_long", "Choose a day no later than it is due, and within 30 days.", "until");
    if (command.reason.empty()) found.add("task.reason_missing", "Say why it can wait.", "reason");
    return found;
}

}  // namespace

Result<void> snooze_task(Context& context, const SnoozeTask& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const Task task = TRY(find_own(tx, context.who, command.task));
        TRY(problems_with(command, task, context.today).as_result());
        if (!snooze(tx, task.id, command.seen_version, command.until, command.reason)) return changed_meanwhile();
        return record(tx, task, "snoozed", command.reason);
    });
}

Result<void> hand_over_task(Context& context, const HandOverTask& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const Task task = TRY(find_own(tx, context.who, command.task));
        const auto people = colleagues(tx, task.organisation);
        if (std::ranges::find(people, command.to, &Colleague::id) == people.end())
            return refused("task.no_such_colleague", "Choose a colleague who works here today.", "to");
        if (!hand_over(tx, task.id, command.seen_version, command.to)) return changed_meanwhile();
        return record(tx, task, "handed_over");
    });
}

Result<void> finish_task(Context& context, TaskId id)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const Task task = TRY(find_own(tx, context.who, id));
        if (is_set_by_law(task.kind))
            return refused("task.closed_by_record", "This closes by itself when the duty is met.");
        if (!finish(tx, id)) return changed_meanwhile();
        return record(tx, task, "finished");
    });
}

}  // namespace waymark::tasks
