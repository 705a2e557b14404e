// Lending: a stack of idle connections behind a mutex.
#include "platform/database/lending.hpp"

namespace waymark {

std::shared_ptr<Connection> Lending::lend(std::chrono::milliseconds patience)
{
    std::unique_ptr<Connection> connection;
    {
        std::unique_lock lock{mutex_};
        if (!given_back_.wait_for(lock, patience, [&] { return lent_ < most_; })) {
            DatabaseFailure busy{"The database is busy: all connections are in use. Try again in a minute."};
            busy.worth_retrying = true;
            throw busy;
        }
        ++lent_;
        if (!idle_.empty()) {
            connection = std::move(idle_.back());
            idle_.pop_back();
        }
    }
    try {
        if (!connection) connection = make_();
    } catch (...) {
        take_back(nullptr);
        throw;
    }
    return {connection.release(), [this](Connection* lent) { take_back(lent); }};
}

void Lending::take_back(Connection* connection)
{
    std::unique_ptr<Connection> owned{connection};
    {
        const std::scoped_lock lock{mutex_};
        --lent_;
        if (owned && owned->is_usable()) idle_.push_back(std::move(owned));
    }
    given_back_.notify_one();
}

}  // namespace waymark
