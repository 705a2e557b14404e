// A task: what somebody must do by when, about any record; and the order in which a day's tasks are shown.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/date.hpp"
#include "vocabulary/ids.hpp"
#include "vocabulary/permission.hpp"
#include "vocabulary/severity.hpp"

namespace waymark::tasks {

struct TaskTag;
using TaskId = IdOf<TaskTag>;

enum class State { open, done, no_longer_needed };

struct Task {
    TaskId id;
    std::string kind;                       // "referral_triage"
    std::string title;                      // without a child's name
    std::string why;
    Severity severity = Severity::info;
    Date due_on;
    std::string about_entity;               // the record's name in model.md: "referral"
    Id about;
    std::string href;                       // where it is done
    std::optional<Id> pupil;                // the child it concerns
    OrganisationId organisation;            // whose work it is
    std::optional<Role> role;               // in that organisation; none: anyone there
    std::optional<UserId> user;             // one person; none: the role
    State state = State::open;
    std::optional<Date> snoozed_until;
    std::string snooze_reason;
    int version = 1;
};

/// Whether the due date of such a task is set by law rather than by custom: those come first, whatever else waits.
[[nodiscard]] bool is_set_by_law(std::string_view kind);

/// Where a task stands in somebody's day.
enum class Group { law, overdue, today, this_week, later };
/// Tasks of the law are in a group of their own until they are done; the week ends on Sunday.
[[nodiscard]] Group group_of(const Task& task, Date today);
[[nodiscard]] std::string group_name(Group group);

/// The order of a day: by group; within it breaches first, then by due date, then as they were made.
[[nodiscard]] bool comes_before(const Task& left, const Task& right, Date today);

}  // namespace waymark::tasks
