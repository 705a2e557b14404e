// The letters that a decision brings with it, drafted in the same transaction.
#pragma once

#include "panel/store/cases.hpp"
#include "panel/store/decisions.hpp"

namespace waymark::panel {

/// Drafts the letters to family and school from what is known. Nothing is asked twice.
void draft_letters(Transaction& tx, const Case& the_case, const Decision& decision, const std::optional<Decision>& earlier);

}  // namespace waymark::panel
