// Words become a query that only asks for words: each is quoted, and holds nothing that an engine would read as syntax.
#include "platform/database/search_words.hpp"

#include <algorithm>
#include <vector>

#include "foundation/text.hpp"
#include "platform/context.hpp"
#include "platform/database/search_words.sql.hpp"
#include "platform/database/tables.hpp"

namespace waymark {
namespace {

constexpr std::size_t words_max = 12;
constexpr std::size_t bytes_max = 200;  // of a word: PostgreSQL takes no more than 2,046, and no name comes near

/// The beginning of the word, whole letters only.
std::string_view beginning_of(std::string_view word)
{
    if (word.size() <= bytes_max) return word;
    std::size_t end = bytes_max;
    while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) --end;
    return word.substr(0, end);
}

}  // namespace

std::optional<std::string> words_to_find(Transaction& tx, std::string_view typed)
{
    const std::string folded = folded_for_search(typed);
    if (folded.empty()) return std::nullopt;
    expects(folded.find_first_of("\"'\\*:&|!()") == std::string::npos);  // folding leaves letters, digits and single spaces
    const bool is_sqlite = tx.engine() == Engine::sqlite;
    const std::string& authority = tx.context().authority;
    std::vector<std::string> parts;
    for (const auto word : split(folded, ' ')) {
        if (parts.size() == words_max) break;
        auto part = is_sqlite ? "\"" + authority + std::string{beginning_of(word)} + "\"*" : "'" + authority + std::string{beginning_of(word)} + "':*";
        if (std::ranges::find(parts, part) == parts.end()) parts.push_back(std::move(part));
    }
    return join(parts, is_sqlite ? " " : " & ");
}

void fill_word_indexes(Connection& connection, Engine engine)
{
    if (engine != Engine::sqlite) return;
    std::vector<std::string> names;
    connection.execute(database::sql::word_indexes, {}, [&](const Row& row) { names.push_back(row.text("name")); });
    for (const auto& name : names) {
        const std::string index = quoted_name(name);
        run_text(connection, "delete from " + index);
        run_text(connection, "insert into " + index + " (words, id) select words, id from " + quoted_name(name + "_fill"));
        run_text(connection, "insert into " + index + " (" + index + ") values ('optimize')");
    }
}

}  // namespace waymark
