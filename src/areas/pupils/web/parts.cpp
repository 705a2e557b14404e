// The shared parts of a child's pages.
#include "pupils/web/parts.hpp"

#include <algorithm>

#include "people/rules/roles.hpp"
#include "people/store/calendars.hpp"
#include "people/store/law_choices.hpp"
#include "pupils/rules/day_six.hpp"
#include "pupils/web/panels.hpp"

namespace waymark::pupils {
namespace {

PupilExtensions& extensions_in_force()
{
    static PupilExtensions extensions;
    return extensions;
}

std::optional<Date> full_time_from(Transaction& tx, PupilId pupil, Date since)
{
    const auto ask = pupil_extensions().full_time_from;
    return ask ? ask(tx, pupil, since) : std::nullopt;
}

bool has_social_worker(Transaction& tx, const PupilSummary& pupil)
{
    const auto all = circumstances_of(tx, pupil.id);
    return std::ranges::any_of(all, [&](const Circumstance& circumstance) {
        return circumstance.kind == CircumstanceKind::social_worker && circumstance.days.contains(tx.today());
    });
}

}  // namespace

void extend_pupil_pages(const PupilExtensions& extensions) { extensions_in_force() = extensions; }
const PupilExtensions& pupil_extensions() { return extensions_in_force(); }

bool sees_need_only(const Who& who) { return who.role == Role::provider_manager || who.role == Role::provider_tutor; }

HeadOptions head_options(const Who& who, std::string_view title, std::string_view current)
{
    return {.title = title, .current = current, .may_see_access = people::may(who.role, Permission::see_pupil_access),
            .may_refer = people::may(who.role, Permission::write_referrals), .need_only = sees_need_only(who)};
}

ui::PageOptions page_options(const PupilSummary& pupil, std::string title, Problems problems)
{
    return {.title = std::move(title), .record = pupil.reference, .breadcrumbs = {{"Pupils", "/pupils"}, {pupil.reference, "/pupils/" + pupil.reference}},
            .problems = std::move(problems), .wide = true, .heading = false};
}

void pupil_head(ui::Buffer& out, const PupilSummary& pupil, const HeadOptions& options)
{
    const Identity who = identity_of(pupil);
    ui::IdentityBar bar{.name = who.name, .reference = who.reference};
    if (!pupil.pronouns.empty()) bar.facts.push_back({"Pronouns", pupil.pronouns});
    bar.facts.push_back({"Year group", who.year});
    bar.facts.push_back({"School", who.school});
    bar.facts.push_back({"Born", long_date(pupil.born)});
    if (!who.sen.empty()) bar.marks.push_back(ui::tag_html(who.sen, ui::TagColour::blue));
    if (!who.care.empty()) bar.marks.push_back(ui::tag_html(who.care, ui::TagColour::purple));
    if (!who.address.empty()) bar.marks.push_back(ui::tag_html(who.address, ui::TagColour::red));
    if (options.may_refer) bar.actions.push_back({"Refer for alternative provision", "/referrals/new?pupil=" + pupil.reference});
    ui::identity_bar(out, bar);

    std::vector<ui::Link> links = {{"Overview", who.href, options.current.empty()}};
    const auto add = [&](std::string_view text, std::string_view path) {
        links.push_back({std::string{text}, who.href + "/" + std::string{path}, path == options.current});
    };
    for (const auto& subpage : pupil_extensions().subpages)
        if (subpage.for_providers || !options.need_only) add(subpage.text, subpage.path);
    if (!options.need_only) add("Timeline", "timeline");
    add("People", "people");
    add("Needs and care", "sen");
    if (!options.need_only) add("Exclusions", "exclusions");
    if (options.may_see_access) add("Who looked", "access");
    ui::sub_navigation(out, "Parts of this record", links);
    out.raw("<h1 class=\"govuk-heading-l\">");
    out.text(options.title);
    out.raw("</h1>\n");
}

ui::Html clock_mark(const Clock& clock)
{
    if (clock.is_met) return ui::tag_html("Met", ui::TagColour::green);
    switch (clock.severity) {
    case Severity::info: return ui::tag_html("On time", ui::TagColour::blue);
    case Severity::warn: return ui::tag_html(clock.due ? "Due soon" : "Not known", ui::TagColour::yellow);
    case Severity::breach: return ui::tag_html("Duty not met", ui::TagColour::red);
    }
    return {};
}

void clocks_view(ui::Buffer& out, const std::vector<Clock>& clocks)
{
    for (const auto& clock : clocks) {
        ui::heading(out, 3, clock.name);
        ui::paragraph(out, ui::render([&](ui::Buffer& line) {
            line.text(due_words(clock) + " ");
            line.html(clock_mark(clock));
        }));
        ui::details(out, {.summary = "How this day was counted", .text = ui::render([&](ui::Buffer& inside) {
                              ui::paragraph(inside, clock.working);
                              ui::paragraph(inside, "Set by " + clock.source + " (rule " + clock.rule + ").");
                          })});
        if (!clock.is_met && !clock.due) ui::paragraph(out, ui::link_html("/admin/settings/terms", "School calendars", "that clocks are counted by"));
    }
}

std::string days_text(const DateRange& days)
{
    return days.to ? date_range(days.from, *days.to) : "Since " + long_date(days.from);
}

std::vector<Clock> clocks_of_pupil(Transaction& tx, const PupilSummary& pupil)
{
    std::vector<Clock> clocks;
    const auto exclusions = exclusions_of(tx, pupil.id);
    const auto permanent = std::ranges::find_if(exclusions, [](const Exclusion& exclusion) {
        return exclusion.kind == ExclusionKind::permanent && still_excludes(exclusion);
    });
    if (permanent != exclusions.end()) {
        const auto school = people::calendar_of(tx, permanent->school);
        const CountedBy counted{school.calendar, school.whose};
        const auto met_from = full_time_from(tx, pupil.id, permanent->first_day);
        clocks.push_back(day_six_clock(*permanent, counted, people::law_for(tx, permanent->first_day), tx.today(), met_from));
        if (pupil.looked_after || has_social_worker(tx, pupil)) clocks.push_back(day_one_clock(*permanent, counted, tx.today(), met_from));
    } else if (!exclusions.empty()) {
        const auto school = people::calendar_of(tx, pupil.school);
        const FullTimeSince full_time_since = [&](Date since) { return full_time_from(tx, pupil.id, since); };
        if (auto clock = suspension_clock(exclusions, {school.calendar, school.whose}, people::law_for(tx, tx.today()), tx.today(), full_time_since))
            clocks.push_back(*std::move(clock));
    }
    std::ranges::stable_sort(clocks, presses_more);
    return clocks;
}

}  // namespace waymark::pupils
