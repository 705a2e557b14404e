// Those who write at about the same time share one commit; nobody is told "saved" before it, nor undone for somebody else's sake.
#include "platform/database/group_commit.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>

#include "support/engines.hpp"

using namespace waymark;
using namespace waymark::testing;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view insert_parameters[] = {"authority", "actor", "form", "now"}, form_parameters[] = {"authority", "form"}, authority_parameters[] = {"authority"};
constexpr Statement insert_form{"test.insert_form", "insert into draft (authority_id, user_id, form_key, content, saved_at) values (?1, ?2, ?3, '[]', ?4)",
                                "insert into draft (authority_id, user_id, form_key, content, saved_at) values ($1, $2, $3, '[]', $4)", insert_parameters};
constexpr Statement count_form{"test.count_form", "select count(*) as count from draft where authority_id = ?1 and form_key = ?2",
                               "select count(*) as count from draft where authority_id = $1 and form_key = $2", form_parameters};
constexpr Statement count_forms{"test.count_forms", "select count(*) as count from draft where authority_id = ?1",
                                "select count(*) as count from draft where authority_id = $1", authority_parameters};

/// A disk that takes a while, so that others gather meanwhile, and what stands on it.
struct SlowDisk {
    std::multiset<std::string> kept;
    int commits = 0;
    std::function<bool(int)> fails = [](int) { return false; };      // the commit of that number
    std::function<bool(std::string_view)> ends_all = [](auto) { return false; };  // the script at which the engine gives up the whole transaction
};

class SlowConnection final : public Connection {
public:
    explicit SlowConnection(SlowDisk& disk) : disk_{disk} {}
    void begin(bool, std::string_view) override
    {
        REQUIRE_FALSE(is_open_);
        is_open_ = true;
    }
    void commit() override
    {
        REQUIRE(is_open_);
        std::this_thread::sleep_for(3ms);
        if (disk_.fails(++disk_.commits)) throw DatabaseFailure{"the disk is full"};
        disk_.kept.insert(parts_.begin(), parts_.end());
        parts_.clear();
        is_open_ = false;
    }
    void roll_back() override
    {
        parts_.clear();
        is_open_ = false;
    }
    void savepoint(std::string_view) override { starts_.push_back(parts_.size()); }
    void release(std::string_view) override
    {
        if (!is_open_) throw DatabaseFailure{"no such savepoint"};
        starts_.pop_back();
    }
    void roll_back_to(std::string_view) override
    {
        parts_.resize(starts_.back());
        starts_.pop_back();
    }
    std::int64_t execute(const Statement&, std::span<const Binding* const>, const std::function<void(const Row&)>&) override { return 0; }
    void prepare(const Statement&) override {}
    void run_script(std::string_view sql) override
    {
        if (disk_.ends_all(sql)) {
            roll_back();
            starts_.clear();
            throw DatabaseFailure{"the disk cannot be written"};
        }
        if (is_open_) parts_.emplace_back(sql);
        else disk_.kept.emplace(sql);
    }
    bool is_usable() const override { return !is_open_; }

private:
    SlowDisk& disk_;
    bool is_open_ = false;
    std::vector<std::string> parts_;
    std::vector<std::size_t> starts_;
};

enum class Wish { keep, give_up };

/// Writes one part. Whether the writer was told that it is saved.
bool write(GroupCommit& group, const std::string& part, Wish wish = Wish::keep)
{
    const auto connection = group.lend();
    try {
        connection->begin(true, "990");
        connection->run_script(part);
        if (wish == Wish::give_up) {
            connection->roll_back();
            return false;
        }
        connection->commit();
        return true;
    } catch (const DatabaseFailure&) {
        connection->roll_back();
        return false;
    }
}

struct Outcome {
    std::multiset<std::string> said_saved;
    int transactions = 0;
};

/// Eight people who each write twenty times.
Outcome write_all_at_once(GroupCommit& group, SlowDisk& disk, const std::function<Wish(int, int)>& wish)
{
    std::mutex mutex;
    Outcome outcome;
    std::vector<std::thread> people;
    for (int person = 0; person < 8; ++person)
        people.emplace_back([&, person] {
            for (int time = 0; time < 20; ++time) {
                const std::string part = std::to_string(person) + "." + std::to_string(time);
                const bool is_saved = write(group, part, wish(person, time));
                const std::scoped_lock lock{mutex};
                ++outcome.transactions;
                if (is_saved) outcome.said_saved.insert(part);
            }
        });
    for (auto& person : people) person.join();
    CHECK(outcome.transactions == 160);
    CHECK(disk.kept == outcome.said_saved);
    return outcome;
}

Wish always(int, int) { return Wish::keep; }

}  // namespace

TEST_CASE("those who save at about the same time share a commit, and each part is there once")
{
    SlowDisk disk;
    GroupCommit group{[&] { return std::make_unique<SlowConnection>(disk); }};
    const auto outcome = write_all_at_once(group, disk, always);
    CHECK(outcome.said_saved.size() == 160);
    CHECK(disk.commits <= 80);
}

TEST_CASE("who saves alone is answered at once, with a commit of their own")
{
    SlowDisk disk;
    GroupCommit group{[&] { return std::make_unique<SlowConnection>(disk); }};
    CHECK(write(group, "first"));
    CHECK(disk.commits == 1);
    CHECK_FALSE(write(group, "given up", Wish::give_up));
    CHECK(disk.commits == 1);
    CHECK(write(group, "second"));
    CHECK(disk.kept == std::multiset<std::string>{"first", "second"});
}

TEST_CASE("who gives up undoes their own part and nobody else’s")
{
    SlowDisk disk;
    GroupCommit group{[&] { return std::make_unique<SlowConnection>(disk); }};
    const auto outcome = write_all_at_once(group, disk, [](int person, int time) { return (person + time) % 3 == 0 ? Wish::give_up : Wish::keep; });
    CHECK(outcome.said_saved.size() > 100);
}

TEST_CASE("who gives up for what another had written finds it there afterwards")
{
    for_each_engine([](World& world) {
        std::atomic<int> said_taken = 0, not_there = 0;
        std::vector<std::thread> people;
        for (int person = 0; person < 6; ++person)
            people.emplace_back([&] {
                World own{world.database};
                for (int place = 0; place < 20; ++place) {
                    const std::string name = "place " + std::to_string(place);
                    const auto taken = own.context.in_transaction([&](Transaction& tx) -> Result<void> {
                        if (tx.number(count_form, {{"form", name}}) > 0) return refused("test.full", "The place is taken.");
                        return tx.run(insert_form, {{"form", name}}), Result<void>{};
                    });
                    if (taken) continue;
                    ++said_taken;
                    if (own.context.read([&](Transaction& tx) { return tx.number(count_form, {{"form", name}}); }) != 1) ++not_there;
                }
            });
        for (auto& person : people) person.join();
        CHECK(said_taken == 100);
        CHECK(not_there == 0);
    });
}

TEST_CASE("when the commit that several share fails, none of them is told that it is saved, and the next can save again")
{
    SlowDisk disk;
    disk.fails = [](int commit) { return commit % 3 == 0; };
    GroupCommit group{[&] { return std::make_unique<SlowConnection>(disk); }};
    const auto outcome = write_all_at_once(group, disk, always);
    CHECK(outcome.said_saved.size() < 160);
    disk.fails = [](int) { return false; };
    CHECK(write(group, "afterwards"));
}

TEST_CASE("when the engine gives up the whole transaction, those who shared it are told, and the next can save")
{
    SlowDisk disk;
    disk.ends_all = [](std::string_view part) { return part.ends_with(".7"); };
    GroupCommit group{[&] { return std::make_unique<SlowConnection>(disk); }};
    const auto outcome = write_all_at_once(group, disk, always);
    CHECK(outcome.said_saved.size() < 160 - 7);
    CHECK(std::ranges::none_of(disk.kept, [](const std::string& part) { return part.ends_with(".7"); }));
    CHECK(write(group, "afterwards"));
}

TEST_CASE("a statement outside a transaction is nobody’s part: what others share is committed before it")
{
    SlowDisk disk;
    GroupCommit group{[&] { return std::make_unique<SlowConnection>(disk); }};
    std::atomic<bool> has_asked = false;
    const auto first = group.lend();
    first->begin(true, "990");
    first->run_script("the first");
    std::thread second{[&] {
        has_asked = true;
        group.lend()->run_script("on its own");
    }};
    while (!has_asked) std::this_thread::yield();
    std::this_thread::sleep_for(20ms);
    first->commit();
    second.join();
    CHECK(disk.kept == std::multiset<std::string>{"on its own", "the first"});
    CHECK(disk.commits == 1);
}

TEST_CASE("who waits too long for the writer is told to try again, and holds nobody up")
{
    SlowDisk disk;
    GroupCommit group{[&] { return std::make_unique<SlowConnection>(disk); }};
    {
        const auto slow = group.lend();
        slow->begin(true, "990");
        try {
            static_cast<void>(group.lend(5ms));
            FAIL("two have the writer at once");
        } catch (const DatabaseFailure& failure) {
            CHECK(failure.worth_retrying);
        }
        slow->run_script("forgotten");  // and given back without an end
    }
    CHECK(write(group, "next"));
    CHECK(disk.kept == std::multiset<std::string>{"next"});
}

TEST_CASE("on the real engines, people who write at once each find their own, once")
{
    for_each_engine([](World& world) {
        std::atomic<int> saved = 0;
        std::vector<std::thread> people;
        for (int person = 0; person < 6; ++person)
            people.emplace_back([&, person] {
                World own{world.database};
                for (int time = 0; time < 15; ++time) {
                    const auto done = own.context.in_transaction([&](Transaction& tx) -> Result<void> {
                        tx.run(insert_form, {{"form", std::to_string(person) + "." + std::to_string(time)}});
                        if (time % 5 == 4) return refused("test.no", "No.");
                        return {};
                    });
                    if (done) ++saved;
                }
            });
        for (auto& person : people) person.join();
        CHECK(saved == 6 * 12);
        CHECK(world.context.read([&](Transaction& tx) { return tx.number(count_forms); }) == 6 * 12);
    });
}
