// What a file is, judged by its bytes and never by its name: the few kinds that casework needs, and no other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "foundation/result.hpp"

namespace waymark::documents {

enum class FileType { pdf, png, jpeg, docx, xlsx, txt };

/// The type of these bytes; `field` is the form field to point at.
/// Fails `document.empty`, `document.macros` (Office files that carry programs), `document.old_or_locked` (Office files
/// of before 2007, or with a password: nobody could look inside them), `document.unknown_type`.
[[nodiscard]] Result<FileType> file_type_of(std::string_view bytes, std::string_view field = "file");

/// "application/pdf", as a browser is told.
[[nodiscard]] std::string_view media_type(FileType type);
/// "PDF", "Word document", "Excel spreadsheet", as people are told.
[[nodiscard]] std::string_view type_name(FileType type);
/// "1.2MB", "340KB": the size as people are told.
[[nodiscard]] std::string size_text(std::int64_t bytes);

/// A name that is safe to offer for download: no folders, no control characters, at most 120 characters of it, and the
/// ending that the type has.
[[nodiscard]] std::string safe_file_name(std::string_view given, FileType type);

}  // namespace waymark::documents
