// Sends the messages that leave, beside the server.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "platform/database/database.hpp"
#include "platform/outbox/mail.hpp"

namespace waymark::app {

class MailWorker {
public:
    /// Looks every few seconds for what is due, in a thread of its own, until it is destroyed.
    MailWorker(Database& database, std::string authority, outbox::MailServer server);
    ~MailWorker();
    MailWorker(const MailWorker&) = delete;
    MailWorker& operator=(const MailWorker&) = delete;

private:
    void run();

    Database& database_;
    std::string authority_;
    outbox::MailServer server_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool is_stopping_ = false;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace waymark::app
