// One sentence for each state, chosen by what is furthest on.
#include "family/rules/happening.hpp"

#include <algorithm>

#include "foundation/text.hpp"

namespace waymark::family {
namespace {

using referrals::State;

std::string place_now(const std::string& name, const Place& place)
{
    return place.has_begun ? name + " goes to " + place.provider + "." : name + " has a place at " + place.provider + ".";
}

void add_next(std::vector<std::string>& next, const std::string& name, const Place& place, Date today)
{
    if (!place.has_begun) {
        next.push_back(place.from < today ? "The first day there was to be " + weekday_date(place.from) + ". Ring us if " + name + " has not been."
                                          : "The first day there is " + weekday_date(place.from) + ".");
        return;
    }
    if (place.review_on) next.push_back("We will talk with you and " + name + " about how it is going by " + weekday_date(*place.review_on) + ".");
    if (place.expected_end < today) next.push_back("The place was to end on " + long_date(place.expected_end) + ". What comes after it is not set yet. Ring us to ask.");
    else next.push_back("The place is for now until " + long_date(place.expected_end) + ". What comes after it is not set yet. We will ask you first.");
}

HappeningWords without_place(const Happening& happening)
{
    const std::string& name = happening.name;
    if (!happening.referral) return {"There is no plan for " + name + " with us right now.", {"If you think there should be one, ring us."}};
    switch (*happening.referral) {
    case State::submitted:
    case State::information_requested:
        return {"The school has asked us to help " + name + ".", {"We are reading what the school wrote. Then we will set a day to choose what helps best."}};
    case State::ready_for_panel:
        return {"We are choosing what help is best for " + name + ".",
                {happening.panel_on ? "We meet to choose on " + weekday_date(*happening.panel_on) + ". We will write to you after that."
                                    : "The day we meet to choose is not set yet. We will tell you when it is."}};
    case State::decided: return {"We are looking for a place for " + name + ".", {"We will ring or write when we find one. The day is not set yet."}};
    case State::placed:
    case State::withdrawn:
    case State::draft: break;
    }
    return {"There is no plan for " + name + " with us right now.", {"If you think there should be one, ring us."}};
}

}  // namespace

HappeningWords words_of(const Happening& happening, Date today)
{
    if (happening.places.empty()) return without_place(happening);
    HappeningWords words;
    std::vector<std::string> now;
    for (const Place& place : happening.places) {
        now.push_back(place_now(happening.name, place));
        add_next(words.next, happening.name, place, today);
    }
    words.now = join(now, " ");
    return words;
}

std::vector<std::string> week_words(std::vector<WeekdaySession> week)
{
    std::ranges::sort(week);
    std::vector<std::string> lines;
    for (auto slot = week.begin(); slot != week.end();) {
        std::vector<std::string> sessions;
        const Weekday day = slot->weekday;
        for (; slot != week.end() && slot->weekday == day; ++slot)
            if (const std::string name = session_name(slot->session); sessions.empty() || sessions.back() != name) sessions.push_back(name);
        lines.push_back(weekday_name(day) + ": " + join(sessions, " and "));
    }
    return lines;
}

}  // namespace waymark::family
