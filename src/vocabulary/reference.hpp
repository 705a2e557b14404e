// Law and guidance as data: the files of reference/, embedded in the binary, read row by row.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/date.hpp"

namespace waymark {

/// One row of a reference file. A key that is not there is our own mistake: it stops the program at its first use, and
/// tests read every file.
class ReferenceRow {
public:
    explicit ReferenceRow(std::map<std::string, std::string> values) : values_(std::move(values)) {}

    [[nodiscard]] const std::string& text(const std::string& key) const;
    [[nodiscard]] std::string text_if_any(const std::string& key) const;
    [[nodiscard]] int whole(const std::string& key) const;
    [[nodiscard]] bool flag(const std::string& key) const { return text_if_any(key) == "true"; }
    [[nodiscard]] Date date(const std::string& key) const;
    /// valid_from to valid_to, both included.
    [[nodiscard]] DateRange valid() const;

private:
    std::map<std::string, std::string> values_;
};

/// The rows of every file whose name starts with these letters, in the order of their names: "law" reads law_2026.json and
/// its successors. Each row also holds the file's own `source`, `reviewed_on` and `review_by` unless it has its own.
[[nodiscard]] std::vector<ReferenceRow> reference_rows(std::string_view name);

}  // namespace waymark
