// Documents: uploaded files, kept in the database so that one backup holds all. Their bytes stand under their SHA-256,
// once for each authority; a document is one upload of them, with its name and the record it belongs to.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/context.hpp"
#include "platform/database/database.hpp"
#include "platform/documents/file_type.hpp"

namespace waymark::documents {

struct DocumentTag;
using DocumentId = IdOf<DocumentTag>;

constexpr std::size_t bytes_most = 10 * 1024 * 1024;

struct NewDocument {
    std::string_view name;      // as the browser sent it
    std::string_view bytes;
    std::string kind;           // what it is for: "school_report", "insurance"
    std::string entity;         // the record it belongs to, by its name in model.md: "referral"
    Id about;                   // that record's id
    std::optional<Id> pupil;    // the child it concerns: who may see the child may see it
    std::string_view field = "file";  // the form field that a problem points at
};

struct Document {
    DocumentId id;
    std::string sha256;
    std::string name;           // safe to offer for download
    std::string kind;
    FileType type = FileType::pdf;
    std::int64_t size = 0;      // bytes
    std::string entity;
    Id about;
    std::optional<Id> pupil;
    Instant uploaded_at;
    std::optional<UserId> uploaded_by;
};

/// Keeps the file, a picture without its metadata, and records `document uploaded` on the trail. Bytes that are there already are not
/// kept again. Fails `document.too_large` (above bytes_most), and as `file_type_of` and `without_metadata` do.
[[nodiscard]] Result<Document> store(Transaction& tx, const NewDocument& given);

[[nodiscard]] std::optional<Document> find(Transaction& tx, DocumentId id);
/// The documents of one record, oldest first.
[[nodiscard]] std::vector<Document> about(Transaction& tx, Id record);
/// The documents that concern one child, oldest first.
[[nodiscard]] std::vector<Document> of_pupil(Transaction& tx, Id pupil);

/// Removes the documents that concern the child, and their bytes where no other document has the same.
/// Rule    R54
void erase_of_pupil(Transaction& tx, Id pupil);

/// The bytes, checked against their hash. Throws DatabaseFailure when they are not what was uploaded.
[[nodiscard]] std::string bytes_of(Transaction& tx, const Document& document);

}  // namespace waymark::documents
