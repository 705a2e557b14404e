// Keeping what is forbidden about the people to ring.
#pragma once

#include <string_view>
#include <vector>

#include "platform/context.hpp"
#include "platform/database/database.hpp"
#include "pupils/rules/contact_restriction.hpp"

namespace waymark::pupils {

/// All about a child, past ones too, the latest first.
[[nodiscard]] std::vector<ContactRestriction> restrictions_of(Transaction& tx, PupilId pupil);
void insert_restriction(Transaction& tx, PupilId pupil, const ContactRestriction& restriction);
/// False when it is not of that child and contact, has ended, or begins after that day.
[[nodiscard]] bool end_restriction(Transaction& tx, PupilId pupil, Id contact, Id restriction, Date last_day);

}  // namespace waymark::pupils
