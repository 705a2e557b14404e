// Transactions: who asks is bound by itself, wrong bindings are found at once, all is kept or none of it.
#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "support/engines.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

constexpr std::string_view draft_parameters[] = {"authority", "actor", "form", "content", "now"};
constexpr Statement save_draft{
    "test.save_draft",
    "insert into draft (authority_id, user_id, form_key, content, saved_at) values (?1, ?2, ?3, ?4, ?5)",
    "insert into draft (authority_id, user_id, form_key, content, saved_at) values ($1, $2, $3, $4, $5)", draft_parameters};

constexpr std::string_view authority_parameters[] = {"authority"};
constexpr Statement count_drafts{"test.count_drafts", "select count(*) as count from draft where authority_id = ?1",
                                 "select count(*) as count from draft where authority_id = $1", authority_parameters};
constexpr Statement read_drafts{"test.read_drafts", "select form_key, content, user_id, saved_at from draft where authority_id = ?1",
                                "select form_key, content, user_id, saved_at from draft where authority_id = $1", authority_parameters};

std::int64_t save(Transaction& tx, std::string_view form, std::string_view content = "[]")
{
    return tx.run(save_draft, {{"form", form}, {"content", content}});
}

std::int64_t drafts(Context& context)
{
    return context.read([](Transaction& tx) { return tx.number(count_drafts); });
}

}  // namespace

TEST_CASE("what succeeds is kept, with who asked and when")
{
    for_each_engine([](World& world) {
        const auto saved = world.context.in_transaction([](Transaction& tx) -> Result<std::int64_t> { return save(tx, "referral"); });
        CHECK(saved.value() == 1);
        world.context.read([&](Transaction& tx) {
            tx.each(read_drafts, {}, [&](const Row& row) {
                CHECK(row.text("form_key") == "referral");
                CHECK(row.id<UserId>("user_id") == world.context.who.user);
                CHECK(row.instant("saved_at") == world.context.now);
            });
        });
        CHECK(drafts(world.context) == 1);
    });
}

TEST_CASE("what is refused leaves nothing behind")
{
    for_each_engine([](World& world) {
        const auto refused_work = world.context.in_transaction([](Transaction& tx) -> Result<void> {
            save(tx, "referral");
            return refused("test.no", "No.");
        });
        CHECK(code_of(refused_work) == "test.no");
        CHECK_THROWS_AS(world.context.in_transaction([](Transaction& tx) -> Result<void> {
            save(tx, "referral");
            throw std::runtime_error{"the world failed"};
        }), std::runtime_error);
        CHECK(drafts(world.context) == 0);
    });
}

TEST_CASE("an action within an action gives up its own part only")
{
    for_each_engine([](World& world) {
        const auto outer = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            save(tx, "outer");
            const auto inner = world.context.in_transaction([](Transaction& joined) -> Result<void> {
                save(joined, "inner");
                return refused("test.no", "No.");
            });
            CHECK(code_of(inner) == "test.no");
            CHECK(world.context.in_transaction([](Transaction& joined) -> Result<void> { return save(joined, "kept"), Result<void>{}; }));
            CHECK(drafts(world.context) == 2);  // reading joins, and sees what is not yet committed
            return {};
        });
        CHECK(outer);
        CHECK(drafts(world.context) == 2);
    });
}

TEST_CASE("a key that is there already can be survived by an action within an action")
{
    for_each_engine([](World& world) {
        const auto outer = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            save(tx, "referral");
            try {
                static_cast<void>(world.context.in_transaction([](Transaction& again) -> Result<void> { return save(again, "referral"), Result<void>{}; }));
                FAIL("the second draft has the key of the first");
            } catch (const DatabaseFailure& failure) {
                CHECK(failure.unique_violation);
            }
            save(tx, "decision");
            return {};
        });
        CHECK(outer);
        CHECK(drafts(world.context) == 2);
    });
}

TEST_CASE("nothing is written while reading")
{
    for_each_engine([](World& world) {
        CHECK_THROWS_AS(world.context.read([](Transaction& tx) { return save(tx, "referral"); }), std::logic_error);
        // A query that returns what it wrote would slip past `run`; the engine refuses it.
        CHECK_THROWS_AS(world.context.read([](Transaction& tx) {
            tx.each(save_draft, {{"form", "referral"}, {"content", "[]"}}, [](const Row&) {});
        }), std::logic_error);
        CHECK_THROWS_AS(world.context.read([&](Transaction&) {
            return world.context.in_transaction([](Transaction&) -> Result<void> { return {}; });
        }), std::logic_error);
        CHECK(drafts(world.context) == 0);
    });
}

TEST_CASE("a binding that is missing, unknown, given twice or not ours to give is found at once")
{
    for_each_engine([](World& world) {
        const auto outcome = world.context.in_transaction([](Transaction& tx) -> Result<void> {
            CHECK_THROWS_WITH_AS(tx.run(save_draft, {{"form", "x"}}), "test.save_draft misses a binding: content", std::logic_error);
            CHECK_THROWS_WITH_AS(tx.run(save_draft, {{"form", "x"}, {"content", "y"}, {"colour", "z"}}),
                                 "test.save_draft has no parameter: colour", std::logic_error);
            CHECK_THROWS_WITH_AS(tx.run(save_draft, {{"form", "x"}, {"form", "x"}, {"content", "y"}}),
                                 "test.save_draft is given twice: form", std::logic_error);
            CHECK_THROWS_WITH_AS(tx.run(save_draft, {{"authority", "991"}, {"form", "x"}, {"content", "y"}}),
                                 "test.save_draft is given what the transaction binds itself: authority", std::logic_error);
            for (const std::string_view broken : {std::string_view{"a\0b", 3}, std::string_view{"\xff"}})
                CHECK_THROWS_WITH_AS(tx.run(save_draft, {{"form", "x"}, {"content", broken}}),
                                     "test.save_draft is given bytes that are no text: content", std::logic_error);
            return {};
        });
        CHECK(outcome);
    });
}

TEST_CASE("one authority never reads another's rows")
{
    for_each_engine([](World& world) {
        CHECK(world.context.in_transaction([](Transaction& tx) -> Result<void> { return save(tx, "referral"), Result<void>{}; }));
        Context neighbour = world.of_authority("991");
        CHECK(drafts(neighbour) == 0);
    });
}

TEST_CASE("a reader sees one moment, whatever is written meanwhile")
{
    for_each_engine([](World& world) {
        world.context.read([&](Transaction& tx) {
            CHECK(tx.number(count_drafts) == 0);
            std::thread writer{[&] {
                CHECK(World{world.database}.context.in_transaction([](Transaction& writing) -> Result<void> { return save(writing, "x"), Result<void>{}; }));
            }};
            writer.join();
            CHECK(tx.number(count_drafts) == 0);
        });
        CHECK(drafts(world.context) == 1);
    });
}

TEST_CASE("two who count and then write never both find nothing")
{
    for_each_engine([](World& world) {
        std::atomic<int> first_places = 0;
        const auto take_the_only_place = [&] {
            World own{world.database};
            const auto taken = own.context.in_transaction([](Transaction& tx) -> Result<void> {
                if (tx.number(count_drafts) > 0) return refused("test.full", "The place is taken.");
                std::this_thread::sleep_for(std::chrono::milliseconds{20});
                return save(tx, "the only place"), Result<void>{};
            });
            if (taken) ++first_places;
        };
        std::vector<std::thread> people;
        for (int person = 0; person < 4; ++person) people.emplace_back(take_the_only_place);
        for (auto& person : people) person.join();
        CHECK(first_places == 1);
    });
}
