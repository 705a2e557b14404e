// What the authority does about a provider's quality: record a visit, suspend new placements, lift that, verify documents.
#pragma once

#include <optional>
#include <string>

#include "platform/context.hpp"
#include "quality/store/assurance.hpp"

namespace waymark::quality {

struct RecordVisit {
    OrganisationId provider;
    VisitFacts facts;
    std::string officer;
    bool announced = true;
    std::string summary;
};
/// Fails `quality.visit_in_future`, `quality.visit_numbers`, `quality.officer_missing`.
Result<VisitId> record_visit(Context& context, const RecordVisit& command);

/// No new placements from that day on; those that run are reviewed. Fails `quality.reason_missing`,
/// `quality.suspended_already`.    Rule R36
Result<SuspensionId> suspend_provider(Context& context, OrganisationId provider, Date from, const std::string& reason);

/// Ends the suspension with yesterday: from today the provider stands as its visits and documents say.
/// Fails `quality.not_suspended`.
Result<void> lift_suspension(Context& context, OrganisationId provider, const std::string& reason);

struct AddDocument {
    OrganisationId provider;
    DocumentKind kind = DocumentKind::other;
    std::string name;
    Date issued_on;
    std::optional<Date> expires_on;
    std::string file_name, file_bytes;  // empty: seen on paper, not held here
};
/// A provider adds its own; they wait until the authority has verified them. What the authority adds is verified at once.
/// Fails `quality.document_name_missing`, `quality.document_dates`, `quality.expiry_missing` (insurance and certificates
/// always end), `quality.document_file_missing` (a provider shows the file), and as documents::check_file and documents::store do.
Result<ComplianceDocumentId> add_document(Context& context, const AddDocument& command);

/// Fails `quality.no_such_document`, `quality.document_stale`.
Result<void> verify_document(Context& context, ComplianceDocumentId document, int seen_version);

}  // namespace waymark::quality
