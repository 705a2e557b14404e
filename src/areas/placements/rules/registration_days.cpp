// The sum of R28 on each day on which it can change.
#include "placements/rules/registration_days.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "vocabulary/school_year.hpp"

namespace waymark::placements {
namespace {

bool holds_on(Date day, std::span<const DateRange> ranges)
{
    return std::ranges::any_of(ranges, [&](const DateRange& range) { return range.contains(day); });
}

WeekAtProvider week_of(const ChildAtProvider& child, Date day)
{
    const int here = minutes_on(day, child.here);
    return {.child = child.child,
            .minutes_here = here,
            .minutes_all = here + minutes_on(day, child.elsewhere),
            .of_compulsory_school_age = is_compulsory_school_age(child.born, day),
            .has_plan_or_looked_after = holds_on(day, child.plan_or_looked_after),
            .attends_a_school = child.attends_a_school,
            .has_sen_support = holds_on(day, child.sen_support)};
}

Threshold threshold_on(Date day, const ProviderChildren& provider, const Law& law)
{
    const auto weeks = weeks_on(day, provider.children);
    DeclaredChildren declared;
    for (const auto& one : provider.declared) {
        if (!one.days.contains(day)) continue;
        declared.full_time += one.children.full_time;
        declared.full_time_vulnerable += one.children.full_time_vulnerable;
    }
    return registration_threshold(weeks, law, declared);
}

void add_days(DayChanges& changes, const ProviderChildren& provider)
{
    for (const auto& child : provider.children) {
        changes.add(compulsory_school_age(child.born));
        changes.add(child.here);
        changes.add(child.elsewhere);
        for (const auto& days : child.plan_or_looked_after) changes.add(days);
        for (const auto& days : child.sen_support) changes.add(days);
    }
    for (const auto& one : provider.declared) changes.add(one.days);
}

/// Adds further records to those there; several records of one child are one child.
std::vector<ChildAtProvider> with_records(std::vector<ChildAtProvider> all, std::span<const ChildAtProvider> further)
{
    for (const auto& added : further) {
        const auto there = std::ranges::find(all, added.child, &ChildAtProvider::child);
        if (there == all.end()) {
            all.push_back(added);
            continue;
        }
        std::ranges::copy(added.here, std::back_inserter(there->here));
        std::ranges::copy(added.elsewhere, std::back_inserter(there->elsewhere));
        std::ranges::copy(added.plan_or_looked_after, std::back_inserter(there->plan_or_looked_after));
        std::ranges::copy(added.sen_support, std::back_inserter(there->sen_support));
    }
    return all;
}

const RegistrationStretch& stretch_on(Date day, const RegistrationDays& days)
{
    return *std::ranges::find_if(days.stretches, [&](const auto& stretch) { return day <= stretch.to; });
}

PlacingEffect effect_between(const RegistrationStretch& before, const RegistrationStretch& after)
{
    const bool adds = after.full_time > before.full_time || after.full_time_vulnerable > before.full_time_vulnerable;
    if (after.level == ThresholdLevel::breach && adds) return PlacingEffect::block;
    if (after.level > before.level || (after.level != ThresholdLevel::clear && adds)) return PlacingEffect::warn;
    return PlacingEffect::allow;
}

}  // namespace

std::vector<WeekAtProvider> weeks_on(Date day, std::span<const ChildAtProvider> children)
{
    std::vector<WeekAtProvider> weeks;
    for (const auto& child : children) weeks.push_back(week_of(child, day));
    return weeks;
}

RegistrationDays registration_days(const ProviderChildren& given, Date first, Date last, const Law& law)
{
    const auto children = with_records({}, given.children);
    const ProviderChildren provider{children, given.declared};
    DayChanges changes{first, last};
    add_days(changes, provider);
    RegistrationDays found;
    for (const auto& [from, to] : changes.stretches()) {
        const Threshold threshold = threshold_on(from, provider, law);
        if (threshold.level == ThresholdLevel::warn && !found.warn_from) found.warn_from = from;
        if (threshold.level == ThresholdLevel::breach && !found.breach_from) found.breach_from = from;
        if (!found.stretches.empty()) {
            auto& before = found.stretches.back();
            if (before.level == threshold.level && before.full_time == threshold.full_time && before.full_time_vulnerable == threshold.full_time_vulnerable) {
                before.to = to;
                continue;
            }
        }
        found.stretches.push_back({from, to, threshold.level, threshold.full_time, threshold.full_time_vulnerable, threshold.words});
    }
    if (found.stretches.empty()) return found;
    found.words = stretch_on(found.breach_from.value_or(found.warn_from.value_or(first)), found).words;
    return found;
}

PlacementEffect effect_of_placing(const ProviderChildren& provider, std::span<const ChildAtProvider> proposed, Date first, Date last, const Law& law)
{
    const auto all = with_records({provider.children.begin(), provider.children.end()}, proposed);
    PlacementEffect found{.before = registration_days(provider, first, last, law),
                          .after = registration_days({all, provider.declared}, first, last, law)};
    std::set<Date> begins;
    for (const auto& stretch : found.before.stretches) begins.insert(stretch.from);
    for (const auto& stretch : found.after.stretches) begins.insert(stretch.from);
    for (const Date day : begins) {
        const auto effect = effect_between(stretch_on(day, found.before), stretch_on(day, found.after));
        if (effect <= found.effect) continue;
        found.effect = effect;
        found.from = day;
    }
    return found;
}

}  // namespace waymark::placements
