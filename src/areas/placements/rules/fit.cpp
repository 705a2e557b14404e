// The hard rules of the shortlist, one function each, in the order in which a commissioner asks them.
#include "placements/rules/fit.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "foundation/result.hpp"
#include "foundation/text.hpp"
#include "vocabulary/school_year.hpp"

namespace waymark::placements {
namespace {

std::string years(int from, int to)
{
    return from == to ? fmt::format("age {}", from) : fmt::format("ages {} to {}", from, to);
}

FitReason age(const ChildToPlace& child, const ProgrammeToConsider& programme)
{
    const bool in_range = child.age >= programme.age_from && child.age <= programme.age_to;
    return {"fit.age", in_range ? Verdict::fits : Verdict::does_not_fit,
            in_range ? fmt::format("Takes {}", years(programme.age_from, programme.age_to))
                     : fmt::format("Takes {}, and the child will be {}", years(programme.age_from, programme.age_to), child.age)};
}

FitReason key_stage(const ChildToPlace& child, const ProgrammeToConsider& programme)
{
    const auto found = key_stage_of_year(child.year_group);
    const int stage = found ? static_cast<int>(*found) : 0;
    const auto& taught = programme.category_key_stages;
    if (taught.empty()) return {"fit.key_stage", Verdict::fits, "Takes any key stage"};
    std::vector<std::string> names;
    for (const int one : taught) names.push_back(std::to_string(one));
    const bool teaches = std::ranges::find(taught, stage) != taught.end();
    return {"fit.key_stage", teaches ? Verdict::fits : Verdict::does_not_fit,
            teaches ? fmt::format("Teaches key stage {}", stage)
                    : fmt::format("Is for key stage {}, and the child is in Year {}", listed(names), child.year_group)};
}

FitReason sex(const ChildToPlace& child, const ProgrammeToConsider& programme)
{
    if (!programme.sex) return {"fit.sex", Verdict::fits, "Takes girls and boys"};
    const auto who = *programme.sex == "female" ? "girls" : "boys";
    if (child.sex == "unknown") return {"fit.sex", Verdict::not_known, fmt::format("Takes {} only; the child’s sex is not recorded", who)};
    return {"fit.sex", child.sex == *programme.sex ? Verdict::fits : Verdict::does_not_fit, fmt::format("Takes {} only", who)};
}

FitReason need(const ChildToPlace& child, const ProgrammeToConsider& programme)
{
    if (!child.primary_need) return {"fit.need", Verdict::not_known, "The child’s main need is not recorded"};
    const auto name = need_name(*child.primary_need);
    if (programme.needs.empty())
        return {"fit.need", Verdict::not_known, fmt::format("The provider has not said whether it caters for {}", name)};
    const bool caters = std::ranges::find(programme.needs, *child.primary_need) != programme.needs.end();
    return {"fit.need", caters ? Verdict::fits : Verdict::does_not_fit,
            fmt::format("{} for {}", caters ? "Caters" : "Does not cater", name)};
}

FitReason category(const PlaceWanted& wanted, const ProgrammeToConsider& programme)
{
    if (!wanted.category) return {"fit.category", Verdict::fits, programme.category_name};
    const bool same = *wanted.category == programme.category;
    return {"fit.category", same ? Verdict::fits : Verdict::does_not_fit,
            same ? fmt::format("Is in the category decided: {}", wanted.category_name)
                 : fmt::format("Is {}; the decision asks for {}", programme.category_name, wanted.category_name)};
}

FitReason assured(const ProgrammeToConsider& programme)
{
    if (quality::may_take_new_placements(programme.assured)) return {"fit.assured", Verdict::fits, programme.assured_words};
    if (programme.assured == quality::Status::suspended) return {"fit.assured", Verdict::does_not_fit, "New placements are suspended"};
    return {"fit.assured", Verdict::does_not_fit, fmt::format("{}: no new placements until it is assured", programme.assured_words)};
}

FitReason registered(const PlaceWanted& wanted, const ProgrammeToConsider& programme)
{
    if (programme.is_registered) return {"fit.registered", Verdict::fits, "Is a registered school or college"};
    return wanted.unregistered_agreed
               ? FitReason{"fit.registered", Verdict::fits, "Is not registered; the decision agreed unregistered provision"}
               : FitReason{"fit.registered", Verdict::does_not_fit, "Is not registered, and nobody has signed off unregistered provision for this child"};
}

FitReason area(const PlaceWanted& wanted, const ProgrammeToConsider& programme)
{
    if (programme.in_authority) return {"fit.area", Verdict::fits, "Is in this area"};
    return wanted.out_of_area_agreed
               ? FitReason{"fit.area", Verdict::fits, "Is outside this area; the decision agreed that"}
               : FitReason{"fit.area", Verdict::does_not_fit, "Is outside this area, and nobody has signed that off for this child"};
}

FitReason dual_registration(const ChildToPlace& child, const ProgrammeToConsider& programme)
{
    if (!programme.dual_registration_required) return {"fit.roll", Verdict::fits, "Needs no place on a school’s roll"};
    return child.on_mainstream_roll
               ? FitReason{"fit.roll", Verdict::fits, "Can be dual registered with the child’s school"}
               : FitReason{"fit.roll", Verdict::does_not_fit, "Needs dual registration, and the child is on no mainstream school’s roll"};
}

FitReason hours(const PlaceWanted& wanted, const ProgrammeToConsider& programme, const Law& law, int sessions)
{
    if (programme.is_registered) return {"fit.hours", Verdict::fits, "May teach full time"};
    if (programme.is_full_time)
        return {"fit.hours", Verdict::does_not_fit, "Is not registered and says it is full time, which is not lawful"};
    const int minutes = programme.minutes_already_here + sessions * programme.session_minutes;
    const int wanted_minutes = programme.minutes_already_here + wanted.sessions_per_week * programme.session_minutes;
    const auto in_hours = [](int value) { return fmt::format("{:g} hours", value / 60.0); };
    if (minutes > law.registration_full_time_above_minutes)
        return {"fit.hours", Verdict::does_not_fit,
                fmt::format("Is not registered: {} a week here would be full time (over {})", in_hours(minutes),
                            in_hours(law.registration_full_time_above_minutes))};
    return {"fit.hours", Verdict::fits,
            wanted_minutes > minutes ? fmt::format("Is not registered: {} a week here is part time, the rest must be elsewhere", in_hours(minutes))
                                     : fmt::format("Is not registered: {} a week here is part time", in_hours(minutes))};
}

FitReason places(const PlaceWanted& wanted, const ProgrammeToConsider& programme, std::size_t open, std::size_t clashing)
{
    const auto wanted_sessions = counted(wanted.sessions_per_week, "session");
    if (programme.runs.empty()) return {"fit.places", Verdict::not_known, "The provider has not said which sessions it runs"};
    if (static_cast<int>(open) >= wanted.sessions_per_week)
        return {"fit.places", Verdict::fits,
                wanted.sessions_per_week == 1 ? std::string{"Has the 1 session wanted free"}
                                              : fmt::format("Has the {} wanted free", wanted_sessions)};
    const auto clash = clashing == 0 ? std::string{}
                                     : fmt::format("; {} free but taken by another setting of this child", counted(static_cast<long long>(clashing), "session"));
    if (open > 0 && wanted.split_agreed)
        return {"fit.places", Verdict::fits, fmt::format("Has {} of the {} wanted free; the decision agreed a split week{}", open, wanted_sessions, clash)};
    return {"fit.places", Verdict::does_not_fit,
            open == 0 ? fmt::format("No session free in the whole time{}", clash)
                      : fmt::format("Has {} of the {} wanted free{}", open, wanted_sessions, clash)};
}

FitReason distance(const ProgrammeToConsider& programme)
{
    if (programme.is_online) return {"fit.distance", Verdict::fits, "Is online"};
    if (!programme.distance_miles) return {"fit.distance", Verdict::not_known, "The distance from home is not known"};
    return {"fit.distance", Verdict::fits, *programme.distance_miles < 1
                ? std::string{"Under a mile from home"}
                : fmt::format("{:.1f} miles from home in a straight line", *programme.distance_miles)};
}

}  // namespace

Fit fit_of(const ChildToPlace& child, const PlaceWanted& wanted, const ProgrammeToConsider& programme, const Law& law)
{
    std::vector<WeekdaySession> open;
    std::size_t clashing = 0;
    for (const auto& session : programme.free) {
        if (std::ranges::find(child.taken, session) == child.taken.end()) open.push_back(session);
        else ++clashing;
    }
    Fit fit;
    fit.open = open;
    int most = wanted.sessions_per_week;
    if (!programme.is_registered) {
        const int left = law.registration_full_time_above_minutes - programme.minutes_already_here;
        if (wanted.split_agreed) most = std::min(most, std::max(0, left / programme.session_minutes));
    }
    fit.sessions = proposed_sessions(open, most, programme.price_unit == PriceUnit::day);
    const int sessions = wanted.split_agreed ? static_cast<int>(fit.sessions.size()) : wanted.sessions_per_week;
    const std::size_t usable = programme.price_unit == PriceUnit::day ? proposed_sessions(open, 10, true).size() : open.size();

    fit.reasons = {category(wanted, programme), age(child, programme), key_stage(child, programme), sex(child, programme),
                   need(child, programme), assured(programme), registered(wanted, programme), hours(wanted, programme, law, sessions),
                   area(wanted, programme), dual_registration(child, programme), places(wanted, programme, usable, clashing),
                   distance(programme)};
    for (const auto& reason : fit.reasons) {
        if (reason.verdict == Verdict::does_not_fit) fit.verdict = Verdict::does_not_fit;
        // A distance nobody has measured is no reason to doubt whether a place fits.
        else if (reason.verdict == Verdict::not_known && fit.verdict == Verdict::fits && reason.code != "fit.distance")
            fit.verdict = Verdict::not_known;
    }
    return fit;
}

std::vector<WeekdaySession> proposed_sessions(std::span<const WeekdaySession> free, int wanted, bool whole_days_only)
{
    const auto has = [&](WeekdaySession when) { return std::ranges::find(free, when) != free.end(); };
    std::vector<WeekdaySession> chosen;
    const auto room = [&] { return wanted - static_cast<int>(chosen.size()); };
    for (int day = 0; day < 5 && room() >= 2; ++day) {
        const WeekdaySession am{static_cast<Weekday>(day), Session::am}, pm{static_cast<Weekday>(day), Session::pm};
        if (has(am) && has(pm)) chosen.insert(chosen.end(), {am, pm});
    }
    if (!whole_days_only) {
        std::vector<WeekdaySession> rest;
        for (const auto& session : free)
            if (std::ranges::find(chosen, session) == chosen.end()) rest.push_back(session);
        std::ranges::sort(rest);
        for (const auto& session : rest)
            if (room() > 0) chosen.push_back(session);
    }
    std::ranges::sort(chosen);
    return chosen;
}

const FitReason* Fit::reason(std::string_view code) const
{
    const auto found = std::ranges::find(reasons, code, &FitReason::code);
    return found == reasons.end() ? nullptr : &*found;
}

std::string_view verdict_name(Verdict verdict)
{
    switch (verdict) {
    case Verdict::fits: return "Fits";
    case Verdict::does_not_fit: return "Does not fit";
    case Verdict::not_known: return "Not known";
    }
    expects(false);
    return {};
}

std::string need_name(std::string_view code)
{
    const auto known = directory::needs_from_codes(code);
    if (known.empty()) return code == "NSA" ? "special educational needs not yet assessed" : "another difficulty";
    auto words = directory::need_words(known.front());
    // In the middle of a sentence only a name keeps its capital.
    if (known.front() != directory::Need::ds && !words.empty()) words[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(words[0])));
    return words;
}

}  // namespace waymark::placements
