// The trail: who did what, when and from where, over the whole authority. What was said about a child stands on that child's own
// timeline, where each look is logged; here stands that something happened.
#include <utility>

#include <fmt/format.h>

#include "foundation/csv.hpp"
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "people/rules/roles.hpp"
#include "platform/audit/trail.hpp"
#include "platform/http/url.hpp"
#include "sharing/store/trail.hpp"
#include "sharing/web/pages.hpp"
#include "ui/ui.hpp"

namespace waymark::sharing {
namespace {

constexpr int on_a_page = 100, in_a_file = 50'000;

/// Whoever sees no child learns of no child here either: neither which, nor what was done about them.
bool sees_children(const Who& who) { return people::may(who.role, Permission::see_pupils); }

struct Asked {
    Form form;
    TrailFilter filter;
};

Asked asked_for(const Request& request, const Who& who)
{
    Asked asked{.form = request.query_form(), .filter = {}};
    FormReader read{asked.form};
    if (const auto from = read.date_if_any("from", "the first day")) asked.filter.from = uk_instant(*from, 0, 0);
    if (const auto to = read.date_if_any("to", "the last day")) asked.filter.until = uk_instant(*to + Days{1}, 0, 0);
    asked.filter.entity = read.text_if_any("about", 100);
    asked.filter.who = read.text_if_any("who", 200);
    if (sees_children(who)) asked.filter.reference = read.text_if_any("child", 20);
    if (const auto before = read.whole_number_if_any("before", "", 1, 2'000'000'000)) asked.filter.older_than = *before;
    if (const auto typed = read.result(); !typed) asked.form = asked.form.with(typed.error());
    return asked;
}

std::string address_of(const Asked& asked, std::string_view path, std::string_view without = {}, std::int64_t before = 0)
{
    std::string address{path};
    char separator = '?';
    const auto add = [&](std::string_view name, std::string_view value) {
        address += fmt::format("{}{}={}", std::exchange(separator, '&'), name, percent_encoded(value));
    };
    for (const auto& [name, value] : asked.form.values)
        if (!value.empty() && name != "before" && name != without) add(name, value);
    if (before > 0) add("before", std::to_string(before));
    return address;
}

std::string who_acted(const TrailEvent& event)
{
    if (event.actor.empty()) return "Waymark itself";
    const auto role = enum_from_text<Role>(event.acting_as);
    return role ? event.actor + ", " + std::string{people::role_name(*role)} : event.actor;
}

std::string what_happened(const TrailEvent& event) { return words_of(event.entity) + ": " + words_of(event.verb); }

ui::Content about_whom(const TrailEvent& event, bool with_children)
{
    if (!event.is_about_child) return event.reason;
    if (!with_children) return "A child";
    if (event.reference.empty()) return "A child whose record was erased";
    return ui::link_html("/pupils/" + event.reference + "/timeline", event.reference);
}

std::vector<ui::ChosenFilter> chosen_filters(const Asked& asked)
{
    static constexpr std::pair<std::string_view, std::string_view> names[] = {{"from", "From"}, {"to", "To"}, {"about", "Record"}, {"who", "Who"}, {"child", "Child"}};
    std::vector<ui::ChosenFilter> chosen;
    for (const auto& [name, words] : names)
        if (const auto value = asked.form.value(name); !value.empty())
            chosen.push_back({std::string{words}, name == "about" ? words_of(value) : std::string{value}, address_of(asked, "/audit", name)});
    return chosen;
}

void filter_fields(ui::Buffer& out, const Asked& asked, const std::vector<std::string>& entities, bool with_children)
{
    std::vector<ui::Choice> records;
    for (const auto& entity : entities) records.push_back({entity, words_of(entity)});
    ui::text_field(out, {.name = "from", .label = "From", .hint = "For example, 23 11 2026", .width = ui::BoxWidth::ten}, asked.form);
    ui::text_field(out, {.name = "to", .label = "To", .width = ui::BoxWidth::ten}, asked.form);
    ui::text_field(out, {.name = "who", .label = "Who", .hint = "Part of a name or email address", .width = ui::BoxWidth::twenty}, asked.form);
    ui::select_field(out, {.name = "about", .label = "Record", .items = std::move(records), .empty_text = "Any"}, asked.form);
    if (with_children) ui::text_field(out, {.name = "child", .label = "Child’s reference", .width = ui::BoxWidth::ten}, asked.form);
}

void seal_section(ui::Buffer& out, const audit::Seal& seal)
{
    ui::section(out, "Is it whole?", [&](ui::Buffer& body) {
        ui::paragraph(body, "Each event carries the hash of the one before, so nothing can be changed or removed without a trace. Keep this seal where nobody with the database can reach it:");
        ui::SummaryListOptions list;
        list.rows.push_back({"Events", with_commas(seal.sequence)});
        list.rows.push_back({"Seal", seal.hash.empty() ? std::string{"Nothing is recorded yet"} : seal.hash});
        list.rows.push_back({"Check it later", fmt::format("waymark audit verify --sequence {} --hash {}", seal.sequence, seal.hash)});
        ui::summary_list(body, list);
    });
}

}  // namespace

Result<Response> show_audit(const Request& request, Context& context)
{
    struct Screen {
        std::vector<TrailEvent> events;
        std::vector<std::string> entities;
        audit::Seal seal;
    };
    auto asked = asked_for(request, context.who);
    asked.filter.most = on_a_page;
    const bool with_children = sees_children(context.who);
    const auto screen = context.read([&](Transaction& tx) { return Screen{trail(tx, asked.filter), trail_entities(tx), audit::seal(tx)}; });
    ui::TableOptions table{.caption = "Events", .caption_classes = "govuk-visually-hidden", .head = {"When", "Who", "What", "About whom, or why", "From"}};
    for (const auto& event : screen.events)
        table.rows.push_back({uk_date_time(event.at), ui::two_lines(who_acted(event), event.organisation), what_happened(event), about_whom(event, with_children), event.from_address});
    const bool has_older = static_cast<int>(screen.events.size()) == on_a_page;
    return html(200, ui::render([&](ui::Buffer& out) {
        ui::page(out, {.title = "Who did what", .problems = asked.form.problems, .wide = true, .caption = "The trail of this authority", .about_a_person = false}, [&](ui::Buffer& body) {
            const std::string count = has_older ? fmt::format("The latest {} events", on_a_page) : counted(static_cast<long long>(screen.events.size()), "event");
            ui::filter_page(body, {.action = "/audit", .count = count, .chosen = chosen_filters(asked), .downloads = {{"Download as CSV", address_of(asked, "/audit/export.csv")}},
                                   .empty = screen.events.empty() ? "Nothing in the trail fits." : ""},
                            [&](ui::Buffer& filters) { filter_fields(filters, asked, screen.entities, with_children); },
                            [&](ui::Buffer& results) {
                                ui::table(results, table);
                                if (has_older) ui::paragraph(results, ui::link_html(address_of(asked, "/audit", {}, screen.events.back().sequence), "Older events"));
                            });
            seal_section(body, screen.seal);
        });
    }).markup());
}

Result<Response> export_audit(const Request& request, Context& context)
{
    auto asked = asked_for(request, context.who);
    if (!asked.form.problems.empty()) return std::unexpected{asked.form.problems};
    asked.filter.most = in_a_file;
    const bool with_children = sees_children(context.who);
    const auto events = context.read([&](Transaction& tx) { return trail(tx, asked.filter); });
    CsvWriter csv{{"event", "at", "who", "acting as", "organisation", "record", "what", "child", "why", "from"}};
    for (const auto& event : events) {
        const std::string child = !event.is_about_child ? "" : !with_children ? "a child" : event.reference.empty() ? "erased" : event.reference;
        csv.row({std::to_string(event.sequence), iso_instant(event.at), event.actor, event.acting_as, event.organisation, event.entity, event.verb, child,
                 event.is_about_child ? "" : event.reason, event.from_address});
    }
    return csv_download("audit.csv", csv.text());
}

}  // namespace waymark::sharing
