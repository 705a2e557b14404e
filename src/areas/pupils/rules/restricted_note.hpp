// A note about a child that only some of those who see the child may read; that there is one, all of them see.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/result.hpp"
#include "vocabulary/ids.hpp"
#include "vocabulary/permission.hpp"

namespace waymark::pupils {

enum class ReaderKind { school_leads, commissioners, virtual_school, person };

/// Those of one kind, or one person.
struct NoteReader {
    ReaderKind kind = ReaderKind::commissioners;
    std::optional<UserId> person;       // of kind person only
    bool operator==(const NoteReader&) const = default;
};
/// "The inclusion leads of the child’s school"; of a person their name is said by whoever knows it.
[[nodiscard]] std::string reader_words(ReaderKind kind);

/// What decides whether somebody reads a note of a child whom they see.
struct NoteAsker {
    UserId user;
    std::optional<Role> role;
    bool is_at_school_of_child = false; // the roll that answers for the child today is that of their organisation
};
/// Whoever wrote it, and those it was written for, in the role they act in now. Seeing the whole authority opens no note.
/// Rule       R53: each sees what their relationship to the child allows, and only what they need
[[nodiscard]] bool may_read(const std::vector<NoteReader>& readers, UserId writer, const NoteAsker& asker);

struct NewNote {
    std::string words, why_restricted;
    std::vector<NoteReader> readers;
};
/// All that is wrong with it, on the fields words, why and readers. A note that nobody else may read would be lost with its writer.
[[nodiscard]] Problems problems_with(const NewNote& note);

}  // namespace waymark::pupils
