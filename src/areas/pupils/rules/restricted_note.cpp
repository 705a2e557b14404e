// One switch of readers.
#include "pupils/rules/restricted_note.hpp"

#include <algorithm>

#include "foundation/text.hpp"

namespace waymark::pupils {
namespace {

bool is_meant(const NoteReader& reader, const NoteAsker& asker)
{
    switch (reader.kind) {
    case ReaderKind::school_leads: return asker.role == Role::school_lead && asker.is_at_school_of_child;
    case ReaderKind::commissioners: return asker.role == Role::commissioner;
    case ReaderKind::virtual_school: return asker.role == Role::virtual_school;
    case ReaderKind::person: return reader.person == asker.user;
    }
    expects(false);
    return false;
}

}  // namespace

std::string reader_words(ReaderKind kind)
{
    switch (kind) {
    case ReaderKind::school_leads: return "The inclusion leads of the child’s school";
    case ReaderKind::commissioners: return "The authority’s commissioners";
    case ReaderKind::virtual_school: return "The virtual school";
    case ReaderKind::person: return "One person";
    }
    return {};
}

bool may_read(const std::vector<NoteReader>& readers, UserId writer, const NoteAsker& asker)
{
    if (!asker.role || *asker.role == Role::inspector || *asker.role == Role::administrator) return false;
    return writer == asker.user || std::ranges::any_of(readers, [&](const NoteReader& reader) { return is_meant(reader, asker); });
}

Problems problems_with(const NewNote& note)
{
    Problems found;
    if (trimmed(note.words).empty()) found.add("note.words_missing", "Enter the note.", "words");
    if (trimmed(note.why_restricted).empty()) found.add("note.why_missing", "Say why not everybody who sees the child may read it.", "why");
    if (note.readers.empty()) found.add("note.readers_missing", "Choose who may read it, besides you.", "readers");
    return found;
}

}  // namespace waymark::pupils
