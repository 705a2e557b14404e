// The statements of voices.sql, by name.
#include "voice/store/voices.hpp"

#include <algorithm>

#include "voice/store/voices.sql.hpp"

namespace waymark::voice {
namespace {

Voice read_voice(const Row& row)
{
    return {
        .id = row.id<VoiceId>("id"),
        .stage = row.one_of<Stage>("stage"),
        .said_by = row.one_of<SaidBy>("said_by"),
        .method = row.one_of<Method>("method"),
        .words = row.text("words"),
        .said_on = row.date("said_on"),
        .about_entity = row.text("about_entity"),
        .about = row.id<Id>("about_id"),
        .acted_on = row.text_or_empty("acted_on"),
    };
}

}  // namespace

std::vector<Voice> voices_of(Transaction& tx, PupilId pupil) { return tx.all(sql::voices_of_pupil, {{"pupil", pupil}}, read_voice); }

std::vector<Voice> voices_about(Transaction& tx, Id about) { return tx.all(sql::voices_about, {{"about", about}}, read_voice); }

std::optional<Voice> latest_of_child(Transaction& tx, PupilId pupil)
{
    const auto all = voices_of(tx, pupil);
    const auto found = std::ranges::find_if(all, [](const Voice& voice) { return voice.said_by == SaidBy::child && !voice.words.empty(); });
    return found == all.end() ? std::nullopt : std::optional{*found};
}

void insert_voice(Transaction& tx, PupilId pupil, const Voice& voice)
{
    tx.run(sql::insert_voice, {{"id", voice.id},
                               {"pupil", pupil},
                               {"stage", voice.stage},
                               {"said_by", voice.said_by},
                               {"method", voice.method},
                               {"words", voice.words},
                               {"said_on", voice.said_on},
                               {"about_entity", voice.about_entity},
                               {"about", voice.about}});
}

bool set_acted_on(Transaction& tx, VoiceId id, std::string_view what)
{
    return tx.run(sql::set_acted_on, {{"voice", id}, {"acted_on", what}}) == 1;
}

}  // namespace waymark::voice
