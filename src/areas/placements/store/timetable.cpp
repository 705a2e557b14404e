// Slots, dated sessions, places taken.
#include "placements/store/timetable.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "placements/rules/peak_use.hpp"
#include "placements/store/timetable.sql.hpp"

namespace waymark::placements {
namespace {

WeekdaySession read_when(const Row& row) { return {row.one_of<Weekday>("weekday"), row.one_of<Session>("session")}; }

/// The days in which a slot takes its place: no longer than its placement. One past its agreed end goes on until it is ended.
DateRange days_of_stay(const Row& row, Date today)
{
    DateRange days{row.date("from_day"), row.maybe_date("to_day")};
    std::optional<Date> end = row.maybe_date("ended_on");
    if (const auto agreed = row.date("expected_end"); !end && agreed >= today) end = agreed;
    if (end && (!days.to || *end < *days.to)) days.to = end;
    return days;
}

directory::TakenPlaces taken(Transaction& tx, Date from, Date to, std::optional<OrganisationId> provider, std::optional<ProgrammeId> programme)
{
    const Date today = tx.today();
    std::map<std::pair<ProgrammeId, WeekdaySession>, std::vector<DateRange>> stays;
    tx.each(sql::taken_stays, {{"from_day", from}, {"to_day", to}, {"provider", provider}, {"programme", programme}}, [&](const Row& row) {
        stays[{row.id<ProgrammeId>("programme_id"), read_when(row)}].push_back(days_of_stay(row, today));
    });
    directory::TakenPlaces places;
    for (const auto& [key, ranges] : stays) places[key.first].at(key.second) = peak_use(ranges, {from, to});
    return places;
}

}  // namespace

std::vector<TimetableSlot> slots_of_placement(Transaction& tx, PlacementId placement)
{
    auto slots = tx.all(sql::slots_of_placement, {{"placement", placement}}, [](const Row& row) {
        return TimetableSlot{.when = read_when(row),
                             .minutes = row.number("minutes"),
                             .site = row.maybe_id<SiteId>("site_id"),
                             .site_name = row.text_or_empty("site_name"),
                             .site_address = row.text_or_empty("site_address"),
                             .in_force = {row.date("from_day"), row.maybe_date("to_day")}};
    });
    std::ranges::stable_sort(slots, {}, &TimetableSlot::when);
    return slots;
}

std::vector<TimetableSlot> timetable_on(Transaction& tx, PlacementId placement, Date day)
{
    const auto all = slots_of_placement(tx, placement);
    std::optional<Date> next;
    for (const auto& slot : all) {
        if (slot.in_force.contains(day)) next = day;
        else if (slot.in_force.from > day && (!next || slot.in_force.from < *next)) next = slot.in_force.from;
    }
    if (!next && !all.empty()) {
        // All over: the timetable as it stood on its last day.
        for (const auto& slot : all)
            if (slot.in_force.to && (!next || *slot.in_force.to > *next)) next = slot.in_force.to;
    }
    std::vector<TimetableSlot> standing;
    for (const auto& slot : all)
        if (next && slot.in_force.contains(*next)) standing.push_back(slot);
    return standing;
}

std::vector<std::string> sites_in_timetable(Transaction& tx, PlacementId placement, Date from)
{
    std::set<std::string> sites;
    for (const auto& slot : slots_of_placement(tx, placement))
        if (slot.site && (!slot.in_force.to || *slot.in_force.to >= from)) sites.insert(slot.site->text());
    return {sites.begin(), sites.end()};
}

void insert_slot(Transaction& tx, const Placement& placement, const TimetableSlot& slot)
{
    tx.run(sql::insert_slot, {{"id", Id::make(tx.now())},
                              {"placement", placement.id},
                              {"pupil", placement.pupil},
                              {"weekday", slot.when.weekday},
                              {"session", slot.when.session},
                              {"minutes", slot.minutes},
                              {"site", slot.site},
                              {"from_day", slot.in_force.from},
                              {"to_day", slot.in_force.to}});
}

void end_timetable(Transaction& tx, PlacementId placement, Date last_day)
{
    tx.run(sql::delete_slots_after, {{"placement", placement}, {"last_day", last_day}});
    tx.run(sql::end_slots, {{"placement", placement}, {"last_day", last_day}});
}

std::vector<PupilSlot> slots_of_pupil(Transaction& tx, PupilId pupil, Date from)
{
    const Date today = tx.today();
    return tx.all(sql::slots_of_pupil, {{"pupil", pupil}, {"from_day", from}}, [&](const Row& row) {
        return PupilSlot{.slot = {.when = read_when(row), .minutes = row.number("minutes"), .in_force = days_of_stay(row, today), .setting = row.text("setting")},
                         .placement = row.id<PlacementId>("placement_id"),
                         .provider = row.id<OrganisationId>("organisation_id"),
                         .state = row.one_of<PlacementState>("state")};
    });
}

void insert_expected(Transaction& tx, const Placement& placement, const std::vector<ExpectedOn>& sessions)
{
    for (const auto& session : sessions) {
        std::optional<std::string> site;
        if (!session.site.empty()) site = session.site;
        tx.run(sql::insert_expected, {{"pupil", placement.pupil},
                                      {"day", session.day},
                                      {"session", session.session},
                                      {"placement", placement.id},
                                      {"provider", placement.provider},
                                      {"site", site}});
    }
}

void mark_expected(Transaction& tx, PupilId pupil, Date day, Session session, int revision)
{
    tx.run(sql::mark_expected, {{"pupil", pupil}, {"day", day}, {"session", session}, {"revision", revision}});
}

Problems session_taken(Transaction& tx, const Placement& placement, const std::vector<ExpectedOn>& sessions)
{
    Problems found;
    for (const auto& session : sessions) {
        const auto setting = tx.maybe_one(sql::first_taken_session,
                                          {{"pupil", placement.pupil}, {"day", session.day}, {"session", session.session}, {"placement", placement.id}},
                                          [](const Row& row) { return row.text("setting"); });
        if (!setting) continue;
        found.add("placement.session_taken",
                  fmt::format("{}, {}, is already with {}. Choose another session, or end it there first.", weekday_date(session.day),
                              session_name(session.session), *setting),
                  "sessions");
        break;
    }
    return found;
}

Result<void> delete_expected_after(Transaction& tx, PlacementId placement, Date last_day)
{
    // A mark refers to its session (invariant 4), and the database refuses to take the session away from under it. In a
    // transaction of its own within this one, so that the refusal undoes only itself.
    try {
        return tx.context().in_transaction([&](Transaction& inner) -> Result<void> {
            inner.run(sql::delete_expected_after, {{"placement", placement}, {"last_day", last_day}});
            return {};
        });
    } catch (const DatabaseFailure& failure) {
        if (!failure.still_referred_to) throw;
        return refused("placement.marks_after", fmt::format("The register already holds marks after {}. Choose the last day that has marks, or a later one.",
                                                            long_date(last_day)), "from");
    }
}

std::vector<ExpectedOn> expected_of_placement(Transaction& tx, PlacementId placement, Date from)
{
    return tx.all(sql::expected_of_placement, {{"placement", placement}, {"from_day", from}}, [](const Row& row) {
        return ExpectedOn{row.date("day"), row.one_of<Session>("session"), row.text_or_empty("site_id")};
    });
}

std::vector<ExpectedPupil> expected_on(Transaction& tx, Date day, OrganisationId setting)
{
    return tx.all(sql::expected_on, {{"organisation", setting}, {"day", day}}, [](const Row& row) {
        return ExpectedPupil{.pupil = row.id<PupilId>("pupil_id"),
                             .placement = row.id<PlacementId>("placement_id"),
                             .session = row.one_of<Session>("session"),
                             .site = row.maybe_id<SiteId>("site_id"),
                             .reference = row.text("reference"),
                             .known_as = row.text("known_as"),
                             .last_name = row.text("last_name")};
    });
}

directory::TakenPlaces taken_sessions(Transaction& tx, Date from, Date to, std::optional<OrganisationId> provider)
{
    return taken(tx, from, to, provider, std::nullopt);
}

directory::WeekPlaces taken_sessions_of(Transaction& tx, ProgrammeId programme, Date from, Date to)
{
    return taken(tx, from, to, std::nullopt, programme)[programme];
}

std::vector<ChildAtProvider> children_at_provider(Transaction& tx, OrganisationId provider, Date from, Date to, PupilId and_child, PlacementId without)
{
    const Date today = tx.today();
    std::map<std::string, ChildAtProvider> children;
    if (!and_child.value.is_nil()) children[and_child.text()].child = and_child.text();
    tx.each(sql::slots_at_provider, {{"provider", provider}, {"pupil", and_child}, {"from_day", from}, {"to_day", to}}, [&](const Row& row) {
        if (row.id<PlacementId>("placement_id") == without) return;
        auto& child = children[row.text("pupil_id")];
        child.child = row.text("pupil_id");
        child.born = row.date("born");
        child.attends_a_school = attends_a_school(row.one_of<RollDuringPlacement>("registration"), row.one_of<LegalBasis>("legal_basis"));
        auto& minutes = row.id<OrganisationId>("organisation_id") == provider ? child.here : child.elsewhere;
        minutes.push_back({row.number("minutes"), days_of_stay(row, today)});
    });
    tx.each(sql::needs_at_provider, {{"provider", provider}, {"pupil", and_child}}, [&](const Row& row) {
        const auto child = children.find(row.text("pupil_id"));
        if (child == children.end()) return;
        auto& days = row.text("kind") == "support" ? child->second.sen_support : child->second.plan_or_looked_after;
        days.push_back({row.date("from_day"), row.maybe_date("to_day")});
    });
    std::vector<ChildAtProvider> found;
    for (auto& [key, child] : children) found.push_back(std::move(child));
    return found;
}

}  // namespace waymark::placements
