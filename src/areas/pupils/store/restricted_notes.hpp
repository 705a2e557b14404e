// Restricted notes. Their words are handed out by one function, which asks who may read them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/context.hpp"
#include "platform/database/database.hpp"
#include "pupils/rules/pupil.hpp"
#include "pupils/rules/restricted_note.hpp"

namespace waymark::pupils {

struct NoteTag;
using NoteId = IdOf<NoteTag>;

/// What everybody who sees the child may know of a note.
struct NoteKnown {
    NoteId id;
    Instant written_at;
    UserId writer;
    std::string written_by, organisation_name;
    Role role = Role::commissioner;
    std::optional<NoteId> supersedes, superseded_by;
    std::vector<NoteReader> readers;
    std::vector<std::string> whom_to_ask;   // in words: kinds of readers, and the names of people
    bool may_read = false;                  // whoever asked
};
/// Those in force, the latest first, and for each whether this person may read it.
[[nodiscard]] std::vector<NoteKnown> notes_of(Transaction& tx, const Who& who, const PupilSummary& pupil);
[[nodiscard]] std::optional<NoteKnown> find_note(Transaction& tx, const Who& who, const PupilSummary& pupil, NoteId note);

struct NoteWords {
    std::string words, why_restricted;
};
/// The words; none for whoever may not read them. Logs the look by itself, so it runs in a writing transaction only.
[[nodiscard]] std::optional<NoteWords> read_note(Transaction& tx, const PupilSummary& pupil, const NoteKnown& note);

/// False when another has taken the place of `supersedes` already.
[[nodiscard]] bool insert_note(Transaction& tx, PupilId pupil, NoteId id, const NewNote& note, std::optional<NoteId> supersedes);

struct NamedPerson {
    UserId id;
    std::string name;                       // "Joanne Birch, Millbrook Academy"
};
/// Who may be named as a reader: those of the authority’s teams and of organisations with a reason to see the child today.
[[nodiscard]] std::vector<NamedPerson> people_who_may_be_named(Transaction& tx, PupilId pupil);

}  // namespace waymark::pupils
