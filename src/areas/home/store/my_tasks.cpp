// Tasks know no relationships: their area lies below that of the children.
#include "home/store/my_tasks.hpp"

#include "pupils/store/access.hpp"

namespace waymark::home {

std::vector<tasks::Task> my_tasks(Transaction& tx, const Who& who, tasks::Snoozed snoozed)
{
    auto mine = tasks::open_tasks_of(tx, who, snoozed);
    std::map<Id, bool> seen;  // a child may have several
    std::erase_if(mine, [&](const tasks::Task& task) {
        if (!task.pupil) return false;
        const auto [known, is_new] = seen.try_emplace(*task.pupil);
        if (is_new) known->second = pupils::may_see(tx, who, pupils::PupilId{*task.pupil});
        return !known->second;
    });
    return mine;
}

}  // namespace waymark::home
