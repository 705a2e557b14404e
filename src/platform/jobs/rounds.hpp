// Work that is done again and again beside the server, in a thread of its own.
#pragma once

#include <chrono>
#include <functional>
#include <stop_token>
#include <thread>

namespace waymark::jobs {

/// Makes one round at once and each next one after the pause that the last one asked for, until it is destroyed. That asks the round under way to stop and waits for
/// its end.
class Rounds {
public:
    /// Does what is due, and answers the pause until the next round. A long round looks now and then whether it is asked to stop. What it throws ends the program:
    /// a round says itself what failed, and when to try again.
    using Round = std::function<std::chrono::milliseconds(const std::stop_token&)>;

    explicit Rounds(Round round);

private:
    std::jthread thread_;
};

}  // namespace waymark::jobs
