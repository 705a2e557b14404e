// Sends the messages that leave, beside the server.
#pragma once

#include <string>

#include "platform/database/database.hpp"
#include "platform/jobs/rounds.hpp"
#include "platform/outbox/mail.hpp"

namespace waymark::app {

class MailWorker {
public:
    /// Looks every few seconds for what is due, in a thread of its own, until it is destroyed.
    MailWorker(Database& database, std::string authority, outbox::MailServer server);

private:
    void send_what_is_due();

    Database& database_;
    std::string authority_;
    outbox::MailServer server_;
    jobs::Rounds rounds_;  // last: it uses all of the above
};

}  // namespace waymark::app
