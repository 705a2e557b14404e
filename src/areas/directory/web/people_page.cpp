// Who to ring at a provider, and what happened to its record.
#include <algorithm>

#include "directory/store/providers.hpp"
#include "directory/web/pages.hpp"
#include "directory/web/record_frame.hpp"
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "people/rules/roles.hpp"
#include "people/store/users.hpp"
#include "platform/audit/trail.hpp"

namespace waymark::directory {
namespace {

/// What an event of a provider says to a person: its verb in words, with the part it was about.
std::string event_words(const audit::PastEvent& event, const std::string& what)
{
    static constexpr struct {
        std::string_view verb, words;
    } known[] = {
        {"added", "Provider added"}, {"profile_changed", "Profile changed"}, {"site_added", "Site added"}, {"site_changed", "Site changed"},
        {"site_closed", "Site closed"}, {"programme_added", "Programme added"}, {"programme_changed", "Programme changed"},
        {"programme_closed", "Programme closed"}, {"change_proposed", "Change proposed, waiting for a check"}, {"change_accepted", "Change accepted"},
        {"change_asked", "Question asked about a change"}, {"published", "Published to families"}, {"unpublished", "No longer published"},
        {"visited", "Visit recorded"}, {"suspended", "New placements suspended"}, {"suspension_lifted", "Suspension lifted"},
        {"document_added", "Document added"}, {"document_verified", "Document verified"},
        {"children_declared", "Children counted that no placement here holds"}, {"reported_as_school", "Reported as a school that may have to register"},
    };
    std::string words = words_of(event.verb);
    for (const auto& [verb, plain] : known)
        if (verb == event.verb) words = plain;
    return what.empty() ? words : words + ": " + what;
}

ui::Html changes_list(const audit::PastEvent& event, std::string& what)
{
    const Fields before = fields_in(event.before);
    std::vector<ui::Content> items;
    for (const auto& [field, value] : fields_in(event.after)) {
        if (field == "what" || (what.empty() && (field == "name" || field == "document" || field == "visit") && before.empty())) what = value;
        if (field == "what" || field == "site_id") continue;
        const auto old = std::ranges::find(before, field, &Fields::value_type::first);
        const bool had = old != before.end() && !old->second.empty();
        if (value.empty() && !had) continue;
        items.emplace_back(field_words(field) + ": " + (had ? value_words(field, old->second) + " became " : std::string{}) + value_words(field, value));
    }
    return ui::render([&](ui::Buffer& out) {
        if (!event.reason.empty()) ui::paragraph(out, event.reason);
        if (items.size() > 6) ui::details(out, {.summary = counted(static_cast<long long>(items.size()), "field"), .text = ui::render([&](ui::Buffer& inner) { ui::bullet_list(inner, items); })});
        else if (!items.empty()) ui::bullet_list(out, items);
    });
}

}  // namespace

Result<Response> show_people(const Request& request, Context& context)
{
    struct Screen {
        Record record;
        std::vector<PersonThere> people;
    };
    const auto loaded = context.read([&](Transaction& tx) -> Result<Screen> {
        Screen found{TRY(load_record(tx, request, context)), {}};
        found.people = people_of(tx, found.record.listing.provider.id);
        return found;
    });
    const auto screen = TRY(loaded);
    const Provider& provider = screen.record.listing.provider;
    return page_of(200, [&](ui::Buffer& out) {
        record_page(out, screen.record, "people", "People", [&](ui::Buffer& body) {
            ui::section(body, "Safeguarding lead", [&](ui::Buffer& inner) {
                ui::SummaryListOptions list;
                list.rows = {{"Name", ui::or_not_recorded(provider.safeguarding_lead)},
                             {"Telephone", provider.safeguarding_telephone.empty() ? ui::or_not_recorded("") : ui::Content{ui::telephone(provider.safeguarding_telephone)}}};
                ui::summary_list(inner, list);
            });
            ui::section(body, "People who use Waymark there", [&](ui::Buffer& inner) {
                if (screen.people.empty()) {
                    ui::paragraph(inner, "Nobody there signs in yet.");
                    return;
                }
                ui::TableOptions table{.head = {"Name", "Role", "Email", "Telephone"}, .first_cell_is_header = true};
                for (const auto& person : screen.people)
                    table.rows.push_back({person.name, words_of(people::role_name(person.role)),
                                          ui::link_html("mailto:" + person.email, person.email),
                                          person.telephone.empty() ? ui::or_not_recorded("") : ui::Content{ui::telephone(person.telephone)}});
                ui::table(inner, table);
            });
        });
    });
}

Result<Response> show_history(const Request& request, Context& context)
{
    struct Screen {
        Record record;
        std::vector<ui::TimelineItem> items;
        std::optional<std::int64_t> older;
    };
    constexpr int on_a_page = 30;
    const auto loaded = context.read([&](Transaction& tx) -> Result<Screen> {
        Screen found{TRY(load_record(tx, request, context)), {}, {}};
        audit::Page page{.most = on_a_page};
        if (const std::string before{request.query("before")}; !before.empty() && before.size() < 16 && before.find_first_not_of("0123456789") == std::string::npos)
            page.older_than = std::stoll(before);
        const auto events = audit::history(tx, found.record.listing.provider.id.value, page);
        for (const auto& event : events) {
            std::string what;
            const ui::Html body = changes_list(event, what);
            const auto actor = event.actor ? people::user(tx, *event.actor) : std::nullopt;
            found.items.push_back({.title = event_words(event, what), .when = uk_date_time(event.at), .when_iso = iso_instant(event.at),
                                   .by = actor ? actor->name : "Waymark", .body = body});
        }
        if (events.size() == on_a_page) found.older = events.back().sequence;
        return found;
    });
    const auto screen = TRY(loaded);
    return page_of(200, [&](ui::Buffer& out) {
        record_page(out, screen.record, "history", "History", [&](ui::Buffer& body) {
            if (screen.items.empty()) ui::empty_state(body, "Nothing has happened to this record yet.");
            else ui::timeline(body, screen.items, 2);
            if (screen.older)
                ui::paragraph(body, ui::link_html(provider_href(screen.record.listing.provider.id, "history") + "?before=" + std::to_string(*screen.older), "Older"));
        });
    });
}

}  // namespace waymark::directory
