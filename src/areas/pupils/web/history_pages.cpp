// What happened to the child, and who looked at their record.
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "people/rules/roles.hpp"
#include "platform/audit/trail.hpp"
#include "platform/audit/view_log.hpp"
#include "pupils/web/pages.hpp"
#include "pupils/web/parts.hpp"

namespace waymark::pupils {
namespace {

constexpr int events_a_page = 50;
constexpr int views_shown = 200;

/// "referral" + "sent" → "Referral sent". Records are named as in the data model.
std::string title_of(const audit::PastEvent& event) { return words_of(event.entity) + " " + lower_ascii(words_of(event.verb)); }

std::string name_of(const std::map<UserId, std::string>& names, const std::optional<UserId>& user, const std::string& acting_as)
{
    const auto found = user ? names.find(*user) : names.end();
    const std::string name = found == names.end() ? "Waymark itself" : found->second;
    const auto role = enum_from_text<Role>(acting_as);
    return role ? name + ", " + std::string{people::role_name(*role)} : name;
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

}  // namespace

Result<Response> show_timeline(const Request& request, Context& context)
{
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
    std::vector<ui::TimelineItem> items;
    for (const auto& event : screen.events)
        if (event.verb != "wrote")  // each saving of a draft is in the audit trail, not in the child's story
            items.push_back({.title = title_of(event), .when = uk_date_time(event.at), .when_iso = iso_instant(event.at),
                             .by = name_of(screen.names, event.actor, event.acting_as), .body = event.reason});
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
        std::map<UserId, std::string> names;
    };
    const auto loaded = context.read([&](Transaction& tx) -> Result<Screen> {
        Screen found{.pupil = TRY(pupil_of_page(tx, request.path("pupil")))};
        found.views = audit::views_of(tx, found.pupil.id.value, tx.now() + std::chrono::milliseconds{1}, views_shown);
        found.reasons = reasons_to_see(tx, found.pupil.id);
        found.names = names_of_people(tx, found.pupil.id);
        return found;
    });
    const Screen screen = TRY(loaded);
    std::vector<std::vector<ui::TableCell>> reasons, views;
    for (const auto& reason : screen.reasons) reasons.push_back({reason.organisation_name, access_words(reason.kind), days_text(reason.days)});
    for (const auto& view : screen.views) views.push_back({uk_date_time(view.at), name_of(screen.names, view.actor, view.acting_as), words_of(view.what)});
    ui::Buffer out;
    ui::page(out, page_options(screen.pupil, "Who looked"), [&](ui::Buffer& body) {
        pupil_head(body, screen.pupil, head_options(context.who, "Who looked, when, and why they may", "access"));
        ui::section(body, "Organisations with a reason to see this child", [&](ui::Buffer& inside) {
            if (reasons.empty()) return ui::paragraph(inside, "None but the authority’s own teams.");
            ui::table(inside, {.caption = "Reasons to see this child", .caption_classes = "govuk-visually-hidden", .head = {"Organisation", "Why", "When"}, .rows = reasons, .first_cell_is_header = true});
        });
        ui::section(body, "Looks at this record", [&](ui::Buffer& inside) {
            ui::paragraph(inside, "Every look is kept and cannot be removed. The latest " + std::to_string(views_shown) + " are shown.");
            ui::table(inside, {.caption = "Looks at this record", .caption_classes = "govuk-visually-hidden", .head = {"When", "Who", "What"}, .rows = views, .first_cell_is_header = true});
        });
    });
    return html(200, out.take());
}

}  // namespace waymark::pupils
