// A context runs again what the engine asks to be run again, and nothing else.
#include "platform/context.hpp"

#include <doctest/doctest.h>

using namespace waymark;

namespace {

/// A connection that fails to commit so many times, and notes what it was told.
class Stubborn final : public Connection {
public:
    Stubborn(int failures, bool worth_retrying) : failures_{failures}, worth_retrying_{worth_retrying} {}
    void begin(bool, std::string_view) override { told += "begin "; }
    void commit() override
    {
        told += "commit ";
        if (failures_-- <= 0) return;
        DatabaseFailure failure{"in each other's way"};
        failure.worth_retrying = worth_retrying_;
        throw failure;
    }
    void roll_back() override { told += "roll_back "; }
    void savepoint(std::string_view) override {}
    void release(std::string_view) override {}
    void roll_back_to(std::string_view) override {}
    std::int64_t execute(const Statement&, std::span<const Binding* const>, const std::function<void(const Row&)>&) override { return 0; }
    void prepare(const Statement&) override {}
    void run_script(std::string_view) override {}
    bool is_usable() const override { return true; }

    std::string told;

private:
    int failures_;
    bool worth_retrying_;
};

class OneConnection final : public Database {
public:
    explicit OneConnection(std::shared_ptr<Stubborn> only) : only_{std::move(only)} {}
    Engine engine() const override { return Engine::sqlite; }
    std::shared_ptr<Connection> lease(bool) override { return only_; }

private:
    std::shared_ptr<Stubborn> only_;
};

struct Attempt {
    int times_worked = 0;
    bool failed = false;
    std::string told;
};

Attempt attempt(int failures, bool worth_retrying)
{
    const auto connection = std::make_shared<Stubborn>(failures, worth_retrying);
    OneConnection database{connection};
    Context context{database, "990", date(2026, 11, 23), Instant{}};
    Attempt made;
    try {
        static_cast<void>(context.in_transaction([&](Transaction&) -> Result<void> { return ++made.times_worked, Result<void>{}; }));
    } catch (const DatabaseFailure&) {
        made.failed = true;
    }
    made.told = connection->told;
    return made;
}

}  // namespace

TEST_CASE("work that another transaction got in the way of is done again")
{
    const auto once = attempt(1, true);
    CHECK(once.times_worked == 2);
    CHECK(once.told == "begin commit roll_back begin commit ");
    CHECK_FALSE(attempt(3, true).failed);
}

TEST_CASE("work is not done again for ever, nor after a failure that would only repeat itself")
{
    const auto four_times = attempt(4, true);
    CHECK(four_times.failed);
    CHECK(four_times.times_worked == 4);
    const auto hopeless = attempt(1, false);
    CHECK(hopeless.failed);
    CHECK(hopeless.times_worked == 1);
}
