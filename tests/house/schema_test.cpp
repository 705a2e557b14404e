// db/schema.sql is what the migrations make, on both engines; and each table says which area owns it.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "support/engines.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

const std::string schema_file = WAYMARK_SOURCE_DIR "/db/schema.sql";

std::string written_schema()
{
    std::ostringstream text;
    text << std::ifstream{schema_file}.rdbuf();
    return text.str();
}

/// The first line that differs, so that the message is short.
std::string first_difference(const std::string& left, const std::string& right)
{
    std::istringstream lefts{left}, rights{right};
    std::string a, b;
    for (int line = 1;; ++line) {
        const bool has_a = static_cast<bool>(std::getline(lefts, a)), has_b = static_cast<bool>(std::getline(rights, b));
        if (!has_a && !has_b) return {};
        if (has_a != has_b || a != b)
            return "line " + std::to_string(line) + ": " + (has_a ? a : "(end)") + "  ≠  " + (has_b ? b : "(end)");
    }
}

}  // namespace

TEST_CASE("db/schema.sql is what the migrations make, on both engines")
{
    for_each_engine([](World& world) {
        const std::string schema = described_schema(world.database);
        if (std::getenv("WAYMARK_WRITE_SCHEMA") && world.database.engine() == Engine::sqlite) std::ofstream{schema_file} << schema;
        INFO("WAYMARK_WRITE_SCHEMA=1 build/dev/waymark_tests -tc=\"*schema.sql*\" writes it anew.");
        CHECK(first_difference(written_schema(), schema) == "");
        CHECK(schema.find("-- of no area") == std::string::npos);
    });
}
