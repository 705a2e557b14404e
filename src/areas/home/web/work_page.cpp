// What needs me today: the figures of my role, each opening its rows, then my tasks, the law's clocks first.
#include <algorithm>

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "home/store/figures.hpp"
#include "home/store/my_tasks.hpp"
#include "home/web/pages.hpp"
#include "ui/ui.hpp"

namespace waymark::home {
namespace {

struct WorkScreen {
    Date today;
    std::vector<Figure> figures;
    std::vector<tasks::Task> tasks;
    int put_off = 0;
};

std::string due_words(const tasks::Task& task, Date today)
{
    const int days = days_between(today, task.due_on);
    if (days < 0) return fmt::format("Was due {} ({} ago)", long_date(task.due_on), counted(-days, "day"));
    if (days == 0) return "Due today, " + long_date(task.due_on);
    if (days == 1) return "Due tomorrow, " + long_date(task.due_on);
    return fmt::format("Due {} (in {})", long_date(task.due_on), counted(days, "day"));
}

ui::Html mark_of(const tasks::Task& task, Date today)
{
    if (task.severity == Severity::breach) return ui::tag_html("A duty is unmet", ui::TagColour::red);
    if (task.due_on < today) return ui::tag_html("Overdue", ui::TagColour::red);
    if (task.severity == Severity::warn) return ui::tag_html("Soon", ui::TagColour::yellow);
    return {};
}

void tasks_in_groups(ui::Buffer& out, const WorkScreen& screen)
{
    for (const auto group : enum_values<tasks::Group>()) {
        std::vector<ui::WorkItem> items;
        for (const tasks::Task& task : screen.tasks)
            if (tasks::group_of(task, screen.today) == group)
                items.push_back({.title = task.title, .href = task.href,
                                 .detail = ui::two_lines(task.why.empty() ? ui::Content{""} : ui::Content{task.why},
                                                         ui::link_html("/work/" + task.id.text(), "Put off or hand over", task.title)),
                                 .due = due_words(task, screen.today), .mark = mark_of(task, screen.today)});
        if (items.empty()) continue;
        ui::section(out, fmt::format("{} ({})", tasks::group_name(group), items.size()), [&](ui::Buffer& section) { ui::work_list(section, items); });
    }
}

void work_view(ui::Buffer& out, const WorkScreen& screen)
{
    ui::page(out, {.title = "My work", .wide = true, .caption = weekday_date(screen.today)}, [&](ui::Buffer& body) {
        std::vector<ui::Stat> stats;
        for (const Figure& figure : screen.figures)
            stats.push_back({.number = with_commas(figure.count), .href = figure.href, .sentence = figure.sentence, .pressing = figure.pressing && figure.count > 0});
        if (!stats.empty()) ui::stats(body, stats);
        if (screen.tasks.empty()) {
            const bool pressed = std::ranges::any_of(screen.figures, [](const Figure& figure) { return figure.pressing && figure.count > 0; });
            ui::empty_state(body, pressed ? "No task is waiting for you by name or by role. What is open stands in the figures above."
                                          : "Nothing needs you today.");
        }
        tasks_in_groups(body, screen);
        if (screen.put_off > 0) ui::small_print(body, counted(screen.put_off, "task") + " put off until a later day.");
    });
}

}  // namespace

Result<Response> show_work(const Request&, Context& context)
{
    const WorkScreen screen = context.read([&](Transaction& tx) {
        WorkScreen loaded{.today = context.today, .figures = figures_of(tx, context.who), .tasks = my_tasks(tx, context.who)};
        loaded.put_off = static_cast<int>(my_tasks(tx, context.who, tasks::Snoozed::included).size() - loaded.tasks.size());
        return loaded;
    });
    return html(200, ui::render([&](ui::Buffer& out) { work_view(out, screen); }).markup());
}

}  // namespace waymark::home
