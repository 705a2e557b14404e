// Recognises files by their bytes. An Office file is a ZIP archive; what it is stands in the list at its end.
#include "platform/documents/file_type.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "foundation/enum_text.hpp"
#include "foundation/text.hpp"

namespace waymark::documents {
namespace {

using namespace std::string_view_literals;

std::uint32_t little_endian(std::string_view bytes, std::size_t at, int width)
{
    std::uint32_t number = 0;
    for (int byte = width - 1; byte >= 0; --byte)
        number = number << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(byte)]);
    return number;
}

/// The names in a ZIP archive's central directory; none when the archive is broken.
std::vector<std::string_view> names_in_zip(std::string_view bytes)
{
    constexpr std::size_t end_record = 22, entry_record = 46;
    const auto end = bytes.rfind("PK\x05\x06"sv);
    if (end == std::string_view::npos || end + end_record > bytes.size()) return {};
    const std::size_t count = little_endian(bytes, end + 10, 2);
    std::size_t at = little_endian(bytes, end + 16, 4);
    std::vector<std::string_view> names;
    for (std::size_t entry = 0; entry < count; ++entry) {
        if (at + entry_record > bytes.size() || bytes.substr(at, 4) != "PK\x01\x02"sv) return {};
        const std::size_t name = little_endian(bytes, at + 28, 2);
        const std::size_t rest = little_endian(bytes, at + 30, 2) + std::size_t{little_endian(bytes, at + 32, 2)};
        if (at + entry_record + name > bytes.size()) return {};
        names.push_back(bytes.substr(at + entry_record, name));
        at += entry_record + name + rest;
    }
    return names;
}

bool is_plain_text(std::string_view bytes)
{
    const auto is_control = [](char c) {
        const auto code = static_cast<unsigned char>(c);
        return (code < 0x20 && c != '\t' && c != '\n' && c != '\r') || code == 0x7f;
    };
    return std::ranges::none_of(bytes, is_control) && is_valid_utf8(bytes);
}

std::unexpected<Problems> unknown(std::string_view field)
{
    return refused("document.unknown_type",
                   "The selected file must be a PDF, a Word or Excel file (.docx or .xlsx), a PNG or JPEG picture, or plain text",
                   std::string{field});
}

Result<FileType> office_type_of(std::string_view bytes, std::string_view field)
{
    const auto names = names_in_zip(bytes);
    const auto holds = [&](std::string_view name) { return std::ranges::find(names, name) != names.end(); };
    if (std::ranges::any_of(names, [](std::string_view name) { return lower_ascii(name).ends_with("vbaproject.bin"); }))
        return refused("document.macros", "The selected file contains macros. Save it without macros, as .docx or .xlsx, and try again",
                       std::string{field});
    if (!holds("[Content_Types].xml")) return unknown(field);
    if (holds("word/document.xml")) return FileType::docx;
    if (holds("xl/workbook.xml")) return FileType::xlsx;
    return unknown(field);
}

}  // namespace

Result<FileType> file_type_of(std::string_view bytes, std::string_view field)
{
    if (bytes.empty()) return refused("document.empty", "The selected file is empty", std::string{field});
    if (bytes.starts_with("%PDF-")) return FileType::pdf;
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return FileType::png;
    if (bytes.starts_with("\xff\xd8\xff"sv)) return FileType::jpeg;
    if (bytes.starts_with("PK\x03\x04"sv)) return office_type_of(bytes, field);
    if (bytes.starts_with("\xd0\xcf\x11\xe0"sv))
        return refused("document.old_or_locked",
                       "The selected file has a password or is in an old Office format. Save it as .docx, .xlsx or PDF without a password",
                       std::string{field});
    if (is_plain_text(bytes)) return FileType::txt;
    return unknown(field);
}

std::string_view media_type(FileType type)
{
    switch (type) {
    case FileType::pdf: return "application/pdf";
    case FileType::png: return "image/png";
    case FileType::jpeg: return "image/jpeg";
    case FileType::docx: return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case FileType::xlsx: return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    case FileType::txt: return "text/plain; charset=utf-8";
    }
    expects(false);
    return {};
}

std::string_view type_name(FileType type)
{
    switch (type) {
    case FileType::pdf: return "PDF";
    case FileType::png: return "PNG picture";
    case FileType::jpeg: return "JPEG picture";
    case FileType::docx: return "Word document";
    case FileType::xlsx: return "Excel spreadsheet";
    case FileType::txt: return "plain text";
    }
    expects(false);
    return {};
}

std::string size_text(std::int64_t bytes)
{
    constexpr std::int64_t kilobyte = 1024, megabyte = kilobyte * 1024;
    if (bytes < megabyte) return std::to_string(std::max<std::int64_t>(1, (bytes + kilobyte / 2) / kilobyte)) + "KB";
    const std::int64_t tenths = (bytes * 10 + megabyte / 2) / megabyte;
    return std::to_string(tenths / 10) + (tenths % 10 ? "." + std::to_string(tenths % 10) : "") + "MB";
}

std::string safe_file_name(std::string_view given, FileType type)
{
    constexpr std::size_t bytes_most = 120;
    given = given.substr(given.find_last_of("/\\") + 1);  // npos + 1 is 0: no folder, the whole name
    std::string name;
    for (const char c : given)
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f && !std::string_view{"\"<>|:*?"}.contains(c)) name += c;
    name = trimmed(name);
    while (name.starts_with('.')) name.erase(0, 1);

    const std::string ending = "." + std::string{type == FileType::jpeg ? "jpg" : enum_text(type)};
    const std::string lower = lower_ascii(name);
    const bool has_ending = lower.ends_with(ending) || (type == FileType::jpeg && lower.ends_with(".jpeg"));
    std::string stem = has_ending ? name.substr(0, name.rfind('.')) : name;
    while (stem.size() > bytes_most || (!stem.empty() && !is_valid_utf8(stem))) stem.pop_back();
    return (stem.empty() ? "document" : stem) + (has_ending ? lower.substr(lower.rfind('.')) : ending);
}

}  // namespace waymark::documents
