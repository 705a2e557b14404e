// Each session once, whoever marked it.
#include "attendance/rules/combined_rates.hpp"

#include <map>
#include <utility>

#include "vocabulary/attendance_code.hpp"

namespace waymark::attendance {
namespace {

/// The classes stand in the order of how much they say, present first.
using CountedSessions = std::map<std::pair<Date, Session>, CountsAs>;

void keep_the_telling_one(CountedSessions& sessions, const SettingMark& mark, CountsAs counts_as)
{
    const auto [kept, is_first] = sessions.emplace(std::pair{mark.day, mark.session}, counts_as);
    if (!is_first && counts_as < kept->second) kept->second = counts_as;
}

Counts summed(const CountedSessions& sessions)
{
    Counts counts;
    for (const auto& [when, counts_as] : sessions) add_session(counts, counts_as);
    return counts;
}

}  // namespace

Result<CombinedCounts> combined_counts(std::span<const SettingMark> marks, std::string_view placement)
{
    static_assert(CountsAs::present < CountsAs::authorised && CountsAs::authorised < CountsAs::unauthorised &&
                  CountsAs::unauthorised < CountsAs::not_possible && CountsAs::not_possible < CountsAs::admin);
    CountedSessions anywhere, there;
    for (const auto& mark : marks) {
        const auto counts_as = TRY(AttendanceCode::on(mark.day, mark.code)).counts_as();
        keep_the_telling_one(anywhere, mark, counts_as);
        if (mark.setting == placement) keep_the_telling_one(there, mark, counts_as);
    }
    return CombinedCounts{.placement = summed(there), .whole_week = summed(anywhere)};
}

}  // namespace waymark::attendance
