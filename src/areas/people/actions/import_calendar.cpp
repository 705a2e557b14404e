// The file waits among its person's drafts, as hexadecimal digits: whatever its encoding, it comes back byte for byte.
#include "people/actions/import_calendar.hpp"

#include <algorithm>
#include <charconv>

#include "foundation/json.hpp"
#include "foundation/text.hpp"
#include "people/store/drafts.hpp"
#include "platform/sha256.hpp"

namespace waymark::people {
namespace {

constexpr std::size_t largest_file = 1'000'000;  // a decade of term dates is a hundredth of it

std::string draft_key(CalendarOwner whose) { return "calendar-import-" + (whose ? whose->text() : std::string{"authority"}); }

std::string hex_of(std::string_view bytes)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(bytes.size() * 2);
    for (const char letter : bytes) {
        const auto byte = static_cast<unsigned char>(letter);
        hex += digits[byte >> 4U];
        hex += digits[byte & 15U];
    }
    return hex;
}

/// Empty when these are no such digits: somebody wrote over the draft.
std::string bytes_of(std::string_view hex)
{
    std::string bytes;
    for (std::size_t at = 0; at + 1 < hex.size(); at += 2) {
        unsigned value = 0;
        const auto [end, error] = std::from_chars(hex.data() + at, hex.data() + at + 2, value, 16);
        if (error != std::errc{} || end != hex.data() + at + 2) return {};
        bytes += static_cast<char>(value);
    }
    return bytes;
}

std::string mark_of(const KeptCalendar& calendar)
{
    std::string all;
    for (const auto& one : calendar.terms) all += one.id.text() + ":" + std::to_string(one.version) + ";";
    for (const auto& one : calendar.days) all += one.id.text() + ":" + std::to_string(one.version) + ";";
    return sha256_hex(all);
}

SchoolCalendar after(const CalendarChanges& changes, const KeptCalendars& standing, CalendarOwner whose)
{
    const KeptCalendar& before = whose ? standing.own : standing.of_authority;
    KeptCalendar becomes;
    const auto spoken_of = [](const auto& list, auto id) { return std::ranges::any_of(list, [&](const auto& one) { return one.was && one.was->id == id; }); };
    for (const auto& one : before.terms)
        if (!spoken_of(changes.terms, one.id)) becomes.terms.push_back(one);
    for (const auto& one : before.days)
        if (!spoken_of(changes.days, one.id)) becomes.days.push_back(one);
    for (const auto& one : changes.terms)
        if (one.becomes) becomes.terms.push_back({.id = {}, .term = one.becomes->term});
    for (const auto& one : changes.days)
        if (one.becomes) becomes.days.push_back({.id = {}, .day = one.becomes->day});
    return whose ? counted_calendar(becomes, standing.of_authority).calendar : counted_calendar({}, becomes).calendar;
}

Result<std::optional<CalendarImport>> waiting_in(Transaction& tx, CalendarOwner whose)
{
    const auto draft = load_draft(tx, draft_key(whose));
    if (!draft) return std::nullopt;
    CalendarImport import;
    import.file_name = draft->form.value("file_name");
    import.rest = draft->form.value("rest") == "goes" ? NotInFile::goes : NotInFile::stays;
    import.file = TRY(read_calendar_file(bytes_of(draft->form.value("bytes"))));
    const auto standing = kept_calendars_of(tx, whose);
    const KeptCalendar& own = whose ? standing.own : standing.of_authority;
    import.changes = changes_by(own, import.file, import.rest);
    import.afterwards = after(import.changes, standing, whose);
    import.mark = mark_of(own);
    return import;
}

Result<void> write_terms(Transaction& tx, CalendarOwner whose, const std::vector<TermChange>& changes)
{
    for (const auto& one : changes) {
        if (one.change == ChangeOfCalendar::removed) {
            TRY(remove_term(tx, whose, one.was->id, one.was->version));
            TRY(record_calendar_change(tx, whose, "half_term_removed", json_of_term(one.was->term), {}));
        } else if (one.change == ChangeOfCalendar::changed) {
            TRY(update_term(tx, whose, {one.was->id, one.becomes->term, one.was->version}));
            TRY(record_calendar_change(tx, whose, "half_term_changed", json_of_term(one.was->term), json_of_term(one.becomes->term)));
        } else if (one.change == ChangeOfCalendar::added) {
            insert_term(tx, whose, one.becomes->term);
            TRY(record_calendar_change(tx, whose, "half_term_added", {}, json_of_term(one.becomes->term)));
        }
    }
    return {};
}

Result<void> write_days(Transaction& tx, CalendarOwner whose, const std::vector<DayChange>& changes)
{
    for (const auto& one : changes) {
        if (one.change == ChangeOfCalendar::removed) {
            TRY(remove_closure(tx, whose, one.was->id, one.was->version));
            TRY(record_calendar_change(tx, whose, "day_removed", json_of_day(one.was->day), {}));
        } else if (one.change == ChangeOfCalendar::changed) {
            TRY(update_closure(tx, whose, {one.was->id, one.becomes->day, one.was->version}));
            TRY(record_calendar_change(tx, whose, "day_changed", json_of_day(one.was->day), json_of_day(one.becomes->day)));
        } else if (one.change == ChangeOfCalendar::added) {
            insert_closure(tx, whose, one.becomes->day);
            TRY(record_calendar_change(tx, whose, "day_added", {}, json_of_day(one.becomes->day)));
        }
    }
    return {};
}

}  // namespace

Result<void> keep_calendar_file(Context& context, CalendarOwner whose, const std::string& file_name, std::string_view bytes, NotInFile rest)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        TRY(check_may_change_calendar(context, tx, whose));
        if (bytes.size() > largest_file) return refused("calendar_file.too_large", "This file is larger than a calendar of terms can be. Choose another.", "file");
        const auto read = read_calendar_file(bytes);
        if (!read) {
            Problems found;
            for (auto problem : read.error()) {
                problem.field = "file";
                found.add(problem);
            }
            return std::unexpected(found);
        }
        Form form;
        form.set("file_name", is_valid_utf8(file_name) ? file_name : utf8_from_windows_1252(file_name));
        form.set("rest", rest == NotInFile::goes ? "goes" : "stays").set("bytes", hex_of(bytes));
        save_draft(tx, draft_key(whose), form);
        return {};
    });
}

Result<std::optional<CalendarImport>> waiting_import(Context& context, CalendarOwner whose)
{
    return context.read([&](Transaction& tx) -> Result<std::optional<CalendarImport>> {
        TRY(check_may_change_calendar(context, tx, whose));
        return waiting_in(tx, whose);
    });
}

Result<CalendarChanges> confirm_calendar_import(Context& context, CalendarOwner whose, std::string_view seen_mark)
{
    return context.in_transaction([&](Transaction& tx) -> Result<CalendarChanges> {
        TRY(check_may_change_calendar(context, tx, whose));
        auto import = TRY(waiting_in(tx, whose));
        if (!import) return refused("calendar.no_file", "There is no file that waits. Choose it again.");
        if (import->mark != seen_mark)
            return refused("calendar.changed_since", "The calendar was changed since this page was opened. Look through what the file would change now, then confirm.");
        TRY(import->changes.problems.as_result());
        if (import->changes.writes_nothing()) return refused("calendar.nothing_to_write", "There is nothing to write: what the file says is here already.");
        TRY(write_terms(tx, whose, import->changes.terms));
        TRY(write_days(tx, whose, import->changes.days));
        const auto& changes = import->changes;
        TRY(record_calendar_change(tx, whose, "imported", {},
                                   json_text(Json{{"file", import->file_name}, {"added", changes.count(ChangeOfCalendar::added)},
                                                          {"changed", changes.count(ChangeOfCalendar::changed)},
                                                          {"removed", changes.count(ChangeOfCalendar::removed)},
                                                          {"left_out", import->file.left_out.size()}})));
        discard_draft(tx, draft_key(whose));
        return changes;
    });
}

}  // namespace waymark::people
