// greatest, least and string_agg for SQLite.
#include "platform/database/sqlite_functions.hpp"

#include <sqlite3.h>

#include <string>

namespace waymark::sqlite {
namespace {

/// Compared as SQLite orders them: numbers by value, texts by their bytes.
bool is_less(sqlite3_value* left, sqlite3_value* right)
{
    if (sqlite3_value_type(left) == SQLITE_TEXT && sqlite3_value_type(right) == SQLITE_TEXT) {
        const std::string left_text = reinterpret_cast<const char*>(sqlite3_value_text(left));
        return left_text < reinterpret_cast<const char*>(sqlite3_value_text(right));
    }
    if (sqlite3_value_type(left) == SQLITE_INTEGER && sqlite3_value_type(right) == SQLITE_INTEGER)
        return sqlite3_value_int64(left) < sqlite3_value_int64(right);
    return sqlite3_value_double(left) < sqlite3_value_double(right);
}

template <bool wants_greatest>
void furthest(sqlite3_context* call, int count, sqlite3_value** arguments)
{
    sqlite3_value* best = nullptr;
    for (int index = 0; index < count; ++index) {
        sqlite3_value* candidate = arguments[index];
        if (sqlite3_value_type(candidate) == SQLITE_NULL) continue;
        if (!best || (wants_greatest ? is_less(best, candidate) : is_less(candidate, best))) best = candidate;
    }
    if (best) sqlite3_result_value(call, best);
    else sqlite3_result_null(call);
}

void add_to_list(sqlite3_context* call, int, sqlite3_value** arguments)
{
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) return;
    auto** list = static_cast<std::string**>(sqlite3_aggregate_context(call, sizeof(std::string*)));
    if (!list) return sqlite3_result_error_nomem(call);
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(arguments[0]));
    const auto* separator = reinterpret_cast<const char*>(sqlite3_value_text(arguments[1]));
    if (!*list) *list = new std::string{text};
    else **list += (separator ? separator : "") + std::string{text};
}

void finish_list(sqlite3_context* call)
{
    auto** list = static_cast<std::string**>(sqlite3_aggregate_context(call, 0));
    if (!list || !*list) return sqlite3_result_null(call);
    sqlite3_result_text64(call, (*list)->data(), (*list)->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    delete *list;
}

}  // namespace

void add_functions(sqlite3* handle)
{
    constexpr int pure = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    sqlite3_create_function_v2(handle, "greatest", -1, pure, nullptr, furthest<true>, nullptr, nullptr, nullptr);
    sqlite3_create_function_v2(handle, "least", -1, pure, nullptr, furthest<false>, nullptr, nullptr, nullptr);
    sqlite3_create_function_v2(handle, "string_agg", 2, pure, nullptr, nullptr, add_to_list, finish_list, nullptr);
}

}  // namespace waymark::sqlite
