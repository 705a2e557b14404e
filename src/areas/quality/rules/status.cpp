// Works out the assured status from the evidence, with reasons a provider and a commissioner can both act on.
#include "quality/rules/status.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "foundation/enum_text.hpp"
#include "foundation/text.hpp"
#include "vocabulary/month_steps.hpp"

namespace waymark::quality {
namespace {

const VisitFacts* last_visit(const std::vector<VisitFacts>& visits, Date day, bool in_person)
{
    const VisitFacts* last = nullptr;
    for (const auto& visit : visits) {
        if (visit.held_on > day || (in_person && visit.kind == VisitKind::desk)) continue;
        if (last == nullptr || visit.held_on >= last->held_on) last = &visit;
    }
    return last;
}

/// The last day a document of that kind can be relied on, counted from `day`; nothing: there is none today, or no end.
struct Cover {
    bool held = false;                 // one of that kind was ever issued
    bool current = false;
    std::optional<Date> until;         // only when current and it ends
    std::optional<Date> expired_on;    // only when not current: the latest expiry that has passed
};

Cover cover_of(DocumentKind kind, const std::vector<DocumentFacts>& documents, Date day)
{
    Cover cover;
    bool without_end = false;
    for (const auto& document : documents) {
        if (document.kind != kind || document.issued_on > day) continue;
        cover.held = true;
        if (is_current(document, day)) {
            cover.current = true;
            if (!document.expires_on) without_end = true;
            else cover.until = std::max(cover.until.value_or(*document.expires_on), *document.expires_on);
        } else if (document.expires_on && *document.expires_on < day) {
            cover.expired_on = std::max(cover.expired_on.value_or(*document.expires_on), *document.expires_on);
        }
    }
    if (without_end) cover.until.reset();
    if (cover.current) cover.expired_on.reset();
    return cover;
}

void add_lapsed_documents(Assurance& found, const ProviderEvidence& evidence, Date day, bool& lapsed)
{
    for (const auto kind : enum_values<DocumentKind>()) {
        if (!is_critical(kind)) continue;
        const Cover cover = cover_of(kind, evidence.documents, day);
        if (!cover.held && kind != DocumentKind::food_or_vehicle) found.never_held.push_back(kind);
        if (cover.expired_on) {
            lapsed = true;
            found.reasons.push_back(document_words(kind) + " expired on " + long_date(*cover.expired_on) +
                                    ". No newer one has been verified.");
        }
        if (cover.current && cover.until)
            found.good_until = std::min(found.good_until.value_or(*cover.until), *cover.until);
    }
}

}  // namespace

Assurance assurance_on(Date day, const ProviderEvidence& evidence, const AssuranceTerms& terms)
{
    Assurance found;
    bool suspended = false, lapsed = false;
    for (const auto& suspension : evidence.suspensions)
        if (suspension.days.contains(day)) {
            suspended = true;
            found.reasons.push_back("Suspended since " + long_date(suspension.days.from) + ": " + suspension.reason);
        }

    const VisitFacts* const in_person = last_visit(evidence.visits, day, true);
    const VisitFacts* const scored = last_visit(evidence.visits, day, false);
    const bool critical = scored != nullptr && scored->critical_not_met > 0;
    if (critical)
        found.reasons.push_back(counted(scored->critical_not_met, "critical criterion", "critical criteria") + " not met on " +
                                long_date(scored->held_on) + ".");
    if (in_person == nullptr) {
        found.reasons.push_back(scored == nullptr ? "Nobody has visited yet." : "Checked on paper only. Nobody has visited yet.");
    } else {
        found.last_visit = in_person->held_on;
        const Date counts_until = same_day_months_later(in_person->held_on, terms.visit_counts_months);
        found.good_until = counts_until;
        if (day > counts_until) {
            lapsed = true;
            found.reasons.push_back("Last visited on " + long_date(in_person->held_on) + ", more than " +
                                    std::to_string(terms.visit_counts_months) + " months ago.");
        }
    }
    add_lapsed_documents(found, evidence, day, lapsed);
    const bool weak = scored != nullptr && scored->lowest_area_percent < terms.conditions_below_percent;
    if (weak)
        found.reasons.push_back("The weakest area scored " + std::to_string(scored->lowest_area_percent) + "% on " +
                                long_date(scored->held_on) + "; " + std::to_string(terms.conditions_below_percent) + "% is needed.");

    if (suspended) found.status = Status::suspended;
    else if (critical || in_person == nullptr) found.status = Status::not_assured;
    else if (lapsed) found.status = Status::lapsed;
    else if (weak) found.status = Status::assured_with_conditions;
    else found.status = Status::assured;
    if (found.status == Status::assured)
        found.reasons.push_back("Visited on " + long_date(*found.last_visit) + ". All critical criteria met.");
    if (found.status != Status::assured && found.status != Status::assured_with_conditions) found.good_until.reset();
    return found;
}

bool may_take_new_placements(Status status) { return status == Status::assured || status == Status::assured_with_conditions; }

bool is_critical(DocumentKind kind)
{
    return kind != DocumentKind::health_and_safety_policy && kind != DocumentKind::other;
}

bool is_current(const DocumentFacts& document, Date day)
{
    return document.verified_on && *document.verified_on <= day && document.issued_on <= day &&
           (!document.expires_on || *document.expires_on >= day);
}

std::string status_words(Status status)
{
    switch (status) {
        case Status::not_assured: return "Not quality assured";
        case Status::assured: return "Quality assured";
        case Status::assured_with_conditions: return "Assured with conditions";
        case Status::suspended: return "Suspended";
        case Status::lapsed: return "Assurance lapsed";
    }
    return {};
}

std::string document_words(DocumentKind kind)
{
    switch (kind) {
        case DocumentKind::insurance: return "Public and employer liability insurance";
        case DocumentKind::dbs_attestation: return "DBS attestation";
        case DocumentKind::safeguarding_policy: return "Safeguarding policy";
        case DocumentKind::fire_risk_assessment: return "Fire risk assessment";
        case DocumentKind::food_or_vehicle: return "Food hygiene or vehicle certificate";
        case DocumentKind::health_and_safety_policy: return "Health and safety policy";
        case DocumentKind::other: return "Other document";
    }
    return {};
}

std::string visit_words(VisitKind kind)
{
    switch (kind) {
        case VisitKind::initial: return "First visit";
        case VisitKind::annual: return "Annual visit";
        case VisitKind::follow_up: return "Follow-up visit";
        case VisitKind::desk: return "Desk review";
    }
    return {};
}

std::vector<StatusPeriod> assurance_history(Date until, const ProviderEvidence& evidence, const AssuranceTerms& terms)
{
    // The status can change only on these days: when something begins to count, and on the day after it stops.
    std::set<Date> changes;
    for (const auto& visit : evidence.visits) {
        changes.insert(visit.held_on);
        changes.insert(same_day_months_later(visit.held_on, terms.visit_counts_months) + Days{1});
    }
    for (const auto& suspension : evidence.suspensions) {
        changes.insert(suspension.days.from);
        if (suspension.days.to) changes.insert(*suspension.days.to + Days{1});
    }
    for (const auto& document : evidence.documents) {
        changes.insert(std::max(document.issued_on, document.verified_on.value_or(document.issued_on)));
        if (document.expires_on) changes.insert(*document.expires_on + Days{1});
    }

    std::vector<StatusPeriod> periods;
    for (const Date day : changes) {
        if (day > until) break;
        const Assurance then = assurance_on(day, evidence, terms);
        if (!periods.empty() && periods.back().status == then.status) continue;
        if (!periods.empty()) periods.back().days.to = day - Days{1};
        periods.push_back({{day, std::nullopt}, then.status, then.reasons});
    }
    std::ranges::reverse(periods);
    return periods;
}

}  // namespace waymark::quality
