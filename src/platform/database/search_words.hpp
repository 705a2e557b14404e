// Finding by the beginnings of words, on each engine's own full-text index: FTS5 on SQLite, tsvector with GIN on PostgreSQL (decision 29).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/database/database.hpp"

namespace waymark {

/// What somebody typed, as the index is asked (:words of a statement that matches): a record is found when, for each word typed, one of its
/// own words begins with it, in whatever order. Folded as folded_for_search folds, so nothing that was typed is ever a part of the query's
/// syntax. Only words of the authority that asks are found. Of more than 12 words the first 12 count.
/// None when no letter or digit is left to look for.
[[nodiscard]] std::optional<std::string> words_to_find(Transaction& tx, std::string_view typed);

/// On SQLite, makes every full-text index anew from its view, NAME_fill: after rows came in by another way than a store's own functions.
/// On PostgreSQL there is nothing to do: its index follows by itself. Within the transaction that is open.
void fill_word_indexes(Connection& connection, Engine engine);

}  // namespace waymark
