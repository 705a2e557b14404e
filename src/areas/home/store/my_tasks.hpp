// The tasks that await somebody, as far as they may see the children these are about.
#pragma once

#include <vector>

#include "tasks/store/tasks.hpp"

namespace waymark::home {

/// What awaits this person in the role they act in, in the order of the day. A task stays open when the organisation's reason to see
/// the child ends; from then on it shows to those alone who see the child still.
[[nodiscard]] std::vector<tasks::Task> my_tasks(Transaction& tx, const Who& who, tasks::Snoozed snoozed = tasks::Snoozed::left_out);

}  // namespace waymark::home
