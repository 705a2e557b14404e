// What may be entered into a calendar, how far it then reaches, and whose counts.
#include "people/rules/school_terms.hpp"

#include <doctest/doctest.h>

#include "people/rules/calendar_access.hpp"
#include "people/rules/calendar_changes.hpp"

namespace waymark::people {
namespace {

const std::vector<HalfTerm>& year_of_harrowdale()
{
    static const std::vector<HalfTerm> terms{
        {"Autumn 1", date(2026, 9, 2), date(2026, 10, 23)}, {"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)}, {"Spring 1", date(2027, 1, 4), date(2027, 2, 12)},
        {"Spring 2", date(2027, 2, 22), date(2027, 3, 25)}, {"Summer 1", date(2027, 4, 12), date(2027, 5, 28)}, {"Summer 2", date(2027, 6, 7), date(2027, 7, 21)}};
    return terms;
}

SchoolCalendar without(std::size_t left_out)
{
    auto terms = year_of_harrowdale();
    if (left_out < terms.size()) terms.erase(terms.begin() + static_cast<std::ptrdiff_t>(left_out));
    return *SchoolCalendar::make(terms);
}

KeptCalendar kept(const std::vector<HalfTerm>& terms, const std::vector<Closure>& days = {})
{
    KeptCalendar calendar;
    for (const auto& term : terms) calendar.terms.push_back({.id = {Id::from_words(term.name)}, .term = term});
    for (const auto& day : days) calendar.days.push_back({.id = {Id::from_words(day.name)}, .day = day});
    return calendar;
}

CalendarFile file_of(const std::vector<HalfTerm>& terms, const std::vector<Closure>& days = {})
{
    CalendarFile file;
    for (const auto& term : terms) file.terms.push_back({2, term, {}});
    for (const auto& day : days) file.days.push_back({3, day});
    return file;
}

constexpr SchoolYear this_year{2026};

}  // namespace

TEST_CASE("a half-term has a name, ends after it starts, is no whole term and overlaps no other")
{
    const HalfTerm autumn{"Autumn 1", date(2026, 9, 2), date(2026, 10, 23)};
    CHECK(problems_with_term(autumn, {}).empty());
    CHECK(problems_with_term({" ", autumn.from, autumn.to}, {}).has("calendar.term_without_name"));
    CHECK(problems_with_term({"Autumn 1", autumn.to, autumn.from}, {}).has("calendar.backwards"));
    CHECK(problems_with_term({"Autumn", date(2026, 9, 2), date(2026, 12, 18)}, {}).has("calendar.too_long"));
    CHECK(problems_with_term({"Eleven weeks", date(2026, 8, 31), date(2026, 11, 15)}, {}).empty());
    CHECK(problems_with_term({"A day more", date(2026, 8, 31), date(2026, 11, 16)}, {}).has("calendar.too_long"));
    CHECK(problems_with_term({"Autumn 2", date(2026, 10, 23), date(2026, 12, 18)}, {autumn}).has("calendar.overlap"));
    CHECK(problems_with_term({"Autumn 2", date(2026, 10, 24), date(2026, 12, 18)}, {autumn}).empty());
}

TEST_CASE("only a bank holiday can be one on which the school meets, and a known one need not be entered")
{
    const Date early_may = date(2027, 5, 3);
    CHECK(problems_with_days(ClosureKind::open_on_bank_holiday, "May Day", early_may, early_may).empty());
    CHECK(problems_with_days(ClosureKind::open_on_bank_holiday, "May Day", early_may + Days{1}, early_may + Days{1}).has("calendar.no_bank_holiday"));
    CHECK(problems_with_days(ClosureKind::bank_holiday, "May Day", early_may, early_may).has("calendar.bank_holiday_known"));
    CHECK(problems_with_days(ClosureKind::bank_holiday, "Coronation", early_may + Days{1}, early_may + Days{1}).empty());
    CHECK(problems_with_days(ClosureKind::inset, "Training", date(2026, 11, 21), date(2026, 11, 22)).has("calendar.no_weekday"));
    CHECK(problems_with_days(ClosureKind::inset, "Training", date(2026, 11, 21), date(2026, 11, 23)).empty());
}

TEST_CASE("a year is known when its half-terms reach from September into June without a gap")
{
    CHECK(how_far_known(without(6), this_year).state == YearState::known);
    CHECK(how_far_known(SchoolCalendar{}, this_year).state == YearState::not_known);
    CHECK(how_far_known(without(6), this_year.next()).state == YearState::not_known);
    const auto no_spring_1 = how_far_known(without(2), this_year);
    CHECK(no_spring_1.state == YearState::known_in_part);
    CHECK(known_words(no_spring_1) == "Not known from 19 December 2026 to 21 February 2027");
    CHECK(known_words(how_far_known(without(5), this_year)) == "Not known from 29 May 2027");
    CHECK(known_words(how_far_known(without(0), this_year)) == "Not known from 1 September to 1 November 2026");
}

TEST_CASE("a half-term that begins in August belongs to the school year it leads into")
{
    CHECK(year_of_term({"Autumn 1", date(2026, 8, 27), date(2026, 10, 16)}) == this_year);
    CHECK(year_of_term({"Summer 2", date(2027, 6, 7), date(2027, 7, 21)}) == this_year);
}

TEST_CASE("sessions planned are two a school day; an unplanned closure takes none away, an INSET day does")
{
    const auto planned = how_far_known(without(6), this_year).planned_sessions;
    const auto after = [&](ClosureKind kind) {
        return SchoolCalendar::make(year_of_harrowdale(), {{date(2027, 1, 20), kind, "x"}})->planned_sessions(this_year) - planned;
    };
    CHECK(after(ClosureKind::inset) == -2);
    CHECK(after(ClosureKind::closure) == -2);
    CHECK(after(ClosureKind::unplanned_closure) == 0);
    const auto snow = *SchoolCalendar::make(year_of_harrowdale(), {{date(2027, 1, 20), ClosureKind::unplanned_closure, "Snow"}});
    CHECK(snow.is_school_day(date(2027, 1, 20)) == false);
}

TEST_CASE("without half-terms of its own a school is counted by the authority's, with its own INSET days")
{
    const auto authority = kept(year_of_harrowdale(), {{date(2026, 9, 2), ClosureKind::inset, "Authority training"}});
    const auto counted = counted_calendar(kept({}, {{date(2026, 11, 20), ClosureKind::inset, "Own training"}}), authority);
    CHECK_FALSE(counted.by_own_terms);
    CHECK(counted.calendar.is_school_day(date(2026, 11, 20)) == false);
    CHECK(counted.calendar.is_school_day(date(2026, 9, 2)) == false);
}

TEST_CASE("with half-terms of its own a school keeps the authority's closures, and not its INSET days")
{
    const Date early_may = date(2027, 5, 3);
    const auto authority = kept({}, {{date(2026, 9, 3), ClosureKind::inset, "Authority training"}, {date(2026, 11, 23), ClosureKind::closure, "Flood"},
                                     {early_may, ClosureKind::open_on_bank_holiday, "May Day"}});
    const auto counted = counted_calendar(kept(year_of_harrowdale()), authority);
    CHECK(counted.by_own_terms);
    CHECK(counted.calendar.is_school_day(date(2026, 9, 3)) == true);
    CHECK(counted.calendar.is_school_day(date(2026, 11, 23)) == false);
    CHECK(counted.calendar.is_school_day(early_may) == false);
    const auto open = counted_calendar(kept(year_of_harrowdale(), {{early_may, ClosureKind::open_on_bank_holiday, "May Day"}}), {});
    CHECK(open.calendar.is_school_day(early_may) == true);
}

TEST_CASE("a school that has half-terms for last year only is not counted by the authority's for this one")
{
    const auto counted = counted_calendar(kept({{"Summer 2", date(2026, 6, 8), date(2026, 7, 21)}}), kept(year_of_harrowdale()));
    CHECK(code_of(counted.calendar.is_school_day(date(2026, 11, 20))) == "calendar.missing");
}

TEST_CASE("bank holidays have their names")
{
    CHECK(bank_holiday_name(date(2027, 3, 26)) == "Good Friday");
    CHECK(bank_holiday_name(date(2027, 5, 3)) == "Early May bank holiday");
    CHECK(bank_holiday_name(date(2023, 5, 8)) == "Bank holiday");
    CHECK(bank_holiday_name(date(2027, 12, 28)) == "Christmas bank holiday");
    CHECK(bank_holiday_name(date(2028, 1, 3)) == "New Year’s Day");
}

TEST_CASE("a file corrects a half-term of the same name or the same days, and leaves the others when told so")
{
    const auto standing = kept(year_of_harrowdale());
    const auto changes = changes_by(standing, file_of({{"autumn 1", date(2026, 9, 3), date(2026, 10, 23)}, {"Term 2", date(2026, 11, 2), date(2026, 12, 17)}}), NotInFile::stays);
    CHECK(changes.count(ChangeOfCalendar::changed) == 2);
    CHECK(changes.count(ChangeOfCalendar::removed) == 0);
    CHECK(changes.problems.empty());
    CHECK(changes.terms[0].was->term.name == "Autumn 1");
    CHECK(changes_by(standing, file_of(year_of_harrowdale()), NotInFile::goes).writes_nothing());
}

TEST_CASE("when the file is the whole calendar of its year, what it does not name goes, but no other year and no unplanned closure")
{
    auto terms = year_of_harrowdale();
    terms.push_back({"Autumn 1, next", date(2027, 9, 1), date(2027, 10, 22)});
    const auto standing = kept(terms, {{date(2026, 11, 27), ClosureKind::inset, "Training"}, {date(2027, 1, 20), ClosureKind::unplanned_closure, "Snow"}});
    const auto changes = changes_by(standing, file_of({year_of_harrowdale()[0]}, {{date(2026, 9, 2), ClosureKind::inset, "First day"}}), NotInFile::goes);
    CHECK(changes.count(ChangeOfCalendar::same) == 1);
    CHECK(changes.count(ChangeOfCalendar::removed) == 6);  // five half-terms and one INSET day
    CHECK(changes.count(ChangeOfCalendar::added) == 1);
}

TEST_CASE("a half-term of the file that overlaps one that stays is refused before anything is written")
{
    const auto changes = changes_by(kept({{"First half", date(2026, 9, 2), date(2026, 10, 23)}, {"Second half", date(2026, 10, 26), date(2026, 12, 18)}}),
                                    file_of({{"Autumn", date(2026, 10, 1), date(2026, 11, 20)}}), NotInFile::stays);
    CHECK(changes.problems.has("calendar.overlap"));
}

TEST_CASE("administrators and commissioners change every calendar, a school's lead and a provider's manager their own")
{
    const OrganisationId own{Id::from_words("Millbrook")}, other{Id::from_words("Quarry Bank")};
    for (const auto role : {Role::administrator, Role::commissioner}) {
        CHECK(may_change_calendar(role, own, other));
        CHECK(may_change_calendar(role, own, std::nullopt));
    }
    for (const auto role : {Role::school_lead, Role::provider_manager}) {
        CHECK(may_change_calendar(role, own, own));
        CHECK_FALSE(may_change_calendar(role, own, other));
        CHECK_FALSE(may_change_calendar(role, own, std::nullopt));
    }
    for (const auto role : {Role::school_attendance, Role::trust_lead, Role::provider_tutor, Role::inspector, Role::director}) CHECK_FALSE(may_change_calendar(role, own, own));
    CHECK_FALSE(may_change_calendar(std::nullopt, own, own));
}

}  // namespace waymark::people
