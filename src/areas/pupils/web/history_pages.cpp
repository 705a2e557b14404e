// What happened to the child, and who looked at their record.
#include <algorithm>

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "people/rules/roles.hpp"
#include "platform/audit/trail.hpp"
#include "platform/audit/view_log.hpp"
#include "pupils/store/emergency.hpp"
#include "pupils/web/pages.hpp"
#include "pupils/web/parts.hpp"
#include "pupils/web/story_words.hpp"

namespace waymark::pupils {
namespace {

constexpr int events_a_page = 50;
constexpr int views_shown = 200;

std::string name_of(const std::map<UserId, std::string>& names, const std::optional<UserId>& user, const std::string& acting_as)
{
    const auto found = user ? names.find(*user) : names.end();
    const std::string name = found == names.end() ? "Waymark itself" : found->second;
    if (acting_as == "family") return name + ", by a family’s link";
    const auto role = enum_from_text<Role>(acting_as);
    return role ? name + ", " + std::string{people::role_name(*role)} : name;
}

/// The events as a story, newest first: each saving of a draft is in the audit trail only, and what one person did several
/// times in one minute, such as eight confirmations, is told once.
std::vector<ui::TimelineItem> story_of(const std::vector<audit::PastEvent>& events, const std::map<UserId, std::string>& names)
{
    std::vector<ui::TimelineItem> items;
    const audit::PastEvent* last = nullptr;
    int times = 1;
    for (const auto& event : events) {
        if (event.verb == "wrote") continue;
        const bool again = last && last->entity == event.entity && last->verb == event.verb && last->actor == event.actor && last->reason == event.reason &&
                           uk_date_time(last->at) == uk_date_time(event.at);
        times = again ? times + 1 : 1;
        last = &event;
        const std::string title = story_words(event.entity, event.verb);
        if (again) items.back().title = fmt::format("{} ({})", title, times);
        else
            items.push_back({.title = title, .when = uk_date_time(event.at), .when_iso = iso_instant(event.at),
                             .by = name_of(names, event.actor, event.acting_as), .body = event.reason});
    }
    return items;
}

std::string access_words(AccessKind kind)
{
    switch (kind) {
    case AccessKind::enrolled: return "On its roll";
    case AccessKind::referred: return "Referred the child";
    case AccessKind::offered: return "Was offered a place for the child";
    case AccessKind::placed: return "Teaches the child";
    case AccessKind::on_agenda: return "Takes part in the panel";
    case AccessKind::working_with: return "Works with the child";
    }
    return {};
}

/// What one person looked at on one day, together.
struct Looks {
    audit::View latest;
    int count = 0;
};

std::vector<Looks> looks_by_day(const std::vector<audit::View>& views)
{
    std::vector<Looks> days;
    for (const auto& view : views) {
        const auto same = std::ranges::find_if(days, [&](const Looks& looks) {
            return looks.latest.actor == view.actor && looks.latest.acting_as == view.acting_as && looks.latest.what == view.what &&
                   uk_date(looks.latest.at) == uk_date(view.at);
        });
        if (same == days.end()) days.push_back({view, 1});
        else ++same->count;
    }
    return days;
}

std::string why_they_may(const audit::View& view)
{
    if (view.what == "emergency_look") return "They opened the record in an emergency, above";
    if (view.acting_as == "family") return "Somebody who works with the child sent them a link";
    switch (scope_of(enum_from_text<Role>(view.acting_as))) {
    case Scope::whole_authority: return "Their role covers every child of the authority";
    case Scope::children_with_sen: return "Their role covers children with SEN support or a plan";
    case Scope::looked_after_children: return "Their role covers looked-after children";
    case Scope::schools_of_trust:
    case Scope::own_organisation: return "Their organisation had a reason, above";
    case Scope::nobody: return "Not known";
    }
    return {};
}

/// What somebody who answers for this record may do with the whole of it.
void sharing_links(ui::Buffer& out, const PupilSummary& pupil, const Who& who)
{
    const std::string href = "/pupils/" + pupil.reference;
    if (people::may(who.role, Permission::answer_subject_access)) {
        ui::paragraph(out, ui::link_html(href + "/requests/new", "Somebody asked what we hold about this child"));
        ui::paragraph(out, ui::link_html(href + "/copy", "All that is held about this child"));
        ui::paragraph(out, ui::link_html("/sharing", "Requests, holds and erasures of the whole authority"));
    }
    if (people::may(who.role, Permission::erase_records)) ui::paragraph(out, ui::link_html(href + "/erase", "How long this record is kept"));
}

}  // namespace

Result<Response> show_timeline(const Request& request, Context& context)
{
    if (sees_need_only(context.who)) return not_found("pupil.not_found", "There is no such page.");
    struct Screen {
        PupilSummary pupil;
        std::vector<audit::PastEvent> events;
        std::map<UserId, std::string> names;
    };
    const Form query = request.query_form();
    audit::Page page{.most = events_a_page};
    if (const auto before = FormReader{query}.whole_number_if_any("before", "", 1, 2'000'000'000)) page.older_than = *before;
    const auto loaded = context.read([&](Transaction& tx) -> Result<Screen> {
        Screen found{.pupil = TRY(pupil_of_page(tx, request.path("pupil")))};
        found.events = audit::timeline(tx, found.pupil.id.value, page);
        found.names = names_of_people(tx, found.pupil.id);
        return found;
    });
    const Screen screen = TRY(loaded);
    const auto items = story_of(screen.events, screen.names);
    ui::Buffer out;
    ui::page(out, page_options(screen.pupil, "Timeline"), [&](ui::Buffer& body) {
        pupil_head(body, screen.pupil, head_options(context.who, "Timeline", "timeline"));
        if (items.empty()) ui::paragraph(body, "Nothing is on record yet.");
        ui::timeline(body, items, 2);
        if (static_cast<int>(screen.events.size()) == events_a_page)
            ui::paragraph(body, ui::link_html("?before=" + std::to_string(screen.events.back().sequence), "Older"));
    });
    return html(200, out.take());
}

Result<Response> show_access(const Request& request, Context& context)
{
    struct Screen {
        PupilSummary pupil;
        std::vector<audit::View> views;
        std::vector<ReasonToSee> reasons;
        std::vector<EmergencyAccess> emergencies;
        std::map<UserId, std::string> names;
    };
    const auto loaded = context.read([&](Transaction& tx) -> Result<Screen> {
        Screen found{.pupil = TRY(pupil_of_page(tx, request.path("pupil")))};
        found.views = audit::views_of(tx, found.pupil.id.value, tx.now() + std::chrono::milliseconds{1}, views_shown);
        found.reasons = reasons_to_see(tx, found.pupil.id);
        found.emergencies = emergencies_of(tx, found.pupil.id);
        found.names = names_of_people(tx, found.pupil.id);
        return found;
    });
    const Screen screen = TRY(loaded);
    std::vector<std::vector<ui::TableCell>> reasons, emergencies, views;
    for (const auto& opened : screen.emergencies)
        emergencies.push_back({ui::link_html("/emergency-access/reviews/" + opened.id.text(), uk_date_time(opened.opened_at)), opened.by_name + ", " + opened.organisation_name,
                               danger_words(opened.danger), opened.finding ? finding_words(*opened.finding) : "Waits for a commissioner"});
    for (const auto& reason : screen.reasons) reasons.push_back({reason.organisation_name, access_words(reason.kind), days_text(reason.days)});
    for (const auto& looks : looks_by_day(screen.views))
        views.push_back({looks.count == 1 ? uk_date_time(looks.latest.at) : long_date(uk_date(looks.latest.at)) + ", last at " + uk_clock_time(looks.latest.at),
                         name_of(screen.names, looks.latest.actor, looks.latest.acting_as), words_of(looks.latest.what) + (looks.count == 1 ? "" : ", " + std::to_string(looks.count) + " times"),
                         why_they_may(looks.latest)});
    ui::Buffer out;
    ui::page(out, page_options(screen.pupil, "Who looked"), [&](ui::Buffer& body) {
        pupil_head(body, screen.pupil, head_options(context.who, "Who looked, when, and why they may", "access"));
        sharing_links(body, screen.pupil, context.who);
        ui::section(body, "Organisations with a reason to see this child", [&](ui::Buffer& inside) {
            if (reasons.empty()) return ui::paragraph(inside, "None but the authority’s own teams.");
            ui::table(inside, {.caption = "Reasons to see this child", .caption_classes = "govuk-visually-hidden", .head = {"Organisation", "Why", "When"}, .rows = reasons, .first_cell_is_header = true});
        });
        if (!emergencies.empty())
            ui::section(body, "Opened in an emergency", [&](ui::Buffer& inside) {
                ui::table(inside, {.caption = "Opened in an emergency", .caption_classes = "govuk-visually-hidden", .head = {"When", "Who", "Danger", "Review"}, .rows = emergencies, .first_cell_is_header = true});
            });
        ui::section(body, "Looks at this record", [&](ui::Buffer& inside) {
            ui::paragraph(inside, "Every look is kept and cannot be removed. The latest " + std::to_string(views_shown) + " are shown.");
            ui::table(inside, {.caption = "Looks at this record", .caption_classes = "govuk-visually-hidden", .head = {"When", "Who", "What", "Why they may"}, .rows = views, .first_cell_is_header = true});
        });
    });
    return html(200, out.take());
}

}  // namespace waymark::pupils
