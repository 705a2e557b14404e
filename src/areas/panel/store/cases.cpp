// Reading a case from the areas below: nothing here is the panel's own.
#include "panel/store/cases.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "foundation/text.hpp"
#include "panel/store/decisions.hpp"
#include "people/store/calendars.hpp"
#include "people/store/law_choices.hpp"
#include "people/store/organisations.hpp"
#include "pupils/rules/day_six.hpp"
#include "pupils/store/pupils.hpp"
#include "voice/store/voices.hpp"

namespace waymark::panel {
namespace {

using pupils::EnrolmentStatus;

RollNow roll_on(const std::vector<pupils::Enrolment>& enrolments, Date day)
{
    RollNow roll = RollNow::none;
    for (const auto& enrolment : enrolments) {
        if (!enrolment.days.contains(day) || enrolment.status == EnrolmentStatus::guest) continue;
        if (enrolment.status == EnrolmentStatus::current_subsidiary) return RollNow::dual;
        roll = RollNow::one_school;
    }
    return roll;
}

std::vector<OrganisationId> close_to(Transaction& tx, const referrals::Referral& referral, const pupils::PupilSummary& pupil)
{
    std::vector<OrganisationId> close{referral.organisation};
    if (pupil.school) close.push_back(OrganisationId{*pupil.school});
    for (const OrganisationId one : std::vector{close})
        if (const auto organisation = people::organisation(tx, one); organisation && organisation->parent) close.push_back(*organisation->parent);
    return close;
}

std::string latest_words(const std::vector<voice::Voice>& voices, bool of_child)
{
    const auto said = std::ranges::find_if(voices, [&](const voice::Voice& one) {
        return (one.said_by == voice::SaidBy::child) == of_child && !one.words.empty();
    });
    return said == voices.end() ? std::string{} : said->words;
}

}  // namespace

Result<Case> case_of(Transaction& tx, referrals::ReferralId id)
{
    auto referral = referrals::find_referral(tx, id);
    if (!referral) return not_found("referral.not_found", "There is no such referral.");
    auto pupil = pupils::summary_of(tx, referral->pupil);
    expects(pupil.has_value());
    Case found{.referral = *std::move(referral), .pupil = *std::move(pupil)};
    found.roll_now = roll_on(pupils::enrolments_of(tx, found.pupil.id), tx.today());
    found.was_excluded = pupils::standing_exclusion(pupils::exclusions_of(tx, found.pupil.id)) != nullptr;
    const auto voices = voice::voices_of(tx, found.pupil.id);
    found.child_view = found.referral.child_view.empty() ? latest_words(voices, true) : found.referral.child_view;
    found.family_view = found.referral.family_view.empty() ? latest_words(voices, false) : found.referral.family_view;
    found.questions = referrals::questions_of(tx, found.referral.id);
    for (auto& contact : pupils::contacts_of(tx, found.pupil.id))
        if (contact.may_contact) found.family.push_back(std::move(contact));
    std::ranges::stable_partition(found.family, &pupils::Contact::parental_responsibility);
    found.close_organisations = close_to(tx, found.referral, found.pupil);
    return found;
}

CaseFacts facts_of(Transaction& tx, const Case& the_case, const std::optional<std::string>& category, bool supersedes)
{
    const auto chosen = find_category(tx, category);
    return {.school_name = the_case.pupil.school_name,
            .has_ehc_plan = the_case.pupil.sen == pupils::SenProvision::ehcp,
            .roll_now = the_case.roll_now,
            .category = chosen ? std::optional{chosen->rules} : std::nullopt,
            .supersedes = supersedes};
}

WaitingReferral waiting(Transaction& tx, const referrals::Referral& referral)
{
    WaitingReferral found{.referral = referral.id,
                          .reference = referral.reference,
                          .urgency = referral.urgency,
                          .clock = {},
                          .due = {},
                          .is_breached = false,
                          .school_days_left = {},
                          .waiting_since = referral.authority_told_on};
    const auto clocks = referrals::clocks_of_referral(tx, referral);
    const auto first = std::ranges::find_if(clocks, [](const ClockShown& shown) { return shown.is_open() && (shown.clock.due || !shown.calendars_href.empty()); });
    if (first == clocks.end()) return found;
    found.clock = first->clock.name;
    found.due = first->clock.due;
    found.is_breached = first->clock.severity == Severity::breach;
    found.school_days_left = first->clock.school_days_left;
    return found;
}

Date news_by(Transaction& tx, const Case& the_case, Date decided_on)
{
    const auto school = the_case.pupil.school ? std::optional{OrganisationId{*the_case.pupil.school}} : std::nullopt;
    const auto counted_by = people::calendar_of(tx, school);
    const auto due = counted_by.calendar.add_school_days(decided_on, people::law_for(tx, decided_on).family_news_school_days);
    return due.value_or(decided_on + Days{7});
}

}  // namespace waymark::panel
