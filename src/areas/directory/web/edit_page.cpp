// Keeping a provider's profile: a list of its parts with how far each is, and one form for each part in words.
#include <algorithm>

#include "directory/actions/keep_provider.hpp"
#include "directory/store/changes.hpp"
#include "directory/store/listings.hpp"
#include "directory/store/providers.hpp"
#include "directory/web/pages.hpp"
#include "directory/web/show.hpp"
#include "foundation/text.hpp"
#include "quality/store/assurance.hpp"

namespace waymark::directory {
namespace {

/// One form of the profile: which fields it holds and what it asks.
struct Section {
    std::string_view name;              // in the address
    std::string_view title;
    std::vector<std::string_view> fields;
    std::string_view explanation;
};

const std::vector<Section>& sections()
{
    static const std::vector<Section> all{
        {"about", "About the provider", {"summary", "a_typical_week", "how_to_get_a_place", "website"},
         "Families and schools read this. Short sentences help."},
        {"contact", "Name and contact", {"name", "street", "town", "postcode", "telephone", "email"},
         "A new name waits until the authority has checked it. Everything else stands at once."},
        {"safeguarding", "Safeguarding lead", {"safeguarding_lead", "safeguarding_telephone"},
         "Who is rung about a child’s safety while the provider is open."},
        {"registration", "Registration", {"urn"},
         "What the provider is in law comes from the national register of schools, by its number. It waits until the authority has checked it."},
    };
    return all;
}

struct EditScreen {
    Provider provider;
    std::vector<Site> sites;
    std::vector<Programme> programmes;
    std::vector<ProfileChange> changes;
    std::size_t documents_missing = 0;
    bool of_provider = false, may_publish = false;
};

Result<OrganisationId> editable(const Request& request, const Context& context)
{
    const auto id = TRY(provider_in_path(request, context));
    TRY(check_may_edit(context, id));
    return id;
}

ui::TaskStatus status_of(const Section& section, const EditScreen& screen)
{
    const Fields fields = fields_of(screen.provider);
    for (const auto& change : screen.changes)
        if (change.section == ChangeSection::provider && change.state == ChangeState::waiting)
            for (const auto& [field, value] : change.becomes)
                if (std::ranges::find(section.fields, field) != section.fields.end())
                    return {.tag = ui::TagOptions{.text = "Waiting for check", .classes = "govuk-tag--yellow"}};
    if (section.name == "registration") return ui::task_completed();
    const auto filled = std::ranges::count_if(fields, [&](const auto& one) {
        return std::ranges::find(section.fields, one.first) != section.fields.end() && !one.second.empty();
    });
    if (filled == 0) return ui::task_not_started();
    return filled == static_cast<long>(section.fields.size()) ? ui::task_completed() : ui::task_in_progress();
}

ui::TaskListItem task_of(const char* title, std::string hint, ui::TaskStatus status, std::string href)
{
    ui::TaskListItem item{.title = {title}, .status = std::move(status), .href = std::move(href)};
    if (!hint.empty()) item.hint = ui::TaskHint{hint};
    return item;
}

void write_tasks(ui::Buffer& out, const EditScreen& screen)
{
    const OrganisationId id = screen.provider.id;
    ui::TaskListOptions list;
    for (const auto& section : sections()) {
        ui::TaskListItem item{.title = {section.title}, .status = status_of(section, screen),
                              .href = provider_href(id, "edit/" + std::string{section.name})};
        list.items.push_back(std::move(item));
    }
    ui::task_list(out, list);

    ui::section(out, "Sites", [&](ui::Buffer& inner) {
        ui::TaskListOptions sites{.items = {}, .id_prefix = "sites"};
        for (const auto& site : screen.sites)
            sites.items.push_back(task_of(site.name.c_str(), site.postcode,
                                          site.point.known() ? ui::task_completed() : ui::TaskStatus{.tag = ui::TagOptions{.text = "Postcode not found", .classes = "govuk-tag--orange"}},
                                          provider_href(id, "edit/sites/" + site.id.text())));
        if (sites.items.empty()) ui::paragraph(inner, "No site yet. A provider that works online only needs none.");
        else ui::task_list(inner, sites);
        ui::action_link(inner, provider_href(id, "edit/sites/new"), "Add a site");
    });
    ui::section(out, "Programmes, places and prices", [&](ui::Buffer& inner) {
        ui::TaskListOptions programmes{.items = {}, .id_prefix = "programmes"};
        for (const auto& programme : screen.programmes) {
            const bool waits = std::ranges::any_of(screen.changes, [&](const ProfileChange& change) {
                return change.programme == programme.id && change.state == ChangeState::waiting;
            });
            programmes.items.push_back(task_of(programme.name.c_str(),
                                               price_text(programme.price, programme.price_unit) + ", " + sessions_words(programme.places.sessions()),
                                               waits ? ui::TaskStatus{.tag = ui::TagOptions{.text = "Waiting for check", .classes = "govuk-tag--yellow"}}
                                               : programme.places.total() == 0 ? ui::TaskStatus{.tag = ui::TagOptions{.text = "No places yet", .classes = "govuk-tag--orange"}}
                                                                               : ui::task_completed(),
                                               provider_href(id, "edit/programmes/" + programme.id.text())));
        }
        if (programmes.items.empty()) ui::paragraph(inner, "No programme yet.");
        else ui::task_list(inner, programmes);
        ui::action_link(inner, provider_href(id, "edit/programmes/new"), "Add a programme");
    });
    ui::section(out, "Documents", [&](ui::Buffer& inner) {
        ui::task_list(inner, {.items = {task_of("Documents that commissioners rely on",
                                                screen.documents_missing == 0 ? "" : counted(static_cast<long long>(screen.documents_missing), "document") + " missing or expired",
                                                screen.documents_missing == 0 ? ui::task_completed() : ui::task_in_progress(),
                                                provider_href(id, "documents"))},
                              .id_prefix = "documents"});
    });
    if (screen.may_publish)
        ui::section(out, "Families", [&](ui::Buffer& inner) {
            ui::task_list(inner, {.items = {task_of("Show to families at Find alternative provision", "While it is quality assured. Without prices.",
                                                    {.text = screen.provider.published ? "Shown" : "Not shown"}, provider_href(id, "publish"))},
                                  .id_prefix = "publish"});
        });
}

void write_changes(ui::Buffer& out, const EditScreen& screen)
{
    if (screen.changes.empty()) return;
    ui::section(out, "What waits for a check", [&](ui::Buffer& inner) {
        for (const auto& change : screen.changes) {
            const bool asked = change.state == ChangeState::asked;
            ui::SummaryListOptions list{.card = ui::SummaryCard{.title = ui::SummaryCardTitle{asked ? "The authority asks" : "Waiting for check", 3}}};
            if (asked) list.rows.push_back({"Question", change.question});
            const auto name = std::ranges::find(screen.programmes, change.programme, [](const Programme& p) { return std::optional{p.id}; });
            if (change.section == ChangeSection::new_programme) list.rows.push_back({"New programme", with_fields(Programme{}, change.becomes).name});
            else if (name != screen.programmes.end()) list.rows.push_back({"Programme", name->name});
            if (change.section != ChangeSection::new_programme)
                for (const auto& one : changes_between(change.was, change.becomes))
                    list.rows.push_back({field_words(one.field), value_words(one.field, one.was) + " would become " + value_words(one.field, one.becomes)});
            ui::summary_list(inner, list);
        }
        ui::small_print(inner, "Saving the same part again takes the place of what waits.");
    });
}

const Section* section_named(std::string_view name)
{
    const auto found = std::ranges::find(sections(), name, &Section::name);
    return found == sections().end() ? nullptr : &*found;
}

void write_fields(ui::Buffer& out, const Section& section, const Form& form)
{
    for (const auto field : section.fields) {
        const std::string name{field};
        if (field == "summary") ui::text_area_field(out, {.name = name, .label = "What it is, in one or two sentences", .rows = 3, .characters_max = 400}, form);
        else if (field == "a_typical_week") ui::text_area_field(out, {.name = name, .label = "What a typical week looks like", .rows = 5, .characters_max = 1500}, form);
        else if (field == "how_to_get_a_place") ui::text_area_field(out, {.name = name, .label = "How to get a place", .rows = 4, .characters_max = 1500}, form);
        else if (field == "website") ui::text_field(out, {.name = name, .label = "Website", .hint = "For example, https://greenways.example", .type = "url"}, form);
        else if (field == "name") ui::text_field(out, {.name = name, .label = "Name"}, form);
        else if (field == "postcode") ui::text_field(out, {.name = name, .label = "Postcode of the office", .width = ui::BoxWidth::ten}, form);
        else if (field == "telephone") ui::text_field(out, {.name = name, .label = "Telephone", .width = ui::BoxWidth::twenty, .type = "tel"}, form);
        else if (field == "email") ui::text_field(out, {.name = name, .label = "Email", .width = ui::BoxWidth::thirty, .type = "email"}, form);
        else if (field == "safeguarding_telephone") ui::text_field(out, {.name = name, .label = "Telephone that is answered while children are there", .width = ui::BoxWidth::twenty, .type = "tel"}, form);
        else if (field == "urn") ui::text_field(out, {.name = name, .label = "Unique reference number (URN)", .hint = "Six digits. Leave empty if it is not a registered school.",
                                                      .width = ui::BoxWidth::ten, .inputmode = "numeric"}, form);
        else ui::text_field(out, {.name = name, .label = field_words(field)}, form);
    }
}

void section_view(ui::Buffer& out, const Section& section, const Provider& provider, const Form& form)
{
    ui::page(out, {.title = std::string{section.title}, .record = provider.name, .back = ui::Link{"Back", provider_href(provider.id, "edit")},
                   .problems = form.problems, .caption = provider.name, .about_a_person = false}, [&](ui::Buffer& body) {
        ui::paragraph(body, section.explanation);
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::hidden_field(inner, "version", form.value("version"));
            write_fields(inner, section, form);
            ui::submit_row(inner, {.text = "Save", .cancel = {"Cancel", provider_href(provider.id, "edit")}});
        });
    });
}

}  // namespace

Result<Response> show_edit(const Request& request, Context& context)
{
    const auto id = TRY(editable(request, context));
    const auto loaded = context.read([&](Transaction& tx) -> Result<EditScreen> {
        const Listing listing = TRY(listing_of(tx, id, tx.today()));
        EditScreen found{.provider = listing.provider, .sites = listing.sites, .programmes = listing.programmes, .changes = open_changes(tx, id),
                         .of_provider = is_of_provider(context), .may_publish = may_decide(context)};
        found.documents_missing = listing.assurance.never_held.size();
        const auto documents = quality::documents(tx, id);
        for (const auto kind : enum_values<quality::DocumentKind>()) {
            const auto of_kind = [&](const quality::ComplianceDocument& document) { return document.facts.kind == kind; };
            const auto lasts = [&](const quality::ComplianceDocument& document) {
                return of_kind(document) && (!document.facts.expires_on || *document.facts.expires_on >= tx.today());
            };
            if (quality::is_critical(kind) && std::ranges::any_of(documents, of_kind) && std::ranges::none_of(documents, lasts)) ++found.documents_missing;
        }
        return found;
    });
    const auto screen = TRY(loaded);
    return page_of(200, [&](ui::Buffer& out) {
        ui::page(out, {.title = "Edit profile", .record = screen.provider.name, .back = ui::Link{"Back to the record", provider_href(id)},
                       .caption = screen.provider.name, .about_a_person = false}, [&](ui::Buffer& body) {
            if (screen.of_provider)
                ui::inset_text(body, {.text = "Prices, more places, full time and your name wait until the authority has checked them. Everything else stands at once."});
            write_tasks(body, screen);
            write_changes(body, screen);
        });
    });
}

Result<Response> show_section(const Request& request, Context& context)
{
    const auto id = TRY(editable(request, context));
    const Section* const section = section_named(request.path("section"));
    if (section == nullptr) return not_found("directory.no_such_page", "There is no such page.");
    const Provider provider = TRY(context.read([&](Transaction& tx) { return provider_or_problem(tx, id); }));
    Form form;
    for (const auto& [field, value] : fields_of(provider)) form.set(field, value);
    form.set("version", std::to_string(provider.version));
    return page_of(200, [&](ui::Buffer& out) { section_view(out, *section, provider, form); });
}

Result<Response> submit_section(const Request& request, Context& context)
{
    const auto id = TRY(editable(request, context));
    const Section* const section = section_named(request.path("section"));
    if (section == nullptr) return not_found("directory.no_such_page", "There is no such page.");
    const Form form = request.form();
    const auto saved = [&]() -> Result<Saved> {
        FormReader read{form};
        Fields fields;
        for (const auto field : section->fields) fields.emplace_back(field, read.text_if_any(field, 2000));
        const int version = read.seen_version();
        for (const auto& [field, value] : fields)
            if (field == "website" && !value.empty() && !value.starts_with("https://") && !value.starts_with("http://"))
                read.problem("website", "Enter the website with https:// in front.");
        TRY(read.result());
        return save_profile(context, id, version, fields);
    }();
    if (saved) {
        if (saved->waiting.empty()) return see_other_with_success(provider_href(id, "edit"), std::string{section->title} + " saved.");
        return see_other_with_success(provider_href(id, "edit"), "Saved. What the authority checks first is listed below.");
    }
    if (!saved.error().correctable()) return std::unexpected(saved.error());
    const Provider provider = TRY(context.read([&](Transaction& tx) { return provider_or_problem(tx, id); }));
    return page_of(422, [&](ui::Buffer& out) { section_view(out, *section, provider, form.with(saved.error())); });
}

}  // namespace waymark::directory
