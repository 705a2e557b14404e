// Stores and fetches documents.
#include "platform/documents/documents.hpp"

#include "platform/documents/documents.sql.hpp"
#include "platform/documents/picture.hpp"
#include "platform/sha256.hpp"

namespace waymark::documents {
namespace {

Document document_from(const Row& row)
{
    return {
        .id = row.id<DocumentId>("id"),
        .sha256 = row.text("sha256"),
        .name = row.text("name"),
        .kind = row.text("kind"),
        .type = row.one_of<FileType>("type"),
        .size = row.integer("size"),
        .entity = row.text("entity"),
        .about = row.id<Id>("about"),
        .pupil = row.maybe_id<Id>("pupil_id"),
        .uploaded_at = row.instant("uploaded_at"),
        .uploaded_by = row.maybe_id<UserId>("uploaded_by"),
    };
}

}  // namespace

Result<Document> store(Transaction& tx, const NewDocument& given)
{
    if (given.bytes.size() > bytes_most)
        return refused("document.too_large", "The selected file must be smaller than " + size_text(bytes_most), std::string{given.field});
    const FileType type = TRY(file_type_of(given.bytes, given.field));
    const std::string bytes = TRY(without_metadata(given.bytes, type, given.field));
    const auto id = tx.new_id<DocumentId>();
    const std::string sha256 = sha256_hex(bytes);
    tx.run(sql::keep_content, {{"sha256", sha256}, {"bytes", Blob{bytes}}});
    tx.run(sql::insert_document, {{"id", id}, {"sha256", sha256}, {"name", safe_file_name(given.name, type)}, {"kind", given.kind},
                                  {"type", type}, {"size", bytes.size()}, {"entity", given.entity}, {"about", given.about},
                                  {"pupil", given.pupil}});
    TRY(tx.record({.verb = "uploaded", .entity = "document", .about = id.value, .pupil = given.pupil}));
    return *find(tx, id);
}

std::optional<Document> find(Transaction& tx, DocumentId id)
{
    return tx.maybe_one(sql::find_document, {{"id", id}}, document_from);
}

std::vector<Document> about(Transaction& tx, Id record)
{
    return tx.all(sql::documents_about, {{"about", record}}, document_from);
}

std::vector<Document> of_pupil(Transaction& tx, Id pupil)
{
    return tx.all(sql::documents_of_pupil, {{"pupil", pupil}}, document_from);
}

void erase_of_pupil(Transaction& tx, Id pupil)
{
    const auto contents = tx.all(sql::contents_of_pupil, {{"pupil", pupil}}, [](const Row& row) { return row.text("sha256"); });
    tx.run(sql::erase_documents, {{"pupil", pupil}});
    for (const auto& sha256 : contents) tx.run(sql::erase_content, {{"sha256", sha256}});
}

std::string bytes_of(Transaction& tx, const Document& document)
{
    auto bytes = tx.maybe_one(sql::content, {{"sha256", document.sha256}}, [](const Row& row) { return row.blob("bytes"); });
    if (!bytes || sha256_hex(*bytes) != document.sha256)
        throw DatabaseFailure("Document " + document.id.text() + " is not what was uploaded. Restore it from a backup.");
    return std::move(*bytes);
}

}  // namespace waymark::documents
