// Whether a provider is quality assured: worked out from visits, suspensions and documents on a date, never typed.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "foundation/date.hpp"

namespace waymark::quality {

enum class VisitKind { initial, annual, follow_up, desk };
enum class DocumentKind {
    insurance, dbs_attestation, safeguarding_policy, fire_risk_assessment, food_or_vehicle, health_and_safety_policy, other,
};
enum class Status { not_assured, assured, assured_with_conditions, suspended, lapsed };

/// What one visit found, as far as the status needs it.
struct VisitFacts {
    Date held_on;
    VisitKind kind = VisitKind::annual;
    int critical_not_met = 0;      // critical criteria scored 0
    int lowest_area_percent = 0;   // points of the weakest area over the points it could have
};

struct SuspensionFacts {
    DateRange days;
    std::string reason;
};

/// A document that a commissioner relies on. It counts from the day it was verified to the day it expires, both included.
struct DocumentFacts {
    DocumentKind kind = DocumentKind::other;
    Date issued_on;
    std::optional<Date> expires_on;   // none: does not expire
    std::optional<Date> verified_on;  // none: nobody at the authority has looked at it yet
};

struct ProviderEvidence {
    std::vector<VisitFacts> visits;
    std::vector<SuspensionFacts> suspensions;
    std::vector<DocumentFacts> documents;
};

/// The authority's own thresholds (L); these defaults are those of the checklist.
struct AssuranceTerms {
    int visit_counts_months = 12;
    int conditions_below_percent = 60;
};

struct Assurance {
    Status status = Status::not_assured;
    std::vector<std::string> reasons;        // each a whole sentence, most serious first
    std::optional<Date> last_visit;          // in person, on or before the day
    std::optional<Date> good_until;          // the last day on which nothing has lapsed yet; only while assured
    std::vector<DocumentKind> never_held;    // of the critical kinds: said beside the status, does not change it
};

/// The provider's status on that day, with the reasons in words.
///
/// A suspension outranks all else; then a critical criterion not met; then what has lapsed; then a weak area. A desk review
/// changes the scores, but only going there starts a new year; an unannounced visit counts like any other.
/// Rule       R36; the compute paragraph of the QA checklist (rules.md, G)
/// Source     DfE voluntary national standards for non-school alternative provision (2025); local thresholds
[[nodiscard]] Assurance assurance_on(Date day, const ProviderEvidence& evidence, const AssuranceTerms& terms = {});

/// Whether a new placement may be made there. Existing placements are reviewed, not ended.  Rule R36
[[nodiscard]] bool may_take_new_placements(Status status);

/// Insurance, DBS attestation, safeguarding policy, fire risk assessment; food or vehicle where it applies.  Rule R36
[[nodiscard]] bool is_critical(DocumentKind kind);

/// Whether that document can be relied on that day: verified, and not yet expired.
[[nodiscard]] bool is_current(const DocumentFacts& document, Date day);

[[nodiscard]] std::string status_words(Status status);         // "Assured with conditions"
[[nodiscard]] std::string document_words(DocumentKind kind);   // "DBS attestation"
[[nodiscard]] std::string visit_words(VisitKind kind);         // "Annual visit"

/// A stretch of days with one status, for the provider's history.
struct StatusPeriod {
    DateRange days;
    Status status = Status::not_assured;
    std::vector<std::string> reasons;  // as they stood on its first day
};

/// How the status changed from the first evidence up to and including `until`, newest first. Empty without evidence.
[[nodiscard]] std::vector<StatusPeriod> assurance_history(Date until, const ProviderEvidence& evidence,
                                                          const AssuranceTerms& terms = {});

}  // namespace waymark::quality
