// Words for stages and methods.
#include "voice/rules/voice.hpp"

namespace waymark::voice {

std::string method_words(Method method)
{
    switch (method) {
    case Method::in_words: return "in writing";
    case Method::conversation: return "in a conversation";
    case Method::telephone: return "by telephone";
    case Method::drawing: return "as a drawing";
    case Method::prefers_not_to_say: return "asked, and prefers not to say";
    }
    return {};
}

std::string stage_words(Stage stage)
{
    switch (stage) {
    case Stage::assessment: return "when needs were assessed";
    case Stage::commissioning: return "when the place was chosen";
    case Stage::monitoring: return "at a review";
    case Stage::quality_assurance: return "about the quality of the place";
    case Stage::ending: return "at the end";
    }
    return {};
}

}  // namespace waymark::voice
