// Lends connections: at most so many at once, the last one given back first, since its caches are warm.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "platform/database/database.hpp"

namespace waymark {

class Lending {
public:
    using Make = std::function<std::unique_ptr<Connection>()>;

    Lending(std::size_t most, Make make) : most_{most}, make_{std::move(make)} {}

    /// Waits while all are lent. Throws DatabaseFailure after `patience`: whoever asks can try again.
    [[nodiscard]] std::shared_ptr<Connection> lend(std::chrono::milliseconds patience = std::chrono::seconds{30});

private:
    void take_back(Connection* connection);

    const std::size_t most_;
    const Make make_;
    std::mutex mutex_;
    std::condition_variable given_back_;
    std::size_t lent_ = 0;
    std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace waymark
