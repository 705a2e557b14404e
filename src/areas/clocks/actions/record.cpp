#include "clocks/actions/record.hpp"

#include <algorithm>

#include "clocks/store/all_clocks.hpp"
#include "foundation/text.hpp"

namespace waymark::clocks {
namespace {

bool is_about_one_of(const PupilFacts& child, FactSubject subject, Id about)
{
    if (subject == FactSubject::exclusion) return std::ranges::any_of(child.exclusions, [&](const auto& one) { return one.id.value == about; });
    return std::ranges::any_of(child.placements, [&](const auto& one) { return one.id == about; });
}

Problems problems_with_reason(const LawfulReason& reason, std::span<const RunningClock> running)
{
    Problems problems;
    if (trimmed(reason.words).empty()) problems.add("reason.words_missing", "Write why the duty is lawfully not met, and who decided it.", "words");
    if (!std::ranges::any_of(words_of(reason.clock).grounds, [&](Ground ground) { return ground == reason.ground; }))
        problems.add("reason.ground_not_allowed", "The law does not know this ground for this duty. Choose one of those listed.", "ground");
    const auto clock = std::ranges::find_if(running, [&](const RunningClock& one) { return one.kind == reason.clock && one.about == reason.about; });
    if (clock == running.end()) problems.add("reason.clock_not_running", "This clock does not run for the child any more. Open their clocks again.");
    else if (clock->reason) problems.add("reason.twice", "A lawful reason is recorded already. Take it back first if it no longer holds.");
    return problems;
}

}  // namespace

Result<FactId> record_fact(Context& context, PupilId pupil, DatedFact fact)
{
    return context.in_transaction([&](Transaction& tx) -> Result<FactId> {
        const auto child = TRY(facts_of(tx, pupil));
        const FactSubject subject = words_of(fact.kind).subject;
        if (subject == FactSubject::child) fact.about.reset();
        Problems problems = problems_with(fact, child.facts, child.born, context.today);
        if (fact.about && !is_about_one_of(child, subject, *fact.about))
            problems.add("fact.about_unknown", "Choose one of this child’s own records.", "about");
        TRY(problems.as_result());
        fact.id = tx.new_id<FactId>();
        insert_fact(tx, pupil, fact);
        TRY(tx.record({.verb = "recorded", .entity = "dated_fact", .about = fact.id.value, .pupil = pupil.value,
                       .after = "{\"kind\":\"" + std::string{enum_text(fact.kind)} + "\",\"on\":\"" + iso(fact.on) + "\"}"}));
        return fact.id;
    });
}

Result<ReasonId> record_lawful_reason(Context& context, PupilId pupil, LawfulReason reason)
{
    return context.in_transaction([&](Transaction& tx) -> Result<ReasonId> {
        const auto child = TRY(facts_of(tx, pupil));
        const auto running = clocks_of_child(tx, child);
        TRY(problems_with_reason(reason, running).as_result());
        reason.id = tx.new_id<ReasonId>();
        insert_reason(tx, pupil, reason);
        TRY(tx.record({.verb = "recorded", .entity = "lawful_reason", .about = reason.id.value, .pupil = pupil.value,
                       .after = "{\"clock\":\"" + std::string{enum_text(reason.clock)} + "\",\"ground\":\"" + std::string{enum_text(reason.ground)} + "\"}",
                       .reason = reason.words}));
        return reason.id;
    });
}

Result<void> take_back(Context& context, PupilId pupil, FactId fact, std::string_view why)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        if (trimmed(why).empty()) return refused("fact.why_missing", "Write why this is taken back.", "why");
        if (!take_back_fact(tx, pupil, fact, why)) return not_found("fact.not_standing", "This was taken back already, or is not there.");
        return tx.record({.verb = "taken_back", .entity = "dated_fact", .about = fact.value, .pupil = pupil.value, .reason = std::string{why}});
    });
}

Result<void> take_back(Context& context, PupilId pupil, ReasonId reason, std::string_view why)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        if (trimmed(why).empty()) return refused("fact.why_missing", "Write why this is taken back.", "why");
        if (!take_back_reason(tx, pupil, reason, why)) return not_found("fact.not_standing", "This was taken back already, or is not there.");
        return tx.record({.verb = "taken_back", .entity = "lawful_reason", .about = reason.value, .pupil = pupil.value, .reason = std::string{why}});
    });
}

}  // namespace waymark::clocks
