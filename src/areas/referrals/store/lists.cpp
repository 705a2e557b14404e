// Lists and their clocks. Calendars are read once for each school, exclusions once for all.
#include "referrals/store/lists.hpp"

#include <algorithm>
#include <map>

#include "foundation/text.hpp"
#include "people/store/calendars.hpp"
#include "people/store/law_choices.hpp"
#include "pupils/store/pupils.hpp"
#include "referrals/rules/clocks.hpp"
#include "referrals/store/referrals.sql.hpp"

namespace waymark::referrals {
namespace {

/// What the clocks of many referrals need, each read once.
class ClockRoom {
public:
    explicit ClockRoom(Transaction& tx) : tx_{tx}, law_{people::law_for(tx, tx.today())} {}

    const people::CalendarOf& calendar(std::optional<OrganisationId> school)
    {
        const auto [found, is_new] = calendars_.try_emplace(school.value_or(OrganisationId{}));
        if (is_new) found->second = people::calendar_of(tx_, school);
        return found->second;
    }

    std::vector<pupils::Clock> clocks(const ClockFacts& facts, std::optional<OrganisationId> school)
    {
        const auto& roll = calendar(school);
        const auto* exclusion = standing_exclusion(facts.exclusions);
        const auto& excluding = exclusion ? calendar(exclusion->school) : roll;
        return clocks_of(facts, {roll.calendar, roll.whose}, {excluding.calendar, excluding.whose}, law_);
    }

    /// The permanent exclusions that may have a clock running, by child.
    const std::map<PupilId, std::vector<pupils::Exclusion>>& exclusions()
    {
        if (exclusions_.empty())
            tx_.each(sql::permanent_exclusions, {}, [&](const Row& row) {
                exclusions_[row.id<PupilId>("pupil_id")].push_back({.id = row.id<pupils::ExclusionId>("id"),
                                                                    .school = row.id<OrganisationId>("organisation_id"),
                                                                    .kind = pupils::ExclusionKind::permanent,
                                                                    .first_day = row.date("first_day"),
                                                                    .status = row.one_of<pupils::ExclusionStatus>("status")});
            });
        return exclusions_;
    }

    /// The one clock that a list shows.
    std::optional<pupils::Clock> pressing(PupilId pupil, State state, std::optional<Date> told_on, std::optional<Date> decided_on,
                                          std::optional<OrganisationId> school)
    {
        ClockFacts facts{.today = tx_.today(), .authority_told_on = told_on, .decided_on = decided_on, .state = state};
        const auto found = exclusions().find(pupil);
        if (found != exclusions().end()) facts.exclusions = found->second;
        const auto all = clocks(facts, school);
        return all.empty() || all.front().is_met ? std::nullopt : std::optional{all.front()};
    }

private:
    Transaction& tx_;
    Law law_;
    std::map<OrganisationId, people::CalendarOf> calendars_;
    std::map<PupilId, std::vector<pupils::Exclusion>> exclusions_;
};

template <class Line>
void order_by_clock(std::vector<Line>& lines)
{
    std::ranges::stable_sort(lines, [](const Line& left, const Line& right) {
        if (left.clock && right.clock) return pupils::presses_more(*left.clock, *right.clock);
        return left.clock.has_value() && !right.clock.has_value();
    });
}

}  // namespace

std::vector<pupils::Clock> clocks_of_referral(Transaction& tx, const Referral& referral)
{
    const auto pupil = pupils::summary_of(tx, referral.pupil);
    if (!pupil) return {};
    const auto exclusions = pupils::exclusions_of(tx, referral.pupil);
    const auto circumstances = pupils::circumstances_of(tx, referral.pupil);
    const bool has_social_worker = std::ranges::any_of(circumstances, [&](const pupils::Circumstance& circumstance) {
        return circumstance.kind == pupils::CircumstanceKind::social_worker && circumstance.days.contains(tx.today());
    });
    return ClockRoom{tx}.clocks({.today = tx.today(),
                                 .authority_told_on = referral.authority_told_on,
                                 .decided_on = referral.decided_on,
                                 .state = referral.state,
                                 .exclusions = exclusions,
                                 .looked_after_or_social_worker = pupil->looked_after || has_social_worker},
                                pupil->school);
}

std::vector<ListedReferral> list_referrals(Transaction& tx, const Who& who, const ReferralFilter& filter)
{
    Bindings bindings = pupils::visible_to(who);
    const std::string folded = folded_for_search(filter.words);
    bindings.emplace_back("tab", filter.tab);
    bindings.emplace_back("role", who.role);
    bindings.emplace_back("words", folded.empty() ? std::nullopt : std::optional{"%" + folded + "%"});
    bindings.emplace_back("number", trimmed(filter.words));
    bindings.emplace_back("reason", filter.reason);
    bindings.emplace_back("from_organisation", filter.organisation);
    std::vector<std::optional<OrganisationId>> schools;
    auto listed = tx.all(sql::list_referrals, bindings, [&](const Row& row) {
        schools.push_back(row.maybe_id<OrganisationId>("school_id"));
        return ListedReferral{
            .id = row.id<ReferralId>("id"),
            .reference = row.text("reference"),
            .pupil = row.id<PupilId>("pupil_id"),
            .pupil_reference = row.text("pupil_reference"),
            .pupil_name = row.text("known_as") + " " + row.text("last_name"),
            .year_group = row.maybe_number("year_group"),
            .organisation = row.id<OrganisationId>("organisation_id"),
            .organisation_name = row.text("organisation_name"),
            .state = row.one_of<State>("state"),
            .urgency = row.one_of<Urgency>("urgency"),
            .primary_reason = row.maybe_one_of<Reason>("primary_reason"),
            .authority_told_on = row.maybe_date("authority_told_on"),
            .sent_at = row.maybe_instant("sent_at"),
            .decided_on = row.maybe_date("decided_on"),
            .with_role = row.one_of<Role>("with_role"),
        };
    });
    ClockRoom room{tx};
    for (std::size_t at = 0; at < listed.size(); ++at) {
        ListedReferral& line = listed[at];
        line.clock = room.pressing(line.pupil, line.state, line.authority_told_on, line.decided_on, schools[at]);
    }
    order_by_clock(listed);
    return listed;
}

std::vector<QueuedReferral> queue_ready_for_panel(Transaction& tx)
{
    std::vector<std::optional<OrganisationId>> schools;
    auto queue = tx.all(sql::queue_ready_for_panel, {}, [&](const Row& row) {
        schools.push_back(row.maybe_id<OrganisationId>("school_id"));
        return QueuedReferral{
            .id = row.id<ReferralId>("id"),
            .reference = row.text("reference"),
            .pupil = row.id<PupilId>("pupil_id"),
            .pupil_reference = row.text("pupil_reference"),
            .pupil_name = row.text("known_as") + " " + row.text("last_name"),
            .organisation_name = row.text("organisation_name"),
            .urgency = row.one_of<Urgency>("urgency"),
            .primary_reason = row.maybe_one_of<Reason>("primary_reason"),
            .route = row.maybe_one_of<TriageRoute>("route"),
            .authority_told_on = row.maybe_date("authority_told_on"),
            .sent_at = row.maybe_instant("sent_at"),
        };
    });
    ClockRoom room{tx};
    for (std::size_t at = 0; at < queue.size(); ++at)
        queue[at].clock = room.pressing(queue[at].pupil, State::ready_for_panel, queue[at].authority_told_on, {}, schools[at]);
    order_by_clock(queue);
    return queue;
}

}  // namespace waymark::referrals
