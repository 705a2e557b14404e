// Declarations and reports as they are kept; what a rule needs of both and of the timetables.
#include "placements/store/registration.hpp"

#include "placements/store/registration.sql.hpp"
#include "placements/store/timetable.hpp"

namespace waymark::placements {
namespace {

/// Each statement holds until the day before the next; of two from the same day the later one.
std::vector<Declaration> as_stretches(const std::vector<DeclaredFrom>& declared)
{
    std::vector<Declaration> stretches;
    for (const auto& one : declared) {
        if (!stretches.empty() && stretches.back().days.from == one.from) stretches.pop_back();
        if (!stretches.empty()) stretches.back().days.to = one.from - Days{1};
        stretches.push_back({{one.from, std::nullopt}, one.children});
    }
    return stretches;
}

}  // namespace

void insert_declared_children(Transaction& tx, OrganisationId provider, const DeclaredFrom& declared)
{
    tx.run(sql::insert_declared_children, {{"id", Id::make(tx.now())},
                                           {"provider", provider},
                                           {"from_day", declared.from},
                                           {"full_time", declared.children.full_time},
                                           {"full_time_vulnerable", declared.children.full_time_vulnerable},
                                           {"told_by", declared.told_by}});
}

std::vector<DeclaredFrom> declared_children_of(Transaction& tx, OrganisationId provider)
{
    return tx.all(sql::declared_children_of, {{"provider", provider}}, [](const Row& row) {
        return DeclaredFrom{.from = row.date("from_day"),
                            .children = {row.number("full_time"), row.number("full_time_vulnerable")},
                            .told_by = row.text("told_by"),
                            .entered_by = row.text_or_empty("entered_by")};
    });
}

void insert_registration_report(Transaction& tx, OrganisationId provider, const RegistrationReport& report)
{
    tx.run(sql::insert_registration_report,
           {{"id", Id::make(tx.now())}, {"provider", provider}, {"reported_on", report.on}, {"words", report.words}});
}

std::vector<RegistrationReport> registration_reports_of(Transaction& tx, OrganisationId provider)
{
    return tx.all(sql::registration_reports_of, {{"provider", provider}}, [](const Row& row) {
        return RegistrationReport{.on = row.date("reported_on"), .words = row.text("words"), .entered_by = row.text_or_empty("entered_by")};
    });
}

KnownChildren known_children(Transaction& tx, OrganisationId provider, Date from, Date to, PupilId and_child, PlacementId without)
{
    return {children_at_provider(tx, provider, from, to, and_child, without), as_stretches(declared_children_of(tx, provider))};
}

}  // namespace waymark::placements
