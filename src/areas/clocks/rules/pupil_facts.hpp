// All that the clocks of one child are counted from, as it stands in the records; and the calendars they are counted by.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "clocks/rules/clock_kind.hpp"
#include "clocks/rules/fact_kinds.hpp"
#include "placements/rules/week.hpp"
#include "placements/rules/words.hpp"
#include "pupils/rules/clock.hpp"
#include "pupils/rules/records.hpp"

namespace waymark::clocks {

struct ReasonTag;
using ReasonId = IdOf<ReasonTag>;

struct LawfulReason {
    ReasonId id;
    ClockKind clock = ClockKind::full_time_after_exclusion;
    std::optional<Id> about;
    Ground ground = Ground::other;
    std::string words;
};

struct ReferralFacts {
    Date told_on;                       // the authority
    std::optional<Date> decided_on;
};

struct PlacementFacts {
    Id id;
    placements::PlacementState state = placements::PlacementState::planned;
    placements::LegalBasis basis = placements::LegalBasis::s19_other;
    Date from, expected_end;
    std::optional<Date> ended_on, notice_given_on, last_review;
    bool is_step_out = false;
    std::vector<placements::Slot> slots;
};

struct PupilFacts {
    pupils::PupilId id;
    Date born;
    std::vector<pupils::Enrolment> enrolments;          // oldest first
    std::vector<pupils::Exclusion> exclusions;          // newest first
    std::vector<DateRange> looked_after, social_worker, plan;
    std::vector<ReferralFacts> referrals;               // sent and not withdrawn, oldest first
    std::vector<PlacementFacts> placements;
    int ill_half_days = 0;                              // code I in this school year, over all settings
    std::vector<DatedFact> facts;                       // standing ones, oldest first
    std::vector<LawfulReason> reasons;                  // standing ones
};

/// The calendars of an authority: each school's own where it has one, else the authority's.
class CalendarBook {
public:
    struct Page {
        SchoolCalendar calendar;
        std::string whose;
    };
    CalendarBook() = default;
    CalendarBook(Page authority, std::map<OrganisationId, Page> own) : authority_{std::move(authority)}, own_{std::move(own)} {}

    [[nodiscard]] pupils::CountedBy of(std::optional<OrganisationId> organisation) const
    {
        const auto found = organisation ? own_.find(*organisation) : own_.end();
        const Page& page = found == own_.end() ? authority_ : found->second;
        return {page.calendar, page.whose};
    }

private:
    Page authority_;
    std::map<OrganisationId, Page> own_;
};

}  // namespace waymark::clocks
