// All that R28 is counted from at one provider, and whether the provider was reported.
#pragma once

#include <string>
#include <vector>

#include "placements/rules/registration_days.hpp"
#include "platform/context.hpp"
#include "pupils/rules/pupil.hpp"
#include "placements/rules/words.hpp"

namespace waymark::placements {

using pupils::PupilId;

/// Children of whom only the provider has told, from a day on until the next such statement.
struct DeclaredFrom {
    Date from;
    DeclaredChildren children;
    std::string told_by;         // who at the provider said so
    std::string entered_by = {};
};
void insert_declared_children(Transaction& tx, OrganisationId provider, const DeclaredFrom& declared);
/// The earliest first; two of one day in the order in which they were entered.
[[nodiscard]] std::vector<DeclaredFrom> declared_children_of(Transaction& tx, OrganisationId provider);

struct RegistrationReport {
    Date on;
    std::string words;
    std::string entered_by = {};
};
void insert_registration_report(Transaction& tx, OrganisationId provider, const RegistrationReport& report);
/// The latest first.
[[nodiscard]] std::vector<RegistrationReport> registration_reports_of(Transaction& tx, OrganisationId provider);

/// The children of a provider with what it declared besides; it owns what the rules only look at.
struct KnownChildren {
    std::vector<ChildAtProvider> children;
    std::vector<Declaration> declared;
    [[nodiscard]] ProviderChildren view() const { return {children, declared}; }
};
/// Over all commissioners, for those days.
/// and_child  one child more, without a date of birth when nothing is planned for that child yet
/// without    a placement to leave out, because its timetable is about to change
[[nodiscard]] KnownChildren known_children(Transaction& tx, OrganisationId provider, Date from, Date to, PupilId and_child = {}, PlacementId without = {});

}  // namespace waymark::placements
