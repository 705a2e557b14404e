// Context: opens transactions, joins the one that is open, and runs again what the engine asks to be run again.
#include "platform/context.hpp"

#include <string>

namespace waymark {
namespace {

constexpr int attempts_most = 4;

/// Whatever ended the work is more telling than a connection that can no longer roll back; the engine does that itself.
void roll_back_quietly(Connection& connection)
{
    try {
        connection.roll_back();
    } catch (const DatabaseFailure&) {
    }
}

}  // namespace

void Context::run(bool writing, const std::function<bool(Transaction&)>& work)
{
    if (!open_) return run_outermost(writing, work);
    if (!writing) return void(work(*open_));
    expects(open_->writing());  // what began by reading sees an old moment: it must not write
    run_within(work);
}

void Context::run_outermost(bool writing, const std::function<bool(Transaction&)>& work)
{
    struct Close {
        Transaction*& open;
        ~Close() { open = nullptr; }
    };
    for (int attempt = 1;; ++attempt) {
        const auto connection = database_->lease(writing);
        Transaction tx{*this, *connection, writing};
        open_ = &tx;
        const Close close{open_};
        try {
            connection->begin(writing, authority);
            if (work(tx)) commit(*connection, tx);
            else connection->roll_back();
            return;
        } catch (const DatabaseFailure& failure) {
            roll_back_quietly(*connection);
            if (!failure.worth_retrying || attempt == attempts_most) throw;
        } catch (...) {
            roll_back_quietly(*connection);
            throw;
        }
    }
}

void Context::commit(Connection& connection, Transaction& tx)
{
    const bool asks = before_commit && tx.has_recorded();
    if (asks && !before_commit(tx)) throw DoneBefore{};
    connection.commit();
    if (asks) before_commit = nullptr;
}

void Context::run_within(const std::function<bool(Transaction&)>& work)
{
    struct Level {
        int& depth;
        ~Level() { --depth; }
    };
    const std::string name = "level_" + std::to_string(++depth_);
    const Level level{depth_};
    Connection& connection = open_->connection_;
    connection.savepoint(name);
    try {
        if (work(*open_)) connection.release(name);
        else connection.roll_back_to(name);
    } catch (...) {
        try {
            connection.roll_back_to(name);
        } catch (const DatabaseFailure&) {  // the outermost rolls back all of it
        }
        throw;
    }
}

}  // namespace waymark
