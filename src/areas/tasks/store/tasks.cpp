// The statements of tasks.sql, by name.
#include "tasks/store/tasks.hpp"

#include <algorithm>

#include "tasks/store/tasks.sql.hpp"

namespace waymark::tasks {
namespace {

Task read_task(const Row& row)
{
    return {
        .id = row.id<TaskId>("id"),
        .kind = row.text("kind"),
        .title = row.text("title"),
        .why = row.text("why"),
        .severity = row.one_of<Severity>("severity"),
        .due_on = row.date("due_on"),
        .about_entity = row.text("about_entity"),
        .about = row.id<Id>("about_id"),
        .href = row.text("href"),
        .pupil = row.maybe_id<Id>("pupil_id"),
        .organisation = row.id<OrganisationId>("organisation_id"),
        .role = row.maybe_one_of<Role>("role"),
        .user = row.maybe_id<UserId>("user_id"),
        .state = row.one_of<State>("state"),
        .snoozed_until = row.maybe_date("snoozed_until"),
        .snooze_reason = row.text_or_empty("snooze_reason"),
        .version = row.number("version"),
    };
}

}  // namespace

TaskId open_task(Transaction& tx, const NewTask& task)
{
    const auto id = tx.maybe_one(sql::open_task,
                                 {{"id", tx.new_id<TaskId>()},
                                  {"kind", task.kind},
                                  {"title", task.title},
                                  {"why", task.why},
                                  {"severity", task.severity},
                                  {"due_on", task.due_on},
                                  {"about_entity", task.about_entity},
                                  {"about", task.about},
                                  {"href", task.href},
                                  {"pupil", task.pupil},
                                  {"organisation", task.organisation},
                                  {"role", task.role},
                                  {"user", task.user}},
                                 [](const Row& row) { return row.id<TaskId>("id"); });
    expects(id.has_value());
    return *id;
}

int close_tasks_about(Transaction& tx, Id about, std::optional<std::string_view> kind, State how)
{
    expects(how != State::open);
    return static_cast<int>(tx.run(sql::close_tasks_about, {{"about", about}, {"kind", kind}, {"state", how}}));
}

std::optional<Task> find_task(Transaction& tx, TaskId id) { return tx.maybe_one(sql::task_by_id, {{"task", id}}, read_task); }

std::vector<Task> open_tasks_of(Transaction& tx, const Who& who, Snoozed snoozed)
{
    auto tasks = tx.all(sql::open_tasks_of,
                        {{"organisation", who.organisation},
                         {"role", who.role},
                         {"user", who.user},
                         {"with_snoozed", snoozed == Snoozed::included}},
                        read_task);
    std::ranges::stable_sort(tasks, [&](const Task& left, const Task& right) { return comes_before(left, right, tx.today()); });
    return tasks;
}

std::vector<Task> open_tasks_about(Transaction& tx, Id about)
{
    return tx.all(sql::open_tasks_about, {{"about", about}}, read_task);
}

std::vector<Task> open_tasks_of_pupil(Transaction& tx, Id pupil)
{
    return tx.all(sql::open_tasks_of_pupil, {{"pupil", pupil}}, read_task);
}

bool finish(Transaction& tx, TaskId id) { return tx.run(sql::finish_task, {{"task", id}}) == 1; }

bool snooze(Transaction& tx, TaskId id, int seen_version, Date until, std::string_view reason)
{
    return tx.run(sql::snooze_task, {{"task", id}, {"seen_version", seen_version}, {"until", until}, {"reason", reason}}) == 1;
}

bool hand_over(Transaction& tx, TaskId id, int seen_version, UserId to)
{
    return tx.run(sql::hand_over_task, {{"task", id}, {"seen_version", seen_version}, {"user", to}}) == 1;
}

std::optional<OrganisationId> team_of_role(Transaction& tx, Role role)
{
    return tx.maybe_one(sql::team_of_role, {{"role", role}}, [](const Row& row) { return row.id<OrganisationId>("id"); });
}

std::vector<Colleague> colleagues(Transaction& tx, OrganisationId organisation)
{
    return tx.all(sql::colleagues, {{"organisation", organisation}}, [](const Row& row) {
        return Colleague{.id = row.id<UserId>("id"), .name = row.text("name")};
    });
}

}  // namespace waymark::tasks
