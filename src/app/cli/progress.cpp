// A signal only sets a flag: the work looks at it where it can stop.
#include "app/cli/progress.hpp"

#include <chrono>
#include <csignal>
#include <cstdio>
#include <memory>
#include <unistd.h>

#include <fmt/format.h>

#include "platform/backup/failure.hpp"

namespace waymark::app {
namespace {

volatile std::sig_atomic_t stop_was_asked = 0;

}  // namespace

void stop_tidily_when_asked()
{
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, [](int) { stop_was_asked = 1; });
}

bool is_asked_to_stop() { return stop_was_asked != 0; }

std::function<void(std::string_view, double)> progress_for_people(std::string when_stopped)
{
    struct Last {
        std::string words;
        std::chrono::steady_clock::time_point at{};
    };
    return [last = std::make_shared<Last>(), when_stopped = std::move(when_stopped)](std::string_view words, double share) {
        if (is_asked_to_stop()) throw backup::Failure{backup::Failure::What::stopped, when_stopped};
        const auto now = std::chrono::steady_clock::now();
        if (::isatty(STDERR_FILENO)) {
            if (now - last->at < std::chrono::milliseconds{200}) return;
            fmt::print(stderr, "\r\033[K{}{}", words, share >= 0 ? fmt::format(" {:.0f}%", share * 100) : "");
        } else {
            if (last->words == words || now - last->at < std::chrono::seconds{1}) return;
            fmt::print(stderr, "{}\n", words);
        }
        std::fflush(stderr);
        last->at = now;
        last->words = words;
    };
}

void end_progress()
{
    if (::isatty(STDERR_FILENO)) fmt::print(stderr, "\r\033[K");
}

}  // namespace waymark::app
