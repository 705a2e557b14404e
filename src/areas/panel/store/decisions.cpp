// The statements of decisions.sql about decisions, by name.
#include "panel/store/decisions.hpp"

#include "foundation/text.hpp"
#include "panel/store/decisions.sql.hpp"

namespace waymark::panel {
namespace {

std::vector<std::string> lines_in(std::string_view text)
{
    std::vector<std::string> found;
    for (const std::string_view line : split(text, '\n'))
        if (!trimmed(line).empty()) found.emplace_back(trimmed(line));
    return found;
}

ProposedDecision read_what(const Row& row)
{
    return {.outcome = row.one_of<Outcome>("outcome"),
            .reasons = row.text("reasons"),
            .conditions = lines_in(row.text("conditions")),
            .options_considered = row.text("options_considered"),
            .category = row.maybe_text("offer_category_id"),
            .sessions_per_week = row.maybe_number("sessions_per_week"),
            .weeks = row.maybe_number("weeks"),
            .roll = row.maybe_one_of<Roll>("roll"),
            .roll_reason = row.text("roll_reason"),
            .split = row.boolean("split"),
            .split_reason = row.text("split_reason"),
            .unregistered = row.boolean("unregistered"),
            .unregistered_reason = row.text("unregistered_reason"),
            .out_of_area = row.boolean("out_of_area"),
            .out_of_area_reason = row.text("out_of_area_reason"),
            .long_reason = row.text("long_reason"),
            .signed_off_by = row.maybe_id<UserId>("signed_off_by"),
            .outcome_measure = row.text("outcome_measure"),
            .exit_plan = row.text("exit_plan"),
            .sen_team_view = row.text("sen_team_view"),
            .dissent = row.text("dissent"),
            .outside_meeting_reason = row.text("outside_meeting_reason"),
            .supersede_reason = row.text("supersede_reason")};
}

Decision read_decision(const Row& row)
{
    return {.id = row.id<DecisionId>("id"),
            .referral = row.id<ReferralId>("referral_id"),
            .meeting = row.maybe_id<MeetingId>("meeting_id"),
            .what = read_what(row),
            .category_name = row.text_or_empty("category_name"),
            .signed_off_name = row.text("signed_off_name"),
            .child_view = row.text("child_view"),
            .family_view = row.text("family_view"),
            .minute = row.text("present"),
            .chair_name = row.text("chair_name"),
            .decided_on = row.date("decided_on"),
            .supersedes = row.maybe_id<DecisionId>("supersedes_id"),
            .superseded_by = row.maybe_id<DecisionId>("superseded_by"),
            .recorded_by = row.text_or_empty("recorded_by"),
            .recorded_at = row.instant("created_at")};
}

CategoryRules read_rules(const Row& row)
{
    return {.name = row.text("name"),
            .weeks_max = row.maybe_number("weeks_max"),
            .full_time = !row.is_null("full_time") && row.boolean("full_time"),
            .dual_registration_required = row.boolean("dual_registration_required")};
}

}  // namespace

Result<Decision> find_decision(Transaction& tx, DecisionId id)
{
    auto decision = tx.maybe_one(sql::find_decision, {{"decision", id}}, read_decision);
    if (!decision) return not_found("panel.decision_not_found", "There is no such decision.");
    return *std::move(decision);
}

std::optional<Decision> standing_decision(Transaction& tx, ReferralId referral)
{
    return tx.maybe_one(sql::standing_decision, {{"referral", referral}}, read_decision);
}

std::vector<Decision> decisions_of(Transaction& tx, ReferralId referral)
{
    return tx.all(sql::decisions_of_referral, {{"referral", referral}}, read_decision);
}

void insert_decision(Transaction& tx, const Decision& decision)
{
    const ProposedDecision& what = decision.what;
    tx.run(sql::insert_decision, {{"id", decision.id},
                                  {"referral", decision.referral},
                                  {"meeting", decision.meeting},
                                  {"outcome", what.outcome},
                                  {"reasons", what.reasons},
                                  {"conditions", join(what.conditions, "\n")},
                                  {"options_considered", what.options_considered},
                                  {"category", what.category},
                                  {"sessions_per_week", what.sessions_per_week},
                                  {"weeks", what.weeks},
                                  {"roll", what.roll},
                                  {"roll_reason", what.roll_reason},
                                  {"split", what.split},
                                  {"split_reason", what.split_reason},
                                  {"unregistered", what.unregistered},
                                  {"unregistered_reason", what.unregistered_reason},
                                  {"out_of_area", what.out_of_area},
                                  {"out_of_area_reason", what.out_of_area_reason},
                                  {"long_reason", what.long_reason},
                                  {"signed_off_by", what.signed_off_by},
                                  {"signed_off_name", decision.signed_off_name},
                                  {"child_view", decision.child_view},
                                  {"family_view", decision.family_view},
                                  {"outcome_measure", what.outcome_measure},
                                  {"exit_plan", what.exit_plan},
                                  {"sen_team_view", what.sen_team_view},
                                  {"dissent", what.dissent},
                                  {"outside_meeting_reason", what.outside_meeting_reason},
                                  {"present", decision.minute},
                                  {"chair_name", decision.chair_name},
                                  {"decided_on", decision.decided_on},
                                  {"supersedes", decision.supersedes},
                                  {"supersede_reason", what.supersede_reason}});
}

std::vector<Category> categories_on(Transaction& tx, Date day)
{
    return tx.all(sql::categories_on, {{"day", day}},
                  [](const Row& row) { return Category{row.text("id"), row.text("description"), read_rules(row)}; });
}

std::optional<Category> find_category(Transaction& tx, const std::optional<std::string>& id)
{
    return tx.maybe_one(sql::category_rules, {{"category", id}},
                        [&](const Row& row) { return Category{*id, row.text("description"), read_rules(row)}; });
}

}  // namespace waymark::panel
