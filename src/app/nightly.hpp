// What the program looks at by itself once a day: dates move towards people while nobody touches a record.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "platform/context.hpp"
#include "platform/jobs/rounds.hpp"

namespace waymark::app {

/// Does a day's looking ahead, forgets what nobody needs any more of signing in, and answers in words what was found. Doing it twice a day, or on two servers, changes nothing more.
/// Rule   R28 (the registration threshold over future dates), R33 (reviews whose day a calendar or a number has moved)
std::string look_ahead(Context& context);

/// The same on one server only of several, and not again when a server starts later that day; none: it was done for today.
std::optional<std::string> look_ahead_once_today(Context& context);

/// Looks ahead at once and then on each new day in London, unless another server did, until it is destroyed. What fails is noted in the log and tried again an hour later.
class NightlyLook {
public:
    /// context   makes one for now, acting as the program
    explicit NightlyLook(std::function<Context()> context);

private:
    void look_on_a_new_day();

    std::function<Context()> context_;
    std::optional<Date> looked_on_;
    jobs::Rounds rounds_;  // last: it uses all of the above
};

}  // namespace waymark::app
