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

/// What a virus scanner has said of the bytes. Only those that wait or are infected are kept from everybody.
enum class ScanState { not_scanned, waiting, clean, infected };
/// "Waiting to be checked for viruses", as it stands beside the name; empty where there is nothing to say.
[[nodiscard]] std::string_view scan_words(ScanState state);

/// A file as somebody sends it, and what it is sent to, for the trail.
struct SentFile {
    std::string_view name;      // as the browser sent it
    std::string_view bytes;
    std::string entity;         // a record that is there already, by its name in model.md: "referral"
    Id about;                   // that record's id
    std::optional<Id> pupil;    // the child it concerns
    std::string_view field = "file";  // the form field that a problem points at
};

/// A file that was looked at and may be kept: there is no other way to one than check_file.
class CheckedFile {
public:
    [[nodiscard]] const std::string& name() const { return name_; }  // safe to offer for download
    [[nodiscard]] const std::string& bytes() const { return bytes_; }
    [[nodiscard]] FileType type() const { return type_; }
    [[nodiscard]] ScanState scan() const { return scan_; }

private:
    friend Result<CheckedFile> check_file(Context& context, const SentFile& given);
    CheckedFile() = default;
    std::string name_, bytes_, field_;
    FileType type_ = FileType::pdf;
    ScanState scan_ = ScanState::not_scanned;
    friend Result<struct Document> store(Transaction& tx, const CheckedFile& file, const struct NewDocument& given);
};

/// Looks at the file: its size, what it is, a picture without its metadata, and what the virus scanner says, where there is one. That
/// may take seconds, so it is asked outside of any transaction. A scanner that gives no answer leaves the file `waiting`: it may be
/// kept, and nobody is given it. Of a virus the trail is told, in a transaction of its own: the scanner's name for it, never the file's.
/// Fails `document.too_large` (above bytes_most), `document.virus`, and as `file_type_of` and `without_metadata` do.
[[nodiscard]] Result<CheckedFile> check_file(Context& context, const SentFile& given);

struct NewDocument {
    std::string kind;           // what it is for: "school_report", "insurance"
    std::string entity;         // the record it belongs to, by its name in model.md: "referral"
    Id about;                   // that record's id
    std::optional<Id> pupil;    // the child it concerns: who may see the child may see it
};

struct Document {
    DocumentId id;
    std::string sha256;
    std::string name;           // safe to offer for download
    std::string kind;
    FileType type = FileType::pdf;
    std::int64_t size = 0;      // bytes
    ScanState scan = ScanState::not_scanned;
    std::string entity;
    Id about;
    std::optional<Id> pupil;
    Instant uploaded_at;
    std::optional<UserId> uploaded_by;
};

/// Keeps the file and records `document uploaded` on the trail. Bytes that are there already are not kept again.
/// Fails `document.virus` when the same bytes were found to hold one and the scanner says nothing today.
[[nodiscard]] Result<Document> store(Transaction& tx, const CheckedFile& file, const NewDocument& given);

[[nodiscard]] std::optional<Document> find(Transaction& tx, DocumentId id);
/// The documents of one record, oldest first.
[[nodiscard]] std::vector<Document> about(Transaction& tx, Id record);
/// The documents that concern one child, oldest first.
[[nodiscard]] std::vector<Document> of_pupil(Transaction& tx, Id pupil);

/// Removes the documents that concern the child, and their bytes where no other document has the same.
/// Rule    R54
void erase_of_pupil(Transaction& tx, Id pupil);

/// The bytes, checked against their hash. Throws DatabaseFailure when they are not what was uploaded.
/// Fails `document.waits_for_scan`, `document.virus_kept_back`: nobody is given those.
[[nodiscard]] Result<std::string> bytes_of(Transaction& tx, const Document& document);

enum class Unscanned { waiting, kept_before };  // kept_before: while no scanner was named; they are given out meanwhile
struct ScanRound {
    int clean = 0, infected = 0, unclear = 0;
    bool scanner_is_there = true;
    std::string why_unclear;
};
/// Asks the scanner of this program about content that it has not answered for yet, each outside of any transaction, until all were
/// asked or nobody is there. An infected one is recorded as `document virus_found` for each upload of it; app/reactions.cpp says who is told.
ScanRound scan_the_unscanned(Context& context, Unscanned which);

}  // namespace waymark::documents
