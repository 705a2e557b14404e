// The one form of a value: "-" for none, else its length, a colon and its bytes, so that no two rows are written alike.
#include "platform/database/row_digest.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <numeric>
#include <sodium.h>

#include "foundation/text.hpp"

namespace waymark {
namespace {

std::string text_of(const Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
    if (std::holds_alternative<std::monostate>(value)) return "";
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, std::get<double>(value)).ptr};
}

std::string written(const RowValues& values, const std::vector<std::size_t>& which)
{
    std::string whole;
    for (const auto column : which) {
        if (std::holds_alternative<std::monostate>(values[column])) {
            whole += '-';
            continue;
        }
        const auto text = text_of(values[column]);
        whole += std::to_string(text.size());
        whole += ':';
        whole += text;
    }
    return whole;
}

RowDigest::Hash hashed(const std::string& text)
{
    RowDigest::Hash hash{};
    crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), sizeof hash, reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
    return hash;
}

std::vector<std::size_t> key_positions(const TableShape& table)
{
    std::vector<std::size_t> positions;
    for (const auto& name : table.key)
        positions.push_back(static_cast<std::size_t>(std::ranges::find(table.columns, name, &TableColumn::name) - table.columns.begin()));
    return positions;
}

Value value_of(const Row& row, const TableColumn& column)
{
    if (row.is_null(column.name)) return std::monostate{};
    switch (column.kind) {
    case ColumnKind::bigint:
    case ColumnKind::integer: return row.integer(column.name);
    case ColumnKind::boolean: return row.boolean(column.name);
    case ColumnKind::double_precision: return row.real(column.name);
    case ColumnKind::bytea: return row.blob(column.name);
    case ColumnKind::uuid: return lower_ascii(row.view(column.name));
    case ColumnKind::text:
    case ColumnKind::date: return row.text(column.name);
    }
    expects(false);
    return {};
}

}  // namespace

RowValues values_of(const Row& row, const TableShape& table)
{
    RowValues values;
    values.reserve(table.columns.size());
    for (const auto& column : table.columns) values.push_back(value_of(row, column));
    return values;
}

std::string key_words(const RowValues& values, const TableShape& table)
{
    std::vector<std::string> words;
    for (const auto column : key_positions(table)) words.push_back(text_of(values[column]));
    return join(words, ", ");
}

RowDigest::RowDigest(const TableShape& table) : by_name_(table.columns.size()), key_{key_positions(table)}, heaps_(heaps)
{
    expects(sodium_init() >= 0);
    std::iota(by_name_.begin(), by_name_.end(), std::size_t{0});
    std::ranges::sort(by_name_, {}, [&](std::size_t column) { return table.columns[column].name; });
}

void RowDigest::add(const RowValues& values)
{
    Heap& heap = heaps_[heap_of(values)];
    const Hash hash = hash_of(values);
    ++heap.rows;
    ++rows_;
    for (std::size_t part = 0; part < hash.size(); ++part) heap.sum[part] += hash[part];
}

std::vector<std::size_t> RowDigest::differing(const RowDigest& other) const
{
    std::vector<std::size_t> found;
    for (std::size_t heap = 0; heap < heaps; ++heap)
        if (heaps_[heap] != other.heaps_[heap]) found.push_back(heap);
    return found;
}

std::size_t RowDigest::heap_of(const RowValues& values) const { return hashed(written(values, key_))[0] % heaps; }

RowDigest::Hash RowDigest::hash_of(const RowValues& values) const { return hashed(written(values, by_name_)); }

}  // namespace waymark
