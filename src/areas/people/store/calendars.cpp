// Reading terms and closures into a SchoolCalendar.
#include "people/store/calendars.hpp"

#include "people/store/calendars.sql.hpp"

namespace waymark::people {
namespace {

std::vector<HalfTerm> terms_of(Transaction& tx, std::optional<OrganisationId> organisation)
{
    return tx.all(sql::terms_of, {{"organisation", organisation}}, [](const Row& row) {
        return HalfTerm{.name = row.text("name"), .from = row.date("from_day"), .to = row.date("to_day")};
    });
}

}  // namespace

CalendarOf calendar_of(Transaction& tx, std::optional<OrganisationId> organisation)
{
    auto terms = terms_of(tx, organisation);
    if (terms.empty() && organisation) {
        organisation.reset();
        terms = terms_of(tx, organisation);
    }
    auto closures = tx.all(sql::closures_of, {{"organisation", organisation}}, [](const Row& row) {
        return Closure{.day = row.date("day"), .kind = row.one_of<ClosureKind>("kind"), .name = row.text("name")};
    });
    auto calendar = SchoolCalendar::make(std::move(terms), std::move(closures));
    // Terms that overlap are no calendar: what cannot be counted with certainty is not counted.
    const auto whose = tx.maybe_one(sql::whose_calendar, {{"organisation", organisation}}, [](const Row& row) { return row.text("whose"); });
    return {.calendar = calendar ? *std::move(calendar) : SchoolCalendar{}, .whose = whose.value_or("the authority")};
}

void insert_term(Transaction& tx, std::optional<OrganisationId> organisation, const HalfTerm& term)
{
    tx.run(sql::insert_term, {{"id", Id::make(tx.now())},
                              {"organisation", organisation},
                              {"name", term.name},
                              {"from", term.from},
                              {"to", term.to}});
}

void insert_closure(Transaction& tx, std::optional<OrganisationId> organisation, const Closure& closure)
{
    tx.run(sql::insert_closure, {{"id", Id::make(tx.now())},
                                 {"organisation", organisation},
                                 {"day", closure.day},
                                 {"kind", closure.kind},
                                 {"name", closure.name}});
}

}  // namespace waymark::people
