// One function a change: find, judge, write, record.
#include "people/actions/keep_calendar.hpp"

#include <algorithm>

#include "foundation/json.hpp"
#include "foundation/text.hpp"
#include "people/rules/calendar_access.hpp"
#include "people/store/organisations.hpp"

namespace waymark::people {
namespace {

/// What that owner itself has entered.
KeptCalendar own_entries(Transaction& tx, CalendarOwner whose)
{
    auto kept = kept_calendars_of(tx, whose);
    return whose ? std::move(kept.own) : std::move(kept.of_authority);
}

std::vector<HalfTerm> terms_but(const KeptCalendar& calendar, std::optional<CalendarTermId> without)
{
    std::vector<HalfTerm> terms;
    for (const auto& kept : calendar.terms)
        if (kept.id != without) terms.push_back(kept.term);
    return terms;
}

HalfTerm tidied(const HalfTerm& term) { return {.name = std::string{trimmed(term.name)}, .from = term.from, .to = term.to}; }

Result<KeptTerm> term_or_problem(const KeptCalendar& calendar, CalendarTermId id)
{
    const auto found = std::ranges::find(calendar.terms, id, &KeptTerm::id);
    if (found == calendar.terms.end()) return not_found("calendar.no_such_term", "This half-term is no longer in the calendar.");
    return *found;
}

Result<KeptDay> day_or_problem(const KeptCalendar& calendar, CalendarDayId id)
{
    const auto found = std::ranges::find(calendar.days, id, &KeptDay::id);
    if (found == calendar.days.end()) return not_found("calendar.no_such_day", "This day is no longer in the calendar.");
    return *found;
}

Result<void> check_day_is_free(const KeptCalendar& calendar, Date day, std::optional<CalendarDayId> without)
{
    for (const auto& kept : calendar.days)
        if (kept.day.day == day && kept.id != without)
            return refused("calendar.day_entered_already", long_date(day) + " is entered already: “" + kept.day.name + "”. Change or remove that entry.", "from");
    return {};
}

}  // namespace

Result<void> check_may_change_calendar(Context& context, Transaction& tx, CalendarOwner whose)
{
    if (whose) {
        const auto found = organisation(tx, *whose);
        if (!found || (found->kind != OrganisationKind::school && found->kind != OrganisationKind::provider))
            return not_found("calendar.no_such_calendar", "There is no such calendar.");
    }
    const bool by_program = !context.who.is_signed_in();
    if (by_program || may_change_calendar(context.who.role, context.who.organisation, whose)) return {};
    return forbidden("calendar.not_yours", "You can change your own organisation’s calendar only.");
}

Result<CalendarTermId> add_half_term(Context& context, CalendarOwner whose, const HalfTerm& typed)
{
    return context.in_transaction([&](Transaction& tx) -> Result<CalendarTermId> {
        TRY(check_may_change_calendar(context, tx, whose));
        const HalfTerm term = tidied(typed);
        TRY(problems_with_term(term, terms_but(own_entries(tx, whose), {})).as_result());
        const auto id = insert_term(tx, whose, term);
        TRY(record_calendar_change(tx, whose, "half_term_added", {}, json_of_term(term)));
        return id;
    });
}

Result<void> correct_half_term(Context& context, CalendarOwner whose, const KeptTerm& typed)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        TRY(check_may_change_calendar(context, tx, whose));
        const auto calendar = own_entries(tx, whose);
        const auto was = TRY(term_or_problem(calendar, typed.id));
        KeptTerm becomes = typed;
        becomes.term = tidied(typed.term);
        TRY(problems_with_term(becomes.term, terms_but(calendar, becomes.id)).as_result());
        TRY(update_term(tx, whose, becomes));
        return record_calendar_change(tx, whose, "half_term_changed", json_of_term(was.term), json_of_term(becomes.term));
    });
}

Result<void> remove_half_term(Context& context, CalendarOwner whose, CalendarTermId id, int seen_version)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        TRY(check_may_change_calendar(context, tx, whose));
        const auto was = TRY(term_or_problem(own_entries(tx, whose), id));
        TRY(remove_term(tx, whose, id, seen_version));
        return record_calendar_change(tx, whose, "half_term_removed", json_of_term(was.term), {});
    });
}

Result<int> add_days(Context& context, CalendarOwner whose, const AddDays& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<int> {
        TRY(check_may_change_calendar(context, tx, whose));
        TRY(problems_with_days(command.kind, command.name, command.from, command.to).as_result());
        const auto calendar = own_entries(tx, whose);
        const auto days = days_of(command.kind, command.name, command.from, command.to);
        for (const auto& day : days) {
            TRY(check_day_is_free(calendar, day.day, {}));
            insert_closure(tx, whose, day);
            TRY(record_calendar_change(tx, whose, "day_added", {}, json_of_day(day)));
        }
        return static_cast<int>(days.size());
    });
}

Result<void> correct_day(Context& context, CalendarOwner whose, const KeptDay& typed)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        TRY(check_may_change_calendar(context, tx, whose));
        const auto calendar = own_entries(tx, whose);
        const auto was = TRY(day_or_problem(calendar, typed.id));
        KeptDay becomes = typed;
        becomes.day.name = trimmed(typed.day.name);
        TRY(problems_with_days(becomes.day.kind, becomes.day.name, becomes.day.day, becomes.day.day).as_result());
        TRY(check_day_is_free(calendar, becomes.day.day, becomes.id));
        TRY(update_closure(tx, whose, becomes));
        return record_calendar_change(tx, whose, "day_changed", json_of_day(was.day), json_of_day(becomes.day));
    });
}

Result<void> remove_day(Context& context, CalendarOwner whose, CalendarDayId id, int seen_version)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        TRY(check_may_change_calendar(context, tx, whose));
        const auto was = TRY(day_or_problem(own_entries(tx, whose), id));
        TRY(remove_closure(tx, whose, id, seen_version));
        return record_calendar_change(tx, whose, "day_removed", json_of_day(was.day), {});
    });
}

Result<int> copy_authority_terms(Context& context, CalendarOwner whose, SchoolYear year)
{
    return context.in_transaction([&](Transaction& tx) -> Result<int> {
        TRY(check_may_change_calendar(context, tx, whose));
        if (!whose) return refused("calendar.nothing_to_copy", "These are the authority’s own terms already.");
        const auto kept = kept_calendars_of(tx, whose);
        if (std::ranges::any_of(kept.own.terms, [&](const KeptTerm& one) { return year_of_term(one.term) == year; }))
            return refused("calendar.year_entered_already", "This calendar has half-terms of its own for " + year.text() + ".");
        int copied = 0;
        for (const auto& one : kept.of_authority.terms) {
            if (year_of_term(one.term) != year) continue;
            TRY(problems_with_term(one.term, terms_but(kept.own, {})).as_result());
            insert_term(tx, whose, one.term);
            ++copied;
        }
        if (copied == 0) return refused("calendar.nothing_to_copy", "The authority has no half-terms for " + year.text() + " either.");
        for (const auto& one : kept.of_authority.days) {
            const bool goes_with_terms = one.day.kind == ClosureKind::inset && SchoolYear::of(one.day.day) == year;
            if (goes_with_terms && check_day_is_free(kept.own, one.day.day, {})) insert_closure(tx, whose, one.day);
        }
        TRY(record_calendar_change(tx, whose, "terms_copied", {}, json_text(Json{{"school_year", year.text()}, {"half_terms", copied}})));
        return copied;
    });
}

Result<void> record_calendar_change(Transaction& tx, CalendarOwner whose, std::string_view verb, std::string before, std::string after)
{
    return tx.record({.verb = std::string{verb}, .entity = "calendar", .about = calendar_record(whose), .pupil = {},
                      .before = std::move(before), .after = std::move(after)});
}

std::string json_of_term(const HalfTerm& term)
{
    return json_text(Json{{"name", term.name}, {"from", iso(term.from)}, {"to", iso(term.to)}});
}

std::string json_of_day(const Closure& day)
{
    return json_text(Json{{"kind", enum_text(day.kind)}, {"name", day.name}, {"day", iso(day.day)}});
}

}  // namespace waymark::people
