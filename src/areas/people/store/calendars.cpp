// Reads and writes calendars.
#include "people/store/calendars.hpp"

#include <utility>

#include "people/store/calendars.sql.hpp"
#include "people/store/changed_meanwhile.hpp"

namespace waymark::people {
namespace {

KeptTerm term_from(const Row& row)
{
    return {.id = row.id<CalendarTermId>("id"),
            .term = {.name = row.text("name"), .from = row.date("from_day"), .to = row.date("to_day")},
            .version = row.number("version")};
}

KeptDay day_from(const Row& row)
{
    return {.id = row.id<CalendarDayId>("id"),
            .day = {.day = row.date("day"), .kind = row.one_of<ClosureKind>("kind"), .name = row.text("name")},
            .version = row.number("version")};
}

Result<void> changed_if(std::int64_t rows, Transaction& tx, CalendarOwner organisation)
{
    if (rows == 0) return changed_meanwhile(tx, calendar_record(organisation), "calendar.stale", "calendar");
    return {};
}

}  // namespace

CalendarOf calendar_of(Transaction& tx, CalendarOwner organisation)
{
    const auto kept = kept_calendars_of(tx, organisation);
    auto counted = counted_calendar(kept.own, kept.of_authority);
    const auto names = tx.maybe_one(sql::names_of_calendars, {{"organisation", organisation}}, [](const Row& row) {
        return std::pair{row.text("authority_name"), row.maybe_text("organisation_name")};
    });
    std::string whose = !names ? "the authority" : counted.by_own_terms && names->second ? *names->second : names->first;
    return {.calendar = std::move(counted.calendar), .whose = std::move(whose)};
}

KeptCalendars kept_calendars_of(Transaction& tx, CalendarOwner organisation)
{
    KeptCalendars kept;
    const auto whose = [&](const Row& row) -> KeptCalendar& { return row.is_null("organisation_id") ? kept.of_authority : kept.own; };
    tx.each(sql::terms_of, {{"organisation", organisation}}, [&](const Row& row) { whose(row).terms.push_back(term_from(row)); });
    tx.each(sql::closures_of, {{"organisation", organisation}}, [&](const Row& row) { whose(row).days.push_back(day_from(row)); });
    return kept;
}

std::map<CalendarOwner, KeptCalendar> all_kept_calendars(Transaction& tx)
{
    std::map<CalendarOwner, KeptCalendar> kept;
    const auto whose = [&](const Row& row) -> KeptCalendar& { return kept[row.maybe_id<OrganisationId>("organisation_id")]; };
    tx.each(sql::all_terms, {}, [&](const Row& row) { whose(row).terms.push_back(term_from(row)); });
    tx.each(sql::all_closures, {}, [&](const Row& row) { whose(row).days.push_back(day_from(row)); });
    return kept;
}

CalendarTermId insert_term(Transaction& tx, CalendarOwner organisation, const HalfTerm& term)
{
    const auto id = tx.new_id<CalendarTermId>();
    tx.run(sql::insert_term, {{"id", id}, {"organisation", organisation}, {"name", term.name}, {"from", term.from}, {"to", term.to}});
    return id;
}

CalendarDayId insert_closure(Transaction& tx, CalendarOwner organisation, const Closure& closure)
{
    const auto id = tx.new_id<CalendarDayId>();
    tx.run(sql::insert_closure,
           {{"id", id}, {"organisation", organisation}, {"day", closure.day}, {"kind", closure.kind}, {"name", closure.name}});
    return id;
}

Result<void> update_term(Transaction& tx, CalendarOwner organisation, const KeptTerm& term)
{
    const auto rows = tx.run(sql::update_term, {{"id", term.id}, {"name", term.term.name}, {"from", term.term.from}, {"to", term.term.to},
                                                {"seen_version", term.version}});
    return changed_if(rows, tx, organisation);
}

Result<void> remove_term(Transaction& tx, CalendarOwner organisation, CalendarTermId term, int version)
{
    return changed_if(tx.run(sql::remove_term, {{"id", term}, {"seen_version", version}}), tx, organisation);
}

Result<void> update_closure(Transaction& tx, CalendarOwner organisation, const KeptDay& day)
{
    const auto rows = tx.run(sql::update_closure, {{"id", day.id}, {"day", day.day.day}, {"kind", day.day.kind}, {"name", day.day.name},
                                                   {"seen_version", day.version}});
    return changed_if(rows, tx, organisation);
}

Result<void> remove_closure(Transaction& tx, CalendarOwner organisation, CalendarDayId day, int version)
{
    return changed_if(tx.run(sql::remove_closure, {{"id", day}, {"seen_version", version}}), tx, organisation);
}

Id calendar_record(CalendarOwner organisation)
{
    // An id of its own, so that the history of an organisation's profile and that of its calendar stay apart.
    return Id::from_words("school calendar of " + (organisation ? organisation->text() : std::string{"the authority"}));
}

}  // namespace waymark::people
