// An enumeration has exactly the names it was written with.
#include "foundation/enum_text.hpp"

#include <doctest/doctest.h>

namespace waymark {

enum class Season { spring, summer, autumn };

TEST_CASE("an enumeration within a namespace has its own names and no more")
{
    CHECK(enum_names<Season>.size() == 3);
    CHECK(enum_values<Season>().back() == Season::autumn);
    CHECK(enum_text(Season::summer) == "summer");
    CHECK(enum_from_text<Season>("autumn") == Season::autumn);
    CHECK_FALSE(enum_from_text<Season>("winter"));
}

}  // namespace waymark
