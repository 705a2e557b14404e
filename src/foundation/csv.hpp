// CSV, RFC 4180, read by column name and never by position; written with CRLF. Reading is libcsv's, the rest is ours.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.hpp"

namespace waymark {

struct CsvRow {
    long line = 0;  // the line in the file where the row starts, counted from 1
    const std::vector<std::string>* header = nullptr;
    std::vector<std::string> fields;

    /// The field under that column, trimmed; nothing when the file has no such column.
    [[nodiscard]] std::optional<std::string_view> maybe(std::string_view column) const;
    /// The same, empty text when there is no such column.
    [[nodiscard]] std::string_view text(std::string_view column) const;
};

/// Reads the whole text (UTF-8 with or without byte order mark, or Windows-1252) and hands on each row. Semicolons part the
/// fields of a file whose header has them and no comma.
/// A row with more or fewer fields than the header is handed on too: the caller says what is wrong with it.
/// Fails `csv.empty`, `csv.unclosed_quote` (with its line), `csv.compressed` (a ZIP or gzip file called .csv).
[[nodiscard]] Result<void> read_csv(std::string_view bytes, const std::function<void(const CsvRow&)>& each);

class CsvWriter {
public:
    explicit CsvWriter(std::vector<std::string> header);
    void row(const std::vector<std::string>& fields);
    [[nodiscard]] std::string text() const { return text_; }
    /// For Excel: with a byte order mark, and cells that start with = + - @ made harmless.
    [[nodiscard]] std::string text_for_excel() const;

private:
    std::vector<std::vector<std::string>> rows_;
    std::string text_;
};

}  // namespace waymark
