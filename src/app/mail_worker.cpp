// A failure of one round is logged, and the next round tries again. Neither addresses nor words of a message are ever logged.
#include "app/mail_worker.hpp"

#include <chrono>

#include "app/cli/database.hpp"
#include "platform/log/log.hpp"

namespace waymark::app {
namespace {

constexpr std::chrono::seconds look_every{3};

}  // namespace

MailWorker::MailWorker(Database& database, std::string authority, outbox::MailServer server)
    : database_{database}, authority_{std::move(authority)}, server_{std::move(server)}, rounds_{[this](const std::stop_token&) {
          send_what_is_due();
          return look_every;
      }}
{
}

void MailWorker::send_what_is_due()
{
    try {
        Context context = program_context(database_, authority_);
        (void)outbox::send_due(context, [&](const outbox::Message& message) {
            auto failure = outbox::send_mail(message, server_);
            if (failure) log_note("mail", "a message could not be sent; it waits in message_outbox with what the mail server said");
            return failure;
        });
    } catch (const std::exception& failure) {
        log_failure("mail", failure.what());
    }
}

}  // namespace waymark::app
