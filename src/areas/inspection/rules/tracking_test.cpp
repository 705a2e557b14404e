#include "inspection/rules/tracking.hpp"

#include <doctest/doctest.h>

using namespace waymark;
using Kinds = std::vector<std::vector<std::string>>;
using Places = std::vector<std::size_t>;

TEST_CASE("R56: the children who are followed show between them as much as can be shown")
{
    const Kinds children{{"registered"}, {"registered", "plan"}, {"unregistered", "looked after", "plan"}, {"out of area"}, {"registered"}};
    CHECK(inspection::children_to_follow(children, 3) == Places{2, 0, 3});
}

TEST_CASE("R56: once every kind is shown the list goes on from its beginning, and six are followed where there are more")
{
    const Kinds alike(8, {"registered"});
    CHECK(inspection::children_to_follow(alike) == Places{0, 1, 2, 3, 4, 5});
}

TEST_CASE("R56: where there are no more children than are followed, all are")
{
    CHECK(inspection::children_to_follow(Kinds{{}, {}}, 6).size() == 2);
    CHECK(inspection::children_to_follow(Kinds{}, 6).empty());
    CHECK(inspection::children_to_follow(Kinds(6, {"a"}), 6).size() == 6);
    CHECK(inspection::children_to_follow(Kinds(7, {"a"}), 6).size() == 6);
}
