// Looks at files, stores and fetches documents.
#include "platform/documents/documents.hpp"

#include "foundation/json.hpp"
#include "platform/documents/documents.sql.hpp"
#include "platform/documents/picture.hpp"
#include "platform/documents/virus_scanner.hpp"
#include "platform/log/log.hpp"
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
        .scan = row.one_of<ScanState>("scan"),
        .entity = row.text("entity"),
        .about = row.id<Id>("about"),
        .pupil = row.maybe_id<Id>("pupil_id"),
        .uploaded_at = row.instant("uploaded_at"),
        .uploaded_by = row.maybe_id<UserId>("uploaded_by"),
    };
}

constexpr std::string_view holds_a_virus = "The selected file holds a virus, so it was not kept. Do not open it. Tell whoever looks after your computers, and send the file again "
                                           "from a computer that is clean";

std::string signature_json(std::string_view signature) { return json_text({{"signature", std::string{signature}}}); }

Result<void> note_virus(Context& context, const SentFile& given, std::string_view signature)
{
    return context.in_transaction([&](Transaction& tx) {
        return tx.record({.verb = "sent_virus", .entity = given.entity, .about = given.about, .pupil = given.pupil, .after = signature_json(signature)});
    });
}

bool is_known_to_be_infected(Transaction& tx, const std::string& sha256)
{
    const auto known = tx.maybe_one(sql::scan_of_content, {{"sha256", sha256}}, [](const Row& row) { return row.one_of<ScanState>("state"); });
    return known == ScanState::infected;
}

/// Checked against their hash, whatever a scanner said.
std::string content(Transaction& tx, const std::string& sha256)
{
    auto bytes = tx.maybe_one(sql::content, {{"sha256", sha256}}, [](const Row& row) { return row.blob("bytes"); });
    if (!bytes || sha256_hex(*bytes) != sha256) throw DatabaseFailure("The content of a document, " + sha256 + ", is not what was uploaded. Restore it from a backup.");
    return std::move(*bytes);
}

/// One answer for all uploads of these bytes. An upload that was erased while the scanner worked is none any more; what another server has had looked at meanwhile
/// has its answer.
void keep_answer(Context& context, const std::string& sha256, const ScanAnswer& answer)
{
    const bool is_infected = answer.verdict == Verdict::infected;
    const auto kept = context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto uploads = tx.all(sql::documents_of_content, {{"sha256", sha256}}, document_from);
        if (uploads.empty() || (uploads.front().scan != ScanState::waiting && uploads.front().scan != ScanState::not_scanned)) return {};
        tx.run(sql::keep_scan, {{"sha256", sha256}, {"state", is_infected ? ScanState::infected : ScanState::clean},
                                {"signature", is_infected ? std::optional{answer.words} : std::nullopt}});
        if (!is_infected) return {};
        for (const auto& upload : uploads)
            TRY(tx.record({.verb = "virus_found", .entity = "document", .about = upload.id.value, .pupil = upload.pupil, .after = signature_json(answer.words)}));
        return {};
    });
    expects(kept.has_value());
}

}  // namespace

std::string_view scan_words(ScanState state)
{
    switch (state) {
    case ScanState::not_scanned:
    case ScanState::clean: return "";
    case ScanState::waiting: return "Waiting to be checked for viruses";
    case ScanState::infected: return "Holds a virus: nobody can open it";
    }
    expects(false);
    return "";
}

Result<CheckedFile> check_file(Context& context, const SentFile& given)
{
    if (given.bytes.size() > bytes_most)
        return refused("document.too_large", "The selected file must be smaller than " + size_text(bytes_most), std::string{given.field});
    CheckedFile file;
    file.type_ = TRY(file_type_of(given.bytes, given.field));
    file.bytes_ = TRY(without_metadata(given.bytes, file.type_, given.field));
    file.name_ = safe_file_name(given.name, file.type_);
    file.field_ = given.field;
    if (!virus_scanner()) return file;
    const auto answer = ask(*virus_scanner(), file.bytes_);
    if (answer.verdict == Verdict::infected) {
        TRY(note_virus(context, given, answer.words));
        return refused("document.virus", std::string{holds_a_virus}, std::string{given.field});
    }
    file.scan_ = answer.verdict == Verdict::clean ? ScanState::clean : ScanState::waiting;
    if (file.scan_ == ScanState::waiting) log_warning("virus scanner", "gave no answer for a file, which waits now: " + answer.words);
    return file;
}

Result<Document> store(Transaction& tx, const CheckedFile& file, const NewDocument& given)
{
    const auto id = tx.new_id<DocumentId>();
    const std::string sha256 = sha256_hex(file.bytes());
    if (file.scan() != ScanState::clean && is_known_to_be_infected(tx, sha256)) return refused("document.virus", std::string{holds_a_virus}, file.field_);
    tx.run(sql::keep_content, {{"sha256", sha256}, {"bytes", Blob{file.bytes()}}});
    if (file.scan() != ScanState::not_scanned) tx.run(sql::keep_scan, {{"sha256", sha256}, {"state", file.scan()}, {"signature", std::nullopt}});
    tx.run(sql::insert_document, {{"id", id}, {"sha256", sha256}, {"name", file.name()}, {"kind", given.kind},
                                  {"type", file.type()}, {"size", file.bytes().size()}, {"entity", given.entity}, {"about", given.about},
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
    for (const auto& sha256 : contents) {
        tx.run(sql::erase_scan, {{"sha256", sha256}});
        tx.run(sql::erase_content, {{"sha256", sha256}});
    }
}

Result<std::string> bytes_of(Transaction& tx, const Document& document)
{
    if (document.scan == ScanState::waiting)
        return refused("document.waits_for_scan", "This file waits to be checked for viruses. Nobody can open it before that. Look again in a few minutes; "
                                                  "if it still waits tomorrow, tell the people who run this service.");
    if (document.scan == ScanState::infected)
        return refused("document.virus_kept_back", "This file holds a virus, so nobody can open it. Whoever sent it has a task to send it again from a computer that is clean.");
    return content(tx, document.sha256);
}

ScanRound scan_the_unscanned(Context& context, Unscanned which)
{
    ScanRound round;
    if (!virus_scanner()) return round;
    constexpr int at_once = 20;
    const auto& statement = which == Unscanned::waiting ? sql::waiting_contents : sql::contents_without_scan;
    for (std::string after;;) {
        const auto next = context.read([&](Transaction& tx) {
            return tx.all(statement, {{"after", after}, {"most", at_once}}, [](const Row& row) { return row.text("sha256"); });
        });
        for (const auto& sha256 : next) {
            const auto bytes = context.read([&](Transaction& tx) { return content(tx, sha256); });
            const auto answer = ask(*virus_scanner(), bytes);
            if (answer.verdict == Verdict::unclear || answer.verdict == Verdict::unreachable) {
                round.why_unclear = answer.words;
                round.scanner_is_there = answer.verdict != Verdict::unreachable;
                if (!round.scanner_is_there) return round;
                ++round.unclear;
                continue;
            }
            keep_answer(context, sha256, answer);
            ++(answer.verdict == Verdict::clean ? round.clean : round.infected);
        }
        if (next.size() < at_once) return round;
        after = next.back();
    }
}

}  // namespace waymark::documents
