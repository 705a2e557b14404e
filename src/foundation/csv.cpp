// CSV. libcsv takes rows apart; encodings, line numbers and columns by name are added here.
#include "foundation/csv.hpp"

#include <algorithm>
#include <memory>
#include <new>

#include <csv.h>

#include "foundation/text.hpp"

namespace waymark {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

struct Reading {
    const std::function<void(const CsvRow&)>& each;
    std::vector<std::string> header;
    CsvRow row;
    long line = 0;             // the line being read
    bool at_row_start = true;  // no row has begun that is still to end

    void field(std::string_view text) { row.fields.emplace_back(trimmed(text)); }

    void line_starts(std::string_view text)
    {
        ++line;
        if (!at_row_start || trimmed(text).empty()) return;
        row.line = line;
        at_row_start = false;
    }

    void row_ended()
    {
        if (header.empty()) {
            header = std::move(row.fields);
        } else {
            row.header = &header;
            each(row);
        }
        row = {};
        row.line = line;  // a lone carriage return ends a row too: the next may begin on the same line
        at_row_start = true;
    }
};

void on_field(void* text, std::size_t size, void* reading)
{
    static_cast<Reading*>(reading)->field({static_cast<const char*>(text), size});
}

void on_row(int, void* reading) { static_cast<Reading*>(reading)->row_ended(); }

Result<std::string> as_utf8(std::string_view bytes)
{
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\x1F\x8B"))
        return refused("csv.compressed", "This file is compressed. Unpack it, then choose the CSV file inside.");
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return refused("csv.utf16", "Save the file again as \"CSV UTF-8\", then choose it here.");
    if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
    return is_valid_utf8(bytes) ? std::string{bytes} : utf8_from_windows_1252(bytes);
}

/// A spreadsheet of another country, or one told so, writes semicolons: its header then holds no comma.
char separator_of(std::string_view text)
{
    const auto header = text.substr(0, text.find_first_of("\r\n"));
    return header.find(',') == std::string_view::npos && header.find(';') != std::string_view::npos ? ';' : ',';
}

void write_row(std::string& text, const std::vector<std::string>& fields)
{
    for (std::size_t index = 0; index < fields.size(); ++index) {
        const auto& field = fields[index];
        if (index > 0) text += ',';
        const bool spaced = !field.empty() && trimmed(field).size() != field.size();
        if (!spaced && field.find_first_of(",\"\r\n") == std::string::npos) {
            text += field;
            continue;
        }
        text += '"';
        for (const char letter : field) {
            if (letter == '"') text += '"';
            text += letter;
        }
        text += '"';
    }
    text += "\r\n";
}

/// Excel runs a cell that starts like a formula. A plain number such as -5.25 is no formula and stays a number.
std::string harmless_in_excel(const std::string& field)
{
    if (field.empty() || std::string_view{"=+-@\t\r"}.find(field[0]) == std::string_view::npos) return field;
    const bool number = field.size() > 1 && field[0] != '=' && field[0] != '@' &&
                        field.find_first_not_of("0123456789.", 1) == std::string::npos && std::ranges::count(field, '.') <= 1;
    return number ? field : "'" + field;
}

}  // namespace

std::optional<std::string_view> CsvRow::maybe(std::string_view column) const
{
    const auto found = std::ranges::find(*header, column);
    if (found == header->end()) return std::nullopt;
    const auto index = static_cast<std::size_t>(found - header->begin());
    return index < fields.size() ? std::string_view{fields[index]} : std::string_view{};
}

std::string_view CsvRow::text(std::string_view column) const { return maybe(column).value_or(std::string_view{}); }

Result<void> read_csv(std::string_view bytes, const std::function<void(const CsvRow&)>& each)
{
    std::string text = TRY(as_utf8(bytes));
    if (trimmed(text).empty()) return refused("csv.empty", "The file is empty. Choose a file with a header row and data.");
    const char line_end = text.find('\n') == std::string::npos && text.find('\r') != std::string::npos ? '\r' : '\n';
    text += '\n';  // closes the last row, so that whatever is open afterwards is an unclosed quote

    csv_parser parser{};
    expects(csv_init(&parser, CSV_APPEND_NULL) == 0);
    const std::unique_ptr<csv_parser, void (*)(csv_parser*)> freed{&parser, csv_free};
    csv_set_delim(&parser, static_cast<unsigned char>(separator_of(trimmed(text))));
    Reading reading{.each = each};
    for (std::size_t start = 0; start < text.size();) {
        const auto end = std::min(text.find(line_end, start), text.size() - 1) + 1;
        reading.line_starts(std::string_view{text}.substr(start, end - start));
        if (csv_parse(&parser, text.data() + start, end - start, on_field, on_row, &reading) != end - start)
            throw std::bad_alloc{};  // lenient parsing fails for want of memory alone
        start = end;
    }
    if (!reading.at_row_start)
        return refused("csv.unclosed_quote", "A quotation mark that opens on line " + std::to_string(reading.row.line) +
                                                 " is never closed. Correct the file, then choose it again.");
    return {};
}

CsvWriter::CsvWriter(std::vector<std::string> header) { row(header); }

void CsvWriter::row(const std::vector<std::string>& fields)
{
    rows_.push_back(fields);
    write_row(text_, fields);
}

std::string CsvWriter::text_for_excel() const
{
    std::string text{utf8_mark};
    for (const auto& fields : rows_) {
        std::vector<std::string> harmless;
        std::ranges::transform(fields, std::back_inserter(harmless), harmless_in_excel);
        write_row(text, harmless);
    }
    return text;
}

}  // namespace waymark
