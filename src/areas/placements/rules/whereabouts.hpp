// Where a child should be in a session, and whether anybody knows.
#pragma once

#include <span>
#include <string>

#include "placements/rules/week.hpp"

namespace waymark::placements {

enum class Where { no_school, at_setting, at_school, not_known };

struct Whereabouts {
    Where where = Where::not_known;
    std::string setting;        // at_setting: its name
};

/// Where the child is expected in that session: at the setting whose slot is in force; else at the child's own school, where it
/// answers for the rest of the week; else nobody knows, and that is a breach.
///
/// school_meets      whether the child's school, or the authority for a child on no roll, meets that day
/// school_answers    the child's own school teaches what no setting does
/// Rule    R32
/// Source  DfE, Keeping children safe in education 2025
[[nodiscard]] Whereabouts whereabouts_at(std::span<const Slot> slots, Date day, Session session, bool school_meets, bool school_answers);

}  // namespace waymark::placements
