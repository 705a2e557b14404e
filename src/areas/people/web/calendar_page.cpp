// One calendar in one school year: how far it is known, half-terms, INSET days and closures, bank holidays, and who changed what.
#include <algorithm>

#include "foundation/csv.hpp"
#include "foundation/json.hpp"
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "people/store/users.hpp"
#include "people/web/calendar_show.hpp"
#include "people/web/pages.hpp"
#include "platform/audit/trail.hpp"
#include "vocabulary/bank_holidays.hpp"

namespace waymark::people {
namespace {

constexpr int changes_shown = 10;

struct CalendarScreen {
    NamedCalendar named;
    std::string authority;      // its name, for the words
    SchoolYear year, this_year;
    CountedCalendar counted;
    YearKnown known;
    std::vector<KeptTerm> terms;                // that count in this year
    std::vector<KeptDay> own_days, other_days;  // entered here; entered for the whole authority
    std::vector<ui::TimelineItem> changes;

    [[nodiscard]] bool is_own() const { return !named.whose || counted.by_own_terms; }
};

bool in_year(const KeptDay& kept, SchoolYear year) { return SchoolYear::of(kept.day.day) == year; }

std::string verb_words(const std::string& verb)
{
    if (verb == "half_term_added") return "Half-term added";
    if (verb == "half_term_changed") return "Half-term corrected";
    if (verb == "half_term_removed") return "Half-term removed";
    if (verb == "day_added") return "Day added";
    if (verb == "day_changed") return "Day corrected";
    if (verb == "day_removed") return "Day removed";
    if (verb == "terms_copied") return "The authority’s terms copied";
    return verb == "imported" ? "Imported from a file" : words_of(verb);
}

/// What the event's JSON says of a half-term, a day or a file, in words.
std::string entry_words(const std::string& json)
{
    const auto entry = read_json(json);
    if (!entry.is_object()) return {};
    const auto text = [&](const char* key) { return entry.contains(key) && entry[key].is_string() ? entry[key].get<std::string>() : std::string{}; };
    const auto from = parse_iso_date(text("from").empty() ? text("day") : text("from")), to = parse_iso_date(text("to"));
    if (from) return text("name") + ", " + (to ? date_range(*from, *to) : long_date(*from));
    return text("file").empty() ? text("school_year") : text("file");
}

ui::TimelineItem item_of(Transaction& tx, const audit::PastEvent& event)
{
    const auto actor = event.actor ? user(tx, *event.actor) : std::nullopt;
    const std::string before = entry_words(event.before), after = entry_words(event.after);
    return {.title = verb_words(event.verb), .when = uk_date_time(event.at), .when_iso = iso_instant(event.at), .by = actor ? actor->name : "Waymark",
            .body = before.empty() ? after : after.empty() ? before : before + " became " + after, .links = {}};
}

Result<CalendarScreen> load_calendar(Transaction& tx, const Request& request, const Context& context)
{
    const SchoolYear this_year = SchoolYear::of(tx.today());
    CalendarScreen screen{.named = TRY(calendar_in_path(tx, request, context)), .authority = {}, .year = year_asked_for(request, tx.today()), .this_year = this_year,
                          .counted = {}, .known = {}, .terms = {}, .own_days = {}, .other_days = {}, .changes = {}};
    const auto kept = kept_calendars_of(tx, screen.named.whose);
    const KeptCalendar& entered = screen.named.whose ? kept.own : kept.of_authority;
    screen.authority = calendar_of(tx, {}).whose;
    screen.counted = counted_calendar(kept.own, kept.of_authority);
    screen.known = how_far_known(screen.counted.calendar, screen.year);
    for (const auto& one : screen.counted.by_own_terms ? kept.own.terms : kept.of_authority.terms)
        if (year_of_term(one.term) == screen.year) screen.terms.push_back(one);
    for (const auto& one : entered.days)
        if (in_year(one, screen.year)) screen.own_days.push_back(one);
    if (screen.named.whose)
        for (const auto& one : kept.of_authority.days)
            if (in_year(one, screen.year) && (!screen.counted.by_own_terms || holds_for_every_school(one.day.kind))) screen.other_days.push_back(one);
    for (const auto& event : audit::history(tx, calendar_record(screen.named.whose), {.most = changes_shown})) screen.changes.push_back(item_of(tx, event));
    return screen;
}

void years_navigation(ui::Buffer& out, const CalendarScreen& screen)
{
    std::vector<SchoolYear> years{screen.this_year.previous(), screen.this_year, screen.this_year.next(), screen.this_year.next().next()};
    if (std::ranges::find(years, screen.year) == years.end()) years.push_back(screen.year);
    std::ranges::sort(years);
    std::vector<ui::Link> links;
    for (const auto& year : years) links.push_back({year.text(), calendar_year_href(screen.named.whose, year), year == screen.year});
    ui::sub_navigation(out, "School years", links);
}

void copy_form(ui::Buffer& out, const CalendarScreen& screen)
{
    ui::form(out, {.action = calendar_href(screen.named.whose, "copy")}, [&](ui::Buffer& inner) {
        ui::hidden_field(inner, "year", std::to_string(screen.year.starts_in()));
        ui::button(inner, {.text = "Copy the authority’s terms for " + screen.year.text(), .classes = "govuk-button--secondary"});
    });
}

void how_known(ui::Buffer& out, const CalendarScreen& screen)
{
    if (!screen.is_own())
        ui::inset_text(out, {.text = screen.named.name + " has no half-terms of its own, so the terms of " + screen.authority +
                                     " count. Once it has one of its own, only its own count: then enter them all."});
    if (screen.known.state != YearState::known) {
        ui::warning_text(out, {.text = screen.known.state == YearState::not_known
                                           ? "The school days of " + screen.year.text() + " are not known."
                                           : "The school days of " + screen.year.text() + " are known in part. " + known_words(screen.known) + "."});
        ui::paragraph(out, "A clock that needs such a day says “not known”: day six after an exclusion and in a suspension, 15 school days without education, "
                           "notices and governors’ meetings, half-termly reviews, the sessions a placement expects.");
    }
    if (screen.known.state == YearState::not_known) return;
    ui::SummaryListOptions list;
    list.rows.push_back({"Sessions planned", counted(screen.known.planned_sessions, "session") + " on " + counted(screen.known.planned_sessions / 2, "day")});
    ui::summary_list(out, list);
    if (screen.known.state == YearState::known && !screen.counted.calendar.knows(screen.year.last_day()))
        ui::paragraph(out, "The summer holiday after " + long_date(screen.terms.back().term.to) + " is known once half-terms of " + screen.year.next().text() +
                               " are entered.");
    if (too_few_sessions(screen.known, screen.year) && (screen.named.is_school || !screen.named.whose))
        ui::alert(out, ui::AlertKind::warning, "A maintained school plans " + std::to_string(sessions_wanted(screen.year)) +
                                                   " sessions a year or more. Academies and independent schools set their own number.", "Few sessions");
}

ui::Content change_cell(const CalendarScreen& screen, const std::string& part, const std::string& what)
{
    return screen.named.may_change ? ui::Content{ui::link_html(calendar_href(screen.named.whose, part), "Change", what)} : ui::Content{""};
}

/// The last column, for those who may change something.
void add_change_column(ui::TableOptions& table, bool may_change)
{
    if (!may_change) return;
    table.head.emplace_back("Change");
}

void terms_section(ui::Buffer& out, const CalendarScreen& screen)
{
    ui::section(out, "Half-terms", [&](ui::Buffer& section) {
        if (screen.terms.empty()) {
            ui::empty_state(section, "No half-terms of " + screen.year.text() + " yet.");
        } else {
            const bool may_change = screen.named.may_change && screen.is_own();
            ui::TableOptions table{.caption = "Half-terms of " + screen.year.text(), .caption_classes = "govuk-visually-hidden",
                                   .head = {"Half-term", "First day", "Last day", ui::numeric("School days")}};
            add_change_column(table, may_change);
            for (const auto& one : screen.terms) {
                const auto days = screen.counted.calendar.school_days_between(one.term.from, one.term.to);
                table.rows.push_back({one.term.name, long_date(one.term.from), long_date(one.term.to), days ? std::to_string(*days) : "Not known"});
                if (may_change) table.rows.back().emplace_back(change_cell(screen, "half-terms/" + one.id.text(), one.term.name));
            }
            ui::table(section, table);
        }
        if (!screen.named.may_change) return;
        ui::action_link(section, calendar_href(screen.named.whose, "half-terms/new"), "Add a half-term");
        if (screen.named.whose && (!screen.is_own() || screen.terms.empty())) copy_form(section, screen);
    });
}

void days_section(ui::Buffer& out, const CalendarScreen& screen)
{
    ui::section(out, "INSET days and closures", [&](ui::Buffer& section) {
        ui::TableOptions table{.caption = "INSET days and closures of " + screen.year.text(), .caption_classes = "govuk-visually-hidden",
                               .head = {"Day", "What", "Kind", "Entered for"}};
        add_change_column(table, screen.named.may_change);
        const auto add = [&](const KeptDay& one, bool own) {
            table.rows.push_back({weekday_date(one.day.day), one.day.name, closure_kind_words(one.day.kind), own ? screen.named.name : screen.authority});
            if (screen.named.may_change)
                table.rows.back().emplace_back(own ? change_cell(screen, "days/" + one.id.text(), one.day.name) : ui::Content{"By the authority"});
        };
        for (const auto& one : screen.own_days) add(one, true);
        for (const auto& one : screen.other_days) add(one, false);
        if (table.rows.empty()) ui::empty_state(section, "None entered for " + screen.year.text() + ".");
        else ui::table(section, table);
        if (screen.named.may_change) ui::action_link(section, calendar_href(screen.named.whose, "days/new"), "Add INSET days or a closure");
    });
}

void bank_holidays_section(ui::Buffer& out, const CalendarScreen& screen)
{
    ui::section(out, "Bank holidays", [&](ui::Buffer& section) {
        ui::paragraph(section, "Worked out for each year. A school that meets on one says so here.");
        ui::TableOptions table{.caption = "Bank holidays of " + screen.year.text(), .caption_classes = "govuk-visually-hidden",
                               .head = {"Day", "Bank holiday", "In the calendar"}};
        add_change_column(table, screen.named.may_change);
        for (const int year : {screen.year.starts_in(), screen.year.starts_in() + 1})
            for (const Date day : bank_holidays(year)) {
                if (SchoolYear::of(day) != screen.year) continue;
                const bool in_term = std::ranges::any_of(screen.terms, [&](const KeptTerm& one) { return one.term.contains(day); });
                const auto meets = screen.counted.calendar.is_school_day(day);
                const bool entered = std::ranges::any_of(screen.own_days, [&](const KeptDay& one) { return one.day.day == day; });
                table.rows.push_back({weekday_date(day), bank_holiday_name(day),
                                      !meets ? "Not known" : *meets ? "School meets" : in_term ? "In term: no school" : "In a holiday"});
                if (!screen.named.may_change) continue;
                const auto open = calendar_href(screen.named.whose, "days/new") + "?kind=open_on_bank_holiday&from=" + iso(day);
                table.rows.back().emplace_back(entered    ? ui::Content{"Entered above"}
                                               : in_term ? ui::Content{ui::link_html(open, "School meets that day", long_date(day))}
                                                         : ui::Content{"Nothing to change"});
            }
        ui::table(section, table);
    });
}

void calendar_view(ui::Buffer& out, const CalendarScreen& screen)
{
    ui::page(out, {.title = "Calendar of " + screen.named.name, .breadcrumbs = {{"School calendars", std::string{calendars_href}}}, .wide = true,
                   .caption = screen.year.text(), .about_a_person = false},
             [&](ui::Buffer& body) {
                 years_navigation(body, screen);
                 how_known(body, screen);
                 terms_section(body, screen);
                 days_section(body, screen);
                 bank_holidays_section(body, screen);
                 ui::section(body, "Files", [&](ui::Buffer& section) {
                     if (screen.named.may_change)
                         ui::paragraph(section, ui::link_html(calendar_href(screen.named.whose, "import"), "Import term dates from a file"));
                     ui::paragraph(section, ui::link_html(calendar_href(screen.named.whose, "export.csv") + "?year=" + std::to_string(screen.year.starts_in()),
                                                          "Download " + screen.year.text() + " as CSV"));
                 });
                 if (!screen.changes.empty()) ui::section(body, "Latest changes", [&](ui::Buffer& section) { ui::timeline(section, screen.changes); });
             });
}

/// The kinds as the reader of CSV (rules/calendar_file.cpp) knows them.
std::string kind_in_csv(ClosureKind kind)
{
    switch (kind) {
    case ClosureKind::inset: return "INSET";
    case ClosureKind::closure: return "closure";
    case ClosureKind::unplanned_closure: return "unplanned closure";
    case ClosureKind::bank_holiday: return "bank holiday";
    case ClosureKind::open_on_bank_holiday: return "open";
    }
    return {};
}

}  // namespace

Result<Response> show_calendar(const Request& request, Context& context)
{
    const auto screen = TRY(context.read([&](Transaction& tx) { return load_calendar(tx, request, context); }));
    return calendar_page_of(200, [&](ui::Buffer& out) { calendar_view(out, screen); });
}

Result<Response> export_calendar(const Request& request, Context& context)
{
    const auto screen = TRY(context.read([&](Transaction& tx) { return load_calendar(tx, request, context); }));
    CsvWriter csv{{"kind", "name", "from", "to"}};
    for (const auto& one : screen.terms) csv.row({"half-term", one.term.name, iso(one.term.from), iso(one.term.to)});
    for (const auto& one : screen.own_days) csv.row({kind_in_csv(one.day.kind), one.day.name, iso(one.day.day), ""});
    return csv_download("terms-" + std::to_string(screen.year.starts_in()) + ".csv", csv.text_for_excel());
}

}  // namespace waymark::people
