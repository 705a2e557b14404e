// PostgreSQL's text format: what goes in as parameters and what comes out as rows.
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "platform/database/columns.hpp"
#include "platform/database/database.hpp"

namespace waymark::postgres {

struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, Clear>;

/// The values of one call, as libpq takes them. Blobs go as bytes, all else as text, so the server infers the types.
class Parameters {
public:
    explicit Parameters(std::span<const Binding* const> bindings);
    Parameters(const Parameters&) = delete;  // values_ points into texts_

    [[nodiscard]] int count() const { return static_cast<int>(values_.size()); }
    [[nodiscard]] const char* const* values() const { return values_.data(); }
    [[nodiscard]] const int* lengths() const { return lengths_.data(); }
    [[nodiscard]] const int* formats() const { return formats_.data(); }

private:
    std::vector<std::string> texts_;
    std::vector<const char*> values_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
};

class PostgresRow final : public Row {
public:
    PostgresRow(std::string_view statement, const PGresult* result, const Columns& columns)
        : statement_{statement}, result_{result}, columns_{columns}
    {
    }

    [[nodiscard]] bool stands() const { return row_ < PQntuples(result_); }
    void next() { ++row_; }

    bool is_null(std::string_view column) const override { return PQgetisnull(result_, row_, at(column)) != 0; }
    std::string_view view(std::string_view column) const override;
    std::int64_t integer(std::string_view column) const override;
    double real(std::string_view column) const override;
    bool boolean(std::string_view column) const override;
    std::string blob(std::string_view column) const override;

private:
    int at(std::string_view column) const;

    std::string_view statement_;
    const PGresult* result_;
    const Columns& columns_;
    int row_ = 0;
};

[[nodiscard]] std::int64_t rows_changed(PGresult* result);

}  // namespace waymark::postgres
