// The forms of quality assurance about one provider: add and verify documents, record a visit, suspend and lift.
#include "directory/store/listings.hpp"
#include "directory/store/providers.hpp"
#include "directory/web/pages.hpp"
#include "directory/web/show.hpp"
#include "foundation/text.hpp"
#include "quality/actions/assure.hpp"

namespace waymark::directory {
namespace {

Result<Provider> load_provider(const Request& request, Context& context)
{
    const auto id = TRY(provider_in_path(request, context));
    return context.read([&](Transaction& tx) { return provider_or_problem(tx, id); });
}

ui::PageOptions form_page(const char* title, const Provider& provider, std::string_view back_to, const Form& form)
{
    return {.title = title, .record = provider.name, .back = ui::Link{"Back", provider_href(provider.id, back_to)}, .problems = form.problems,
            .caption = provider.name, .about_a_person = false};
}

void document_view(ui::Buffer& out, const Provider& provider, bool by_authority, const Form& form)
{
    ui::page(out, form_page("Add a document", provider, "documents", form), [&](ui::Buffer& body) {
        ui::paragraph(body, by_authority ? "What you add counts as verified by you, today." : "It counts once the authority has verified it. Until then the one before stands.");
        ui::form(body, {.files = true}, [&](ui::Buffer& inner) {
            ui::radios_field(inner, {.name = "kind", .legend = "What is it?", .items = ui::choices<quality::DocumentKind>(quality::document_words)}, form);
            ui::text_field(inner, {.name = "name", .label = "Name", .hint = "For example, Public liability 2026 to 2027"}, form);
            ui::date_field(inner, {.name = "issued_on", .legend = "When was it issued?", .hint = "For example, 1 9 2026"}, form);
            ui::date_field(inner, {.name = "expires_on", .legend = "When does it expire?", .hint = "Leave empty if it does not expire"}, form);
            ui::file_field(inner, {.name = "file", .label = by_authority ? "File, unless it was seen on paper" : "File"}, form);
            ui::submit_row(inner, {.text = "Add document", .cancel = {"Cancel", provider_href(provider.id, "documents")}});
        });
    });
}

Result<void> add_as_typed(Context& context, OrganisationId provider, const Form& form)
{
    FormReader read{form};
    quality::AddDocument command{.provider = provider, .kind = read.one_of<quality::DocumentKind>("kind", "Choose what it is."),
                                 .name = read.text("name", "Enter the name of the document.", 160),
                                 .issued_on = read.date("issued_on", "the day it was issued"),
                                 .expires_on = read.date_if_any("expires_on", "the day it expires"), .file_name = {}, .file_bytes = {}};
    if (const auto* file = form.file("file"); file != nullptr && !file->bytes.empty()) {
        command.file_name = file->name;
        command.file_bytes = file->bytes;
    }
    TRY(read.result());
    TRY(quality::add_document(context, command));
    return {};
}

void visit_view(ui::Buffer& out, const Provider& provider, const Form& form)
{
    ui::page(out, form_page("Record a visit", provider, "quality", form), [&](ui::Buffer& body) {
        ui::paragraph(body, "The status follows from what you record. A critical criterion that is not met means not quality assured.");
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::date_field(inner, {.name = "held_on", .legend = "When was the visit?", .hint = "For example, 20 11 2026"}, form);
            ui::radios_field(inner, {.name = "kind", .legend = "What kind of visit?", .items = ui::choices<quality::VisitKind>(quality::visit_words)}, form);
            ui::radios_field(inner, {.name = "announced", .legend = "Was it announced?", .items = ui::yes_or_no(), .inline_items = true}, form);
            ui::text_field(inner, {.name = "officer", .label = "Who made the visit?", .width = ui::BoxWidth::thirty}, form);
            ui::text_field(inner, {.name = "critical_not_met", .label = "Critical criteria not met", .hint = "0 when all were met", .width = ui::BoxWidth::three, .inputmode = "numeric"}, form);
            ui::text_field(inner, {.name = "lowest_area_percent", .label = "Score of the weakest area", .hint = "Its points as a percentage of the points it could have",
                                   .width = ui::BoxWidth::three, .inputmode = "numeric", .suffix = "%"}, form);
            ui::text_area_field(inner, {.name = "summary", .label = "Summary", .rows = 4, .characters_max = 1000}, form);
            ui::submit_row(inner, {.text = "Record visit", .cancel = {"Cancel", provider_href(provider.id, "quality")}});
        });
    });
}

Result<void> visit_as_typed(Context& context, OrganisationId provider, const Form& form)
{
    FormReader read{form};
    quality::RecordVisit command{.provider = provider,
                                 .facts = {.held_on = read.date("held_on", "the day of the visit"),
                                           .kind = read.one_of<quality::VisitKind>("kind", "Choose what kind of visit it was."),
                                           .critical_not_met = read.whole_number("critical_not_met", "Enter how many critical criteria were not met, 0 for none.", 0, 50),
                                           .lowest_area_percent = read.whole_number("lowest_area_percent", "Enter the weakest area as a percentage from 0 to 100.", 0, 100)},
                                 .officer = read.text("officer", "Enter who made the visit.", 120),
                                 .announced = form.value("announced") == "yes",
                                 .summary = read.text_if_any("summary", 1000)};
    if (!command.announced && form.value("announced") != "no") read.problem("announced", "Say whether it was announced.");
    TRY(read.result());
    TRY(quality::record_visit(context, command));
    return {};
}

struct SuspensionScreen {
    Provider provider;
    bool is_suspended = false;
    std::string why;
};

Result<SuspensionScreen> load_suspension(const Request& request, Context& context)
{
    const auto id = TRY(provider_in_path(request, context));
    return context.read([&](Transaction& tx) -> Result<SuspensionScreen> {
        const Listing listing = TRY(listing_of(tx, id, tx.today()));
        return SuspensionScreen{listing.provider, listing.assurance.status == quality::Status::suspended, join(listing.assurance.reasons, " ")};
    });
}

void suspension_view(ui::Buffer& out, const SuspensionScreen& screen, const Form& form)
{
    const std::string back = provider_href(screen.provider.id, "quality");
    ui::page(out, form_page(screen.is_suspended ? "Lift the suspension" : "Suspend new placements", screen.provider, "quality", form), [&](ui::Buffer& body) {
        if (screen.is_suspended) ui::inset_text(body, {.text = screen.why});
        ui::paragraph(body, screen.is_suspended ? "From today the provider stands as its visits and documents say."
                                                : "From today nobody is placed there. Children who are there stay until their placements have been reviewed.");
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::text_area_field(inner, {.name = "reason", .label = "Why?", .hint = "Everybody who may open the directory reads this. Name no child and no member of staff.", .rows = 4,
                                        .characters_max = 600}, form);
            ui::submit_row(inner, {.text = screen.is_suspended ? "Lift suspension" : "Suspend new placements", .warning = !screen.is_suspended, .cancel = {"Cancel", back}});
        });
    });
}

}  // namespace

Result<Response> show_new_document(const Request& request, Context& context)
{
    const auto provider = TRY(load_provider(request, context));
    if (!may_edit(context) && !may_decide(context)) return not_found("directory.no_such_page", "There is no such page.");
    return page_of(200, [&](ui::Buffer& out) { document_view(out, provider, may_decide(context), {}); });
}

Result<Response> submit_new_document(const Request& request, Context& context)
{
    const auto provider = TRY(load_provider(request, context));
    if (!may_edit(context) && !may_decide(context)) return not_found("directory.no_such_page", "There is no such page.");
    const Form form = request.form();
    const auto added = add_as_typed(context, provider.id, form);
    if (added) return see_other_with_success(provider_href(provider.id, "documents"), "Document added.");
    if (!added.error().correctable()) return std::unexpected(added.error());
    return page_of(422, [&](ui::Buffer& out) { document_view(out, provider, may_decide(context), form.with(added.error())); });
}

Result<Response> submit_verification(const Request& request, Context& context)
{
    const auto provider = TRY(load_provider(request, context));
    const auto document = TRY(request.path_id<quality::ComplianceDocumentId>("compliance_document"));
    const Form form = request.form();
    FormReader read{form};
    const int version = read.seen_version();
    TRY(read.result());
    TRY(quality::verify_document(context, document, version));
    return see_other_with_success(provider_href(provider.id, "documents"), "Document verified.");
}

Result<Response> show_new_visit(const Request& request, Context& context)
{
    const auto provider = TRY(load_provider(request, context));
    Form form;
    form.set("officer", context.who.name);
    return page_of(200, [&](ui::Buffer& out) { visit_view(out, provider, form); });
}

Result<Response> submit_new_visit(const Request& request, Context& context)
{
    const auto provider = TRY(load_provider(request, context));
    const Form form = request.form();
    const auto recorded = visit_as_typed(context, provider.id, form);
    if (recorded) return see_other_with_success(provider_href(provider.id, "quality"), "Visit recorded.");
    if (!recorded.error().correctable()) return std::unexpected(recorded.error());
    return page_of(422, [&](ui::Buffer& out) { visit_view(out, provider, form.with(recorded.error())); });
}

Result<Response> show_suspension(const Request& request, Context& context)
{
    const auto screen = TRY(load_suspension(request, context));
    return page_of(200, [&](ui::Buffer& out) { suspension_view(out, screen, {}); });
}

Result<Response> submit_suspension(const Request& request, Context& context)
{
    const auto screen = TRY(load_suspension(request, context));
    const Form form = request.form();
    const auto done = [&]() -> Result<void> {
        const std::string reason{form.value("reason")};
        if (screen.is_suspended) return quality::lift_suspension(context, screen.provider.id, reason);
        TRY(quality::suspend_provider(context, screen.provider.id, context.today, reason));
        return {};
    }();
    if (done) return see_other_with_success(provider_href(screen.provider.id, "quality"), screen.is_suspended ? "Suspension lifted." : "New placements are suspended.");
    if (!done.error().correctable()) return std::unexpected(done.error());
    return page_of(422, [&](ui::Buffer& out) { suspension_view(out, screen, form.with(done.error())); });
}

}  // namespace waymark::directory
