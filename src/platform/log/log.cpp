// One write a line, so that lines of several threads never mix.
#include "platform/log/log.hpp"

#include <atomic>
#include <cstdio>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <mutex>

namespace waymark {
namespace {

std::atomic<bool> wants_requests = true;
std::mutex reading;
std::function<void(std::string_view)> reader_of_lines;

void write_line(std::string_view kind, std::string_view text)
{
    const auto now = std::chrono::system_clock::now();
    std::string line = fmt::format("{:%Y-%m-%dT%H:%M:%S}Z {} {}", fmt::gmtime(std::chrono::system_clock::to_time_t(now)), kind, text);
    for (auto& letter : line)
        if (static_cast<unsigned char>(letter) < 0x20) letter = ' ';
    {
        const std::lock_guard lock{reading};
        if (reader_of_lines) return reader_of_lines(line);
    }
    line += '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace

void log_request(const AnsweredRequest& answered)
{
    if (!wants_requests) return;
    write_line("request", fmt::format("{} {} {} {} {}B {:.1f}ms", answered.reference, answered.method, answered.route,
                                      answered.status, answered.bytes, static_cast<double>(answered.microseconds) / 1000.0));
}

void log_refusal(const RefusedRequest& refused)
{
    write_line("refused", fmt::format("{} {} {} from {} user {}: {}", refused.reference, refused.route, refused.status, refused.from, refused.user, refused.why));
}

void log_failure(std::string_view reference, std::string_view what) { write_line("failure", fmt::format("{} {}", reference, what)); }
void log_warning(std::string_view part, std::string_view what) { write_line("warning", fmt::format("{}: {}", part, what)); }
void log_note(std::string_view part, std::string_view what) { write_line("note", fmt::format("{}: {}", part, what)); }

void log_requests(bool wanted) { wants_requests = wanted; }

void log_to(std::function<void(std::string_view)> reader)
{
    const std::lock_guard lock{reading};
    reader_of_lines = std::move(reader);
}

}  // namespace waymark
