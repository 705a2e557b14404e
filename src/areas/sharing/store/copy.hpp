// A copy of all that is held about one child.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "platform/database/database.hpp"
#include "pupils/rules/pupil.hpp"

namespace waymark::sharing {

using pupils::PupilId;

/// One row of what is held, in words: what it is called and what it says. What is empty is left out.
using CopiedEntry = std::vector<std::pair<std::string, std::string>>;

struct CopiedPart {
    std::string title;                // "Referrals"
    std::vector<CopiedEntry> entries;
};

/// Every part, in the order of the child's way; a part without entries is there too, so that it can say that nothing is held.
/// Rule    R54
/// Source  UK GDPR Art 15
[[nodiscard]] std::vector<CopiedPart> copy_of_record(Transaction& tx, PupilId pupil);

}  // namespace waymark::sharing
