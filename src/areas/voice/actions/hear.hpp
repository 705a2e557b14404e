// Keeping what a child or their family said, and saying what came of it.
#pragma once

#include <string>

#include "platform/context.hpp"
#include "pupils/rules/pupil.hpp"
#include "voice/rules/voice.hpp"

namespace waymark::voice {

/// Keeps the words exactly as they are: never trimmed, corrected or shortened. A child's words stand first on their page from
/// then on. Used when a referral is sent, a decision recorded, a review held.
/// Fails   `voice.words_missing` (unless they prefer not to say), `voice.in_future`
Result<VoiceId> hear(Context& context, pupils::PupilId pupil, const Voice& said);

/// "You said, we did": what changed because of it. Fails `voice.not_found`, `voice.acted_on_missing`.
Result<void> answer_voice(Context& context, pupils::PupilId pupil, VoiceId voice, std::string what_changed);

}  // namespace waymark::voice
