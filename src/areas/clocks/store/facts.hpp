// Reading what clocks are counted from, and keeping the facts and reasons that are this area's own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "clocks/rules/pupil_facts.hpp"
#include "platform/context.hpp"
#include "platform/database/database.hpp"

namespace waymark::clocks {

using pupils::PupilId;

/// The calendars of the whole authority, each read once; or those that one child's clocks are counted by.
[[nodiscard]] CalendarBook calendar_book(Transaction& tx);
[[nodiscard]] CalendarBook calendar_book(Transaction& tx, const PupilFacts& child);

/// What the clocks of one child are counted from. Fails `pupil.not_found`.
[[nodiscard]] Result<PupilFacts> facts_of(Transaction& tx, PupilId pupil);
/// The same of every child of the authority, each table read once.
[[nodiscard]] std::vector<PupilFacts> facts_of_all(Transaction& tx);

/// A child in a list of clocks.
struct ListedPupil {
    PupilId id;
    std::string reference, known_as, last_name, school_name;
};
/// The children whose clocks this person may see.
[[nodiscard]] std::vector<ListedPupil> visible_pupils(Transaction& tx, const Who& who);

void insert_fact(Transaction& tx, PupilId pupil, const DatedFact& fact);
void insert_reason(Transaction& tx, PupilId pupil, const LawfulReason& reason);
/// Whether it stood and is now taken back.
[[nodiscard]] bool take_back_fact(Transaction& tx, PupilId pupil, FactId fact, std::string_view why);
[[nodiscard]] bool take_back_reason(Transaction& tx, PupilId pupil, ReasonId reason, std::string_view why);

}  // namespace waymark::clocks
