// Each change with its event, in one transaction.
#include "pupils/actions/keep_record.hpp"

#include <algorithm>

#include "foundation/json.hpp"
#include "foundation/text.hpp"
#include "people/store/calendars.hpp"
#include "people/store/changed_meanwhile.hpp"
#include "people/store/law_choices.hpp"
#include "pupils/rules/day_six.hpp"
#include "pupils/rules/rolls.hpp"
#include "pupils/store/pupils.hpp"
#include "tasks/store/tasks.hpp"
#include "vocabulary/postcode.hpp"
#include "vocabulary/upn.hpp"

namespace waymark::pupils {
namespace {

using Facts = Json;

Result<void> record(Transaction& tx, PupilId pupil, std::string verb, std::string entity, Id about, const Facts& after = {},
                    std::string reason = {})
{
    return tx.record({.verb = std::move(verb),
                      .entity = std::move(entity),
                      .about = about,
                      .pupil = pupil.value,
                      .after = after.is_null() ? "" : json_text(after),
                      .reason = std::move(reason)});
}

Result<PupilSummary> known_pupil(Transaction& tx, PupilId pupil)
{
    auto summary = summary_of(tx, pupil);
    if (!summary) return not_found("pupil.not_found", "There is no such pupil.");
    return *std::move(summary);
}

/// The row to insert, its numbers in their normal form.
Result<Pupil> read_pupil(Transaction& tx, const NewPupil& command)
{
    Problems found;
    Pupil pupil{.id = command.id.value_or(tx.new_id<PupilId>()),
                .reference = command.reference.empty() ? make_reference() : command.reference,
                .first_name = std::string{trimmed(command.first_name)},
                .last_name = std::string{trimmed(command.last_name)},
                .known_as = std::string{trimmed(command.known_as.empty() ? command.first_name : command.known_as)},
                .pronouns = command.pronouns,
                .born = command.born,
                .sex = command.sex,
                .ethnicity = command.ethnicity,
                .first_language = command.first_language,
                .address = command.address,
                .address_protected = command.address_protected,
                .home_authority = command.home_authority.empty() ? tx.context().authority : command.home_authority};
    if (pupil.first_name.empty()) found.add("pupil.first_name_missing", "Enter the child’s first name", "first_name");
    if (pupil.last_name.empty()) found.add("pupil.last_name_missing", "Enter the child’s last name", "last_name");
    if (pupil.born > tx.today()) found.add("pupil.born_in_future", "The date of birth must be in the past", "born");
    const auto keep_problems = [&](const Problems& problems, std::string field) {
        for (Problem problem : problems) {
            problem.field = field;
            found.add(std::move(problem));
        }
    };
    if (!trimmed(command.upn).empty()) {
        const auto upn = Upn::parse(command.upn);
        if (upn) pupil.upn = upn->text();
        else keep_problems(upn.error(), "upn");
    }
    if (!trimmed(command.postcode).empty()) {
        const auto postcode = Postcode::parse(command.postcode);
        if (postcode) pupil.postcode = postcode->text();
        else keep_problems(postcode.error(), "postcode");
    }
    TRY(found.as_result());
    return pupil;
}

/// Inserts the roll, lets its school see the child, and checks the rolls as they then stand.
Result<void> put_on_roll(Transaction& tx, PupilId pupil, const NewEnrolment& command)
{
    const Id id = Id::make(tx.now());
    insert_enrolment(tx, pupil, {.id = id, .school = command.school, .status = command.status, .year_group = command.year_group,
                                 .days = {command.from, command.to}});
    TRY(problems_with_rolls(enrolments_of(tx, pupil), std::max(command.from, std::min(tx.today(), command.to.value_or(tx.today())))).as_result());
    grant_access(tx, pupil, command.school, AccessKind::enrolled, id, command.from);
    if (command.to) end_access(tx, AccessKind::enrolled, id, *command.to);
    return record(tx, pupil, "enrolled", "enrolment", id, {{"school", command.school.text()}, {"status", enum_text(command.status)}, {"from", iso(command.from)}});
}

/// A day six that can be counted is the due day; one that cannot is due today, since somebody must add the calendar.
Result<void> open_day_six_task(Transaction& tx, const PupilSummary& pupil, const Exclusion& exclusion)
{
    const auto team = tasks::team_of_role(tx, Role::commissioner);
    if (!team) return {};
    const auto calendar = people::calendar_of(tx, exclusion.school);
    const auto due = full_time_due(exclusion.first_day, calendar.calendar, people::law_for(tx, exclusion.first_day));
    tasks::open_task(tx, {.kind = "day_six",
                          .title = "Arrange full-time education for " + pupil.reference,
                          .why = due ? "Permanently excluded from " + long_date(exclusion.first_day) + ": day six is " + long_date(*due)
                                     : "Permanently excluded. Day six is not known: add the terms of " + calendar.whose,
                          .severity = Severity::warn,
                          .due_on = due.value_or(tx.today()),
                          .about_entity = "exclusion",
                          .about = exclusion.id.value,
                          .href = "/pupils/" + pupil.reference,
                          .pupil = pupil.id.value,
                          .organisation = *team,
                          .role = Role::commissioner});
    return {};
}

}  // namespace

Result<PupilId> create_pupil(Context& context, const NewPupil& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<PupilId> {
        const Pupil pupil = TRY(read_pupil(tx, command));
        if (!insert_pupil(tx, pupil))
            return refused("pupil.upn_taken", "A child with this UPN is on record already. Find them before you add a new one.", "upn");
        TRY(record(tx, pupil.id, "added", "pupil", pupil.id.value));
        if (command.roll) TRY(put_on_roll(tx, pupil.id, *command.roll));
        else if (!may_see(tx, context.who, pupil.id) && !context.who.organisation.value.is_nil())
            grant_access(tx, pupil.id, context.who.organisation, AccessKind::working_with, pupil.id.value, context.today);
        return pupil.id;
    });
}

Result<void> enrol(Context& context, PupilId pupil, const NewEnrolment& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        TRY(known_pupil(tx, pupil));
        if (command.status == EnrolmentStatus::current_single)
            for (const Enrolment& before : enrolments_of(tx, pupil)) {
                if (before.status != EnrolmentStatus::current_single || before.days.to || before.days.from >= command.from) continue;
                TRY(end_roll(context, pupil, before.id, command.from - Days{1}, "Registered at another school"));
            }
        return put_on_roll(tx, pupil, command);
    });
}

Result<void> end_roll(Context& context, PupilId pupil, Id enrolment, Date last_day, std::string ground)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        if (trimmed(ground).empty())
            return refused("enrolment.ground_missing", "Choose the ground on which the child comes off the roll.", "ground");
        if (!end_enrolment(tx, enrolment, last_day, ground))
            return not_found("enrolment.not_found", "This roll has ended already, or begins after that day.");
        end_access(tx, AccessKind::enrolled, enrolment, last_day);
        return record(tx, pupil, "left_roll", "enrolment", enrolment, {{"to", iso(last_day)}}, std::move(ground));
    });
}

Result<void> record_sen(Context& context, PupilId pupil, const SenRecord& sen)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        TRY(known_pupil(tx, pupil));
        insert_sen_record(tx, pupil, sen);
        return record(tx, pupil, "recorded", "sen_record", pupil.value,
                      {{"provision", enum_text(sen.provision)}, {"need", sen.primary_need}, {"from", iso(sen.days.from)}});
    });
}

Result<void> record_circumstance(Context& context, PupilId pupil, const Circumstance& circumstance)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        TRY(known_pupil(tx, pupil));
        insert_circumstance(tx, pupil, circumstance);
        return record(tx, pupil, "recorded", "circumstance", pupil.value,
                      {{"kind", enum_text(circumstance.kind)}, {"from", iso(circumstance.days.from)}});
    });
}

Result<void> end_circumstance(Context& context, PupilId pupil, CircumstanceKind kind, Date last_day)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        if (!end_circumstance(tx, pupil, kind, last_day)) return not_found("circumstance.not_found", "Nothing of that kind is in force.");
        return record(tx, pupil, "ended", "circumstance", pupil.value, {{"kind", enum_text(kind)}, {"to", iso(last_day)}});
    });
}

Result<void> add_contact(Context& context, PupilId pupil, const Contact& contact)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        TRY(known_pupil(tx, pupil));
        Problems found;
        if (trimmed(contact.name).empty()) found.add("contact.name_missing", "Enter the contact’s name", "name");
        if (contact.may_contact && contact.telephone.empty() && contact.email.empty())
            found.add("contact.no_channel", "Enter a telephone number or an e-mail address", "telephone");
        TRY(found.as_result());
        insert_contact(tx, pupil, contact);
        return record(tx, pupil, "added", "contact", pupil.value);
    });
}

Result<ExclusionId> record_exclusion(Context& context, PupilId pupil, const Exclusion& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<ExclusionId> {
        const PupilSummary summary = TRY(known_pupil(tx, pupil));
        Problems found;
        if (command.reasons.empty() || command.reasons.size() > 3)
            found.add("exclusion.reasons_missing", "Choose one to three reasons", "reasons");
        if (command.kind == ExclusionKind::suspension && command.sessions.value_or(0) < 1)
            found.add("exclusion.length_missing", "Enter how many half days the suspension lasts", "sessions");
        TRY(found.as_result());
        Exclusion exclusion = command;
        if (exclusion.id.value.is_nil()) exclusion.id = tx.new_id<ExclusionId>();
        insert_exclusion(tx, pupil, exclusion);
        TRY(record(tx, pupil, exclusion.kind == ExclusionKind::permanent ? "excluded" : "suspended", "exclusion", exclusion.id.value,
                   {{"first_day", iso(exclusion.first_day)}, {"reasons", join(exclusion.reasons, " ")}}));
        if (exclusion.kind == ExclusionKind::permanent && still_excludes(exclusion)) TRY(open_day_six_task(tx, summary, exclusion));
        return exclusion.id;
    });
}

Result<void> change_exclusion(Context& context, PupilId pupil, const ChangeExclusion& change)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const PupilSummary summary = TRY(known_pupil(tx, pupil));
        const auto all = exclusions_of(tx, pupil);
        const auto found = std::ranges::find(all, change.exclusion, &Exclusion::id);
        if (found == all.end()) return not_found("exclusion.not_found", "There is no such exclusion.");
        Problems problems;
        if (std::ranges::none_of(statuses_after(*found), [&](ExclusionStatus status) { return status == change.status; }))
            problems.add("exclusion.status_refused", "Choose what can become of it: it is “" + exclusion_status_name(found->status) + "” now.", "status");
        if (trimmed(change.reason).empty()) problems.add("exclusion.reason_missing", "Enter why, and who decided it", "reason");
        TRY(problems.as_result());
        if (!set_exclusion_status(tx, pupil, change.exclusion, change.status, change.seen_version))
            return people::changed_meanwhile(tx, change.exclusion.value, "exclusion.changed_meanwhile", "exclusion");
        if (!still_excludes({.status = change.status})) tasks::close_tasks_about(tx, change.exclusion.value, "day_six", tasks::State::no_longer_needed);
        else if (!still_excludes(*found) && found->kind == ExclusionKind::permanent) TRY(open_day_six_task(tx, summary, *found));
        const auto team = tasks::team_of_role(tx, Role::commissioner);
        if (change.status == ExclusionStatus::reinstated && team)
            tasks::open_task(tx, {.kind = "reinstated_pupil",
                                  .title = "Look again at the purpose of the placement of " + summary.reference,
                                  .why = "Reinstated by the governors",
                                  .severity = Severity::warn,
                                  .due_on = tx.today(),
                                  .about_entity = "exclusion",
                                  .about = change.exclusion.value,
                                  .href = "/pupils/" + summary.reference,
                                  .pupil = pupil.value,
                                  .organisation = *team,
                                  .role = Role::commissioner});
        return record(tx, pupil, "changed", "exclusion", change.exclusion.value, {{"status", enum_text(change.status)}}, std::string{trimmed(change.reason)});
    });
}

}  // namespace waymark::pupils
