// Has files looked at for viruses that the scanner has not answered for yet, beside the server.
#pragma once

#include <functional>

#include "platform/context.hpp"
#include "platform/jobs/rounds.hpp"

namespace waymark::app {

class ScanWorker {
public:
    /// Looks every few seconds for files that wait, and at first for those that were kept before there was a scanner, in a thread of its
    /// own, until it is destroyed.
    /// context   makes one for now, acting as the program
    explicit ScanWorker(std::function<Context()> context);

private:
    /// Whether the scanner answered for all that was asked.
    bool look_at_what_waits();

    std::function<Context()> context_;
    bool earlier_ones_are_done_ = false;
    jobs::Rounds rounds_;  // last: it uses all of the above
};

}  // namespace waymark::app
