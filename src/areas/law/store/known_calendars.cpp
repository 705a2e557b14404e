#include "law/store/known_calendars.hpp"

#include "law/store/known_calendars.sql.hpp"
#include "people/store/calendars.hpp"
#include "people/store/organisations.hpp"

namespace waymark::law {

std::vector<KnownCalendar> known_calendars(Transaction& tx)
{
    std::vector<KnownCalendar> known;
    tx.each(sql::organisations_with_terms, {}, [&](const Row& row) {
        if (row.is_null("id")) known.insert(known.begin(), {std::string{authority_calendar}, people::calendar_of(tx, std::nullopt).whose});
        else known.push_back({row.text("id"), row.text("name")});
    });
    return known;
}

std::optional<Value> calendar_case(Transaction& tx, std::string_view id)
{
    std::optional<OrganisationId> organisation;
    if (id != authority_calendar) {
        const auto parsed = OrganisationId::parse(id);
        if (!parsed || !people::organisation(tx, *parsed)) return std::nullopt;
        organisation = *parsed;
    }
    const auto [calendar, whose] = people::calendar_of(tx, organisation);
    return calendar_value(calendar, whose);
}

Value calendar_value(const SchoolCalendar& calendar, std::string_view name)
{
    Value::List terms, closures;
    for (const auto& term : calendar.half_terms()) {
        terms.emplace_back(Value::List{term.from, term.to});
        for (Date day = term.from; day <= term.to; day += Days{1})
            if (const auto meets = calendar.is_school_day(day); meets && !*meets && !is_weekend(day)) closures.emplace_back(day);
    }
    return Value::Record{{"name", name}, {"terms", std::move(terms)}, {"closures", std::move(closures)}};
}

}  // namespace waymark::law
