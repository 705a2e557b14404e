// Reading what was said about a child's record.
#pragma once

#include <optional>
#include <vector>

#include "platform/context.hpp"
#include "platform/database/database.hpp"
#include "pupils/rules/pupil.hpp"
#include "voice/rules/voice.hpp"

namespace waymark::voice {

using pupils::PupilId;

/// Newest first.
[[nodiscard]] std::vector<Voice> voices_of(Transaction& tx, PupilId pupil);
[[nodiscard]] std::vector<Voice> voices_about(Transaction& tx, Id about);
/// The child's own latest words; none when they never said any.
[[nodiscard]] std::optional<Voice> latest_of_child(Transaction& tx, PupilId pupil);

void insert_voice(Transaction& tx, PupilId pupil, const Voice& voice);
[[nodiscard]] bool set_acted_on(Transaction& tx, VoiceId id, std::string_view what);

}  // namespace waymark::voice
