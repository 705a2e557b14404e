// How tries to sign in are counted: those that arrive together, and those of a browser that is known.
#include <doctest/doctest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "people/actions/signing_in_world_test.hpp"

using namespace waymark;
using namespace waymark::testing;
using namespace waymark::people;

namespace {

/// What that many tries at the same moment are answered with: how many were weighed, how many were told to wait.
struct Answers {
    std::atomic<int> weighed = 0, told_to_wait = 0, others = 0;
};

void try_at_once(World& world, int tries, const std::function<std::string(Context&)>& one, Answers& answers)
{
    std::vector<std::jthread> everybody;
    std::atomic<bool> begin = false;
    for (int each = 0; each < tries; ++each)
        everybody.emplace_back([&] {
            Context context{world.database, "990", world.context.today, world.context.now};
            begin.wait(false);
            const auto code = one(context);
            if (code == "people.sign_in_wrong" || code == "people.password_wrong") ++answers.weighed;
            else if (code == "people.sign_in_wait") ++answers.told_to_wait;
            else ++answers.others;
        });
    begin = true;
    begin.notify_all();
}

}  // namespace

TEST_CASE("of forty tries that arrive together five are weighed, and the others told to wait")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world);
        Answers by_strangers, by_whoever_is_signed_in;
        try_at_once(world, 40, [&](Context& context) { return code_of(sign_in(context, {sam.email, "guess", address})); }, by_strangers);
        CHECK(by_strangers.weighed == 5);
        CHECK(by_strangers.told_to_wait == 35);
        world.context.now += std::chrono::hours{2};
        try_at_once(world, 40, [&](Context& context) { return code_of(prove_by_password(context, sam, "guess", address)); }, by_whoever_is_signed_in);
        CHECK(by_whoever_is_signed_in.weighed == 5);
        CHECK(by_whoever_is_signed_in.told_to_wait == 35);
    });
}

TEST_CASE("whoever goes on guessing does not hold up the owner in a browser where they signed in before")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world);
        auto& context = world.context;
        const auto from_home = sign_in(context, {sam.email, right_password, address});
        REQUIRE(from_home.has_value());
        const CameFrom home{address, from_home->browser}, elsewhere{"10.0.0.9", "made-up"};
        context.now += std::chrono::seconds{1};
        const auto guess = [&](const CameFrom& from) { return code_of(sign_in(context, {sam.email, "guess", from})); };
        for (int tries = 0; tries < 5; ++tries) CHECK(guess(elsewhere) == "people.sign_in_wrong");
        CHECK(guess(elsewhere) == "people.sign_in_wait");
        CHECK(code_of(sign_in(context, {sam.email, right_password, "10.0.0.7"})) == "people.sign_in_wait");
        CHECK(code_of(prove_by_password(context, sam, right_password, home)) == "");
        CHECK(code_of(sign_in(context, {sam.email, right_password, home})) == "");
        context.now += std::chrono::seconds{1};
        CHECK(guess(elsewhere) == "people.sign_in_wait");  // the owner's success is none of the guesser's
    });
}

TEST_CASE("a known browser has five free tries of its own, for that account alone, and is forgotten after half a year")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world);
        auto& context = world.context;
        const auto first = sign_in(context, {sam.email, right_password, address});
        REQUIRE(first.has_value());
        const CameFrom home{address, first->browser};
        const auto failures = [&](std::string_view email, const CameFrom& from) { return context.read([&](Transaction& tx) { return failed_tries(tx, email, from).of_account; }); };
        for (int tries = 0; tries < 5; ++tries) CHECK(code_of(sign_in(context, {sam.email, "guess", home})) == "people.sign_in_wrong");
        CHECK(code_of(sign_in(context, {sam.email, right_password, home})) == "people.sign_in_wait");
        CHECK(failures(sam.email, home) == 5);
        CHECK(failures(sam.email, address) == 0);
        CHECK(code_of(sign_in(context, {"noor@marshlane.example", "guess", home})) == "people.sign_in_wrong");
        CHECK(failures("noor@marshlane.example", address) == 1);  // not known to that account: a stranger's
        context.now += browser_is_known_for;
        CHECK(code_of(sign_in(context, {sam.email, "guess", home})) == "people.sign_in_wrong");
        CHECK(failures(sam.email, address) == 1);
    });
}

TEST_CASE("a browser becomes known by a token of ours, never by one that it chose")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world);
        auto& context = world.context;
        const auto chosen = sign_in(context, {sam.email, right_password, CameFrom{address, "chosen"}});
        REQUIRE(chosen.has_value());
        CHECK(chosen->browser != "chosen");
        CHECK(chosen->browser.size() == 43);
        const auto again = sign_in(context, {sam.email, right_password, CameFrom{address, chosen->browser}});
        REQUIRE(again.has_value());
        CHECK(again->browser == chosen->browser);
    });
}

TEST_CASE("a right password with the code still to come counts neither for nor against")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world, Role::administrator);
        auto& context = world.context;
        const auto failures = [&] { return context.read([&](Transaction& tx) { return failed_tries(tx, sam.email, address).of_account; }); };
        CHECK(code_of(sign_in(context, {sam.email, "guess", address})) == "people.sign_in_wrong");
        const auto first = sign_in(context, {sam.email, right_password, address});
        REQUIRE(first.has_value());
        CHECK(first->still_to_come == StillToCome::authenticator);
        CHECK(first->browser.empty());
        CHECK(failures() == 1);
    });
}
