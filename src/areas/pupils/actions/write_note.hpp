// Writing a restricted note, or one that takes the place of another.
#pragma once

#include <optional>

#include "platform/context.hpp"
#include "pupils/store/restricted_notes.hpp"

namespace waymark::pupils {

/// The words stand in the note alone: the trail says that it was written, by whom and for whom.
/// supersedes   a note of this child that the writer may read; the earlier one stays as it was
/// Fails        what problems_with finds; `note.person_unknown` for somebody who cannot be named; `note.not_found`; stale when another
///              has taken its place already
Result<NoteId> write_note(Context& context, PupilId pupil, const NewNote& note, std::optional<NoteId> supersedes = {});

}  // namespace waymark::pupils
