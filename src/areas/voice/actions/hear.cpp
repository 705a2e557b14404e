// Two small actions.
#include "voice/actions/hear.hpp"

#include "foundation/text.hpp"
#include "pupils/store/pupils.hpp"
#include "voice/store/voices.hpp"

namespace waymark::voice {

Result<VoiceId> hear(Context& context, pupils::PupilId pupil, const Voice& said)
{
    return context.in_transaction([&](Transaction& tx) -> Result<VoiceId> {
        Problems found;
        if (said.method != Method::prefers_not_to_say && trimmed(said.words).empty())
            found.add("voice.words_missing", "Enter their own words, or record that they prefer not to say", "words");
        if (said.said_on > tx.today()) found.add("voice.in_future", "The day they said it must be today or in the past", "said_on");
        TRY(found.as_result());
        Voice voice = said;
        voice.id = tx.new_id<VoiceId>();
        insert_voice(tx, pupil, voice);
        if (voice.said_by == SaidBy::child && !voice.words.empty()) pupils::set_one_page_words(tx, pupil, voice.words);
        TRY(tx.record({.verb = "heard", .entity = "voice", .about = voice.id.value, .pupil = pupil.value}));
        return voice.id;
    });
}

Result<void> answer_voice(Context& context, pupils::PupilId pupil, VoiceId voice, std::string what_changed)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        if (trimmed(what_changed).empty())
            return refused("voice.acted_on_missing", "Say what changed because of it, or why nothing could", "acted_on");
        if (!set_acted_on(tx, voice, what_changed)) return not_found("voice.not_found", "There are no such words on record.");
        return tx.record({.verb = "acted_on", .entity = "voice", .about = voice.value, .pupil = pupil.value, .reason = std::move(what_changed)});
    });
}

}  // namespace waymark::voice
