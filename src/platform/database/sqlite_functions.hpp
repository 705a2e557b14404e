// The few functions of our dialect that PostgreSQL has and SQLite lacks.
#pragma once

struct sqlite3;

namespace waymark::sqlite {

/// greatest(a, b, …) and least(a, b, …): as in PostgreSQL, NULL arguments are left out.
/// string_agg(text, separator): as in PostgreSQL without an order, so rows come from an ordered subquery.
void add_functions(sqlite3* handle);

}  // namespace waymark::sqlite
