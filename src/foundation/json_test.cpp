#include "foundation/json.hpp"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("JSON comes back as it was written, its names in their order")
{
    CHECK(json_text(read_json(R"( {"b": 1, "a": ["x", true, null]} )")) == R"({"b":1,"a":["x",true,null]})");
}

TEST_CASE("Text that is no JSON is told from JSON that says nothing")
{
    CHECK(read_json("{\"half\": ").is_discarded());
    CHECK(read_json("").is_discarded());
    CHECK_FALSE(read_json("null").is_discarded());
}

TEST_CASE("Bytes that are no UTF-8 do not stop an answer")
{
    CHECK(json_text(Json{{"name", "Zo\xEB"}}) == "{\"name\":\"Zo\xEF\xBF\xBD\"}");
}

}  // namespace waymark
