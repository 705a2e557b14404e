// One task: what it is about, and putting it off with a reason or handing it to a colleague.
#include <fmt/format.h>

#include "foundation/text.hpp"
#include "home/store/my_tasks.hpp"
#include "home/web/pages.hpp"
#include "tasks/actions/tend_task.hpp"
#include "ui/ui.hpp"

namespace waymark::home {
namespace {

struct TaskScreen {
    tasks::Task task;
    std::vector<tasks::Colleague> colleagues;
};

/// A task is seen by those whose work it is, as long as they may see the child it is about.
Result<TaskScreen> load_task_screen(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<tasks::TaskId>("task"));
    return context.read([&](Transaction& tx) -> Result<TaskScreen> {
        for (const tasks::Task& mine : my_tasks(tx, context.who, tasks::Snoozed::included))
            if (mine.id == id) return TaskScreen{mine, tasks::colleagues(tx, mine.organisation)};
        return not_found("task.not_found", "This task is done, or it is not yours.");
    });
}

void task_view(ui::Buffer& out, const TaskScreen& screen, const Form& form)
{
    const auto& task = screen.task;
    ui::page(out, {.title = task.title, .back = ui::Link{"Back to my work", "/work"}, .problems = form.problems, .caption = "Due " + long_date(task.due_on)}, [&](ui::Buffer& body) {
        if (!task.why.empty()) ui::paragraph(body, task.why);
        ui::action_link(body, task.href, "Open what it is about");
        if (tasks::is_set_by_law(task.kind)) ui::inset_text(body, {.text = "The date is set by law. It cannot be put off; it can be handed over."});
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::hidden_field(inner, "version", std::to_string(task.version));
            std::vector<ui::Choice> people;
            for (const auto& colleague : screen.colleagues) people.push_back({.value = colleague.id.text(), .text = colleague.name});
            std::vector<ui::Choice> acts;
            if (!tasks::is_set_by_law(task.kind))
                acts.push_back({.value = "put_off", .text = "Put it off", .conditional = ui::render([&](ui::Buffer& more) {
                    ui::date_field(more, {.name = "until", .legend = "Until when?"}, form);
                    ui::text_field(more, {.name = "reason", .label = "Why?"}, form);
                })});
            acts.push_back({.value = "hand_over", .text = "Hand it to a colleague", .conditional = ui::render([&](ui::Buffer& more) {
                ui::select_field(more, {.name = "to", .label = "To whom?", .items = people}, form);
            })});
            ui::radios_field(inner, {.name = "act", .legend = "What do you want to do with it?", .items = acts}, form);
            ui::submit_row(inner, {.text = "Save", .cancel = {"Cancel", "/work"}});
        });
    });
}

Result<void> tend(Context& context, const TaskScreen& screen, const Form& form)
{
    FormReader read{form};
    const int seen = read.seen_version();
    if (form.value("act") == "put_off") {
        const auto until = read.date("until", "the day until which it can wait");
        TRY(read.result());
        return tasks::snooze_task(context, {.task = screen.task.id, .seen_version = seen, .until = until, .reason = std::string{form.value("reason")}});
    }
    if (form.value("act") == "hand_over") {
        const auto to = read.id<UserId>("to", "Choose a colleague.");
        TRY(read.result());
        return tasks::hand_over_task(context, {.task = screen.task.id, .seen_version = seen, .to = to});
    }
    return invalid("task.nothing_chosen", "Choose what to do with it.", "act");
}

}  // namespace

Result<Response> show_task(const Request& request, Context& context)
{
    const auto screen = TRY(load_task_screen(request, context));
    return html(200, ui::render([&](ui::Buffer& out) { task_view(out, screen, {}); }).markup());
}

Result<Response> submit_task(const Request& request, Context& context)
{
    const auto screen = TRY(load_task_screen(request, context));
    const Form form = request.form();
    const auto tended = tend(context, screen, form);
    if (tended) return see_other_with_success("/work", form.value("act") == "put_off" ? "Put off." : "Handed over.");
    if (!tended.error().correctable()) return std::unexpected(tended.error());
    return html(422, ui::render([&](ui::Buffer& out) { task_view(out, screen, form.with(tended.error())); }).markup());
}

}  // namespace waymark::home
