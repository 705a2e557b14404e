// The newest event of the record's history, in words.
#include "people/store/changed_meanwhile.hpp"

#include <fmt/format.h>

#include "foundation/uk_time.hpp"
#include "people/store/users.hpp"
#include "platform/audit/trail.hpp"

namespace waymark::people {

std::unexpected<Problems> changed_meanwhile(Transaction& tx, Id about, std::string code, std::string_view what)
{
    const auto past = audit::history(tx, about, {.most = 1});
    const auto by = past.empty() || !past.front().actor ? std::nullopt : user(tx, *past.front().actor);
    if (!by) return stale(std::move(code), fmt::format("Somebody changed this {} while you had it open.", what));
    const Instant at = past.front().at;
    const std::string when = uk_date(at) == tx.today() ? uk_clock_time(at) : uk_date_time(at);
    if (by->id == tx.context().who.user) return stale(std::move(code), fmt::format("You changed this {} in another window at {}.", what, when));
    return stale(std::move(code), fmt::format("{} changed this {} at {}, while you had it open.", by->name, what, when));
}

}  // namespace waymark::people
