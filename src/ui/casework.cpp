// Parts of casework pages that GOV.UK Frontend does not have.
#include "ui/casework.hpp"

#include "foundation/result.hpp"
#include "ui/details.hpp"
#include "ui/prose.hpp"

namespace waymark::ui {
namespace {

void write_link_list(Buffer& out, std::string_view classes, const std::vector<Link>& links)
{
    if (links.empty()) return;
    out.raw("<ul");
    out.attribute("class", classes);
    out.raw(">\n");
    for (const auto& each : links) {
        out.raw("<li>");
        link(out, each.href, each.text);
        out.raw("</li>\n");
    }
    out.raw("</ul>\n");
}

void write_timeline_item(Buffer& out, const TimelineItem& item, int heading_level)
{
    out.raw("<li class=\"wm-timeline__item\">\n<h");
    out.number(heading_level);
    out.raw(" class=\"wm-timeline__title\">");
    out.text(item.title);
    out.raw("</h");
    out.number(heading_level);
    out.raw(">\n<p class=\"wm-timeline__when\">");
    if (item.when_iso.empty()) {
        out.text(item.when);
    } else {
        out.raw("<time");
        out.attribute("datetime", item.when_iso);
        out.raw(">");
        out.text(item.when);
        out.raw("</time>");
    }
    if (!item.by.empty()) {
        out.raw(" <span class=\"wm-timeline__by\">by ");
        out.text(item.by);
        out.raw("</span>");
    }
    out.raw("</p>\n");
    if (!item.body.empty()) {
        out.raw("<div class=\"wm-timeline__body wm-lines\">");
        out.content(item.body);
        out.raw("</div>\n");
    }
    write_link_list(out, "govuk-list wm-links", item.links);
    out.raw("</li>\n");
}

std::string_view alert_modifier(AlertKind kind)
{
    switch (kind) {
        case AlertKind::information: return "wm-alert--information";
        case AlertKind::success: return "wm-alert--success";
        case AlertKind::warning: return "wm-alert--warning";
        case AlertKind::error: return "wm-alert--error";
    }
    return {};
}

std::string_view alert_word(AlertKind kind)
{
    switch (kind) {
        case AlertKind::information: return "Information";
        case AlertKind::success: return "Done";
        case AlertKind::warning: return "Warning";
        case AlertKind::error: return "Problem";
    }
    return {};
}

std::string_view cell_modifier(WeekCellKind kind)
{
    switch (kind) {
        case WeekCellKind::empty: return {};
        case WeekCellKind::filled: return "wm-week__cell--filled";
        case WeekCellKind::other: return "wm-week__cell--other";
        case WeekCellKind::gap: return "wm-week__cell--gap";
    }
    return {};
}

void write_week_row(Buffer& out, std::string_view name, const std::array<WeekCell, 5>& cells, const WeekGrid& grid)
{
    out.raw("<tr>\n<th scope=\"row\" class=\"wm-week__session\">");
    out.text(name);
    out.raw("</th>\n");
    for (std::size_t day = 0; day < cells.size(); ++day) {
        out.raw("<td");
        write_classes(out, "wm-week__cell", cell_modifier(cells[day].kind));
        out.attribute("data-label", grid.days[day]);
        out.raw(">");
        if (cells[day].text.empty()) out.raw("<span class=\"govuk-visually-hidden\">Nothing planned</span>");
        else out.content(cells[day].text);
        out.raw("</td>\n");
    }
    out.raw("</tr>\n");
}

}  // namespace

void identity_bar(Buffer& out, const IdentityBar& bar)
{
    // A pack of cases has many of these, so each says whose it is.
    out.raw("<section class=\"wm-identity\"");
    out.attribute("aria-label", bar.reference.empty() ? "Who this record is about" : "Who this record is about: " + bar.reference);
    out.raw(">\n<div class=\"wm-identity__who\">\n");
    out.raw("<p class=\"wm-identity__name\">");
    out.text(bar.name);
    if (!bar.reference.empty()) {
        out.raw(" <span class=\"wm-identity__reference\">");
        out.text(bar.reference);
        out.raw("</span>");
    }
    out.raw("</p>\n");
    if (!bar.marks.empty()) {
        out.raw("<ul class=\"wm-identity__marks\">\n");
        for (const auto& mark : bar.marks) {
            out.raw("<li>");
            out.html(mark);
            out.raw("</li>\n");
        }
        out.raw("</ul>\n");
    }
    out.raw("</div>\n");
    if (!bar.facts.empty()) {
        out.raw("<dl class=\"wm-identity__facts\">\n");
        for (const auto& fact : bar.facts) {
            out.raw("<div class=\"wm-identity__fact\"><dt>");
            out.text(fact.name);
            out.raw("</dt><dd>");
            out.content(fact.value);
            out.raw("</dd></div>\n");
        }
        out.raw("</dl>\n");
    }
    write_link_list(out, "wm-identity__actions", bar.actions);
    out.raw("</section>\n");
}

void sub_navigation(Buffer& out, std::string_view label, const std::vector<Link>& items)
{
    out.raw("<nav class=\"wm-sub-navigation\"");
    out.attribute("aria-label", label);
    out.raw(">\n<ul class=\"wm-sub-navigation__list\">\n");
    for (const auto& item : items) {
        out.raw("<li class=\"wm-sub-navigation__item\"><a class=\"wm-sub-navigation__link\"");
        out.attribute("href", item.href);
        if (item.current) out.raw(" aria-current=\"page\"");
        out.raw(">");
        out.text(item.text);
        out.raw("</a></li>\n");
    }
    out.raw("</ul>\n</nav>\n");
}

void alert(Buffer& out, AlertKind kind, const Content& text, std::string_view title)
{
    out.raw("<div");
    write_classes(out, "wm-alert", alert_modifier(kind));
    out.raw(" role=\"region\"");
    out.attribute("aria-label", title.empty() ? alert_word(kind) : title);
    out.raw(">\n<p class=\"wm-alert__title\">");
    out.text(title.empty() ? alert_word(kind) : title);
    out.raw("</p>\n<div class=\"wm-alert__text\">");
    out.content(text);
    out.raw("</div>\n</div>\n");
}

Html badge(std::string_view text)
{
    return render([&](Buffer& out) {
        out.raw("<span class=\"wm-badge\">");
        out.text(text);
        out.raw("</span>");
    });
}

void timeline(Buffer& out, const std::vector<TimelineItem>& items, int heading_level)
{
    out.raw("<ol class=\"wm-timeline\">\n");
    for (const auto& item : items) write_timeline_item(out, item, heading_level);
    out.raw("</ol>\n");
}

void stats(Buffer& out, const std::vector<Stat>& figures)
{
    out.raw("<ul class=\"wm-stats\">\n");
    for (const auto& figure : figures) {
        out.raw("<li");
        write_classes(out, "wm-stat", figure.pressing ? "wm-stat--pressing" : "");
        out.raw(">\n");
        // The whole sentence is the link, so that it makes sense out of its place.
        if (!figure.href.empty()) {
            out.raw("<a class=\"wm-stat__link\"");
            out.attribute("href", figure.href);
            out.raw(">");
        }
        out.raw("<span class=\"wm-stat__number\">");
        out.text(figure.number);
        out.raw("</span> <span class=\"wm-stat__sentence\">");
        out.text(figure.sentence);
        out.raw("</span>");
        if (!figure.href.empty()) out.raw("</a>");
        if (!figure.note.empty()) {
            out.raw("\n<span class=\"wm-stat__note\">");
            out.text(figure.note);
            out.raw("</span>");
        }
        out.raw("\n</li>\n");
    }
    out.raw("</ul>\n");
}

void week_grid(Buffer& out, const WeekGrid& grid)
{
    out.raw("<table class=\"wm-week\">\n<caption class=\"govuk-table__caption govuk-table__caption--s\">");
    out.text(grid.caption);
    out.raw("</caption>\n<thead>\n<tr>\n<td class=\"wm-week__corner\"></td>\n");
    for (const auto& day : grid.days) {
        out.raw("<th scope=\"col\" class=\"wm-week__day\">");
        out.text(day);
        out.raw("</th>\n");
    }
    out.raw("</tr>\n</thead>\n<tbody>\n");
    write_week_row(out, "Morning", grid.morning, grid);
    write_week_row(out, "Afternoon", grid.afternoon, grid);
    out.raw("</tbody>\n</table>\n");
}

void work_list(Buffer& out, const std::vector<WorkItem>& items)
{
    out.raw("<ul class=\"wm-work\">\n");
    for (const auto& item : items) {
        out.raw("<li class=\"wm-work__item\">\n<div class=\"wm-work__what\">\n<p class=\"wm-work__title\">");
        link(out, item.href, item.title);
        out.raw("</p>\n");
        if (!item.detail.empty()) {
            out.raw("<p class=\"wm-work__detail\">");
            out.content(item.detail);
            out.raw("</p>\n");
        }
        out.raw("</div>\n<div class=\"wm-work__when\">");
        if (!item.due.empty()) {
            out.raw("<p class=\"wm-work__due\">");
            out.content(item.due);
            out.raw("</p>\n");
        }
        out.html(item.mark);
        out.raw("</div>\n</li>\n");
    }
    out.raw("</ul>\n");
}

Html clock_mark(const ClockShown& shown)
{
    if (shown.clock.is_met) return tag_html(shown.state, TagColour::green);
    if (shown.is_lawfully_open) return tag_html(shown.state, TagColour::grey);
    switch (shown.clock.severity) {
    case Severity::info: return tag_html(shown.state, TagColour::blue);
    case Severity::warn: return tag_html(shown.state, TagColour::yellow);
    case Severity::breach: return tag_html(shown.state, TagColour::red);
    }
    expects(false);
    return {};
}

void clock_list(Buffer& out, const std::vector<ClockShown>& clocks)
{
    for (const auto& shown : clocks) {
        heading(out, 3, shown.clock.name);
        paragraph(out, render([&](Buffer& line) {
            line.text(shown.when + " ");
            line.html(clock_mark(shown));
        }));
        details(out, {.summary = "How this day was counted", .text = render([&](Buffer& inside) {
                          paragraph(inside, shown.clock.working);
                          paragraph(inside, "Set by " + shown.clock.source + " (rule " + shown.clock.rule + ").");
                      })});
        if (!shown.calendars_href.empty()) paragraph(out, link_html(shown.calendars_href, "School calendars", "that clocks are counted by"));
    }
}

void empty_state(Buffer& out, const Content& text, const Link& act)
{
    out.raw("<div class=\"wm-empty\">\n<p class=\"govuk-body\">");
    out.content(text);
    if (!act.text.empty()) {
        out.raw(" ");
        link(out, act.href, act.text);
    }
    out.raw("</p>\n</div>\n");
}

Content or_not_recorded(std::string_view text)
{
    if (!text.empty()) return text;
    return Html{"<span class=\"wm-quiet\">Not recorded</span>"};
}

}  // namespace waymark::ui
