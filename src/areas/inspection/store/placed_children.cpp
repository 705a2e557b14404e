#include "inspection/store/placed_children.hpp"

#include <map>

#include "attendance/store/counts.hpp"
#include "foundation/uk_time.hpp"
#include "inspection/store/placed_children.sql.hpp"
#include "people/store/law_choices.hpp"
#include "pupils/store/access.hpp"
#include "quality/store/assurance.hpp"
#include "vocabulary/attendance_code.hpp"

namespace waymark::inspection {
namespace {

using placements::PlacementId;

/// "|/|\|B|": the codes in force on that day that say a child was there.
std::string codes_of_presence(Date day)
{
    std::string codes = "|";
    for (const auto& code : AttendanceCode::all_on(day))
        if (code.counts_as() == CountsAs::present) codes += code.text() + "|";
    return codes;
}

/// The first moment after that day.
Instant end_of(Date day) { return uk_instant(day + Days{1}, 0, 0); }

Bindings for_this_person(Transaction& tx, std::initializer_list<Binding> bindings)
{
    Bindings all = pupils::visible_to(tx.context().who);
    for (const auto& one : bindings) all.push_back(one);
    return all;
}

PlacedChild read_placed_child(const Row& row)
{
    PlacedChild child{.pupil = row.id<pupils::PupilId>("pupil_id"),
                      .placement = row.id<PlacementId>("placement_id"),
                      .setting = row.id<OrganisationId>("organisation_id"),
                      .reference = row.text("reference"),
                      .known_as = row.text("known_as"),
                      .last_name = row.text("last_name"),
                      .born = row.date("born"),
                      .setting_name = row.text("setting_name"),
                      .programme_name = row.text("programme_name"),
                      .commissioner_name = row.text("commissioner_name"),
                      .school_name = row.text_or_empty("school_name"),
                      .registration = row.one_of<directory::Registration>("registration"),
                      .is_setting_in_authority = row.boolean("setting_in_authority"),
                      .is_placed_by_school = row.text("commissioner_kind") == enum_text(people::OrganisationKind::school),
                      .has_plan = row.boolean("has_plan"),
                      .is_looked_after = row.boolean("is_looked_after"),
                      .is_in_need = row.boolean("is_in_need"),
                      .legal_basis = row.one_of<placements::LegalBasis>("legal_basis"),
                      .roll = row.one_of<placements::RollDuringPlacement>("roll"),
                      .purpose = row.text("purpose"),
                      .reasons = {},
                      .started = row.date("started_on"),
                      .last_seen = row.maybe_date("last_seen"),
                      .assurance = {},
                      .place = {},
                      .questions = {}};
    child.place = {.has_measured_goal = row.boolean("has_measured_goal"),
                   .has_way_on = row.boolean("has_way_on"),
                   .child_was_heard = row.boolean("child_was_heard"),
                   .review_due = row.maybe_date("review_due"),
                   .is_registered = directory::is_registered(child.registration),
                   .minutes_a_week = row.number("minutes"),
                   .is_on_a_roll = row.boolean("is_on_a_roll"),
                   .days_not_seen = row.number("days_not_seen"),
                   .attendance = {},
                   .agreed_end = row.date("expected_end")};
    return child;
}

void add_reasons(Transaction& tx, Date day, std::vector<PlacedChild>& children, const std::map<PlacementId, std::string>& referral_of)
{
    std::map<std::string, std::vector<referrals::Reason>> reasons;
    tx.each(sql::reasons_for_placement, {{"day", day}}, [&](const Row& row) { reasons[row.text("referral_id")].push_back(row.one_of<referrals::Reason>("reason")); });
    for (auto& child : children) {
        const auto referral = referral_of.find(child.placement);
        if (referral == referral_of.end()) continue;
        if (const auto found = reasons.find(referral->second); found != reasons.end()) child.reasons = found->second;
    }
}

/// Whether a mainstream school goes on answering for the child: one that is excluded for good has no place kept.
bool keeps_school_place(placements::RollDuringPlacement roll, placements::LegalBasis basis)
{
    const bool is_on_roll = roll == placements::RollDuringPlacement::stays_on_roll || roll == placements::RollDuringPlacement::dual_registered;
    return is_on_roll && basis != placements::LegalBasis::s19_exclusion && basis != placements::LegalBasis::managed_move && basis != placements::LegalBasis::post16;
}

}  // namespace

std::vector<std::string> PlacedChild::kinds() const
{
    std::vector<std::string> kinds{place.is_registered ? "Registered setting" : "Unregistered setting", is_placed_by_school ? "Placed by a school" : "Placed by the authority"};
    const auto add = [&](bool is_so, const char* words) {
        if (is_so) kinds.emplace_back(words);
    };
    add(has_plan, "Education, health and care plan");
    add(is_looked_after, "Looked after");
    add(is_in_need, "Child in need or protection plan");
    add(!is_setting_in_authority, "Out of area");
    add(!questions.empty(), "Open questions");
    return kinds;
}

std::vector<PlacedChild> placed_children(Transaction& tx, Date day)
{
    std::map<PlacementId, std::string> referral_of;
    auto children = tx.all(sql::placed_children, for_this_person(tx, {{"day", day}, {"day_end", end_of(day)}, {"present", codes_of_presence(day)}}), [&](const Row& row) {
        if (!row.is_null("referral_id")) referral_of.emplace(row.id<PlacementId>("placement_id"), row.text("referral_id"));
        return read_placed_child(row);
    });
    add_reasons(tx, day, children, referral_of);
    const auto attendance = attendance::counts_by_placement(tx, SchoolYear::of(day).first_day(), day);
    const auto assurance = quality::assurance_of_all(tx, day);
    const auto never_looked_at = quality::assurance_on(day, {});
    const Law law = people::law_for(tx, day);
    for (auto& child : children) {
        const auto found = assurance.find(child.setting);
        const auto& status = found == assurance.end() ? never_looked_at : found->second;
        child.assurance = quality::status_words(status.status);
        child.place.is_assured = status.status == quality::Status::assured || status.status == quality::Status::assured_with_conditions;
        child.place.is_compulsory_age = is_compulsory_school_age(child.born, day);
        if (const auto counts = attendance.find(child.placement); counts != attendance.end()) child.place.attendance = counts->second;
        child.questions = questions_on_safety(child.place, day, law);
        for (const Question question : questions_on_purpose(child.place, day)) child.questions.push_back(question);
    }
    return children;
}

std::vector<SupportBegun> support_begun(Transaction& tx, SchoolYear year, Date until)
{
    const Date last = std::min(year.last_day(), until);
    auto begun = tx.all(sql::places_begun, for_this_person(tx, {{"from_day", year.first_day()}, {"to_day", last}}), [](const Row& row) {
        const Date last_day = row.date("last_day"), leaves_on = compulsory_school_age(row.date("born")).to.value_or(Date::max());
        return SupportBegun{.pupil = row.id<pupils::PupilId>("pupil_id"),
                            .reference = row.text("reference"),
                            .known_as = row.text("known_as"),
                            .last_name = row.text("last_name"),
                            .setting_name = row.text("setting_name"),
                            .on = row.date("started_on"),
                            .tier = tier_of({.is_outreach = false,
                                             .keeps_school_place = keeps_school_place(row.one_of<placements::RollDuringPlacement>("roll"), row.one_of<placements::LegalBasis>("legal_basis")),
                                             .ends_with_school_age = last_day >= leaves_on,
                                             .destination = row.maybe_one_of<placements::Destination>("destination")})};
    });
    tx.each(sql::outreach_begun,
            for_this_person(tx, {{"from_day", year.first_day()}, {"to_day", last}, {"from_at", uk_instant(year.first_day(), 0, 0)}, {"to_at", end_of(last)}}),
            [&](const Row& row) {
                begun.push_back({.pupil = row.id<pupils::PupilId>("pupil_id"),
                                 .reference = row.text("reference"),
                                 .known_as = row.text("known_as"),
                                 .last_name = row.text("last_name"),
                                 .setting_name = {},
                                 .on = row.maybe_date("decided_on").value_or(row.is_null("chosen_at") ? year.first_day() : uk_date(row.instant("chosen_at"))),
                                 .tier = tier_of({.is_outreach = true})});
            });
    return begun;
}

}  // namespace waymark::inspection
