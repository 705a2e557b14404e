// A failure of one round is logged, and the next round tries again. Files are told by how many they are, never by name.
#include "app/scan_worker.hpp"

#include <chrono>

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "platform/documents/documents.hpp"
#include "platform/log/log.hpp"

namespace waymark::app {
namespace {

constexpr std::chrono::seconds look_every{5};
/// After a round that got no answer: a scanner takes half a minute to start, and the log need not say so each time.
constexpr std::chrono::seconds look_again_after{10};

bool is_done(const documents::ScanRound& round) { return round.scanner_is_there && round.unclear == 0; }

documents::ScanRound look(Context context, documents::Unscanned which)
{
    auto round = documents::scan_the_unscanned(context, which);
    if (round.clean + round.infected > 0)
        log_note("virus scanner", fmt::format("{} looked at after they were kept: {} with a virus", counted(round.clean + round.infected, "file"), round.infected));
    if (!is_done(round)) log_warning("virus scanner", fmt::format("gave no answer for files that wait, or were kept before: {}", round.why_unclear));
    return round;
}

}  // namespace

ScanWorker::ScanWorker(std::function<Context()> context)
    : context_{std::move(context)}, rounds_{[this](const std::stop_token&) { return look_at_what_waits() ? look_every : look_again_after; }}
{
}

bool ScanWorker::look_at_what_waits()
{
    try {
        if (!is_done(look(context_(), documents::Unscanned::waiting))) return false;
        if (!earlier_ones_are_done_) earlier_ones_are_done_ = is_done(look(context_(), documents::Unscanned::kept_before));
        return earlier_ones_are_done_;
    } catch (const std::exception& failure) {
        log_failure("virus scanner", failure.what());
        return false;
    }
}

}  // namespace waymark::app
