// The checks in their order: the child, the earlier note, what was typed, who is named.
#include "pupils/actions/write_note.hpp"

#include <algorithm>

#include "foundation/json.hpp"
#include "pupils/store/pupils.hpp"

namespace waymark::pupils {
namespace {

Result<void> check_people(Transaction& tx, PupilId pupil, const NewNote& note)
{
    const auto known = people_who_may_be_named(tx, pupil);
    for (const NoteReader& reader : note.readers)
        if (reader.kind == ReaderKind::person && (!reader.person || std::ranges::find(known, *reader.person, &NamedPerson::id) == known.end()))
            return refused("note.person_unknown", "Choose people from the list.", "person_1");
    return {};
}

Json readers_json(const NewNote& note)
{
    Json readers = Json::array();
    for (const NoteReader& reader : note.readers) readers.push_back(reader.person ? reader.person->text() : std::string{enum_text(reader.kind)});
    return readers;
}

}  // namespace

Result<NoteId> write_note(Context& context, PupilId pupil, const NewNote& note, std::optional<NoteId> supersedes)
{
    return context.in_transaction([&](Transaction& tx) -> Result<NoteId> {
        const auto summary = summary_of(tx, pupil);
        if (!summary) return not_found("pupil.not_found", "There is no such pupil.");
        if (supersedes) {
            const auto earlier = find_note(tx, context.who, *summary, *supersedes);
            if (!earlier || !earlier->may_read) return not_found("note.not_found", "There is no such note.");
        }
        TRY(problems_with(note).as_result());
        TRY(check_people(tx, pupil, note));
        const auto id = tx.new_id<NoteId>();
        if (!insert_note(tx, pupil, id, note, supersedes)) return stale("note.superseded_already", "Somebody else has written in the place of this note meanwhile.");
        Json after{{"readers", readers_json(note)}};
        if (supersedes) after["supersedes"] = supersedes->text();
        TRY(tx.record({.verb = supersedes ? "superseded" : "written", .entity = "restricted_note", .about = id.value, .pupil = pupil.value, .after = json_text(after)}));
        return id;
    });
}

}  // namespace waymark::pupils
