// A thread that works beside the server goes on until it is told to stop, and then stops at once.
#include "platform/jobs/rounds.hpp"

#include <doctest/doctest.h>

#include <atomic>

using namespace waymark;
using namespace std::chrono_literals;

namespace {

void wait_until(const std::atomic<int>& rounds, int so_many)
{
    while (rounds < so_many) std::this_thread::sleep_for(1ms);
}

}  // namespace

TEST_CASE("rounds follow one another, the first at once")
{
    std::atomic<int> rounds = 0;
    const jobs::Rounds working{[&](const std::stop_token&) { return ++rounds, 1ms; }};
    wait_until(rounds, 3);
    CHECK(rounds >= 3);
}

TEST_CASE("a pause of an hour does not hold up the end of the program, and no round follows it")
{
    std::atomic<int> rounds = 0;
    {
        const jobs::Rounds working{[&](const std::stop_token&) { return ++rounds, 1h; }};
        wait_until(rounds, 1);
    }
    CHECK(rounds == 1);
}

TEST_CASE("a long round is asked to stop, and its end is waited for")
{
    std::atomic<int> began = 0;
    std::atomic<bool> ended = false;
    {
        const jobs::Rounds working{[&](const std::stop_token& stop) {
            ++began;
            while (!stop.stop_requested()) std::this_thread::sleep_for(1ms);
            std::this_thread::sleep_for(5ms);
            ended = true;
            return 1h;
        }};
        wait_until(began, 1);
    }
    CHECK(ended);
}
