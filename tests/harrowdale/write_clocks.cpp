// What was recorded for the clocks of the law: mostly in time, as in a real area, with some of it late and some forgotten.
#include <algorithm>

#include "clocks/store/facts.hpp"
#include "harrowdale/writer.hpp"
#include "people/store/calendars.hpp"
#include "pupils/rules/day_six.hpp"
#include "pupils/store/pupils.hpp"
#include "vocabulary/bank_holidays.hpp"

namespace waymark::harrowdale {
namespace {

using clocks::FactKind;

/// Writes the facts of one child. Its own dice, so that the rest of Harrowdale falls as it did.
class FactWriter {
public:
    FactWriter(Transaction& tx, pupils::PupilId pupil, std::uint64_t seed) : dice{seed}, tx_{tx}, pupil_{pupil} {}

    /// Nothing is written of a day that has not come.
    void fact(FactKind kind, Date on, std::optional<Id> about = {}, std::string note = {})
    {
        if (on > tx_.today() && !clocks::words_of(kind).may_lie_ahead) return;
        clocks::insert_fact(tx_, pupil_, {.id = {Id::from_words(fmt::format("{} {} {}", enum_text(kind), iso(on), pupil_.text()))}, .kind = kind, .on = on, .about = about, .note = std::move(note)});
    }

    void reason(clocks::ClockKind clock, Id about, clocks::Ground ground, std::string words)
    {
        clocks::insert_reason(tx_, pupil_, {.id = {Id::from_words(fmt::format("reason {} {}", enum_text(clock), pupil_.text()))}, .clock = clock, .about = about, .ground = ground, .words = std::move(words)});
    }

    Dice dice;

private:
    Transaction& tx_;
    pupils::PupilId pupil_;
};

void exclusion_facts(FactWriter& facts, const pupils::Exclusion& exclusion, Date today)
{
    const Id about = exclusion.id.value;
    if (facts.dice.in_hundred(85) || exclusion.first_day + Days{5} >= today) facts.fact(FactKind::parent_told, exclusion.first_day, about, "Letter of the head");
    const Date met = exclusion.first_day + Days{facts.dice.between(10, 16)};
    if (exclusion.status != pupils::ExclusionStatus::governors_pending || facts.dice.in_hundred(80)) facts.fact(FactKind::governors_met, is_weekend(met) ? met - Days{2} : met, about, "Minutes held by the clerk");
    if (facts.dice.in_hundred(20))
        facts.reason(clocks::ClockKind::full_time_after_exclusion, about, clocks::Ground::parent_educates, "The parent told us in writing that they educate at home. Letter kept with the referral.");
    if (!facts.dice.in_hundred(12)) return;
    facts.fact(FactKind::review_requested, met + Days{9}, about);
    facts.fact(FactKind::review_finished, met + Days{28}, about, "The panel upheld the decision");
}

/// Annual reviews each year from the plan on; one in twelve is late or not recorded.
void plan_facts(FactWriter& facts, Date plan_from, Date today)
{
    const int late = facts.dice.in_hundred(8) ? facts.dice.between(10, 60) : -facts.dice.between(5, 40);
    Date last = plan_from;
    for (int year = 1; plan_from + Days{365 * year + late} < today; ++year) last = plan_from + Days{365 * year + late};
    if (last == plan_from) return;
    if (is_weekend(last)) last -= Days{2};
    facts.fact(FactKind::ehc_review_met, last);
    if (facts.dice.in_hundred(94)) facts.fact(FactKind::ehc_review_decided, last + Days{facts.dice.between(7, 27)});
}

void looked_after_facts(FactWriter& facts, Date since)
{
    if (facts.dice.in_hundred(94)) facts.fact(FactKind::pep_begun, add_working_days(since, facts.dice.between(3, 10)));
    if (facts.dice.in_hundred(90)) facts.fact(FactKind::pep_ready, add_working_days(since, facts.dice.between(12, 20)));
}

void part_time_facts(FactWriter& facts, const PlannedPupil& planned, Date today)
{
    if (planned.reason != "ebsa" || planned.stand != Stand::known || !facts.dice.in_hundred(40)) return;
    Date began = today - Days{facts.dice.between(5, 60)};
    while (weekday(began) != Weekday::monday) began -= Days{1};
    facts.fact(FactKind::part_time_began, began, {}, "Mornings only");
    if (!facts.dice.in_hundred(70)) return;  // nobody looked after it: neither agreed nor reviewed
    facts.fact(FactKind::part_time_agreed, began - Days{3}, {}, "Signed at the meeting in school");
    facts.fact(FactKind::part_time_end_agreed, began + Days{32});
    facts.fact(FactKind::part_time_reviewed, began + Days{facts.dice.between(8, 11)});
}

}  // namespace

void write_clock_facts(Writer& writer, const std::vector<PlannedPupil>& pupils)
{
    const Date today = writer.options.today;
    writer.at(today, 8, 0, "Priya Raman");
    must(writer.context.in_transaction([&](Transaction& tx) -> Result<void> {
        for (std::size_t number = 0; number < pupils.size(); ++number) {
            const auto child = must(clocks::facts_of(tx, pupil_id(number)), "clocks");
            FactWriter facts{tx, child.id, writer.options.seed * 31 + number};
            for (const auto& exclusion : child.exclusions)
                if (exclusion.kind == pupils::ExclusionKind::permanent) exclusion_facts(facts, exclusion, today);
            for (const auto& plan : child.plan)
                if (plan.contains(today)) plan_facts(facts, plan.from, today);
            for (const auto& care : child.looked_after)
                if (care.contains(today)) looked_after_facts(facts, care.from);
            part_time_facts(facts, pupils[number], today);
        }
        return {};
    }), "facts for the clocks");
}

}  // namespace waymark::harrowdale
