// Who is told of an exclusion, and by when the parent hears where education will be from day six.
#pragma once

#include <optional>
#include <vector>

#include "foundation/date.hpp"
#include "vocabulary/law.hpp"

namespace waymark::pupils {

enum class ToTell { parent, authority, social_worker, virtual_head };

struct PeopleOfChild {
    bool has_social_worker = false;
    bool has_virtual_head = false;      // looked after: by the authority whose virtual head it is
};

/// Who the head tells without delay of every suspension and permanent exclusion, however short.
/// Rule    R9
/// Source  SI 2012/1033 regs 5, 14, 23; DfE, Suspension and permanent exclusion guidance 2024
[[nodiscard]] std::vector<ToTell> people_to_tell(const PeopleOfChild& child);

/// What is known of the education from day six. Instants need only be of one clock.
struct ProvisionFacts {
    Instant first_afternoon_ends;       // the end of the afternoon session of the first day of the exclusion
    bool known_on_first_day = false;    // where the education will be was known by then
    Instant starts;                     // the education
    bool starts_before_day_six = false;
    bool parent_consents = false;       // to shorter notice
    std::optional<Instant> told;        // the parent; none: not yet
};

struct ProvisionNotice {
    Instant latest;                     // by which the parent must have the notice
    bool is_waived = false;             // consent stands in for the hours: any time before the start will do
    std::optional<bool> is_in_time;     // none: not told yet
};

/// The end of the first day's afternoon session; if the place was not known then, law.exclusion_notice_hours before it
/// starts. Consent shortens those hours, never the first day's limit, and only when the place starts before day six.
/// Rule    R9
/// Source  SI 2012/1033 Sch 2 para 8
[[nodiscard]] ProvisionNotice provision_notice(const ProvisionFacts& facts, const Law& law);

enum class NoticeDetail { start_date, times, address, person };

/// What the notice says of the provision.
struct NoticeContents {
    bool start_date = false;
    bool times = false;                 // of the sessions, start and end
    bool address = false;
    bool person = false;                // to whom the pupil reports on the first day
};

/// What it leaves out.
/// Rule    R9
/// Source  SI 2012/1033 Sch 2 para 8
[[nodiscard]] std::vector<NoticeDetail> missing_from(const NoticeContents& notice);

}  // namespace waymark::pupils
