// The counts that rates are made of, kept by month and added up.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "attendance/rules/rates.hpp"
#include "attendance/store/registers.hpp"
#include "attendance/store/totals.hpp"

namespace waymark::attendance {

/// Moves the kept counts and totals by one mark: the new one in, the revision it takes the place of out. Part of `insert_mark`.
void keep_count(Transaction& tx, const NewMark& mark);

/// The counts of one placement between two days, both included.
[[nodiscard]] Counts counts_of_placement(Transaction& tx, PlacementId placement, Date from, Date to);

/// Counts by placement over the children whom the person in the context may see.
[[nodiscard]] std::map<PlacementId, Counts> counts_by_placement(Transaction& tx, Date from, Date to);

struct SettingCounts {
    OrganisationId setting;
    std::string name;
    Counts counts;
};
/// Counts by setting over the children whom the person in the context may see, in order of name.
[[nodiscard]] std::vector<SettingCounts> counts_by_setting(Transaction& tx, Date from, Date to);
[[nodiscard]] std::vector<SettingCounts> counts_by_setting(Transaction& tx, Date from, Date to, CountedFrom source);

struct PupilCounts {
    PupilId pupil;
    std::string reference, known_as, last_name, setting_name;
    Counts counts;
};
[[nodiscard]] std::vector<PupilCounts> counts_by_pupil(Transaction& tx, OrganisationId setting, Date from, Date to);

/// Every child who was ever expected at a setting.
[[nodiscard]] std::vector<PupilId> expected_pupils(Transaction& tx);
/// Counts one child's marks afresh and says in words where what is kept differs; empty when all agrees.
[[nodiscard]] std::vector<std::string> recount(Transaction& tx, PupilId pupil);

}  // namespace waymark::attendance
