// The statements of restricted_notes.sql, by name.
#include "pupils/store/restricted_notes.hpp"

#include <algorithm>

#include "foundation/text.hpp"
#include "platform/audit/view_log.hpp"
#include "pupils/store/restricted_notes.sql.hpp"

namespace waymark::pupils {
namespace {

NoteKnown read_known(const Row& row)
{
    return {
        .id = row.id<NoteId>("id"),
        .written_at = row.instant("created_at"),
        .writer = row.id<UserId>("created_by"),
        .written_by = row.text("written_by"),
        .organisation_name = row.text("organisation_name"),
        .role = row.one_of<Role>("role"),
        .supersedes = row.maybe_id<NoteId>("supersedes_id"),
        .superseded_by = {},
        .readers = {},
        .whom_to_ask = {},
    };
}

void add_readers(Transaction& tx, const Who& who, const PupilSummary& pupil, NoteKnown& note)
{
    tx.each(sql::readers_of_note, {{"note", note.id}}, [&](const Row& row) {
        const NoteReader reader{row.one_of<ReaderKind>("kind"), row.maybe_id<UserId>("user_id")};
        note.readers.push_back(reader);
        note.whom_to_ask.push_back(reader.person ? row.text("name") : reader_words(reader.kind));
    });
    const NoteAsker asker{.user = who.user, .role = who.role, .is_at_school_of_child = pupil.school == who.organisation};
    note.may_read = may_read(note.readers, note.writer, asker);
}

}  // namespace

std::vector<NoteKnown> notes_of(Transaction& tx, const Who& who, const PupilSummary& pupil)
{
    auto notes = tx.all(sql::notes_of_pupil, {{"pupil", pupil.id}}, read_known);
    for (NoteKnown& note : notes) add_readers(tx, who, pupil, note);
    return notes;
}

std::optional<NoteKnown> find_note(Transaction& tx, const Who& who, const PupilSummary& pupil, NoteId id)
{
    auto note = tx.maybe_one(sql::note_of_pupil, {{"pupil", pupil.id}, {"note", id}}, [](const Row& row) {
        NoteKnown known = read_known(row);
        known.superseded_by = row.maybe_id<NoteId>("superseded_by");
        return known;
    });
    if (note) add_readers(tx, who, pupil, *note);
    return note;
}

std::optional<NoteWords> read_note(Transaction& tx, const PupilSummary& pupil, const NoteKnown& note)
{
    if (!note.may_read) return std::nullopt;
    audit::log_view(tx, pupil.id.value, "restricted_note");
    return tx.maybe_one(sql::words_of_note, {{"note", note.id}}, [](const Row& row) { return NoteWords{row.text("words"), row.text("why_restricted")}; });
}

bool insert_note(Transaction& tx, PupilId pupil, NoteId id, const NewNote& note, std::optional<NoteId> supersedes)
{
    const Who& who = tx.context().who;
    if (tx.run(sql::insert_note, {{"id", id}, {"pupil", pupil}, {"words", trimmed(note.words)}, {"why", trimmed(note.why_restricted)}, {"supersedes", supersedes},
                                  {"organisation", who.organisation}, {"role", who.role}}) != 1)
        return false;
    for (const NoteReader& reader : note.readers)
        tx.run(sql::insert_reader, {{"id", tx.new_id<Id>()}, {"note", id}, {"kind", reader.kind}, {"user", reader.person}});
    return true;
}

std::vector<NamedPerson> people_who_may_be_named(Transaction& tx, PupilId pupil)
{
    std::vector<NamedPerson> people;
    tx.each(sql::people_who_may_be_named, {{"pupil", pupil}}, [&](const Row& row) {
        const auto id = row.id<UserId>("id");
        if (std::ranges::find(people, id, &NamedPerson::id) == people.end()) people.push_back({id, row.text("name") + ", " + row.text("organisation_name")});
    });
    return people;
}

}  // namespace waymark::pupils
