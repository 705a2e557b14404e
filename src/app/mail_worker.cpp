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
    : database_{database}, authority_{std::move(authority)}, server_{std::move(server)}, thread_{[this] { run(); }}
{
}

MailWorker::~MailWorker()
{
    {
        const std::lock_guard lock{mutex_};
        is_stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

void MailWorker::run()
{
    std::unique_lock lock{mutex_};
    while (!is_stopping_) {
        lock.unlock();
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
        lock.lock();
        wake_.wait_for(lock, look_every, [&] { return is_stopping_; });
    }
}

}  // namespace waymark::app
