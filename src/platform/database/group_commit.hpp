// Group commit: one connection that writes, and one flush for all who wait for it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "platform/database/database.hpp"

namespace waymark {

/// Lends one writing connection to one after another. Each transaction is a savepoint in one that they share; who ends while others wait
/// for their turn leaves the commit to them, and is answered only once it was made: a disk's flush is paid once for all of them.
///
/// What a lender sees is what it would see alone. `commit` returns when all is on the disk and throws DatabaseFailure when it is not:
/// then none of those who shared it was told "saved". Rolling back undoes one's own part and nobody else's.
class GroupCommit {
public:
    using Make = std::function<std::unique_ptr<Connection>()>;
    struct Limits {
        int members_most = 64;                       // so many share a commit at most
        std::chrono::milliseconds oldest_most{20};   // who ended so long ago waits for nobody's turn any more
    };

    explicit GroupCommit(Make make) : GroupCommit{std::move(make), Limits{}} {}
    GroupCommit(Make make, Limits limits);

    /// Waits while another writes. Throws DatabaseFailure after `patience`: whoever asks can try again.
    [[nodiscard]] std::shared_ptr<Connection> lend(std::chrono::milliseconds patience = std::chrono::seconds{30});

private:
    class Turn;
    /// Those who ended and whose commit is still to come.
    struct Batch {
        int members = 0;
        std::chrono::steady_clock::time_point began;
        bool is_over = false;
        std::string failure;  // empty when it is on the disk
        bool worth_retrying = false;
    };

    void take_turn(std::chrono::milliseconds patience);
    void give_turn() noexcept;
    Connection& inner();
    void join();
    void leave(bool keeps);
    void settle() noexcept;
    void end(const std::shared_ptr<Batch>& batch, const DatabaseFailure* failure) noexcept;
    [[nodiscard]] bool is_lost() const;

    const Make make_;
    const Limits limits_;
    std::mutex mutex_;
    std::condition_variable turn_free_, batch_over_;
    bool is_taken_ = false;
    int waiting_ = 0;
    // Only whoever has the turn touches these.
    std::unique_ptr<Connection> connection_;
    std::shared_ptr<Batch> batch_;
    bool is_open_ = false;  // the shared transaction has begun
};

}  // namespace waymark
