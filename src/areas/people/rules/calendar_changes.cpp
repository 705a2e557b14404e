// Pairs what the file says with what stands, then judges what is left.
#include "people/rules/calendar_changes.hpp"

#include <algorithm>

#include "foundation/text.hpp"

namespace waymark::people {
namespace {

bool overlap(const HalfTerm& left, const HalfTerm& right) { return left.from <= right.to && right.from <= left.to; }

bool same_name(const HalfTerm& left, const HalfTerm& right)
{
    return year_of_term(left) == year_of_term(right) && folded_for_search(left.name) == folded_for_search(right.name);
}

/// For each half-term of the file the place of the standing one that it speaks of; none: it is new.
std::vector<std::optional<std::size_t>> paired(const KeptCalendar& standing, const CalendarFile& file)
{
    std::vector<std::optional<std::size_t>> partner(file.terms.size());
    std::vector<bool> taken(standing.terms.size());
    for (auto* speaks_of : {&same_name, &overlap})
        for (std::size_t at = 0; at < file.terms.size(); ++at)
            for (std::size_t other = 0; other < standing.terms.size() && !partner[at]; ++other)
                if (!taken[other] && speaks_of(file.terms[at].term, standing.terms[other].term)) {
                    partner[at] = other;
                    taken[other] = true;
                }
    return partner;
}

void compare_terms(CalendarChanges& changes, const KeptCalendar& standing, const CalendarFile& file, NotInFile rest)
{
    const auto partner = paired(standing, file);
    std::vector<bool> spoken_of(standing.terms.size());
    for (std::size_t at = 0; at < file.terms.size(); ++at) {
        TermChange change{.change = ChangeOfCalendar::added, .was = {}, .becomes = file.terms[at]};
        if (partner[at]) {
            spoken_of[*partner[at]] = true;
            change.was = standing.terms[*partner[at]];
            change.change = change.was->term == change.becomes->term ? ChangeOfCalendar::same : ChangeOfCalendar::changed;
        }
        changes.terms.push_back(std::move(change));
    }
    for (std::size_t at = 0; at < standing.terms.size(); ++at) {
        const auto& kept = standing.terms[at];
        if (spoken_of[at]) continue;
        const auto year_in_file = std::ranges::any_of(file.terms, [&](const TermInFile& one) { return year_of_term(one.term) == year_of_term(kept.term); });
        if (rest == NotInFile::goes && year_in_file) {
            changes.terms.push_back({.change = ChangeOfCalendar::removed, .was = kept, .becomes = {}});
            continue;
        }
        for (const auto& one : file.terms)
            if (overlap(one.term, kept.term))
                changes.problems.add("calendar.overlap", "Line " + std::to_string(one.line) + ": “" + one.term.name + "” overlaps “" + kept.term.name + "”, " +
                                                             date_range(kept.term.from, kept.term.to) + ", which is in the calendar and not in the file. "
                                                             "Correct one of them, or choose that the file is the whole calendar of its years.");
    }
    std::ranges::stable_sort(changes.terms, {}, [](const TermChange& one) { return one.becomes ? one.becomes->term.from : one.was->term.from; });
}

bool known_to_files(ClosureKind kind) { return kind != ClosureKind::unplanned_closure && kind != ClosureKind::open_on_bank_holiday; }

void compare_days(CalendarChanges& changes, const KeptCalendar& standing, const CalendarFile& file, NotInFile rest)
{
    for (const auto& one : file.days) {
        DayChange change{.change = ChangeOfCalendar::added, .was = {}, .becomes = one};
        const auto kept = std::ranges::find_if(standing.days, [&](const KeptDay& each) { return each.day.day == one.day.day; });
        if (kept != standing.days.end()) {
            change.was = *kept;
            change.change = kept->day.kind == one.day.kind && kept->day.name == one.day.name ? ChangeOfCalendar::same : ChangeOfCalendar::changed;
        }
        changes.days.push_back(std::move(change));
    }
    for (const auto& kept : standing.days) {
        const bool in_file = std::ranges::any_of(file.days, [&](const DayInFile& one) { return one.day.day == kept.day.day; });
        const bool year_in_file = std::ranges::find(changes.years, SchoolYear::of(kept.day.day)) != changes.years.end();
        if (rest == NotInFile::goes && !in_file && year_in_file && known_to_files(kept.day.kind))
            changes.days.push_back({.change = ChangeOfCalendar::removed, .was = kept, .becomes = {}});
    }
    std::ranges::stable_sort(changes.days, {}, [](const DayChange& one) { return one.becomes ? one.becomes->day.day : one.was->day.day; });
}

std::vector<SchoolYear> years_of(const CalendarFile& file)
{
    std::vector<SchoolYear> years;
    for (const auto& one : file.terms) years.push_back(year_of_term(one.term));
    for (const auto& one : file.days) years.push_back(SchoolYear::of(one.day.day));
    std::ranges::sort(years);
    const auto repeated = std::ranges::unique(years);
    years.erase(repeated.begin(), repeated.end());
    return years;
}

}  // namespace

int CalendarChanges::count(ChangeOfCalendar change) const
{
    return static_cast<int>(std::ranges::count(terms, change, &TermChange::change) + std::ranges::count(days, change, &DayChange::change));
}

bool CalendarChanges::writes_nothing() const { return count(ChangeOfCalendar::same) == static_cast<int>(terms.size() + days.size()); }

CalendarChanges changes_by(const KeptCalendar& standing, const CalendarFile& file, NotInFile rest)
{
    CalendarChanges changes;
    changes.years = years_of(file);
    compare_terms(changes, standing, file, rest);
    compare_days(changes, standing, file, rest);
    return changes;
}

}  // namespace waymark::people
