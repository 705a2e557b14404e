// The frame of a provider's record.
#include "directory/web/record_frame.hpp"

#include <algorithm>

#include "directory/actions/editing.hpp"
#include "directory/store/listings.hpp"
#include "directory/store/register.hpp"
#include "foundation/text.hpp"
#include "people/rules/roles.hpp"

namespace waymark::directory {
namespace {

std::vector<ui::Link> parts_of(const Record& record, std::string_view current)
{
    std::vector<ui::Link> parts;
    const auto add = [&](const char* text, std::string_view part) {
        parts.push_back({text, provider_href(record.listing.provider.id, part), part == current});
    };
    add("Overview", "");
    add("Programmes", "programmes");
    add("Places", "places");
    add("Quality", "quality");
    if (record.may_watch_registration) add("Registration", "registration");
    add("Documents", "documents");
    add("People", "people");
    add("History", "history");
    return parts;
}

ui::IdentityBar bar_of(const Record& record)
{
    const Provider& provider = record.listing.provider;
    ui::IdentityBar bar{.name = provider.name, .marks = {status_tag(record.listing.assurance.status), registration_tag(provider.registration)}};
    if (!provider.in_authority) bar.marks.push_back(ui::tag_html("Out of area", ui::TagColour::purple));
    if (!provider.urn.empty()) bar.facts.push_back({"URN", provider.urn});
    if (!provider.telephone.empty()) bar.facts.push_back({"Telephone", ui::telephone(provider.telephone)});
    if (!record.listing.sites.empty()) {
        const Site& site = record.listing.sites.front();
        bar.facts.push_back({record.listing.sites.size() > 1 ? "Sites" : "Site",
                             record.listing.sites.size() > 1 ? std::to_string(record.listing.sites.size()) : site.postcode});
    }
    bar.actions.push_back({"Print sheet", provider_href(provider.id, "sheet")});
    if (record.may_edit) bar.actions.push_back({"Edit profile", provider_href(provider.id, "edit")});
    return bar;
}

void write_alerts(ui::Buffer& out, const Record& record)
{
    const quality::Assurance& assurance = record.listing.assurance;
    const auto& id = record.listing.provider.id;
    if (record.listing.provider.closed_on)
        ui::alert(out, ui::AlertKind::error, "Closed since " + long_date(*record.listing.provider.closed_on) + ".", "Closed");
    if (!quality::may_take_new_placements(assurance.status))
        ui::alert(out, assurance.status == quality::Status::suspended ? ui::AlertKind::error : ui::AlertKind::warning,
                  "No new placements. " + join(assurance.reasons, " "), quality::status_words(assurance.status));
    for (const auto& warning : record.register_warnings) ui::alert(out, ui::AlertKind::warning, warning, "National register");
    if (record.changes_waiting > 0 && (record.may_decide || record.of_provider))
        ui::alert(out, ui::AlertKind::information, ui::render([&](ui::Buffer& text) {
            text.text(counted(static_cast<long long>(record.changes_waiting), "change") + " to this profile " +
                      (record.changes_waiting == 1 ? "waits" : "wait") + " for a check. ");
            ui::link(text, provider_href(id, record.may_decide ? "approve" : "edit"), record.may_decide ? "Look at what is proposed" : "See what waits");
        }), "Waiting for check");
}

}  // namespace

Result<Record> load_record(Transaction& tx, const Request& request, const Context& context)
{
    const auto id = TRY(provider_in_path(request, context));
    Record record{.listing = TRY(listing_of(tx, id, tx.today())), .may_edit = may_edit(context), .may_decide = may_decide(context),
                  .of_provider = is_of_provider(context)};
    record.may_watch_registration = people::may(context.who.role, Permission::watch_registration) && !is_registered(record.listing.provider.registration);
    std::optional<int> youngest, oldest;
    for (const auto& programme : record.listing.programmes) {
        youngest = std::min(youngest.value_or(programme.age_from), programme.age_from);
        oldest = std::max(oldest.value_or(programme.age_to), programme.age_to);
    }
    const Provider& provider = record.listing.provider;
    const auto entry = provider.urn.empty() ? std::nullopt : register_entry(tx, provider.urn);
    record.register_warnings = register_warnings(provider, entry, youngest, oldest);
    record.changes_waiting = static_cast<std::size_t>(
        std::ranges::count(open_changes(tx, id), ChangeState::waiting, &ProfileChange::state));
    return record;
}

void record_page(ui::Buffer& out, const Record& record, std::string_view part, const std::string& title,
                 const std::function<void(ui::Buffer&)>& body)
{
    const Provider& provider = record.listing.provider;
    ui::PageOptions options{.title = title, .record = provider.name, .wide = true, .heading = false, .about_a_person = false};
    if (!record.of_provider) options.breadcrumbs = {{"Providers", "/providers"}};
    ui::page(out, options, [&](ui::Buffer& inner) {
        ui::identity_bar(inner, bar_of(record));
        ui::sub_navigation(inner, "Parts of this record", parts_of(record, part));
        write_alerts(inner, record);
        inner.raw("<h1 class=\"govuk-heading-l\">");
        inner.text(title);
        inner.raw("</h1>\n");
        body(inner);
    });
}

}  // namespace waymark::directory
