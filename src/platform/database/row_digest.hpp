// Whether two tables hold the same rows, whichever engines they are on.
//
// Each row is written in one form that both engines give alike, and hashed (BLAKE2b). The hashes of a table are added up, so the order in
// which an engine hands rows out, which follows its own collation, does not matter. They are added in 1,024 heaps by the row's key, so
// that where two tables differ only a few heaps have to be looked at again to name the rows.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "platform/database/database.hpp"
#include "platform/database/tables.hpp"

namespace waymark {

/// One row's values, in the order of the table's columns.
using RowValues = std::vector<Value>;

/// As the engine gives it. A uuid in small letters, as PostgreSQL writes it.
[[nodiscard]] RowValues values_of(const Row& row, const TableShape& table);

/// "990, 0198…": the key in words, for messages.
[[nodiscard]] std::string key_words(const RowValues& values, const TableShape& table);

class RowDigest {
public:
    static constexpr std::size_t heaps = 1024;
    using Hash = std::array<std::uint64_t, 4>;

    explicit RowDigest(const TableShape& table);

    void add(const RowValues& values);
    [[nodiscard]] std::int64_t rows() const { return rows_; }
    /// The heaps in which the two differ; none when the tables hold the same rows.
    [[nodiscard]] std::vector<std::size_t> differing(const RowDigest& other) const;

    [[nodiscard]] std::size_t heap_of(const RowValues& values) const;
    [[nodiscard]] Hash hash_of(const RowValues& values) const;

private:
    struct Heap {
        std::uint64_t rows = 0;
        Hash sum{};
        bool operator==(const Heap&) const = default;
    };
    std::vector<std::size_t> by_name_, key_;  // positions of the columns
    std::vector<Heap> heaps_;
    std::int64_t rows_ = 0;
};

}  // namespace waymark
