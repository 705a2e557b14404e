// Each changes the evidence and records what happened to the provider, in one transaction. The status follows by itself.
#include "quality/actions/assure.hpp"

#include "foundation/json.hpp"
#include "foundation/text.hpp"
#include "platform/documents/documents.hpp"

namespace waymark::quality {
namespace {

bool is_of_provider(const Context& context)
{
    return context.who.role == Role::provider_manager || context.who.role == Role::provider_tutor;
}

Result<void> check_of_authority(const Context& context)
{
    if (is_of_provider(context)) return forbidden("quality.authority_only", "Only the authority can do this.");
    return {};
}

Result<void> record(Transaction& tx, OrganisationId provider, std::string verb, const Json& after, std::string reason = {})
{
    return tx.record({.verb = std::move(verb), .entity = "provider", .about = provider.value, .pupil = {}, .after = json_text(after),
                      .reason = std::move(reason)});
}

Problems problems_with(const RecordVisit& visit, Date today)
{
    Problems found;
    if (visit.facts.held_on > today) found.add("quality.visit_in_future", "Enter the day of the visit. It must not be in the future.", "held_on");
    if (visit.facts.critical_not_met < 0 || visit.facts.lowest_area_percent < 0 || visit.facts.lowest_area_percent > 100)
        found.add("quality.visit_numbers", "Enter the weakest area as a percentage from 0 to 100.", "lowest_area_percent");
    if (visit.officer.empty()) found.add("quality.officer_missing", "Enter who made the visit.", "officer");
    return found;
}

Problems problems_with(const AddDocument& document, bool of_provider)
{
    Problems found;
    if (document.name.empty()) found.add("quality.document_name_missing", "Enter the name of the document.", "name");
    if (document.expires_on && *document.expires_on < document.issued_on)
        found.add("quality.document_dates", "The day it expires must be after the day it was issued.", "expires_on");
    const bool always_ends = document.kind == DocumentKind::insurance || document.kind == DocumentKind::food_or_vehicle;
    if (always_ends && !document.expires_on) found.add("quality.expiry_missing", "Enter the day it expires.", "expires_on");
    if (of_provider && document.file_bytes.empty()) found.add("quality.document_file_missing", "Choose the file.", "file");
    return found;
}

}  // namespace

Result<VisitId> record_visit(Context& context, const RecordVisit& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<VisitId> {
        TRY(check_of_authority(context));
        TRY(problems_with(command, context.today).as_result());
        const Visit visit{tx.new_id<VisitId>(), command.provider, command.facts, command.officer, command.announced, command.summary};
        insert_visit(tx, visit);
        TRY(record(tx, command.provider, "visited",
                   {{"held_on", iso(command.facts.held_on)},
                    {"visit", visit_words(command.facts.kind)},
                    {"critical_not_met", std::to_string(command.facts.critical_not_met)},
                    {"weakest_area_percent", std::to_string(command.facts.lowest_area_percent)}}));
        return visit.id;
    });
}

Result<SuspensionId> suspend_provider(Context& context, OrganisationId provider, Date from, const std::string& reason)
{
    return context.in_transaction([&](Transaction& tx) -> Result<SuspensionId> {
        TRY(check_of_authority(context));
        if (trimmed(reason).empty()) return refused("quality.reason_missing", "Enter why new placements are suspended.", "reason");
        for (const auto& running : suspensions(tx, provider))
            if (running.facts.days.overlaps({from, std::nullopt}))
                return refused("quality.suspended_already", "This provider is suspended already.", "from");
        const Suspension suspension{tx.new_id<SuspensionId>(), provider, {{from, std::nullopt}, std::string{trimmed(reason)}}};
        insert_suspension(tx, suspension);
        TRY(record(tx, provider, "suspended", {{"from_day", iso(from)}}, suspension.facts.reason));
        return suspension.id;
    });
}

Result<void> lift_suspension(Context& context, OrganisationId provider, const std::string& reason)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        TRY(check_of_authority(context));
        if (trimmed(reason).empty()) return refused("quality.reason_missing", "Enter why the suspension is lifted.", "reason");
        if (end_suspensions(tx, provider, context.today - Days{1}) == 0)
            return refused("quality.not_suspended", "This provider is not suspended.");
        return record(tx, provider, "suspension_lifted", {{"last_day", iso(context.today - Days{1})}}, std::string{trimmed(reason)});
    });
}

Result<ComplianceDocumentId> add_document(Context& context, const AddDocument& command)
{
    const bool of_provider = is_of_provider(context);
    if (of_provider && context.who.organisation != command.provider)
        return not_found("quality.no_such_provider", "There is no such provider.");
    TRY(problems_with(command, of_provider).as_result());
    std::optional<documents::CheckedFile> file;
    if (!command.file_bytes.empty())
        file = TRY(documents::check_file(context, {.name = command.file_name, .bytes = command.file_bytes, .entity = "provider", .about = command.provider.value, .pupil = {}}));

    return context.in_transaction([&](Transaction& tx) -> Result<ComplianceDocumentId> {
        ComplianceDocument document{.id = tx.new_id<ComplianceDocumentId>(),
                                    .provider = command.provider,
                                    .facts = {command.kind, command.issued_on, command.expires_on, std::nullopt},
                                    .name = command.name,
                                    .file = {},
                                    .verified_by = {}};
        if (file)
            document.file = TRY(documents::store(tx, *file, {.kind = std::string{enum_text(command.kind)}, .entity = "compliance_document",
                                                             .about = document.id.value, .pupil = {}})).id.value;
        insert_document(tx, document, !of_provider);
        TRY(record(tx, command.provider, "document_added",
                   {{"document", document_words(command.kind)},
                    {"name", command.name},
                    {"expires_on", command.expires_on ? iso(*command.expires_on) : ""}}));
        return document.id;
    });
}

Result<void> verify_document(Context& context, ComplianceDocumentId document, int seen_version)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        TRY(check_of_authority(context));
        const auto found = find_document(tx, document);
        if (!found) return not_found("quality.no_such_document", "There is no such document.");
        TRY(verify_document(tx, document, seen_version));
        return record(tx, found->provider, "document_verified", {{"document", document_words(found->facts.kind)}, {"name", found->name}});
    });
}

}  // namespace waymark::quality
