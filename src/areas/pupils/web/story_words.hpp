// What happened to a child, in the words in which people tell it.
#pragma once

#include <string>
#include <string_view>

namespace waymark::pupils {

/// "placement" and "confirmed" of an event → "Safeguarding confirmation given". A deed without words of its own is told as
/// its record and its verb: "Placement started".
[[nodiscard]] std::string story_words(std::string_view entity, std::string_view verb);

}  // namespace waymark::pupils
