// Has files looked at for viruses that the scanner has not answered for yet, beside the server.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "platform/context.hpp"

namespace waymark::app {

class ScanWorker {
public:
    /// Looks every few seconds for files that wait, and at first for those that were kept before there was a scanner, in a thread of its
    /// own, until it is destroyed.
    /// context   makes one for now, acting as the program
    explicit ScanWorker(std::function<Context()> context);
    ~ScanWorker();
    ScanWorker(const ScanWorker&) = delete;
    ScanWorker& operator=(const ScanWorker&) = delete;

private:
    void run();

    std::function<Context()> context_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool is_stopping_ = false;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace waymark::app
