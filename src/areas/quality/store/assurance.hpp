// The evidence of quality assurance as it is kept, and the status that follows from it. Providers are known by their organisation.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "platform/context.hpp"
#include "platform/database/database.hpp"
#include "quality/rules/status.hpp"

namespace waymark::quality {

struct VisitTag;
using VisitId = IdOf<VisitTag>;
struct SuspensionTag;
using SuspensionId = IdOf<SuspensionTag>;
struct ComplianceDocumentTag;
using ComplianceDocumentId = IdOf<ComplianceDocumentTag>;

struct Visit {
    VisitId id;
    OrganisationId provider;
    VisitFacts facts;
    std::string officer;
    bool announced = true;
    std::string summary;
};

struct Suspension {
    SuspensionId id;
    OrganisationId provider;
    SuspensionFacts facts;
};

struct ComplianceDocument {
    ComplianceDocumentId id;
    OrganisationId provider;
    DocumentFacts facts;
    std::string name;
    std::optional<Id> file;            // in platform/documents, when it is held here
    std::string verified_by;           // name; empty while it waits
    int version = 1;
};

/// Newest first; with no provider, of all of them.
[[nodiscard]] std::vector<Visit> visits(Transaction& tx, std::optional<OrganisationId> provider);
[[nodiscard]] std::vector<Suspension> suspensions(Transaction& tx, std::optional<OrganisationId> provider);
[[nodiscard]] std::vector<ComplianceDocument> documents(Transaction& tx, std::optional<OrganisationId> provider);
[[nodiscard]] std::optional<ComplianceDocument> find_document(Transaction& tx, ComplianceDocumentId id);

[[nodiscard]] ProviderEvidence evidence_of(Transaction& tx, OrganisationId provider);
/// The status of one provider on a day.
[[nodiscard]] Assurance assurance_of(Transaction& tx, OrganisationId provider, Date day);
/// The status of every provider with any evidence; one that is not there was never looked at: `assurance_on(day, {})`.
[[nodiscard]] std::map<OrganisationId, Assurance> assurance_of_all(Transaction& tx, Date day);

void insert_visit(Transaction& tx, const Visit& visit);
void insert_suspension(Transaction& tx, const Suspension& suspension);
/// Ends the provider's running suspensions with that day. Answers how many there were.
std::int64_t end_suspensions(Transaction& tx, OrganisationId provider, Date last_day);
/// `verified`: by whoever asks, now.
void insert_document(Transaction& tx, const ComplianceDocument& document, bool verified);
/// Fails `quality.document_stale` when somebody else verified or changed it first.
[[nodiscard]] Result<void> verify_document(Transaction& tx, ComplianceDocumentId id, int seen_version);

}  // namespace waymark::quality
