// Asking is noted before anything is answered, in a transaction of its own: who asks in vain has asked.
#include "pupils/actions/look_in_emergency.hpp"

#include <set>

#include "foundation/json.hpp"
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "people/rules/roles.hpp"
#include "people/store/organisations.hpp"
#include "people/store/users.hpp"
#include "platform/outbox/outbox.hpp"
#include "pupils/store/pupils.hpp"
#include "tasks/store/tasks.hpp"

namespace waymark::pupils {
namespace {

constexpr auto hours_setting = "emergency_access_hours";

Result<void> record(Transaction& tx, const EmergencyId& id, PupilId pupil, std::string verb, const Json& after)
{
    // The words stay out of `reason`, which the child’s timeline shows to everybody who sees the child.
    return tx.record({.verb = std::move(verb), .entity = "emergency_access", .about = id.value, .pupil = pupil.value, .after = json_text(after)});
}

/// Notes the asking; answers whom it names, if it names one.
Result<std::optional<PupilId>> ask(Transaction& tx, const EmergencyRequest& request)
{
    if (tries_since(tx, tx.now() - std::chrono::hours{1}) >= emergency_tries_an_hour)
        return refused("emergency.too_many", "You have asked five times within an hour. Wait, or ring the commissioning team. If a child is in danger now, ring 999.");
    note_try(tx);
    TRY(tx.record({.verb = "asked_in_emergency", .entity = "user", .about = tx.context().who.user.value, .pupil = {}}));
    return child_asked_for(tx, request);
}

void tell_commissioners(Transaction& tx, const NewEmergency& opened, const PupilSummary& pupil)
{
    const Who& who = tx.context().who;
    const std::string href = "/emergency-access/reviews/" + opened.id.text();
    std::set<OrganisationId> teams;
    std::set<UserId> told;
    const auto origin = outbox::origin_of_links();
    for (const auto& commissioner : people::colleagues(tx, Role::commissioner)) {
        teams.insert(commissioner.organisation);
        const auto user = origin && told.insert(commissioner.user).second ? people::user(tx, commissioner.user) : std::nullopt;
        if (user)
            outbox::put(tx, {.to = user->email,
                             .subject = "A record was opened in an emergency",
                             .body = "Somebody opened a child’s record in an emergency. See who and why, and say whether it was right:\n\n" + *origin + href +
                                     "\n\nIt waits for a commissioner until " + long_date(opened.review_due) + ".\n"});
    }
    if (const auto team = tasks::team_of_role(tx, Role::commissioner); team && teams.empty()) teams.insert(*team);
    for (const OrganisationId team : teams)
        tasks::open_task(tx, {.kind = "emergency_access_review",
                              .title = "Review the emergency look at pupil " + pupil.reference,
                              .why = who.name + ", " + std::string{people::role_name(*who.role)} + " at " + who.organisation_name + ", opened the record: " +
                                     lower_ascii(danger_words(opened.danger)),
                              .severity = Severity::warn,
                              .due_on = opened.review_due,
                              .about_entity = "emergency_access",
                              .about = opened.id.value,
                              .href = href,
                              .pupil = pupil.id.value,
                              .organisation = team,
                              .role = Role::commissioner});
}

Result<Opened> open(Transaction& tx, PupilId pupil, const EmergencyRequest& request)
{
    const auto summary = summary_of(tx, pupil);
    expects(summary.has_value());
    switch (sight_of(tx, tx.context().who, pupil)) {
    case Sight::by_relationship: return Opened{.reference = summary->reference, .had_a_relation = true};
    case Sight::in_emergency: return Opened{.reference = summary->reference};
    case Sight::none: break;
    }
    const NewEmergency opened{.id = tx.new_id<EmergencyId>(),
                              .pupil = pupil,
                              .danger = *request.danger,
                              .why = std::string{trimmed(request.why)},
                              .ends_at = tx.now() + std::chrono::hours{emergency_hours_now(tx)},
                              .review_due = emergency_review_due(tx.today())};
    insert_emergency(tx, opened);
    tell_commissioners(tx, opened, *summary);
    TRY(record(tx, opened.id, pupil, "opened", {{"danger", enum_text(opened.danger)}, {"why", opened.why}, {"ends_at", iso_instant(opened.ends_at)}}));
    return Opened{.reference = summary->reference};
}

Result<EmergencyAccess> for_a_commissioner(Transaction& tx, EmergencyId id)
{
    if (tx.context().who.role != Role::commissioner) return forbidden("emergency.for_commissioners", "Only a commissioner looks after emergency access.");
    auto found = find_emergency(tx, id);
    if (!found) return not_found("emergency.not_found", "There is no such emergency access.");
    return *std::move(found);
}

}  // namespace

Result<Opened> look_in_emergency(Context& context, const EmergencyRequest& request)
{
    if (!may_look_in_emergency(context.who.role)) return forbidden("emergency.not_for_this_role", "Your role does not include emergency access.");
    TRY(problems_with(request).as_result());
    const auto child = TRY(context.in_transaction([&](Transaction& tx) { return ask(tx, request); }));
    if (!child)
        return refused("emergency.nobody_found", "No record could be opened. Check what you typed, letter by letter. If you are not sure, ring the commissioning team.",
                       trimmed(request.reference).empty() ? "last_name" : "reference");
    return context.in_transaction([&](Transaction& tx) { return open(tx, *child, request); });
}

Result<void> end_emergency_look(Context& context, EmergencyId id)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto opened = TRY(for_a_commissioner(tx, id));
        if (!end_emergency(tx, id)) return stale("emergency.ended_already", "It has ended already.");
        return record(tx, id, opened.pupil, "ended", {{"ends_at", iso_instant(tx.now())}});
    });
}

Result<void> review_emergency(Context& context, EmergencyId id, const EmergencyReview& review)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto opened = TRY(for_a_commissioner(tx, id));
        if (opened.by == context.who.user) return refused("emergency.own_look", "You opened this record yourself. Another commissioner reviews it.");
        TRY(problems_with(review).as_result());
        const std::string words{trimmed(review.words)};
        if (!set_review(tx, id, *review.finding, words)) return stale("emergency.reviewed_already", "Somebody else has reviewed this meanwhile.");
        tasks::close_tasks_about(tx, id.value);
        TRY(record(tx, id, opened.pupil, "reviewed", {{"finding", enum_text(*review.finding)}, {"words", words}}));
        if (*review.finding == Finding::not_right && end_emergency(tx, id)) TRY(record(tx, id, opened.pupil, "ended", {{"ends_at", iso_instant(tx.now())}}));
        return {};
    });
}

Result<void> choose_emergency_hours(Context& context, int hours)
{
    TRY(problems_with_emergency_hours(hours).as_result());
    return context.in_transaction([&](Transaction& tx) {
        const int before = emergency_hours_now(tx);
        people::set_authority_setting(tx, hours_setting, std::to_string(hours), tx.today());
        return tx.record({.verb = "chose_emergency_hours", .entity = "user", .about = tx.context().who.user.value, .pupil = {},
                          .before = json_text(Json{{"hours", before}}), .after = json_text(Json{{"hours", hours}})});
    });
}

int emergency_hours_now(Transaction& tx) { return emergency_hours_chosen(people::authority_setting(tx, hours_setting, tx.today())); }

}  // namespace waymark::pupils
