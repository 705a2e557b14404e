// The national registers as imports write them: a thousand rows at a time, adding and updating, never deleting.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "directory/rules/gias_row.hpp"
#include "directory/rules/imports.hpp"
#include "platform/database/database.hpp"

namespace waymark::directory {

/// Rows on their way to the database, as text that one statement takes; held until the whole file was read.
class RegisterRows {
public:
    /// `is_whole` false: the file lacks columns of the register, and what it does not say stays as it is held.
    explicit RegisterRows(ImportKind kind, bool is_whole = true) : kind_{kind}, is_whole_{is_whole} {}

    void add(const EstablishmentRow& row);
    void add(const LinkRow& row);
    void add(const GroupRow& row);
    void add(const PostcodeRow& row);

    [[nodiscard]] std::size_t batches() const { return batches_.size(); }
    [[nodiscard]] long long size() const { return rows_; }
    /// Writes one batch; answers how many rows are new or changed. `vintage` names the file.
    std::int64_t save(Transaction& tx, std::size_t batch, const std::string& vintage) const;

private:
    void append(const std::string& row);

    ImportKind kind_;
    bool is_whole_;
    std::vector<std::string> batches_;
    long long rows_ = 0;
};

/// How many rows that register holds.
[[nodiscard]] std::int64_t register_size(Transaction& tx, ImportKind kind);

}  // namespace waymark::directory
