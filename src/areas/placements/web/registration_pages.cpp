// R28 over the days to come: every provider that is no school, and one of them with the children counted, what it told and reports.
#include <algorithm>

#include <fmt/format.h>

#include "foundation/csv.hpp"
#include "foundation/json.hpp"
#include "foundation/text.hpp"
#include "placements/actions/watch_registration.hpp"
#include "placements/web/pages.hpp"
#include "placements/web/parts.hpp"
#include "platform/audit/view_log.hpp"
#include "pupils/store/access.hpp"
#include "pupils/store/pupils.hpp"

namespace waymark::placements {
namespace {

std::string registration_href(OrganisationId provider, std::string_view page = {}) { return "/providers/" + provider.text() + "/registration" + std::string{page}; }

ui::Html level_tag(ThresholdLevel level)
{
    switch (level) {
    case ThresholdLevel::clear: return ui::tag_html("Clear", ui::TagColour::green);
    case ThresholdLevel::warn: return ui::tag_html("Near the line", ui::TagColour::yellow);
    case ThresholdLevel::breach: return ui::tag_html("Over the line", ui::TagColour::red);
    }
    expects(false);
    return {};
}

/// "From 4 January 2027", "Today", "Not before 31 August 2027".
std::string from_words(const std::optional<Date>& day, Date today, Date last)
{
    if (!day) return "Not before " + short_date(last + Days{1});
    return *day <= today ? "Today" : "From " + short_date(*day);
}

/// Whoever is over the line is near it too.
std::optional<Date> near_from(const RegistrationDays& days)
{
    if (days.warn_from && days.breach_from) return std::min(*days.warn_from, *days.breach_from);
    return days.warn_from ? days.warn_from : days.breach_from;
}

struct WatchScreen {
    std::vector<WatchedProvider> providers;
    Date last;
};

WatchScreen load_watch(Context& context)
{
    return context.read([&](Transaction& tx) { return WatchScreen{watched_providers(tx), last_day_watched(tx.today())}; });
}

/// A child counted at the provider, by name only where this person may see the child.
struct CountedChild {
    WeekAtProvider week;
    std::optional<pupils::PupilSummary> child;
};

struct ProviderScreen {
    WatchedProvider watched;
    std::vector<CountedChild> children;
    std::vector<DeclaredFrom> declared;
    Law law;
};

Result<ProviderScreen> load_provider_screen(Transaction& tx, const Request& request)
{
    const auto provider = TRY(request.path_id<OrganisationId>("provider"));
    ProviderScreen screen{.watched = TRY(watched_provider(tx, provider)), .children = {}, .declared = {}, .law = law_on(tx.today())};
    const Who& who = tx.context().who;
    for (const auto& week : weeks_on(tx.today(), screen.watched.known.children)) {
        if (week.minutes_here == 0) continue;
        const auto pupil = PupilId::parse(week.child);
        CountedChild one{week, std::nullopt};
        if (pupil && pupils::may_see(tx, who, *pupil)) one.child = pupils::summary_of(tx, *pupil);
        screen.children.push_back(std::move(one));
    }
    screen.declared = declared_children_of(tx, screen.watched.provider.id);
    return screen;
}

Result<WatchedProvider> load_watched(const Request& request, Context& context)
{
    const auto provider = TRY(request.path_id<OrganisationId>("provider"));
    return context.read([&](Transaction& tx) { return watched_provider(tx, provider); });
}

void days_view(ui::Buffer& out, const RegistrationDays& days)
{
    ui::TableOptions table{.caption = "Day by day, over all who place children there",
                           .head = {"From", "To", ui::numeric("Full-time"), ui::numeric("Of these with a plan or looked after"), "The line"}};
    for (const auto& stretch : days.stretches)
        table.rows.push_back({long_date(stretch.from), long_date(stretch.to), std::to_string(stretch.full_time), std::to_string(stretch.full_time_vulnerable), level_tag(stretch.level)});
    ui::table(out, table);
}

void children_view(ui::Buffer& out, const ProviderScreen& screen)
{
    ui::heading(out, 2, "Children timetabled there now");
    if (screen.children.empty()) {
        ui::paragraph(out, "None.");
        return;
    }
    ui::TableOptions table{.caption = "Children timetabled there now", .caption_classes = "govuk-visually-hidden",
                           .head = {"Child", ui::numeric("Hours there a week"), ui::numeric("Hours in all"), "Plan or care", "Counted"}, .first_cell_is_header = true};
    for (const auto& [week, child] : screen.children) {
        const bool full_time = week.of_compulsory_school_age && is_full_time_here(week, screen.law);
        table.rows.push_back({child ? ui::Content{ui::link_html("/pupils/" + child->reference, child->known_as + " " + child->last_name)} : ui::Content{"A child of another placer"},
                              hours_of(week.minutes_here), hours_of(week.minutes_all),
                              child ? (week.has_plan_or_looked_after ? "Plan, or looked after" : week.has_sen_support ? "SEN support" : "None known") : "Not shown",
                              !week.of_compulsory_school_age ? "Not of compulsory school age" : full_time ? "Full-time" : "Part-time"});
    }
    ui::table(out, table);
}

void told_view(ui::Buffer& out, const ProviderScreen& screen, const Who& who)
{
    const auto id = screen.watched.provider.id;
    ui::heading(out, 2, "Children of whom only the provider has told");
    if (screen.declared.empty()) ui::paragraph(out, "The provider has not been asked, or has not said. Ask for families who pay themselves and for other authorities.");
    else {
        ui::TableOptions table{.caption = "What the provider said", .caption_classes = "govuk-visually-hidden",
                               .head = {"From", ui::numeric("Full-time"), ui::numeric("Of these with a plan or looked after"), "Said by", "Entered by"}};
        for (const auto& one : screen.declared)
            table.rows.push_back({long_date(one.from), std::to_string(one.children.full_time), std::to_string(one.children.full_time_vulnerable), one.told_by, one.entered_by});
        ui::table(out, table);
    }
    if (may(who, Permission::edit_providers)) ui::action_link(out, registration_href(id, "/declaration"), "Record what the provider says");
}

void reports_view(ui::Buffer& out, const ProviderScreen& screen, const Who& who)
{
    if (is_at_provider(who)) return;
    ui::heading(out, 2, "Reported to Ofsted’s unregistered schools team");
    if (screen.watched.reports.empty()) ui::paragraph(out, "No report is recorded.");
    for (const auto& report : screen.watched.reports)
        ui::paragraph(out, long_date(report.on) + ": " + report.words + (report.entered_by.empty() ? "" : " Entered by " + report.entered_by + "."));
    if (may(who, Permission::approve_provider_changes)) ui::action_link(out, registration_href(screen.watched.provider.id, "/report"), "Record a report");
}

void provider_view(ui::Buffer& out, const ProviderScreen& screen, const Who& who, Date today)
{
    const auto& [provider, known, days, reports] = screen.watched;
    ui::PageOptions options{.title = "Must it register as a school?", .record = provider.name, .wide = true, .caption = provider.name, .about_a_person = false};
    if (is_at_provider(who)) options.back = ui::Link{"Back to the profile", "/providers/" + provider.id.text()};
    else options.breadcrumbs = {{"Settings that are not schools", "/registration"}, {provider.name, "/providers/" + provider.id.text()}};
    ui::page(out, options, [&](ui::Buffer& body) {
        if (days.breach_from)
            ui::alert(body, ui::AlertKind::error, fmt::format("{}. {}", *days.breach_from <= today ? "Over the line today" : "Over the line from " + long_date(*days.breach_from), days.words), "Must register as a school");
        else if (days.warn_from)
            ui::alert(body, ui::AlertKind::warning, fmt::format("{}. {}", *days.warn_from <= today ? "Near the line today" : "Near the line from " + long_date(*days.warn_from), days.words), "Near the line");
        ui::paragraph(body, fmt::format("Counted from every timetable known here, for each day from {} to {}. Education and Skills Act 2008 sections 92 and 96. Rule R28.",
                                        long_date(today), long_date(days.stretches.back().to)));
        days_view(body, days);
        children_view(body, screen);
        told_view(body, screen, who);
        reports_view(body, screen, who);
    });
}

ui::PageOptions form_page(const char* title, const directory::Provider& provider, const Form& form)
{
    return {.title = title, .record = provider.name, .back = ui::Link{"Back", registration_href(provider.id)}, .problems = form.problems, .caption = provider.name, .about_a_person = false};
}

void declaration_view(ui::Buffer& out, const directory::Provider& provider, const Form& form)
{
    ui::page(out, form_page("Children of whom only the provider has told", provider, form), [&](ui::Buffer& body) {
        ui::paragraph(body, "Count children of compulsory school age whose education there is full-time and whom nobody here has placed. It holds from that day until the next entry.");
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::date_field(inner, {.name = "from", .legend = "From which day?", .hint = "For example, 23 11 2026"}, form);
            ui::text_field(inner, {.name = "full_time", .label = "How many such children?", .hint = "0 when there are none", .width = ui::BoxWidth::three, .inputmode = "numeric"}, form);
            ui::text_field(inner, {.name = "full_time_vulnerable", .label = "How many of these have an education, health and care plan or are looked after?",
                                   .width = ui::BoxWidth::three, .inputmode = "numeric"}, form);
            ui::text_field(inner, {.name = "told_by", .label = "Who at the provider says so?", .width = ui::BoxWidth::thirty}, form);
            ui::submit_row(inner, {.text = "Record", .cancel = {"Cancel", registration_href(provider.id)}});
        });
    });
}

Result<void> declare_as_typed(Context& context, OrganisationId provider, const Form& form)
{
    FormReader read{form};
    const DeclareChildren command{.provider = provider,
                                  .declared = {.from = read.date("from", "the day from which it holds"),
                                               .children = {read.whole_number("full_time", "Enter how many children as a number, 0 for none.", 0, 500),
                                                            read.whole_number("full_time_vulnerable", "Enter how many of these as a number, 0 for none.", 0, 500)},
                                               .told_by = read.text_if_any("told_by", 120)}};
    TRY(read.result());
    return declare_children(context, command);
}

void report_view(ui::Buffer& out, const directory::Provider& provider, const Form& form)
{
    ui::page(out, form_page("Reported as a school that may have to register", provider, form), [&](ui::Buffer& body) {
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::date_field(inner, {.name = "on", .legend = "On which day was it reported to Ofsted’s unregistered schools team?", .hint = "For example, 23 11 2026"}, form);
            ui::text_area_field(inner, {.name = "words", .label = "What was reported, by whom, and the reference", .hint = "Name no child.", .rows = 4, .characters_max = 1000}, form);
            ui::submit_row(inner, {.text = "Record", .cancel = {"Cancel", registration_href(provider.id)}});
        });
    });
}

Result<void> report_as_typed(Context& context, OrganisationId provider, const Form& form)
{
    FormReader read{form};
    const RegistrationReport report{.on = read.date("on", "the day it was reported"), .words = read.text("words", "Enter what was reported, and by whom.", 1000)};
    TRY(read.result());
    return report_registration(context, provider, report);
}

}  // namespace

Result<Response> show_registration_watch(const Request& request, Context& context)
{
    const auto screen = load_watch(context);
    const int page = ui::page_asked_for(request.query("page"));
    ui::TableOptions table{.caption = "Settings that are not schools", .caption_classes = "govuk-visually-hidden",
                           .head = {"Setting", "Today", ui::numeric("Full-time today"), "Near the line", "Over the line", "Reported"}, .first_cell_is_header = true};
    for (const auto& one : ui::rows_of_page(screen.providers, page))
        table.rows.push_back({ui::link_html(registration_href(one.provider.id), one.provider.name), level_tag(one.today().level), std::to_string(one.today().full_time),
                              from_words(near_from(one.days), context.today, screen.last), from_words(one.days.breach_from, context.today, screen.last),
                              one.reports.empty() ? std::string{"No"} : short_date(one.reports.front().on)});
    return page_of(200, [&](ui::Buffer& out) {
        ui::page(out, {.title = "Settings that are not schools", .wide = true, .about_a_person = false}, [&](ui::Buffer& body) {
            ui::paragraph(body, fmt::format("Which of them must register as a school, now or on any day to {}, counted from every timetable known here and from what the "
                                            "providers told. To run an unregistered school is a crime. Rule R28.", long_date(screen.last)));
            if (screen.providers.empty()) {
                ui::paragraph(body, "There is none in the directory.");
                return;
            }
            ui::paragraph(body, ui::link_html("/registration/export.csv", "Download as CSV"));
            ui::table(body, table);
            ui::pages_below(body, page, screen.providers.size(), [](int number) { return number > 1 ? fmt::format("/registration?page={}", number) : std::string{"/registration"}; });
        });
    });
}

Result<Response> export_registration_watch(const Request&, Context& context)
{
    CsvWriter csv{{"provider", "level today", "full-time today", "full-time with plan or looked after today", "near the line from", "over the line from", "sum", "reported on"}};
    for (const auto& one : load_watch(context).providers)
        csv.row({one.provider.name, std::string{enum_text(one.today().level)}, std::to_string(one.today().full_time), std::to_string(one.today().full_time_vulnerable),
                 near_from(one.days) ? iso(*near_from(one.days)) : "", one.days.breach_from ? iso(*one.days.breach_from) : "", one.days.words,
                 one.reports.empty() ? "" : iso(one.reports.front().on)});
    return csv_download("registration.csv", csv.text());
}

Result<Response> show_registration(const Request& request, Context& context)
{
    // Children stand here by name, with whether they have a plan: that is a look at their records.
    const auto screen = context.in_transaction([&](Transaction& tx) -> Result<ProviderScreen> {
        auto loaded = TRY(load_provider_screen(tx, request));
        for (const auto& one : loaded.children)
            if (one.child) audit::log_view(tx, one.child->id.value, "registration of a setting");
        return loaded;
    });
    if (!screen) return std::unexpected(screen.error());
    return page_of(200, [&](ui::Buffer& out) { provider_view(out, *screen, context.who, context.today); });
}

Result<Response> show_declaration(const Request& request, Context& context)
{
    const auto watched = TRY(load_watched(request, context));
    return page_of(200, [&](ui::Buffer& out) { declaration_view(out, watched.provider, {}); });
}

Result<Response> submit_declaration(const Request& request, Context& context)
{
    const auto watched = TRY(load_watched(request, context));
    const Form form = request.form();
    const auto done = declare_as_typed(context, watched.provider.id, form);
    if (done) return see_other_with_success(registration_href(watched.provider.id), "Recorded. The days are counted again.");
    if (!done.error().correctable()) return std::unexpected(done.error());
    return page_of(422, [&](ui::Buffer& out) { declaration_view(out, watched.provider, form.with(done.error())); });
}

Result<Response> show_registration_report(const Request& request, Context& context)
{
    const auto watched = TRY(load_watched(request, context));
    return page_of(200, [&](ui::Buffer& out) { report_view(out, watched.provider, {}); });
}

Result<Response> submit_registration_report(const Request& request, Context& context)
{
    const auto watched = TRY(load_watched(request, context));
    const Form form = request.form();
    const auto done = report_as_typed(context, watched.provider.id, form);
    if (done) return see_other_with_success(registration_href(watched.provider.id), "Report recorded.");
    if (!done.error().correctable()) return std::unexpected(done.error());
    return page_of(422, [&](ui::Buffer& out) { report_view(out, watched.provider, form.with(done.error())); });
}

Result<Response> api_registration(const Request&, Context& context)
{
    const auto screen = load_watch(context);
    Json all = Json::array();
    for (const auto& one : screen.providers) {
        Json stretches = Json::array();
        for (const auto& stretch : one.days.stretches)
            stretches.push_back({{"from", iso(stretch.from)}, {"to", iso(stretch.to)}, {"level", enum_text(stretch.level)}, {"full_time", stretch.full_time},
                                 {"full_time_vulnerable", stretch.full_time_vulnerable}});
        all.push_back({{"provider", {{"id", one.provider.id.text()}, {"name", one.provider.name}}}, {"days", std::move(stretches)}, {"words", one.days.words}});
    }
    return json(200, json_text(Json{{"as_of", iso(context.today)}, {"until", iso(screen.last)}, {"providers", std::move(all)}}));
}

}  // namespace waymark::placements
