// A pause ends at once when it is asked to stop.
#include "platform/jobs/rounds.hpp"

#include <condition_variable>
#include <mutex>

namespace waymark::jobs {
namespace {

void pause(const std::stop_token& stop, std::chrono::milliseconds length)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock{mutex};
    never.wait_for(lock, stop, length, [] { return false; });
}

}  // namespace

Rounds::Rounds(Round round)
    : thread_{[round = std::move(round)](const std::stop_token& stop) {
          while (!stop.stop_requested()) pause(stop, round(stop));
      }}
{
}

}  // namespace waymark::jobs
