// From a fixture's options to the option structs: components that are not form controls.
#include "ui/back_link.hpp"
#include "ui/breadcrumbs.hpp"
#include "ui/details.hpp"
#include "ui/exit_this_page.hpp"
#include "ui/fixture_given.hpp"
#include "ui/generic_header.hpp"
#include "ui/inset_text.hpp"
#include "ui/notification_banner.hpp"
#include "ui/pagination.hpp"
#include "ui/panel.hpp"
#include "ui/phase_banner.hpp"
#include "ui/service_navigation.hpp"
#include "ui/skip_link.hpp"
#include "ui/summary_list.hpp"
#include "ui/table.hpp"
#include "ui/task_list.hpp"
#include "ui/warning_text.hpp"

namespace waymark::ui {
namespace {

/// Options that nothing was given for have no text at all; those of the struct may have a usual one.
Content content_or(const Given& given, const char* usual)
{
    auto content = given.content();
    return content.empty() ? Content{usual} : content;
}

SummaryActions actions_from(const Given& given)
{
    SummaryActions actions{.classes = given["classes"].text()};
    for (const auto& item : given["items"].items())
        actions.items.push_back({.href = item["href"].text(),
                                 .text = item.content(),
                                 .visually_hidden_text = item["visuallyHiddenText"].text(),
                                 .classes = item["classes"].text(),
                                 .attributes = item.attributes()});
    return actions;
}

SummaryText summary_text_from(const Given& given)
{
    return {given.content(), given["classes"].text()};
}

SummaryCard card_from(const Given& given)
{
    SummaryCard card{.actions = actions_from(given["actions"]), .classes = given["classes"].text(), .attributes = given.attributes()};
    const auto title = given["title"];
    if (title.truthy())
        card.title = SummaryCardTitle{title.content(), title["headingLevel"].maybe_number().value_or(2), title["classes"].text()};
    return card;
}

void write_summary_list(Buffer& out, const Given& given)
{
    SummaryListOptions options{.classes = given["classes"].text(), .attributes = given.attributes()};
    if (given["card"].truthy()) options.card = card_from(given["card"]);
    for (const auto& row : given["rows"].items()) {
        if (!row.truthy()) continue;
        SummaryRow each{.key = summary_text_from(row["key"]), .value = summary_text_from(row["value"]), .classes = row["classes"].text()};
        if (row["actions"]["items"].truthy()) each.actions = actions_from(row["actions"]);
        options.rows.push_back(std::move(each));
    }
    summary_list(out, options);
}

TableCell cell_from(const Given& given)
{
    TableCell cell{given.content(), given["format"].text()};
    cell.classes = given["classes"].text();
    cell.colspan = given["colspan"].maybe_number();
    cell.rowspan = given["rowspan"].maybe_number();
    cell.attributes = given.attributes();
    return cell;
}

void write_table(Buffer& out, const Given& given)
{
    TableOptions options{.caption = given["caption"].text(),
                         .caption_classes = given["captionClasses"].text(),
                         .first_cell_is_header = given["firstCellIsHeader"].truthy(),
                         .classes = given["classes"].text(),
                         .attributes = given.attributes(),
                         .cards = false};
    for (const auto& cell : given["head"].items()) options.head.push_back(cell_from(cell));
    for (const auto& row : given["rows"].items()) {
        if (!row.truthy()) continue;
        auto& cells = options.rows.emplace_back();
        for (const auto& cell : row.items()) cells.push_back(cell_from(cell));
    }
    table(out, options);
}

TagOptions tag_from(const Given& given)
{
    return {.text = given.content(), .classes = given["classes"].text(), .attributes = given.attributes()};
}

void write_task_list(Buffer& out, const Given& given)
{
    TaskListOptions options{.id_prefix = given["idPrefix"].text_or("task-list"),
                            .classes = given["classes"].text(),
                            .attributes = given.attributes()};
    for (const auto& item : given["items"].items()) {
        TaskListItem task{.title = {item["title"].content(), item["title"]["classes"].text()},
                          .status = {.text = item["status"].content(), .classes = item["status"]["classes"].text()},
                          .href = item["href"].text(),
                          .classes = item["classes"].text()};
        if (item["hint"].truthy()) task.hint = TaskHint{item["hint"].content()};
        if (item["status"]["tag"].truthy()) task.status.tag = tag_from(item["status"]["tag"]);
        options.items.push_back(std::move(task));
    }
    task_list(out, options);
}

void write_notification_banner(Buffer& out, const Given& given)
{
    notification_banner(out, {.text = given.content(),
                              .type = given["type"].text(),
                              .title = given.content("titleText", "titleHtml"),
                              .title_heading_level = given["titleHeadingLevel"].text_or("2"),
                              .title_id = given["titleId"].text_or("govuk-notification-banner-title"),
                              .role = given["role"].text(),
                              .disable_auto_focus = given["disableAutoFocus"].maybe_bool(),
                              .classes = given["classes"].text(),
                              .attributes = given.attributes()});
}

void write_panel(Buffer& out, const Given& given)
{
    PanelOptions options{.title = given.content("titleText", "titleHtml"),
                         .text = given.content(),
                         .heading_level = given["headingLevel"].maybe_number().value_or(1),
                         .classes = given["classes"].text(),
                         .attributes = given.attributes()};
    const auto actions = given["actions"];
    if (actions.truthy()) {
        options.actions = PanelActions{.classes = actions["classes"].text(), .attributes = actions.attributes()};
        for (const auto& item : actions["items"].items())
            options.actions->items.push_back({.text = item["text"].text(),
                                              .href = item["href"].text(),
                                              .type = item["type"].text(),
                                              .classes = item["classes"].text(),
                                              .attributes = item.attributes()});
    }
    panel(out, options);
}

void write_details(Buffer& out, const Given& given)
{
    details(out, {.summary = given.content("summaryText", "summaryHtml"),
                  .text = given.content(),
                  .open = given["open"].truthy(),
                  .id = given["id"].text(),
                  .classes = given["classes"].text(),
                  .attributes = given.attributes()});
}

void write_breadcrumbs(Buffer& out, const Given& given)
{
    const auto label = given["labelText"];
    BreadcrumbsOptions options{.collapse_on_mobile = given["collapseOnMobile"].truthy(),
                               .label_text = label.absent() ? "Breadcrumb" : label.text(),
                               .classes = given["classes"].text(),
                               .attributes = given.attributes()};
    for (const auto& item : given["items"].items()) options.items.push_back({item.content(), item["href"].text(), item.attributes()});
    breadcrumbs(out, options);
}

PaginationLink pagination_link_from(const Given& given)
{
    return {.href = given["href"].text(),
            .text = given.content(),
            .label_text = given["labelText"].text(),
            .attributes = given.attributes()};
}

void write_pagination(Buffer& out, const Given& given)
{
    PaginationOptions options{.landmark_label = given["landmarkLabel"].text_or("Pagination"),
                              .classes = given["classes"].text(),
                              .attributes = given.attributes()};
    if (given["previous"].truthy()) options.previous = pagination_link_from(given["previous"]);
    if (given["next"].truthy()) options.next = pagination_link_from(given["next"]);
    if (given["items"].truthy()) options.items.emplace();
    for (const auto& item : given["items"].items()) {
        if (!item.truthy() || item.is_empty()) continue;
        options.items->push_back({.number = item["number"].text(),
                                  .href = item["href"].text(),
                                  .visually_hidden_text = item["visuallyHiddenText"].maybe_text(),
                                  .current = item["current"].truthy(),
                                  .ellipsis = item["ellipsis"].truthy(),
                                  .attributes = item.attributes()});
    }
    pagination(out, options);
}

void write_service_navigation(Buffer& out, const Given& given)
{
    ServiceNavigationOptions options{.service_name = given["serviceName"].text(),
                                     .service_url = given["serviceUrl"].text(),
                                     .collapse_navigation_on_mobile = given["collapseNavigationOnMobile"].maybe_bool(),
                                     .aria_label = given["ariaLabel"].text_or("Service information"),
                                     .menu_button_text = given["menuButtonText"].text_or("Menu"),
                                     .menu_button_label = given["menuButtonLabel"].text(),
                                     .navigation_label = given["navigationLabel"].text(),
                                     .navigation_id = given["navigationId"].text_or("navigation"),
                                     .navigation_classes = given["navigationClasses"].text(),
                                     .classes = given["classes"].text(),
                                     .attributes = given.attributes()};
    for (const auto& item : given["navigation"].items())
        if (item.truthy())
            options.navigation.push_back({.text = item.content(),
                                          .href = item["href"].text(),
                                          .current = item["current"].truthy(),
                                          .active = item["active"].truthy(),
                                          .attributes = item.attributes()});
    const auto slots = given["slots"];
    const auto end = slots["end"];
    options.slots = {.start = slots.html("start"),
                     .end = end.is_object() ? end.html() : slots.html("end"),
                     .navigation_start = slots.html("navigationStart"),
                     .navigation_end = slots.html("navigationEnd"),
                     .end_is_inline = end["align"].text() == "inline"};
    service_navigation(out, options);
}

void write_exit_this_page(Buffer& out, const Given& given)
{
    exit_this_page(out, {.text = given.content(),
                         .redirect_url = given["redirectUrl"].text_or("https://www.bbc.co.uk/weather"),
                         .activated_text = given["activatedText"].text(),
                         .timed_out_text = given["timedOutText"].text(),
                         .press_two_more_times_text = given["pressTwoMoreTimesText"].text(),
                         .press_one_more_time_text = given["pressOneMoreTimeText"].text(),
                         .id = given["id"].text(),
                         .classes = given["classes"].text(),
                         .attributes = given.attributes()});
}

void write_generic_header(Buffer& out, const Given& given)
{
    generic_header(out, {.logo = given.content("logoText", "logoHtml"),
                         .url = given["url"].text_or("/"),
                         .container_classes = given["containerClasses"].text_or("govuk-width-container"),
                         .classes = given["classes"].text(),
                         .attributes = given.attributes()});
}

}  // namespace

std::map<std::string, Adapter> other_adapters()
{
    return {
        {"back-link", [](Buffer& out, const Given& given) {
             back_link(out, {content_or(given, "Back"), given["href"].text_or("#"), given["classes"].text(), given.attributes()});
         }},
        {"breadcrumbs", write_breadcrumbs},
        {"details", write_details},
        {"exit-this-page", write_exit_this_page},
        {"generic-header", write_generic_header},
        {"inset-text", [](Buffer& out, const Given& given) {
             inset_text(out, {given.content(), given["id"].text(), given["classes"].text(), given.attributes()});
         }},
        {"notification-banner", write_notification_banner},
        {"pagination", write_pagination},
        {"panel", write_panel},
        {"phase-banner", [](Buffer& out, const Given& given) {
             phase_banner(out, {tag_from(given["tag"]), given.content(), given["classes"].text(), given.attributes()});
         }},
        {"service-navigation", write_service_navigation},
        {"skip-link", [](Buffer& out, const Given& given) {
             skip_link(out, {given.content(), given["href"].text_or("#content"), given["classes"].text(), given.attributes()});
         }},
        {"summary-list", write_summary_list},
        {"table", write_table},
        {"tag", [](Buffer& out, const Given& given) { tag(out, tag_from(given)); }},
        {"task-list", write_task_list},
        {"warning-text", [](Buffer& out, const Given& given) {
             warning_text(out, {given.content(), given["iconFallbackText"].text_or("Warning"), given["classes"].text(),
                                given.attributes()});
         }},
    };
}

}  // namespace waymark::ui
