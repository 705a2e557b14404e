// Parts of casework pages that GOV.UK Frontend does not have: who the page is about, its parts, what happened, figures, the week.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "ui/page.hpp"
#include "ui/tag.hpp"
#include "vocabulary/clock.hpp"

namespace waymark::ui {

/// Who or what the page is about, above its h1 in a bar of its own.
struct IdentityFact {
    std::string name;
    Content value;
};
struct IdentityBar {
    std::string name;               // "Jordan Ellis"; on screen only, never in a title
    std::string reference;          // "7F3K-2M"
    std::vector<IdentityFact> facts;  // {"Year", "9"}, {"School", link_html(…)}
    std::vector<Html> marks;        // tag_html("Looked after", TagColour::purple) …
    std::vector<Link> actions;      // what may be done with the record
};
void identity_bar(Buffer& out, const IdentityBar& bar);

/// The parts of one record, below its identity bar. The current one is marked.
void sub_navigation(Buffer& out, std::string_view label, const std::vector<Link>& items);

/// A message about the record for as long as it holds: a suspended provider, a protected address.
enum class AlertKind { information, success, warning, error };
void alert(Buffer& out, AlertKind kind, const Content& text, std::string_view title = {});

/// A quiet mark beside a name: "2 settings".
[[nodiscard]] Html badge(std::string_view text);

/// What happened, newest first, as the caller ordered it.
struct TimelineItem {
    std::string title;              // "Referral sent"
    std::string when;               // "23 November 2026 at 2:14pm"
    std::string when_iso;           // for machines: "2026-11-23T14:14:00.000Z" or "2026-11-23"; may be empty
    std::string by;                 // "Priya Raman, Harrowdale council"
    Content body;
    std::vector<Link> links;
};
void timeline(Buffer& out, const std::vector<TimelineItem>& items, int heading_level = 3);

/// One figure of a front page: the number leads to the list behind it, the sentence says what it counts.
struct Stat {
    std::string number;             // "12", "83%", already worded
    std::string href;               // empty: no list behind it
    std::string sentence;           // "children have no suitable education today"
    std::string note;               // "as at 9:30am", "2 more than last week"
    bool pressing = false;          // somebody must act
};
void stats(Buffer& out, const std::vector<Stat>& figures);

/// A school week: five days, morning and afternoon. The state is told by words in the cell; the colour only helps.
enum class WeekCellKind { empty, filled, other, gap };
struct WeekCell {
    Content text;
    WeekCellKind kind = WeekCellKind::empty;
};
struct WeekGrid {
    std::string caption;                       // "Week of 23 November 2026"
    std::array<std::string, 5> days = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"};
    std::array<WeekCell, 5> morning, afternoon;
};
void week_grid(Buffer& out, const WeekGrid& grid);

/// One thing that awaits somebody, in a list of such things: `/work`.
struct WorkItem {
    std::string title;
    std::string href;
    Content detail;                 // whom or what it concerns
    Content due;                    // "Due 30 November 2026 (in 5 school days)"
    Html mark;                      // tag_html("Overdue", TagColour::red)
};
void work_list(Buffer& out, const std::vector<WorkItem>& items);

/// How a clock stands, in words and a colour: "Duty not met", "Met".
[[nodiscard]] Html clock_mark(const ClockShown& shown);
/// Clocks one below the other, each with its due day, how it stands and how it was counted.
void clock_list(Buffer& out, const std::vector<ClockShown>& clocks);

/// What a page says when there is nothing to list: what will appear here, and the one thing to do about it.
void empty_state(Buffer& out, const Content& text, const Link& act = {});

/// "Not recorded": never blank, 0 or a dash.
[[nodiscard]] Content or_not_recorded(std::string_view text);

}  // namespace waymark::ui
