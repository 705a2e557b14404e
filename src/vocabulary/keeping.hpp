// How long a record is kept, and when somebody who asks for their own must have it.
#pragma once

#include <optional>

#include "foundation/date.hpp"
#include "foundation/result.hpp"
#include "vocabulary/law.hpp"

namespace waymark {

/// A safeguarding file goes with the child's record; what it holds on child sexual abuse is kept longer. Attendance is one entry of
/// a register. A contract or payment that stands in accounts is kept with them.
enum class KeptRecord {
    pupil_record, safeguarding_file, abuse_material, attendance, allegation, contract, payment, accounts, panel_minutes, unplaced_enquiry,
};

/// What the end of keeping is counted from.
struct Kept {
    KeptRecord record = KeptRecord::pupil_record;
    std::optional<Date> born;          // of the child, for the child's record, safeguarding file and what it holds on abuse
    std::optional<Date> from;          // day of the entry, allegation, payment, meeting or enquiry; for a contract the day it ended
    std::optional<Date> pension_day;   // when the adult of an allegation reaches normal pension age
    bool has_plan = false;             // the child has or had an EHC plan
    bool was_looked_after = false;
};

/// The last day on which the record is kept: the anniversary that ends its years, and the longest of several. Years from
/// 29 February end on 1 March.
///
/// law     law.keep_years_…
/// Fails   `keeping.born_missing`, `keeping.from_missing`, `keeping.pension_day_missing`: the day it is counted from is not known
/// Rule    R54, R45
/// Source  IRMS, Toolkit for schools; Limitation Act 1980 s.5 (contracts and payments); SI 2024/208 (attendance); DfE, Keeping children safe in education Part 4 (allegations)
[[nodiscard]] Result<Date> keep_until(const Kept& kept, const Law& law);

/// Whether it may be deleted today. A legal hold stops it, however old it is.
/// Rule    R54
[[nodiscard]] bool may_be_deleted(Date kept_until, Date today, bool legal_hold);

/// The day by which somebody has the data they asked for: a calendar month after the request came, three for a complex one; the
/// next working day where that is a weekend or bank holiday.
/// law     law.subject_access_months, law.subject_access_more_months
/// Rule    R54
/// Source  UK GDPR Art 12(3)
[[nodiscard]] Date subject_access_due(Date received, bool is_complex, const Law& law);

}  // namespace waymark
