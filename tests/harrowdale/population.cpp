// The made-up children and their stories, drawn in a fixed order so that the same seed tells the same stories.
#include "harrowdale/population.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "harrowdale/cast.hpp"
#include "harrowdale/dice.hpp"
#include "harrowdale/names.hpp"
#include "vocabulary/school_year.hpp"

namespace waymark::harrowdale {
namespace {

constexpr std::string_view upn_alphabet = "ABCDEFGHJKLMNPQRTUVWXYZ";

/// Which providers and programmes suit which reason, in the order in which they are tried.
struct Road {
    std::string_view reason, category;
    int share;                       // of a hundred children
    std::vector<std::pair<std::string_view, std::size_t>> programmes;
    bool full_time;
    int year_from, year_to;
};

const std::vector<Road>& roads()
{
    static const std::vector<Road> all{
        {"excluded", "exclusion", 14, {{"bridge", 2}, {"bridge", 0}, {"beacon", 0}, {"eastmere_academy", 0}}, true, 7, 11},
        {"at_risk_of_exclusion", "step_out", 12, {{"beacon", 1}, {"bridge", 3}, {"second_wind", 0}}, false, 7, 11},
        {"semh", "ks4_full_time", 10, {{"bridge", 0}, {"beacon", 0}, {"oakfield", 0}}, true, 10, 11},
        {"semh", "ks1_3_full_time", 12, {{"stepping_stones", 0}, {"bridge", 1}}, true, 7, 9},
        {"semh", "ks1_3_full_time", 8, {{"little_acorns", 0}, {"paint_pots", 0}}, false, 1, 6},
        {"ebsa", "engagement", 14, {{"quiet_harbour", 0}, {"greenways", 1}, {"hooves", 0}, {"wavelength", 0}}, false, 7, 11},
        {"medical", "medical", 9, {{"hospital", 0}, {"quiet_harbour", 1}, {"wavelength", 0}}, false, 6, 11},
        {"send", "intervention_assessment", 8, {{"larchwood", 0}, {"paint_pots", 0}, {"tutor_hall", 0}}, false, 3, 9},
        {"youth_justice", "vocational", 6, {{"spanner_works", 0}, {"buildright", 0}, {"kitchen_table", 0}}, false, 10, 11},
        {"no_school_place", "intervention_assessment", 3, {{"tutor_hall", 0}}, false, 4, 11},
        {"bullying", "vocational", 4, {{"greenways", 0}, {"canal_boat", 0}, {"college", 0}}, false, 10, 11},
    };
    return all;
}

const ProviderInCast& provider_named(std::string_view key)
{
    return *std::ranges::find(providers(), key, &ProviderInCast::key);
}

unsigned offered_sessions(const ProgrammeInCast& programme)
{
    if (programme.sessions == "all") return 0x3FF;
    static constexpr std::array days{"mon", "tue", "wed", "thu", "fri"};
    unsigned found = 0;
    for (std::size_t day = 0; day < days.size(); ++day)
        for (std::size_t half = 0; half < 2; ++half)
            if (programme.sessions.find(fmt::format("{}-{}", days[day], half == 0 ? "am" : "pm")) != std::string_view::npos)
                found |= 1U << (2 * day + half);
    return found;
}

/// The places of every programme, so that no register is ever fuller than its room.
class Places {
public:
    /// Takes up to `most` of the wanted sessions that are still free at this programme; 0 when fewer than two are.
    unsigned take(std::string_view provider, std::size_t programme, unsigned wanted, int most)
    {
        const ProgrammeInCast& offer = provider_named(provider).programmes[programme];
        auto& taken = taken_[fmt::format("{}/{}", provider, programme)];
        unsigned got = 0;
        int count = 0;
        for (unsigned bit = 0; bit < 10 && count < most; ++bit) {
            const unsigned session = 1U << bit;
            if ((wanted & offered_sessions(offer) & session) == 0 || taken[bit] >= offer.places) continue;
            got |= session;
            ++count;
        }
        if (count < 2) return 0;
        for (unsigned bit = 0; bit < 10; ++bit)
            if (got & (1U << bit)) ++taken[bit];
        return got;
    }

private:
    std::map<std::string, std::array<int, 10>> taken_;
};

const Road& road_for(Dice& dice, int year_group)
{
    int total = 0;
    for (const Road& road : roads())
        if (year_group >= road.year_from && year_group <= road.year_to) total += road.share;
    int drawn = dice.between(1, total);
    for (const Road& road : roads()) {
        if (year_group < road.year_from || year_group > road.year_to) continue;
        drawn -= road.share;
        if (drawn <= 0) return road;
    }
    return roads().front();
}

Stand stand_for(Dice& dice)
{
    const int drawn = dice.between(1, 1000);
    if (drawn <= 50) return Stand::known;
    if (drawn <= 62) return Stand::draft;
    if (drawn <= 82) return Stand::submitted;
    if (drawn <= 92) return Stand::asked_for_more;
    if (drawn <= 122) return Stand::ready;
    if (drawn <= 150) return Stand::decided;
    if (drawn <= 165) return Stand::offered;
    if (drawn <= 180) return Stand::planned;
    if (drawn <= 800) return Stand::active;
    return Stand::ended;
}

std::string need_for(Dice& dice, std::string_view reason)
{
    static constexpr std::array<std::string_view, 6> others{"MLD", "SPLD", "SLCN", "ASD", "PD", "OTH"};
    if (reason == "ebsa" || reason == "semh" || reason == "excluded" || dice.in_hundred(60)) return dice.in_hundred(25) ? "ASD" : "SEMH";
    return std::string{dice.one_of(std::span{others})};
}

/// Who the child is: school first, then a year group the road's providers teach.
PlannedPupil person(Dice& dice, const PopulationOptions& options, int serial)
{
    static constexpr std::array<std::string_view, 9> ethnicities{"WBRI", "WBRI", "WBRI", "WBRI", "APKN", "MWBC", "BAFR", "WOTH", "WROM"};
    PlannedPupil pupil;
    const bool girl = dice.in_hundred(38);
    pupil.sex = girl ? "female" : "male";
    pupil.first_name = dice.one_of(girl ? girls_names() : boys_names());
    pupil.last_name = dice.one_of(last_names());
    pupil.known_as = pupil.first_name;
    do {
        const SchoolInCast& school = schools()[static_cast<std::size_t>(dice.between(0, dice.in_hundred(75) ? 11 : 29))];
        pupil.school = school.key;
        pupil.year_group = school.phase == "primary" ? dice.between(1, 6) : dice.between(7, 11);
    } while (pupil.school == "larkrise");
    const int school_year = year_of(options.today) - (month_of(options.today) < 9 ? 1 : 0);
    // Year 7 in 2026 to 2027 was born from September 2014 to August 2015 (R4).
    pupil.born = date(school_year - pupil.year_group - 5, 9, 1) + Days{dice.between(0, 363)};
    pupil.upn = made_up_upn(990, (school_year - pupil.year_group) % 100, serial % 1000);
    pupil.ethnicity = dice.one_of(std::span{ethnicities});
    pupil.language = dice.in_hundred(85) ? "ENG" : "OTH";
    pupil.looked_after = dice.in_hundred(5);
    pupil.social_worker = pupil.looked_after || dice.in_hundred(14);
    pupil.free_meals = dice.in_hundred(55);
    pupil.young_carer = dice.in_hundred(6);
    pupil.youth_justice = pupil.year_group >= 9 && dice.in_hundred(8);
    pupil.protected_address = dice.in_hundred(2);
    pupil.child_words = dice.one_of(child_words());
    pupil.family_words = dice.one_of(family_words());
    return pupil;
}

/// The dates from need to place, counted back from the start of the placement or forward to today.
void date_the_road(Dice& dice, PlannedPupil& pupil, Date start)
{
    pupil.offered = start - Days{dice.between(10, 16)};
    pupil.decided = pupil.offered - Days{dice.between(1, 4)};
    while (weekday(pupil.decided) != Weekday::thursday) pupil.decided -= Days{1};
    pupil.triaged = pupil.decided - Days{dice.between(3, 9)};
    pupil.sent = pupil.triaged - Days{dice.between(1, 4)};
    pupil.need_since = pupil.sent - Days{dice.between(2, 20)};
}

Date next_monday(Date day)
{
    while (weekday(day) != Weekday::monday) day += Days{1};
    return day;
}

std::pair<std::string, std::string> ending(Dice& dice, const PlannedPupil& pupil)
{
    if (pupil.year_group >= 11 && dice.in_hundred(50)) return {"post16", "further_education"};
    const int drawn = dice.between(1, 100);
    if (drawn <= 55) return {"completed_returned_mainstream", "same_mainstream_school"};
    if (drawn <= 67) return {"moved_special", "special_school"};
    if (drawn <= 80) return {"moved_ap", "registered_ap"};
    if (drawn <= 92) return {"needs_changed", "no_destination_yet"};
    return {"moved_area", "moved_away"};
}

bool place(Dice& dice, Places& places, PlannedPupil& pupil, const Road& road, const PopulationOptions& options)
{
    const bool over = pupil.stand == Stand::ended;
    const bool ahead = pupil.stand == Stand::planned;
    const int back = ahead ? -dice.between(3, 14) : over ? dice.between(100, 100 + 200 * options.years) : dice.between(10, 300);
    const Date start = next_monday(options.today - Days{back});
    unsigned free = 0x3FF;
    int wanted = road.full_time ? 10 : dice.between(2, 5);
    const int settings = !road.full_time && dice.in_hundred(25) ? 2 : 1;
    Places scratch;  // children who have left no longer take a place
    for (const auto& [provider, programme] : road.programmes) {
        if (pupil.placements.size() >= static_cast<std::size_t>(settings)) break;
        const ProgrammeInCast& offer = provider_named(provider).programmes[programme];
        if (pupil.year_group + 5 > offer.age_to || pupil.year_group + 4 < offer.age_from) continue;
        const unsigned got = (over ? scratch : places).take(provider, programme, free, offer.full_time ? 10 : wanted);
        if (got == 0) continue;
        free &= ~got;
        PlannedPlacement planned{.provider = provider, .programme = programme, .sessions = got, .from = start};
        const int weeks = offer.weeks_max > 0 ? offer.weeks_max : 38;
        planned.expected_end = start + Days{7 * weeks - 3};
        if (planned.expected_end < options.today && !over) {
            // Extended at a review; one in twelve drifted past its end and nobody has said why.
            planned.expected_end = options.today + Days{dice.in_hundred(8) ? -dice.between(3, 20) : dice.between(20, 120)};
        }
        if (over) {
            planned.ended = std::min(planned.expected_end, options.today - Days{dice.between(5, 60)});
            std::tie(planned.end_reason, planned.destination) = ending(dice, pupil);
        }
        planned.attendance_percent = std::clamp(dice.between(55, 99) + (pupil.reason == "ebsa" ? -12 : 0), 30, 99);
        pupil.placements.push_back(std::move(planned));
    }
    if (pupil.placements.empty()) return false;
    date_the_road(dice, pupil, start);
    return true;
}

/// Where the road has not reached a place, its dates are counted forward from the need to today.
void date_the_wait(Dice& dice, PlannedPupil& pupil, Date today)
{
    const int waited = pupil.stand == Stand::draft ? dice.between(0, 6) : dice.between(3, 24);
    pupil.sent = today - Days{waited};
    pupil.need_since = pupil.sent - Days{dice.between(2, 15)};
    pupil.triaged = pupil.sent + Days{std::min(waited, dice.between(1, 4))};
    pupil.decided = std::max(pupil.triaged, today - Days{dice.between(1, 6)});
    pupil.offered = std::min(today, pupil.decided + Days{1});
}

}  // namespace

std::string made_up_upn(int authority, int year, int serial)
{
    const std::string digits = fmt::format("{:03}0000{:02}{:03}", authority, (year + 100) % 100, serial);
    int sum = 0;
    for (std::size_t at = 0; at < digits.size(); ++at) sum += (digits[at] - '0') * (static_cast<int>(at) + 2);
    return upn_alphabet[static_cast<std::size_t>(sum % 23)] + digits;
}

std::vector<PlannedPupil> population(const PopulationOptions& options)
{
    Dice dice{options.seed};
    Places places;
    std::vector<PlannedPupil> all;
    std::map<std::string, int> serials;
    for (int number = 0; number < options.pupils; ++number) {
        PlannedPupil pupil = person(dice, options, 0);
        // UPNs are unique: the serial counts within the year of allocation, the authority rolls on when it is full.
        const int year = std::stoi(pupil.upn.substr(8, 2));
        const int serial = ++serials[std::to_string(year)];
        pupil.upn = made_up_upn(990 + (serial / 1000) % 10, year, serial % 1000);
        const Road& road = road_for(dice, pupil.year_group);
        pupil.reason = road.reason;
        pupil.category = road.category;
        pupil.excluded = road.reason == "excluded";
        pupil.primary_need = need_for(dice, road.reason);
        pupil.sen = dice.in_hundred(27) ? "ehcp" : dice.in_hundred(70) ? "support" : "none";
        if (pupil.sen == "none") pupil.primary_need.clear();
        pupil.stand = stand_for(dice);
        const bool placed = pupil.stand == Stand::planned || pupil.stand == Stand::active || pupil.stand == Stand::ended;
        if (placed && !place(dice, places, pupil, road, options)) pupil.stand = Stand::decided;
        if (pupil.placements.empty()) date_the_wait(dice, pupil, options.today);
        pupil.review_overdue = pupil.stand == Stand::active && dice.in_hundred(7);
        all.push_back(std::move(pupil));
    }
    return all;
}

}  // namespace waymark::harrowdale
