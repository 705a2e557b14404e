// What a provider proposes, old beside new: accept it, or ask about it. And whether families see the provider.
#include <algorithm>

#include "directory/actions/decide_change.hpp"
#include "directory/actions/keep_provider.hpp"
#include "directory/store/changes.hpp"
#include "directory/store/listings.hpp"
#include "directory/store/programmes.hpp"
#include "directory/store/providers.hpp"
#include "directory/web/pages.hpp"
#include "directory/web/show.hpp"
#include "foundation/uk_time.hpp"

namespace waymark::directory {
namespace {

struct ChangesScreen {
    Provider provider;
    std::vector<Site> sites;
    std::vector<Programme> programmes;
    std::vector<OfferCategory> categories;
    std::vector<ProfileChange> changes;
};

Result<ChangesScreen> load_changes_screen(const Request& request, Context& context)
{
    const auto id = TRY(provider_in_path(request, context));
    return context.read([&](Transaction& tx) -> Result<ChangesScreen> {
        return ChangesScreen{.provider = TRY(provider_or_problem(tx, id)), .sites = sites(tx, id), .programmes = programmes(tx, id),
                             .categories = offer_categories(tx, tx.today()), .changes = open_changes(tx, id)};
    });
}

std::string shown_value(const ChangesScreen& screen, const std::string& field, const std::string& value)
{
    if (field == "offer_category_id") return category_name(screen.categories, value);
    if (field == "site_id" && !value.empty()) {
        const auto site = std::ranges::find(screen.sites, value, [](const Site& one) { return one.id.text(); });
        return site == screen.sites.end() ? "Not recorded" : site->name;
    }
    return value_words(field, value);
}

std::string title_of(const ChangesScreen& screen, const ProfileChange& change)
{
    if (change.section == ChangeSection::new_programme) return "New programme: " + with_fields(Programme{}, change.becomes).name;
    if (change.section == ChangeSection::provider) return "The provider itself";
    const auto programme = std::ranges::find(screen.programmes, *change.programme, &Programme::id);
    return programme == screen.programmes.end() ? "A programme" : programme->name;
}

void write_change(ui::Buffer& out, const ChangesScreen& screen, const ProfileChange& change, const Form& form)
{
    ui::section(out, title_of(screen, change), [&](ui::Buffer& inner) {
        ui::caption(inner, "Proposed by " + (change.author.empty() ? "the provider" : change.author) + " on " + uk_date_time(change.at));
        const bool is_new = change.section == ChangeSection::new_programme;
        ui::TableOptions table{.head = is_new ? std::vector<ui::TableCell>{"What", "Proposed"} : std::vector<ui::TableCell>{"What", "Now", "Proposed"},
                               .first_cell_is_header = true};
        for (const auto& one : changes_between(change.was, change.becomes)) {
            const bool no_places = is_new && session_from_code(one.field) && one.becomes == "0";
            if (no_places || (is_new && one.becomes.empty())) continue;
            std::vector<ui::TableCell> row{field_words(one.field)};
            if (!is_new) row.emplace_back(shown_value(screen, one.field, one.was));
            row.emplace_back(shown_value(screen, one.field, one.becomes));
            table.rows.push_back(std::move(row));
        }
        ui::table(inner, table);
        if (change.state == ChangeState::asked) {
            ui::inset_text(inner, {.text = "Asked: " + change.question + " It comes back when the provider saves it again."});
            return;
        }
        const bool typed_here = form.value("change") == change.id.text();
        ui::form(inner, {}, [&](ui::Buffer& fields) {
            ui::hidden_field(fields, "change", change.id.text());
            ui::hidden_field(fields, "version", std::to_string(change.version));
            ui::details(fields, {.summary = "Ask the provider instead", .text = ui::render([&](ui::Buffer& more) {
                ui::text_area_field(more, {.name = "question", .label = "What should the provider answer or change?", .rows = 3}, typed_here ? form : Form{});
                ui::button(more, {.text = "Send question", .name = "answer", .value = "ask", .classes = "govuk-button--secondary"});
            }), .open = typed_here});
            ui::submit_row(fields, {.text = "Accept change", .name = "answer", .value = "accept"});
        });
    });
}

void changes_view(ui::Buffer& out, const ChangesScreen& screen, const Form& form)
{
    ui::page(out, {.title = "Proposed changes", .record = screen.provider.name, .back = ui::Link{"Back to the record", provider_href(screen.provider.id)},
                   .problems = form.problems, .caption = screen.provider.name, .about_a_person = false}, [&](ui::Buffer& body) {
        if (screen.changes.empty()) ui::empty_state(body, "Nothing waits for a check.", {"Back to the record", provider_href(screen.provider.id)});
        for (const auto& change : screen.changes) write_change(body, screen, change, form);
    });
}

void publish_view(ui::Buffer& out, const Listing& listing, const Form& form)
{
    const Provider& provider = listing.provider;
    const std::string back = provider_href(provider.id, "edit");
    ui::page(out, {.title = "Show to families", .record = provider.name, .back = ui::Link{"Back", back}, .problems = form.problems, .caption = provider.name, .about_a_person = false},
             [&](ui::Buffer& body) {
        ui::paragraph(body, "Anybody can then find it at Find alternative provision, without prices and without names of people, for as long as it is quality assured.");
        if (!quality::may_take_new_placements(listing.assurance.status))
            ui::inset_text(body, {.text = "It is not shown now: " + quality::status_words(listing.assurance.status) + "."});
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::hidden_field(inner, "version", form.value("version"));
            ui::radios_field(inner, {.name = "published", .legend = "Show this provider to families?", .items = ui::yes_or_no(), .inline_items = true}, form);
            ui::submit_row(inner, {.text = "Save", .cancel = {"Cancel", back}});
        });
    });
}

}  // namespace

Result<Response> show_changes(const Request& request, Context& context)
{
    const auto screen = TRY(load_changes_screen(request, context));
    return page_of(200, [&](ui::Buffer& out) { changes_view(out, screen, {}); });
}

Result<Response> submit_change_decision(const Request& request, Context& context)
{
    const auto screen = TRY(load_changes_screen(request, context));
    const Form form = request.form();
    const bool asks = form.value("answer") == "ask";
    const auto decided = [&]() -> Result<void> {
        FormReader read{form};
        const auto change = read.id<ProfileChangeId>("change", "Choose a change.");
        const int version = read.seen_version();
        TRY(read.result());
        return asks ? ask_about_change(context, screen.provider.id, change, version, std::string{form.value("question")})
                    : accept_change(context, screen.provider.id, change, version);
    }();
    if (decided)
        return see_other_with_success(provider_href(screen.provider.id, "approve"), asks ? "Question sent to the provider." : "Change accepted. It stands now.");
    if (!decided.error().correctable()) return std::unexpected(decided.error());
    return page_of(422, [&](ui::Buffer& out) { changes_view(out, screen, form.with(decided.error())); });
}

Result<Response> show_publish(const Request& request, Context& context)
{
    const auto id = TRY(provider_in_path(request, context));
    const Listing listing = TRY(context.read([&](Transaction& tx) { return listing_of(tx, id, tx.today()); }));
    Form form;
    form.set("published", listing.provider.published ? "yes" : "no").set("version", std::to_string(listing.provider.version));
    return page_of(200, [&](ui::Buffer& out) { publish_view(out, listing, form); });
}

Result<Response> submit_publish(const Request& request, Context& context)
{
    const auto id = TRY(provider_in_path(request, context));
    const Form form = request.form();
    const bool published = form.value("published") == "yes";
    const auto saved = [&]() -> Result<void> {
        FormReader read{form};
        if (!published && form.value("published") != "no") read.problem("published", "Say whether families see this provider.");
        const int version = read.seen_version();
        TRY(read.result());
        return publish(context, id, version, published);
    }();
    if (saved) return see_other_with_success(provider_href(id, "edit"), published ? "Families can find this provider now." : "Families no longer find this provider.");
    if (!saved.error().correctable()) return std::unexpected(saved.error());
    const Listing listing = TRY(context.read([&](Transaction& tx) { return listing_of(tx, id, tx.today()); }));
    return page_of(422, [&](ui::Buffer& out) { publish_view(out, listing, form.with(saved.error())); });
}

}  // namespace waymark::directory
