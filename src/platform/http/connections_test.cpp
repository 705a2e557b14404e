// Who has to go, on both sides of each limit.
#include <doctest/doctest.h>

#include "platform/http/connections.hpp"

using namespace waymark;
using namespace std::chrono_literals;
using State = Connections::State;

namespace {

Connections::Time at(std::chrono::milliseconds since) { return Connections::Time{} + since; }

}  // namespace

TEST_CASE("while there is room everybody is taken in, and nobody goes")
{
    Connections all{3, 2};
    CHECK(all.take("a", at(0s)).number);
    CHECK(all.take("a", at(1s)).number);
    const auto third = all.take("b", at(2s));
    CHECK(third.number);
    CHECK_FALSE(third.to_end);
    CHECK(all.count() == 3);
}

TEST_CASE("an address with its share makes room among its own, though others have been idle for longer")
{
    Connections all{10, 2};
    const auto others = all.take("b", at(0s));
    const auto first = all.take("a", at(1s)), second = all.take("a", at(2s));
    all.becomes(*first.number, State::slow, at(3s));
    all.becomes(*first.number, State::idle, at(4s));
    const auto third = all.take("a", at(5s));
    CHECK(third.number);
    CHECK(third.to_end == second.number);
    CHECK(all.take("b", at(6s)).to_end == std::nullopt);
    CHECK(all.count() == 4);
    CHECK(others.number);
}

TEST_CASE("when all places are taken the longest idle goes, whatever its address")
{
    Connections all{3, 3};
    const auto first = all.take("a", at(0s)), second = all.take("b", at(1s));
    CHECK(all.take("c", at(2s)).number);
    all.becomes(*first.number, State::working, at(3s));
    CHECK(all.take("d", at(4s)).to_end == second.number);
    CHECK(all.count() == 3);
}

TEST_CASE("where nobody is idle the longest slow goes, once that has been so for two seconds; whoever is being answered never goes")
{
    Connections all{2, 2};
    const auto first = all.take("a", at(0s)), second = all.take("b", at(0s));
    all.becomes(*first.number, State::working, at(1s));
    all.becomes(*second.number, State::slow, at(1s));
    const auto too_soon = all.take("c", at(2999ms));
    CHECK_FALSE(too_soon.number);
    CHECK_FALSE(too_soon.to_end);
    CHECK(all.take("c", at(3s)).to_end == second.number);
    const auto third = all.end_one(at(3s));
    CHECK(third);
    CHECK_FALSE(all.end_one(at(60s)));
    CHECK(all.count() == 1);
}

TEST_CASE("whoever was told to go is not counted any more, and nothing they do afterwards counts")
{
    Connections all{1, 1};
    const auto first = all.take("a", at(0s));
    const auto second = all.take("a", at(1s));
    CHECK(second.to_end == first.number);
    all.becomes(*first.number, State::working, at(2s));
    all.forget(*first.number);
    CHECK(all.count() == 1);
    all.forget(*second.number);
    CHECK(all.count() == 0);
    CHECK(all.take("a", at(3s)).to_end == std::nullopt);
}
