// Reads and writes the evidence; works out statuses from it.
#include "quality/store/assurance.hpp"

#include "foundation/uk_time.hpp"
#include "quality/store/assurance.sql.hpp"

namespace waymark::quality {
namespace {

Visit visit_from(const Row& row)
{
    return {.id = row.id<VisitId>("id"),
            .provider = row.id<OrganisationId>("organisation_id"),
            .facts = {.held_on = row.date("held_on"),
                      .kind = row.one_of<VisitKind>("kind"),
                      .critical_not_met = row.number("critical_not_met"),
                      .lowest_area_percent = row.number("lowest_area_percent")},
            .officer = row.text("officer"),
            .announced = row.boolean("announced"),
            .summary = row.text("summary")};
}

Suspension suspension_from(const Row& row)
{
    return {.id = row.id<SuspensionId>("id"),
            .provider = row.id<OrganisationId>("organisation_id"),
            .facts = {.days = {row.date("from_day"), row.maybe_date("to_day")}, .reason = row.text("reason")}};
}

ComplianceDocument document_from(const Row& row)
{
    return {.id = row.id<ComplianceDocumentId>("id"),
            .provider = row.id<OrganisationId>("organisation_id"),
            .facts = {.kind = row.one_of<DocumentKind>("kind"),
                      .issued_on = row.date("issued_on"),
                      .expires_on = row.maybe_date("expires_on"),
                      .verified_on = row.maybe_instant("verified_at").transform(uk_date)},
            .name = row.text("name"),
            .file = row.is_null("document_id") ? std::nullopt : std::optional{Id::parse(row.view("document_id")).value()},
            .verified_by = row.text_or_empty("verified_by_name"),
            .version = row.number("version")};
}

}  // namespace

std::vector<Visit> visits(Transaction& tx, std::optional<OrganisationId> provider)
{
    return tx.all(sql::visits, {{"organisation", provider}}, visit_from);
}

std::vector<Suspension> suspensions(Transaction& tx, std::optional<OrganisationId> provider)
{
    return tx.all(sql::suspensions, {{"organisation", provider}}, suspension_from);
}

std::vector<ComplianceDocument> documents(Transaction& tx, std::optional<OrganisationId> provider)
{
    return tx.all(sql::documents, {{"organisation", provider}}, document_from);
}

std::optional<ComplianceDocument> find_document(Transaction& tx, ComplianceDocumentId id)
{
    return tx.maybe_one(sql::document_by_id, {{"id", id}}, document_from);
}

ProviderEvidence evidence_of(Transaction& tx, OrganisationId provider)
{
    ProviderEvidence evidence;
    for (const auto& visit : visits(tx, provider)) evidence.visits.push_back(visit.facts);
    for (const auto& suspension : suspensions(tx, provider)) evidence.suspensions.push_back(suspension.facts);
    for (const auto& document : documents(tx, provider)) evidence.documents.push_back(document.facts);
    return evidence;
}

Assurance assurance_of(Transaction& tx, OrganisationId provider, Date day) { return assurance_on(day, evidence_of(tx, provider)); }

std::map<OrganisationId, Assurance> assurance_of_all(Transaction& tx, Date day)
{
    std::map<OrganisationId, ProviderEvidence> evidence;
    for (const auto& visit : visits(tx, std::nullopt)) evidence[visit.provider].visits.push_back(visit.facts);
    for (const auto& suspension : suspensions(tx, std::nullopt)) evidence[suspension.provider].suspensions.push_back(suspension.facts);
    for (const auto& document : documents(tx, std::nullopt)) evidence[document.provider].documents.push_back(document.facts);

    std::map<OrganisationId, Assurance> all;
    for (const auto& [provider, found] : evidence) all.emplace(provider, assurance_on(day, found));
    return all;
}

void insert_visit(Transaction& tx, const Visit& visit)
{
    tx.run(sql::insert_visit, {{"id", visit.id},
                               {"organisation", visit.provider},
                               {"kind", visit.facts.kind},
                               {"held_on", visit.facts.held_on},
                               {"officer", visit.officer},
                               {"announced", visit.announced},
                               {"critical_not_met", visit.facts.critical_not_met},
                               {"lowest_area_percent", visit.facts.lowest_area_percent},
                               {"summary", visit.summary}});
}

void insert_suspension(Transaction& tx, const Suspension& suspension)
{
    tx.run(sql::insert_suspension, {{"id", suspension.id},
                                    {"organisation", suspension.provider},
                                    {"from_day", suspension.facts.days.from},
                                    {"to_day", suspension.facts.days.to},
                                    {"reason", suspension.facts.reason}});
}

std::int64_t end_suspensions(Transaction& tx, OrganisationId provider, Date last_day)
{
    return tx.run(sql::end_suspensions, {{"organisation", provider}, {"last_day", last_day}});
}

void insert_document(Transaction& tx, const ComplianceDocument& document, bool verified)
{
    tx.run(sql::insert_document,
           {{"id", document.id},
            {"organisation", document.provider},
            {"kind", document.facts.kind},
            {"name", document.name},
            {"document", document.file},
            {"issued_on", document.facts.issued_on},
            {"expires_on", document.facts.expires_on},
            {"verified_at", verified ? std::optional{tx.now()} : std::nullopt},
            {"verified_by", verified ? std::optional{tx.context().who.user} : std::nullopt}});
}

Result<void> verify_document(Transaction& tx, ComplianceDocumentId id, int seen_version)
{
    if (tx.run(sql::verify_document, {{"id", id}, {"seen_version", seen_version}}) == 0)
        return stale("quality.document_stale", "Somebody else verified or changed this document. Look at it again.");
    return {};
}

}  // namespace waymark::quality
