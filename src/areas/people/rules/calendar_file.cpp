// What both kinds of file share, and the reader of CSV.
#include "people/rules/calendar_file.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "foundation/csv.hpp"
#include "foundation/text.hpp"
#include "people/rules/school_terms.hpp"

namespace waymark::people {
namespace {

enum class RowKind { half_term, inset, closure, unplanned_closure, bank_holiday, open_on_bank_holiday };

/// As people write it: capitals, blanks and hyphens do not matter.
std::optional<RowKind> row_kind(std::string_view written)
{
    static constexpr std::pair<std::string_view, RowKind> words[] = {
        {"halfterm", RowKind::half_term}, {"term", RowKind::half_term},
        {"inset", RowKind::inset}, {"insetday", RowKind::inset}, {"training", RowKind::inset}, {"trainingday", RowKind::inset},
        {"closure", RowKind::closure}, {"closed", RowKind::closure},
        {"unplannedclosure", RowKind::unplanned_closure}, {"bankholiday", RowKind::bank_holiday},
        {"open", RowKind::open_on_bank_holiday}, {"openonabankholiday", RowKind::open_on_bank_holiday}};
    std::string plain;
    for (const char letter : lower_ascii(written))
        if (letter >= 'a' && letter <= 'z') plain += letter;
    const auto found = std::ranges::find(words, plain, &std::pair<std::string_view, RowKind>::first);
    return found == std::end(words) ? std::nullopt : std::optional{found->second};
}

ClosureKind closure_kind(RowKind kind)
{
    switch (kind) {
    case RowKind::inset: return ClosureKind::inset;
    case RowKind::unplanned_closure: return ClosureKind::unplanned_closure;
    case RowKind::bank_holiday: return ClosureKind::bank_holiday;
    case RowKind::open_on_bank_holiday: return ClosureKind::open_on_bank_holiday;
    case RowKind::half_term:
    case RowKind::closure: return ClosureKind::closure;
    }
    return ClosureKind::closure;
}

std::string messages_of(const Problems& problems)
{
    std::vector<std::string> all;
    for (const auto& problem : problems) all.push_back(problem.message);
    return join(all, " ");
}

/// The cell under a column whose name may be written with capitals.
std::string_view cell(const CsvRow& row, std::string_view column)
{
    for (std::size_t index = 0; index < row.header->size() && index < row.fields.size(); ++index)
        if (lower_ascii((*row.header)[index]) == column) return row.fields[index];
    return {};
}

std::vector<std::string> missing_columns(const std::vector<std::string>& header)
{
    std::vector<std::string> missing;
    for (const char* column : {"kind", "name", "from", "to"})
        if (std::ranges::none_of(header, [&](const std::string& written) { return lower_ascii(written) == column; })) missing.emplace_back(column);
    return missing;
}

void read_row(CalendarFile& file, const CsvRow& row)
{
    const auto leave_out = [&](std::string message) { file.left_out.push_back({row.line, std::move(message)}); };
    if (row.fields.size() != row.header->size())
        return leave_out("This line has " + counted(static_cast<long long>(row.fields.size()), "field") + ", the header has " +
                         std::to_string(row.header->size()) + ". Part of it may be missing.");
    const auto kind = row_kind(cell(row, "kind"));
    if (!kind)
        return leave_out("“" + std::string{cell(row, "kind")} + "” is none of half-term, INSET, closure, unplanned closure, bank holiday and open.");
    const auto from = parse_date(cell(row, "from"));
    const bool one_day = cell(row, "to").empty() && *kind != RowKind::half_term;
    const auto to = one_day ? from : parse_date(cell(row, "to"));
    if (!from) return leave_out("“" + std::string{cell(row, "from")} + "” under “from” is not a real day.");
    if (!to) return leave_out("“" + std::string{cell(row, "to")} + "” under “to” is not a real day.");

    std::string name{cell(row, "name")};
    if (*kind == RowKind::half_term) {
        const HalfTerm term{.name = name, .from = *from, .to = *to};
        if (const auto problems = problems_with_term(term, {}); !problems.empty()) return leave_out(messages_of(problems));
        file.terms.push_back({.line = row.line, .term = term, .working = {}});
        return;
    }
    if (name.empty()) name = closure_kind_words(closure_kind(*kind));
    const auto problems = problems_with_days(closure_kind(*kind), name, *from, *to);
    if (problems.has("calendar.bank_holiday_known")) {
        file.already_known.push_back({row.line, "“" + name + "”, " + date_range(*from, *to) + ": this bank holiday is known already."});
        return;
    }
    if (!problems.empty()) return leave_out(messages_of(problems));
    for (auto& day : days_of(closure_kind(*kind), name, *from, *to)) file.days.push_back({row.line, std::move(day)});
}

bool is_text(std::string_view bytes)
{
    if (bytes.starts_with("%PDF") || bytes.starts_with("\xD0\xCF\x11\xE0")) return false;
    return bytes.find('\0') == std::string_view::npos;
}

std::string dated(const HalfTerm& term) { return "“" + term.name + "”, " + date_range(term.from, term.to) + ","; }

/// Which of two half-terms that overlap is right nobody can say: both are left out.
void order_terms(CalendarFile& file)
{
    std::ranges::stable_sort(file.terms, {}, [](const TermInFile& one) { return one.term.from; });
    std::vector<TermInFile> once;
    for (auto& one : file.terms) {
        if (once.empty() || once.back().term != one.term) once.push_back(std::move(one));
        else file.already_known.push_back({one.line, "“" + one.term.name + "” stands in the file twice."});
    }
    file.terms.clear();
    for (const auto& one : once) {
        const auto other = std::ranges::find_if(once, [&](const TermInFile& each) {
            return &each != &one && each.term.from <= one.term.to && one.term.from <= each.term.to;
        });
        if (other == once.end()) file.terms.push_back(one);
        else file.left_out.push_back({one.line, dated(one.term) + " overlaps " + dated(other->term) + " on line " + std::to_string(other->line) + ". Correct one of them."});
    }
}

void order_days(CalendarFile& file)
{
    std::ranges::stable_sort(file.days, {}, [](const DayInFile& one) { return one.day.day; });
    std::vector<DayInFile> once;
    for (auto& one : file.days) {
        if (once.empty() || once.back().day.day != one.day.day || once.back().day.kind != one.day.kind) once.push_back(std::move(one));
        else file.already_known.push_back({one.line, "“" + one.day.name + "”, " + long_date(one.day.day) + ", stands in the file twice."});
    }
    file.days.clear();
    for (const auto& one : once) {
        const auto other = std::ranges::find_if(once, [&](const DayInFile& each) { return &each != &one && each.day.day == one.day.day; });
        if (other == once.end()) file.days.push_back(one);
        else file.left_out.push_back({one.line, "“" + one.day.name + "”, " + long_date(one.day.day) + ": line " + std::to_string(other->line) + " calls the same day “" +
                                                    other->day.name + "”."});
    }
}

}  // namespace

Result<CalendarFile> read_calendar_file(std::string_view bytes)
{
    const bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    if (utf16 || bytes.starts_with("PK\x03\x04")) return read_calendar_csv(bytes);  // it says what to do about these
    if (!is_text(bytes)) return refused("calendar_file.not_text", "This is not a file of term dates. Choose a CSV or an iCalendar (.ics) file.", "file");
    const auto start = bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
    return lower_ascii(trimmed(start).substr(0, 15)) == "begin:vcalendar" ? read_icalendar(bytes) : read_calendar_csv(bytes);
}

Result<CalendarFile> read_calendar_csv(std::string_view bytes)
{
    CalendarFile file;
    std::vector<std::string> missing;
    bool any_row = false;
    TRY(read_csv(bytes, [&](const CsvRow& row) {
        if (!any_row) missing = missing_columns(*row.header);
        any_row = true;
        if (missing.empty()) read_row(file, row);
    }));
    if (!missing.empty())
        return refused("calendar_file.columns_missing", "The first line must name the columns kind, name, from and to. Missing: " + listed(missing) + ".", "file");
    if (!any_row) return refused("calendar_file.empty", "The file has a header and nothing below it.", "file");
    put_in_order(file);
    return file;
}

void put_in_order(CalendarFile& file)
{
    order_terms(file);
    order_days(file);
    std::ranges::stable_sort(file.left_out, {}, &LineOfFile::line);
    std::ranges::stable_sort(file.already_known, {}, &LineOfFile::line);
}

}  // namespace waymark::people
