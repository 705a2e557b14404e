// Things to do, each with its state.
#include "ui/task_list.hpp"

namespace waymark::ui {
namespace {

void write_item(Buffer& out, const TaskListItem& item, const std::string& id)
{
    out.raw("<li");
    write_classes(out, "govuk-task-list__item", item.classes, item.href.empty() ? "" : "govuk-task-list__item--with-link");
    out.raw(">\n<div class=\"govuk-task-list__name-and-hint\">\n");
    if (!item.href.empty()) {
        out.raw("<a");
        write_classes(out, "govuk-link govuk-task-list__link", item.title.classes);
        out.attribute("href", item.href);
        out.attribute("aria-describedby", (item.hint ? id + "-hint " : std::string{}) + id + "-status");
        out.raw(">\n");
        out.content(item.title.text);
        out.raw("\n</a>\n");
    } else {
        out.raw("<div");
        if (!item.title.classes.empty()) out.attribute("class", item.title.classes);
        out.raw(">");
        out.content(item.title.text);
        out.raw("</div>\n");
    }
    if (item.hint) {
        out.raw("<div");
        out.attribute("id", id + "-hint");
        out.raw(" class=\"govuk-task-list__hint\">");
        out.content(item.hint->text);
        out.raw("</div>\n");
    }
    out.raw("</div>\n<div");
    write_classes(out, "govuk-task-list__status", item.status.classes);
    out.attribute("id", id + "-status");
    out.raw(">");
    if (item.status.tag) tag(out, *item.status.tag);
    else out.content(item.status.text);
    out.raw("</div>\n</li>\n");
}

}  // namespace

void task_list(Buffer& out, const TaskListOptions& options)
{
    out.raw("<ul");
    write_classes(out, "govuk-task-list", options.classes);
    write(out, options.attributes);
    out.raw(">\n");
    int number = 0;
    for (const auto& item : options.items) {
        ++number;
        if (!item.title.text.empty()) write_item(out, item, options.id_prefix + "-" + std::to_string(number));
    }
    out.raw("</ul>\n");
}

TaskStatus task_completed()
{
    return {.text = "Completed"};
}

TaskStatus task_in_progress()
{
    return {.tag = TagOptions{.text = "In progress", .classes = "govuk-tag--teal"}};
}

TaskStatus task_not_started()
{
    return {.tag = TagOptions{.text = "Not started", .classes = "govuk-tag--blue"}};
}

TaskStatus task_cannot_start()
{
    return {.text = "Cannot start yet", .classes = "govuk-task-list__status--cannot-start-yet"};
}

}  // namespace waymark::ui
