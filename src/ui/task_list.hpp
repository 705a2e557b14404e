// Things to do, each with its state.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/tag.hpp"

namespace waymark::ui {

struct TaskTitle {
    Content text;
    std::string classes;
};
struct TaskStatus {
    std::optional<TagOptions> tag;
    Content text;
    std::string classes;
};
struct TaskHint {
    Content text;
};
/// An item without a title is left out, but those after it keep their numbers.
struct TaskListItem {
    TaskTitle title;
    std::optional<TaskHint> hint;
    TaskStatus status;
    std::string href;
    std::string classes;
};
struct TaskListOptions {
    std::vector<TaskListItem> items;
    std::string id_prefix = "task-list";
    std::string classes;
    Attributes attributes;
};
void task_list(Buffer& out, const TaskListOptions& options);

/// The four states a task may have: Completed as plain text, the others as tags.
[[nodiscard]] TaskStatus task_completed();
[[nodiscard]] TaskStatus task_in_progress();
[[nodiscard]] TaskStatus task_not_started();
[[nodiscard]] TaskStatus task_cannot_start();

}  // namespace waymark::ui
