// Opening, closing and listing tasks. Actions of every area open their follow-up work here, in their own transaction.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/context.hpp"
#include "platform/database/database.hpp"
#include "tasks/rules/task.hpp"

namespace waymark::tasks {

struct NewTask {
    std::string kind;                       // "referral_triage"; one open task for each kind, record, due date and organisation
    std::string title;                      // what to do, without a child's name: "Triage referral R-7F3K-2M"
    std::string why = {};                   // "Sent by Northgate Academy on 23 November 2026"
    Severity severity = Severity::info;
    Date due_on;
    std::string about_entity;
    Id about;
    std::string href;
    std::optional<Id> pupil = {};
    OrganisationId organisation;
    std::optional<Role> role = {};
    std::optional<UserId> user = {};
};

/// Opens the task, or answers the one that is open already.
TaskId open_task(Transaction& tx, const NewTask& task);

/// Closes what is open about a record, because it was done or is not needed any more. Answers how many were closed.
/// kind   none: every kind
int close_tasks_about(Transaction& tx, Id about, std::optional<std::string_view> kind = {}, State how = State::done);

[[nodiscard]] std::optional<Task> find_task(Transaction& tx, TaskId id);

enum class Snoozed { left_out, included };
/// What awaits this person in the role they act in, in the order of the day.
[[nodiscard]] std::vector<Task> open_tasks_of(Transaction& tx, const Who& who, Snoozed snoozed = Snoozed::left_out);
[[nodiscard]] std::vector<Task> open_tasks_about(Transaction& tx, Id about);
[[nodiscard]] std::vector<Task> open_tasks_of_pupil(Transaction& tx, Id pupil);

/// Each answers whether a row changed.
[[nodiscard]] bool finish(Transaction& tx, TaskId id);
[[nodiscard]] bool snooze(Transaction& tx, TaskId id, int seen_version, Date until, std::string_view reason);
[[nodiscard]] bool hand_over(Transaction& tx, TaskId id, int seen_version, UserId to);

/// The authority's team that does the work of this role: where somebody holds it today, else its first team.
/// None only when the authority has no team at all.
[[nodiscard]] std::optional<OrganisationId> team_of_role(Transaction& tx, Role role);

struct Colleague {
    UserId id;
    std::string name;
};
[[nodiscard]] std::vector<Colleague> colleagues(Transaction& tx, OrganisationId organisation);

}  // namespace waymark::tasks
