// What a child or their family said, in their own words, and what changed because of it.
#pragma once

#include <string>

#include "foundation/date.hpp"
#include "vocabulary/ids.hpp"

namespace waymark::voice {

struct VoiceTag;
using VoiceId = IdOf<VoiceTag>;

enum class Stage { assessment, commissioning, monitoring, quality_assurance, ending };
enum class SaidBy { child, parent, carer };
enum class Method { in_words, conversation, telephone, drawing, prefers_not_to_say };

struct Voice {
    VoiceId id;
    Stage stage = Stage::assessment;
    SaidBy said_by = SaidBy::child;
    Method method = Method::in_words;
    std::string words;              // exactly as said; empty only when they prefer not to say
    Date said_on;
    std::string about_entity;       // "referral"
    Id about;
    std::string acted_on;           // what changed; empty: not yet said
};

[[nodiscard]] std::string method_words(Method method);   // "in writing", "in a conversation"
[[nodiscard]] std::string stage_words(Stage stage);      // "when needs were assessed"

}  // namespace waymark::voice
