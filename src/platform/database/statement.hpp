// One named statement of a .sql file, as tools/embed_sql turned it into text for each engine at build time.
#pragma once

#include <span>
#include <string_view>

namespace waymark {

struct Statement {
    std::string_view name;      // "panel.standing_decision"
    std::string_view sqlite;    // parameters numbered ?1, ?2, …
    std::string_view postgres;  // parameters numbered $1, $2, …
    std::span<const std::string_view> parameters;  // their names, in that numbering
};

}  // namespace waymark
