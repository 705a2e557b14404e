// One reader a table, whether of one child or of all: where the row goes is all that differs.
#include "clocks/store/facts.hpp"

#include <algorithm>
#include <unordered_map>

#include "clocks/store/facts.sql.hpp"
#include "people/store/calendars.hpp"
#include "pupils/store/access.hpp"
#include "vocabulary/school_year.hpp"

namespace waymark::clocks {
namespace {

DateRange days_in(const Row& row) { return {row.date("from_day"), row.maybe_date("to_day")}; }

void read_enrolment(PupilFacts& child, const Row& row)
{
    child.enrolments.push_back({.school = row.id<OrganisationId>("organisation_id"), .status = row.one_of<pupils::EnrolmentStatus>("status"),
                                .year_group = row.number("year_group"), .days = days_in(row)});
}

void read_exclusion(PupilFacts& child, const Row& row)
{
    child.exclusions.push_back({.id = row.id<pupils::ExclusionId>("id"), .school = row.id<OrganisationId>("organisation_id"),
                                .kind = row.one_of<pupils::ExclusionKind>("kind"), .first_day = row.date("first_day"),
                                .starts_session = row.one_of<Session>("starts_session"), .sessions = row.maybe_number("sessions"),
                                .status = row.one_of<pupils::ExclusionStatus>("status")});
}

void read_circumstance(PupilFacts& child, const Row& row)
{
    (row.view("kind") == "looked_after" ? child.looked_after : child.social_worker).push_back(days_in(row));
}

void read_plan(PupilFacts& child, const Row& row) { child.plan.push_back(days_in(row)); }

void read_referral(PupilFacts& child, const Row& row)
{
    child.referrals.push_back({.told_on = row.date("authority_told_on"), .decided_on = row.maybe_date("decided_on")});
}

void read_placement(PupilFacts& child, const Row& row)
{
    child.placements.push_back({.id = row.id<Id>("id"), .state = row.one_of<placements::PlacementState>("state"),
                                .basis = row.one_of<placements::LegalBasis>("legal_basis"), .from = row.date("from_day"),
                                .expected_end = row.date("expected_end"), .ended_on = row.maybe_date("ended_on"),
                                .notice_given_on = row.maybe_date("notice_given_on"), .last_review = row.maybe_date("last_review"),
                                .is_step_out = row.number("is_step_out") == 1});
}

void read_slot(PupilFacts& child, const Row& row)
{
    const auto placement = row.id<Id>("placement_id");
    const auto found = std::ranges::find(child.placements, placement, &PlacementFacts::id);
    if (found == child.placements.end()) return;
    DateRange days = days_in(row);
    if (found->ended_on && (!days.to || *found->ended_on < *days.to)) days.to = found->ended_on;
    found->slots.push_back({.when = {row.one_of<Weekday>("weekday"), row.one_of<Session>("session")}, .minutes = row.number("minutes"), .in_force = days});
}

void read_ill(PupilFacts& child, const Row& row) { child.ill_half_days = row.number("half_days"); }

void read_fact(PupilFacts& child, const Row& row)
{
    child.facts.push_back({.id = row.id<FactId>("id"), .kind = row.one_of<FactKind>("kind"), .on = row.date("on_day"), .about = row.maybe_id<Id>("about_id"),
                           .note = row.text("note")});
}

void read_reason(PupilFacts& child, const Row& row)
{
    child.reasons.push_back({.id = row.id<ReasonId>("id"), .clock = row.one_of<ClockKind>("clock"), .about = row.maybe_id<Id>("about_id"),
                             .ground = row.one_of<Ground>("ground"), .words = row.text("words")});
}

struct Table {
    const Statement* of_pupil;
    const Statement* of_all;
    void (*read)(PupilFacts&, const Row&);
    bool of_this_year = false;
};

/// Placements before their slots.
constexpr Table tables[] = {
    {&sql::enrolments_of_pupil, &sql::enrolments_of_all, read_enrolment},
    {&sql::exclusions_of_pupil, &sql::exclusions_of_all, read_exclusion},
    {&sql::circumstances_of_pupil, &sql::circumstances_of_all, read_circumstance},
    {&sql::plans_of_pupil, &sql::plans_of_all, read_plan},
    {&sql::referrals_of_pupil, &sql::referrals_of_all, read_referral},
    {&sql::placements_of_pupil, &sql::placements_of_all, read_placement},
    {&sql::slots_of_pupil, &sql::slots_of_all, read_slot},
    {&sql::ill_of_pupil, &sql::ill_of_all, read_ill, true},
    {&sql::facts_of_pupil, &sql::facts_of_all, read_fact},
    {&sql::reasons_of_pupil, &sql::reasons_of_all, read_reason},
};

CalendarBook::Page page_of(Transaction& tx, std::optional<OrganisationId> organisation)
{
    auto found = people::calendar_of(tx, organisation);
    return {std::move(found.calendar), std::move(found.whose)};
}

Bindings bindings_of(const Table& table, const Transaction& tx, std::optional<PupilId> pupil)
{
    Bindings bindings;
    if (pupil) bindings.emplace_back("pupil", *pupil);
    if (table.of_this_year) bindings.emplace_back("from_day", SchoolYear::of(tx.today()).first_day());
    return bindings;
}

}  // namespace

CalendarBook calendar_book(Transaction& tx)
{
    std::map<OrganisationId, CalendarBook::Page> own;
    for (const auto& school : tx.all(sql::calendar_owners, {}, [](const Row& row) { return row.id<OrganisationId>("organisation_id"); }))
        own.emplace(school, page_of(tx, school));
    return {page_of(tx, std::nullopt), std::move(own)};
}

CalendarBook calendar_book(Transaction& tx, const PupilFacts& child)
{
    std::map<OrganisationId, CalendarBook::Page> own;
    const auto add = [&](OrganisationId school) {
        if (!own.contains(school)) own.emplace(school, page_of(tx, school));
    };
    for (const auto& enrolment : child.enrolments)
        if (enrolment.days.contains(tx.today())) add(enrolment.school);
    for (const auto& exclusion : child.exclusions) add(exclusion.school);
    return {page_of(tx, std::nullopt), std::move(own)};
}

Result<PupilFacts> facts_of(Transaction& tx, PupilId pupil)
{
    auto child = tx.maybe_one(sql::pupil_of_clocks, {{"pupil", pupil}}, [](const Row& row) {
        return PupilFacts{.id = row.id<PupilId>("pupil_id"), .born = row.date("born")};
    });
    if (!child) return not_found("pupil.not_found", "There is no such child.");
    for (const Table& table : tables)
        tx.each(*table.of_pupil, bindings_of(table, tx, pupil), [&](const Row& row) { table.read(*child, row); });
    return *std::move(child);
}

std::vector<PupilFacts> facts_of_all(Transaction& tx)
{
    auto children = tx.all(sql::pupils_of_clocks, {}, [](const Row& row) {
        return PupilFacts{.id = row.id<PupilId>("pupil_id"), .born = row.date("born")};
    });
    std::unordered_map<std::string, PupilFacts*> by_id;
    by_id.reserve(children.size());
    for (auto& child : children) by_id.emplace(child.id.text(), &child);
    for (const Table& table : tables) {
        // Rows of one child follow each other, so the search is made once a child and table.
        std::string last;
        PupilFacts* child = nullptr;
        tx.each(*table.of_all, bindings_of(table, tx, std::nullopt), [&](const Row& row) {
            if (const auto id = row.view("pupil_id"); id != last) {
                last = id;
                const auto found = by_id.find(last);
                child = found == by_id.end() ? nullptr : found->second;
            }
            if (child) table.read(*child, row);
        });
    }
    return children;
}

std::vector<ListedPupil> visible_pupils(Transaction& tx, const Who& who)
{
    return tx.all(sql::visible_pupils, pupils::visible_to(who), [](const Row& row) {
        return ListedPupil{.id = row.id<PupilId>("id"), .reference = row.text("reference"), .known_as = row.text("known_as"),
                           .last_name = row.text("last_name"), .school_name = row.text_or_empty("school_name")};
    });
}

void insert_fact(Transaction& tx, PupilId pupil, const DatedFact& fact)
{
    tx.run(sql::insert_fact, {{"id", fact.id}, {"pupil", pupil}, {"kind", fact.kind}, {"on_day", fact.on}, {"about", fact.about}, {"note", fact.note}});
}

void insert_reason(Transaction& tx, PupilId pupil, const LawfulReason& reason)
{
    tx.run(sql::insert_reason, {{"id", reason.id}, {"pupil", pupil}, {"clock", reason.clock}, {"about", reason.about}, {"ground", reason.ground},
                                {"words", reason.words}});
}

bool take_back_fact(Transaction& tx, PupilId pupil, FactId fact, std::string_view why)
{
    return tx.run(sql::take_back_fact, {{"id", fact}, {"pupil", pupil}, {"reason", why}}) == 1;
}

bool take_back_reason(Transaction& tx, PupilId pupil, ReasonId reason, std::string_view why)
{
    return tx.run(sql::take_back_reason, {{"id", reason}, {"pupil", pupil}, {"reason", why}}) == 1;
}

}  // namespace waymark::clocks
