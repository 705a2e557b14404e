// The overview of a provider: what it is, where, whom it takes, what the national register says, who works for whom.
#include "directory/store/programmes.hpp"
#include "directory/store/providers.hpp"
#include "directory/store/register.hpp"
#include "directory/store/taken.hpp"
#include "directory/web/pages.hpp"
#include "directory/web/record_frame.hpp"
#include "foundation/text.hpp"

namespace waymark::directory {
namespace {

struct OverviewScreen {
    Record record;
    std::vector<OfferCategory> categories;
    std::optional<RegisterEntry> entry;
    std::vector<RegisterLink> links;
    std::vector<Subcontract> subcontracts;
    TakenPlaces taken;
};

void write_about(ui::Buffer& out, const Provider& provider)
{
    if (!provider.summary.empty()) ui::lead(out, provider.summary);
    ui::section(out, "A typical week", [&](ui::Buffer& inner) { ui::paragraph(inner, ui::or_not_recorded(provider.typical_week)); });
    ui::section(out, "How to get a place", [&](ui::Buffer& inner) { ui::paragraph(inner, ui::or_not_recorded(provider.how_to_get_a_place)); });
}

void write_programmes(ui::Buffer& out, const OverviewScreen& screen)
{
    const Listing& listing = screen.record.listing;
    ui::section(out, "Programmes", [&](ui::Buffer& inner) {
        if (listing.programmes.empty()) {
            ui::paragraph(inner, "It runs no programme now.");
            return;
        }
        ui::TableOptions table{.head = {"Programme", "Ages", "Price", "Free places"}, .first_cell_is_header = true};
        for (const auto& programme : listing.programmes)
            table.rows.push_back({ui::two_lines(ui::link_html(provider_href(listing.provider.id, "programmes") + "#programme-" + programme.id.text(), programme.name),
                                                category_name(screen.categories, programme.category) + ", " + lower_ascii(attendance_words(programme.attendance))),
                                  ages_words(programme.age_from, programme.age_to), price_text(programme.price, programme.price_unit),
                                  free_words(free_of(programme, screen.taken))});
        ui::table(inner, table);
    });
}

void write_sites(ui::Buffer& out, const Listing& listing)
{
    ui::section(out, "Sites", [&](ui::Buffer& inner) {
        if (listing.sites.empty()) ui::paragraph(inner, "No site is recorded.");
        for (const auto& site : listing.sites) {
            ui::heading(inner, 3, site.name);
            ui::lines(inner, full_address(site));
            if (!site.access_notes.empty()) ui::paragraph(inner, site.access_notes);
        }
    });
}

void write_register(ui::Buffer& out, const OverviewScreen& screen)
{
    const Provider& provider = screen.record.listing.provider;
    ui::section(out, "National register of schools", [&](ui::Buffer& inner) {
        if (!screen.entry) {
            ui::paragraph(inner, is_registered(provider.registration)
                                     ? "Its entry is not in the copy held here."
                                     : "Not a registered school. It may not give full-time education to five or more children, or to one who is looked after or has an education, health and care plan.");
            return;
        }
        const RegisterEntry& entry = *screen.entry;
        ui::SummaryListOptions list;
        list.rows = {{"Name", entry.name}, {"Kind", entry.type_name}, {"Status", entry.status_name}};
        if (entry.opened_on) list.rows.push_back({"Opened", long_date(*entry.opened_on)});
        if (entry.closed_on) list.rows.push_back({"Closed", long_date(*entry.closed_on)});
        if (entry.age_low && entry.age_high) list.rows.push_back({"Registered ages", ages_words(*entry.age_low, *entry.age_high)});
        if (entry.pupils) list.rows.push_back({"Pupils", entry.capacity ? with_commas(*entry.pupils) + " of " + with_commas(*entry.capacity) + " places"
                                                                        : with_commas(*entry.pupils)});
        if (!entry.trust_name.empty()) list.rows.push_back({"Trust", entry.trust_name});
        for (const auto& link : screen.links)
            list.rows.push_back({link.type, link.name + " (URN " + link.urn + ")" +
                                                (link.established_on ? ", " + long_date(*link.established_on) : std::string{})});
        ui::summary_list(inner, list);
        ui::small_print(inner, "As it stood in the file last imported: " + entry.vintage + ".");
    });
}

void write_subcontracts(ui::Buffer& out, const OverviewScreen& screen)
{
    if (screen.subcontracts.empty()) return;
    ui::section(out, "Works with", [&](ui::Buffer& inner) {
        std::vector<ui::Content> items;
        for (const auto& contract : screen.subcontracts) {
            const bool answers = contract.provider == screen.record.listing.provider.id;
            items.emplace_back(ui::render([&](ui::Buffer& item) {
                ui::link(item, provider_href(answers ? contract.subcontractor : contract.provider), answers ? contract.subcontractor_name : contract.provider_name);
                item.text(answers ? " works for it" : " answers for its work there");
                item.text(" since " + long_date(contract.days.from) + ".");
            }));
        }
        ui::bullet_list(inner, items);
    });
}

void write_contact(ui::Buffer& out, const Provider& provider)
{
    ui::section(out, "Contact", [&](ui::Buffer& inner) {
        ui::SummaryListOptions list;
        list.rows = {{"Telephone", provider.telephone.empty() ? ui::or_not_recorded("") : ui::Content{ui::telephone(provider.telephone)}},
                     {"Email", provider.email.empty() ? ui::or_not_recorded("") : ui::Content{ui::link_html("mailto:" + provider.email, provider.email)}},
                     {"Website", provider.website.empty() ? ui::or_not_recorded("") : ui::Content{ui::link_html(provider.website, provider.website)}},
                     {"Safeguarding lead", ui::or_not_recorded(provider.safeguarding_lead)},
                     {"Safeguarding telephone", provider.safeguarding_telephone.empty() ? ui::or_not_recorded("")
                                                                                        : ui::Content{ui::telephone(provider.safeguarding_telephone)}}};
        ui::summary_list(inner, list);
    });
}

}  // namespace

Result<Response> show_overview(const Request& request, Context& context)
{
    const auto loaded = context.read([&](Transaction& tx) -> Result<OverviewScreen> {
        OverviewScreen found{.record = TRY(load_record(tx, request, context)), .categories = offer_categories(tx, tx.today()), .entry = {}, .links = {},
                             .subcontracts = {}, .taken = {}};
        const Provider& provider = found.record.listing.provider;
        found.taken = taken_places(tx, tx.today(), tx.today(), provider.id);
        if (!provider.urn.empty()) {
            found.entry = register_entry(tx, provider.urn);
            found.links = register_links(tx, provider.urn);
        }
        found.subcontracts = subcontracts(tx, provider.id);
        return found;
    });
    const auto screen = TRY(loaded);
    return page_of(200, [&](ui::Buffer& out) {
        record_page(out, screen.record, "", "Overview", [&](ui::Buffer& body) {
            ui::two_thirds_and_one(
                body,
                [&](ui::Buffer& main) {
                    write_about(main, screen.record.listing.provider);
                    write_programmes(main, screen);
                    write_register(main, screen);
                    write_subcontracts(main, screen);
                },
                [&](ui::Buffer& aside) {
                    write_contact(aside, screen.record.listing.provider);
                    write_sites(aside, screen.record.listing);
                });
        });
    });
}

}  // namespace waymark::directory
