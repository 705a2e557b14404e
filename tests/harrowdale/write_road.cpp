// From need to place: referrals as far as each story has come, panels and their decisions, offers, placements.
#include <algorithm>
#include <bit>
#include <map>

#include <fmt/format.h>

#include "harrowdale/names.hpp"
#include "harrowdale/road.sql.hpp"
#include "harrowdale/writer.hpp"
#include "panel/store/agenda.hpp"
#include "panel/store/decisions.hpp"
#include "panel/store/letters.hpp"
#include "panel/store/meetings.hpp"
#include "panel/store/panels.hpp"
#include "people/store/calendars.hpp"
#include "placements/store/offers.hpp"
#include "placements/store/timetable.hpp"
#include "pupils/store/access.hpp"
#include "tasks/store/tasks.hpp"
#include "voice/store/voices.hpp"

namespace waymark::harrowdale {
namespace {

using referrals::ReferralId;

bool at_least(const PlannedPupil& pupil, Stand stand) { return pupil.stand >= stand; }

/// Who acts for that school: its named lead where the cast has one, else Millbrook's stands in as the author.
std::string_view lead_of(std::string_view school)
{
    for (const PersonInCast& person : people())
        if (person.role == "school_lead" && person.organisation == school) return person.name;
    return "Joanne Birch";
}

std::string_view state_of(Stand stand)
{
    switch (stand) {
        case Stand::known:
        case Stand::draft: return "draft";
        case Stand::submitted: return "submitted";
        case Stand::asked_for_more: return "information_requested";
        case Stand::ready: return "ready_for_panel";
        case Stand::decided:
        case Stand::offered: return "decided";
        case Stand::planned:
        case Stand::active:
        case Stand::ended: return "placed";
    }
    return "draft";
}

std::string_view who_has_it(Stand stand)
{
    if (stand == Stand::draft || stand == Stand::asked_for_more) return "school_lead";
    if (stand == Stand::submitted) return "panel_clerk";
    if (stand == Stand::ready) return "panel_chair";
    return "commissioner";
}

std::string needs_words(const PlannedPupil& pupil)
{
    if (pupil.reason == "medical") return "Too unwell for a full day. Needs short lessons, rest, and a teacher who talks to the treatment team.";
    if (pupil.reason == "ebsa") return "Anxiety stops the journey to school. Needs a small place, a known adult and a slow return.";
    if (pupil.primary_need == "ASD") return "Needs few changes, a quiet room and warnings before anything new.";
    return "Needs adults who stay calm, work that is practical, and help to say what is wrong before it becomes too much.";
}

ReferralId referral(Writer& writer, Transaction& tx, const PlannedPupil& pupil, std::size_t number)
{
    const ReferralId id{Id::from_words(fmt::format("referral {}", number))};
    const bool sent = at_least(pupil, Stand::submitted);
    writer.at(sent ? pupil.sent : std::max(pupil.sent, writer.options.today - Days{6}), 15, writer.dice.between(0, 50), lead_of(pupil.school));
    tx.run(sql::insert_referral, {
        {"id", id}, {"reference", "R-" + reference_of(number, writer.options.seed + 7)}, {"pupil", pupil_id(number)}, {"school", organisation_id(pupil.school)},
        {"state", state_of(pupil.stand)}, {"reason", pupil.reason}, {"category", pupil.category}, {"urgency", pupil.excluded ? "soon" : "routine"},
        {"need_since", pupil.need_since}, {"minutes_now", pupil.excluded ? std::optional<int>{0} : writer.dice.in_hundred(70) ? std::optional{60 * writer.dice.between(2, 14)} : std::nullopt},
        {"what_was_tried", "A reduced timetable, a mentor twice a week, and a meeting with the family."}, {"strengths", "Kind to younger pupils. Good with practical tasks."},
        {"needs", sent ? needs_words(pupil) : ""}, {"risks", sent ? "Can leave the site when upset. A safety plan is in place at school." : ""},
        {"child_view", sent ? pupil.child_words : ""}, {"child_view_method", sent ? std::optional{std::string{"conversation"}} : std::nullopt},
        {"family_view", sent ? pupil.family_words : ""}, {"family_told_on", sent ? std::optional{pupil.sent - Days{1}} : std::nullopt},
        {"declared_by", sent ? std::string{lead_of(pupil.school)} : ""}, {"authority_told_on", sent ? std::optional{pupil.sent} : std::nullopt},
        {"sent_at", sent ? std::optional{writer.context.now} : std::nullopt}, {"decided_on", at_least(pupil, Stand::decided) ? std::optional{pupil.decided} : std::nullopt},
        {"with_role", who_has_it(pupil.stand)}});
    tx.run(sql::insert_reason, {{"referral", id}, {"reason", pupil.reason}});
    if (pupil.reason != "semh" && writer.dice.in_hundred(40)) tx.run(sql::insert_reason, {{"referral", id}, {"reason", "semh"}});
    static constexpr std::string_view sections[] = {"reasons", "what_was_tried", "strengths", "needs", "risks", "child_view", "family_view", "documents"};
    for (std::size_t at = 0; at < (sent ? 8U : 3U); ++at) tx.run(sql::insert_section, {{"referral", id}, {"section", sections[at]}, {"state", "completed"}});
    pupils::grant_access(tx, pupil_id(number), organisation_id(pupil.school), pupils::AccessKind::referred, id.value, writer.context.today);
    if (!sent) return id;
    voice::insert_voice(tx, pupil_id(number), {.id = {Id::from_words(fmt::format("voice of {}", number))}, .method = voice::Method::conversation, .words = pupil.child_words,
                                               .said_on = pupil.sent, .about_entity = "referral", .about = id.value});
    must(tx.record({.verb = "sent", .entity = "referral", .about = id.value, .pupil = pupil_id(number).value}), "a referral");
    return id;
}

void triage(Writer& writer, Transaction& tx, const PlannedPupil& pupil, std::size_t number, ReferralId id)
{
    if (pupil.stand == Stand::submitted) {
        tasks::open_task(tx, {.kind = "referral_triage", .title = fmt::format("Triage referral {}", "R-" + reference_of(number, writer.options.seed + 7)), .why = fmt::format("Sent by {} on {}", organisation_name(pupil.school), long_date(pupil.sent)), .severity = Severity::warn,
                              .due_on = pupil.sent + Days{2}, .about_entity = "referral", .about = id.value, .href = "/referrals/" + id.text() + "/triage",
                              .pupil = pupil_id(number).value, .organisation = organisation_id("council"), .role = Role::panel_clerk});
        return;
    }
    writer.at(pupil.triaged, 11, writer.dice.between(0, 50), "Tom Whitlock");
    if (pupil.stand == Stand::asked_for_more) {
        tx.run(sql::insert_question, {{"id", Id::from_words(fmt::format("question {}", number))}, {"referral", id}, {"section", "needs"},
                                      {"question", "What has the educational psychologist said? The date of their report is enough."}, {"due_on", pupil.triaged + Days{7}}});
        tx.run(sql::insert_triage, {{"id", Id::from_words(fmt::format("triage {}", number))}, {"referral", id}, {"route", "ask_for_more"}, {"reasons", "The needs section names no assessment."}});
        return;
    }
    tx.run(sql::insert_triage, {{"id", Id::from_words(fmt::format("triage {}", number))}, {"referral", id}, {"route", "panel"}, {"reasons", "Complete, and more than school can do alone."}});
    must(tx.record({.verb = "triaged", .entity = "referral", .about = id.value, .pupil = pupil_id(number).value}), "triage");
}

/// The panel and one meeting for each Thursday on which anything was decided, with everybody there.
class Panels {
public:
    explicit Panels(Transaction& tx) : tx_{tx}
    {
        panel_ = panel::insert_panel(tx, {.name = "Harrowdale alternative provision panel", .terms = "Decides which education a child needs who would otherwise not get any. Meets on Thursdays.",
                                          .members_min = 3, .agencies_min = 2});
        for (const auto& [name, agency, chair] : {std::tuple{"Margaret Oduya", panel::Agency::education, true}, {"Dr Sam Okoro", panel::Agency::health, false},
                                                  {"Leah Brannigan", panel::Agency::social_care, false}, {"Idris Vaughan", panel::Agency::youth_justice, false}, {"Helen Marsh", panel::Agency::schools, false}})
            members_.push_back(panel::insert_panel_member(tx, panel_, user_id(name), agency, chair, date(2022, 9, 1)));
    }

    panel::MeetingId on(Date day, bool held)
    {
        const auto known = meetings_.find(day);
        if (known != meetings_.end()) return known->second;
        const auto meeting = panel::insert_meeting(tx_, {.panel = panel_, .on_day = day, .starts = "09:30", .place = "Committee room 2, Harrowdale Town Hall", .chair = members_.front()});
        if (held) {
            for (const auto member : members_) panel::set_present(tx_, meeting, member, true);
            tx_.run(sql::mark_held, {{"meeting", meeting}, {"chair", members_.front()}});
        }
        return meetings_.emplace(day, meeting).first->second;
    }

    int next_position(panel::MeetingId meeting) { return ++positions_[meeting]; }

private:
    Transaction& tx_;
    panel::PanelId panel_;
    std::vector<panel::PanelMemberId> members_;
    std::map<Date, panel::MeetingId> meetings_;
    std::map<panel::MeetingId, int> positions_;
};

panel::Roll roll_of(const PlannedPupil& pupil)
{
    return pupil.excluded ? panel::Roll::single_at_provider : pupil.category == "ks4_full_time" || pupil.category == "ks1_3_full_time" ? panel::Roll::dual_registered : panel::Roll::stays_on_roll;
}

bool is_unregistered(std::string_view provider)
{
    return std::ranges::find(providers(), provider, &ProviderInCast::key)->registration == "unregistered";
}

panel::DecisionId decision(Writer& writer, Transaction& tx, Panels& panels, const PlannedPupil& pupil, std::size_t number, ReferralId referral)
{
    Date thursday = pupil.decided;
    while (weekday(thursday) != Weekday::thursday) thursday -= Days{1};
    writer.at(thursday, 10, writer.dice.between(0, 50), "Margaret Oduya");
    const auto meeting = panels.on(thursday, true);
    panel::insert_item(tx, meeting, referral, panels.next_position(meeting));
    const auto item = panel::item_of_referral(tx, meeting, referral);
    if (item) expects(panel::set_item_state(tx, item->id, panel::ItemState::decided));
    const bool unregistered = !pupil.placements.empty() && is_unregistered(pupil.placements.front().provider);
    const panel::DecisionId id{Id::from_words(fmt::format("decision {}", number))};
    panel::insert_decision(tx, {
        .id = id, .referral = referral, .meeting = meeting,
        .what = {.reasons = "School cannot meet this need now. A small setting with a clear plan to return can.", .conditions = {"School visits every half-term", "Progress shared each fortnight"},
                 .options_considered = "Support in school; outreach; two settings.", .category = pupil.category,
                 .sessions_per_week = pupil.placements.empty() ? 6 : std::max(2, static_cast<int>(std::popcount(pupil.placements.front().sessions))), .weeks = 12, .roll = roll_of(pupil),
                 .roll_reason = roll_of(pupil) == panel::Roll::single_at_provider ? "Permanently excluded; the review route has closed." : "Keeps the link with the home school.",
                 .split = pupil.placements.size() > 1, .split_reason = pupil.placements.size() > 1 ? "One setting cannot offer both the calm start and the course." : "",
                 .unregistered = unregistered, .unregistered_reason = unregistered ? "Assured, part time, and the only place with this offer." : "",
                 .signed_off_by = unregistered ? std::optional{user_id("Priya Raman")} : std::nullopt, .outcome_measure = "Attends nine sessions in ten by the second review.",
                 .exit_plan = "Two taster days in school in the last fortnight."},
        .category_name = pupil.category, .signed_off_name = unregistered ? "Priya Raman" : "", .child_view = pupil.child_words, .family_view = pupil.family_words,
        .minute = "All five members were present.", .chair_name = "Margaret Oduya", .decided_on = thursday});
    panel::insert_letter(tx, id, panel::Recipient::school, fmt::format("The head teacher, {}", organisation_name(pupil.school)),
                         "# What was decided\nA place in alternative provision.\n# Why\nSchool cannot meet this need now. A small setting with a clear plan to return can.");
    const auto letter = must(panel::find_letter(tx, id, panel::Recipient::school), "a letter");
    if (thursday + Days{7} < writer.options.today) expects(panel::send_letter(tx, letter));
    must(tx.record({.verb = "decided", .entity = "referral", .about = referral.value, .pupil = pupil_id(number).value, .reason = "A place in alternative provision"}), "a decision");
    return id;
}

placements::OfferId offer(Writer& writer, Transaction& tx, const PlannedPupil& pupil, std::size_t number, ReferralId referral, const PlannedPlacement& to, std::size_t index, placements::OfferState state)
{
    writer.at(std::min(pupil.offered, writer.options.today), 12, 10, "Priya Raman");
    const ProgrammeInCast& programme = std::ranges::find(providers(), to.provider, &ProviderInCast::key)->programmes[to.programme];
    placements::Offer made{.id = {Id::from_words(fmt::format("offer {} {}", number, index))}, .referral = referral, .pupil = pupil_id(number), .programme = programme_id(to.provider, to.programme),
                           .provider = organisation_id(to.provider), .state = placements::OfferState::sent, .needs_summary = needs_words(pupil), .sessions = sessions_of(to.sessions),
                           .start_on = to.from, .weeks = 12, .price = {programme.price_pence}, .price_unit = *enum_from_text<placements::PriceUnit>(programme.price_unit),
                           .reply_by = pupil.offered + Days{5}, .sent_by = user_id("Priya Raman")};
    placements::insert_offer(tx, made);
    pupils::grant_access(tx, pupil_id(number), organisation_id(to.provider), pupils::AccessKind::offered, made.id.value, writer.context.today);
    if (state != placements::OfferState::sent) must(placements::answer_offer(tx, made, state, ""), "an answer");
    else
        tasks::open_task(tx, {.kind = "offer_reply", .title = fmt::format("Answer the offer for {}", reference_of(number, writer.options.seed)), .why = fmt::format("Priya Raman asked on {}", long_date(pupil.offered)), .severity = Severity::warn, .due_on = made.reply_by, .about_entity = "offer",
                              .about = made.id.value, .href = "/offers/" + made.id.text(), .pupil = pupil_id(number).value, .organisation = made.provider, .role = Role::provider_manager});
    return made.id;
}

placements::LegalBasis basis_of(const PlannedPupil& pupil)
{
    using enum placements::LegalBasis;
    if (pupil.excluded) return s19_exclusion;
    if (pupil.reason == "medical") return s19_medical;
    if (pupil.category == "step_out") return s29A_offsite_direction;
    return s19_other;
}

void confirmations(Transaction& tx, const placements::Placement& placement, const PlannedPlacement& planned)
{
    const Date given = placement.from - Days{4};
    for (const auto kind : enum_values<placements::ConfirmationKind>())
        placements::insert_confirmation(tx, placement.id, {.kind = kind, .words = "Confirmed in writing by the setting.", .given_on = std::max(given, tx.today() - Days{300}),
                                                           .given_by = std::string{std::ranges::find(providers(), planned.provider, &ProviderInCast::key)->safeguarding_lead}, .site = site_id(planned.provider)});
}

std::string_view recorder_of(std::string_view provider)
{
    if (provider == "greenways") return "Jess Tolley";
    for (const PersonInCast& person : people())
        if (person.role == "provider_manager" && person.organisation == provider) return person.name;
    return "Colin Rudd";
}

void placement(Writer& writer, Transaction& tx, const PlannedPupil& pupil, std::size_t number, ReferralId referral, panel::DecisionId decision, const PlannedPlacement& planned, std::size_t index)
{
    const auto offered = offer(writer, tx, pupil, number, referral, planned, index, placements::OfferState::accepted);
    const ProviderInCast& provider = *std::ranges::find(providers(), planned.provider, &ProviderInCast::key);
    const ProgrammeInCast& programme = provider.programmes[planned.programme];
    placements::Placement made{
        .id = {Id::from_words(fmt::format("placement {} {}", number, index))}, .pupil = pupil_id(number), .programme = programme_id(planned.provider, planned.programme), .provider = organisation_id(planned.provider),
        .referral = referral, .decision = decision, .offer = offered, .commissioner = organisation_id("council"), .funder = organisation_id("council"), .legal_basis = basis_of(pupil),
        .purpose = std::string{writer.dice.one_of(purposes())}, .from = planned.from, .expected_end = planned.expected_end, .state = placements::PlacementState::planned,
        .registration = *enum_from_text<placements::RollDuringPlacement>(enum_text(roll_of(pupil))), .price = {programme.price_pence}, .price_unit = *enum_from_text<placements::PriceUnit>(programme.price_unit),
        .part_time_reason = programme.full_time ? "" : "The rest of the week is at school.", .roll_school = organisation_id(pupil.school),
        .people = {.authority_officer = "Priya Raman", .school_lead = std::string{lead_of(pupil.school)}, .provider_lead = std::string{provider.safeguarding_lead}, .social_worker = pupil.social_worker ? "Ben Castellano" : ""}};
    writer.at(std::min(pupil.offered + Days{3}, writer.options.today), 14, 30, "Priya Raman");
    placements::insert_placement(tx, made);
    for (const WeekdaySession& when : sessions_of(planned.sessions))
        placements::insert_slot(tx, made, {.when = when, .minutes = 150, .site = planned.provider == "wavelength" ? std::nullopt : std::optional{site_id(planned.provider)}, .in_force = {planned.from, {}}});
    pupils::grant_access(tx, made.pupil, made.provider, pupils::AccessKind::placed, made.id.value, writer.context.today);
    must(tx.record({.verb = "planned", .entity = "placement", .about = made.id.value, .pupil = made.pupil.value}), "a placement");
    if (pupil.stand == Stand::planned) return;

    confirmations(tx, made, planned);
    writer.at(planned.from, 9, 0, "Priya Raman");
    made.version = 1;
    // One direction in ten was noticed late, one in thirty not at all.
    if (made.legal_basis == placements::LegalBasis::s29A_offsite_direction && number % 30 != 7) made.notice_given_on = planned.from - Days{number % 10 == 3 ? 1 : 7};
    must(placements::set_started(tx, made, planned.from), "a start");
    std::vector<placements::TimetabledSession> timetable;
    for (const WeekdaySession& when : sessions_of(planned.sessions)) timetable.push_back({.when = when, .site = planned.provider == "wavelength" ? "" : site_id(planned.provider).text(), .in_force = {planned.from, {}}});
    const Date last = planned.ended.value_or(planned.expected_end);
    const auto calendar = people::calendar_of(tx, organisation_id(pupil.school)).calendar;
    placements::insert_expected(tx, made, must(placements::expected_sessions(timetable, {planned.from, last}, calendar), "a timetable"));
    // No event is recorded for the start: its reactions would put reviews on the calendar that write_days puts there with their history.
    writer.placed.push_back({.pupil = made.pupil, .placement = made.id, .provider = planned.provider,
                             .arrangement = {.commissioned_by_authority = true, .registered_at_setting = made.registration == placements::RollDuringPlacement::dual_registered || made.registration == placements::RollDuringPlacement::single_at_provider,
                                             .supervised_in_person = planned.provider != "wavelength"},
                             .from = planned.from, .ended = planned.ended, .attendance_percent = planned.attendance_percent, .review_overdue = pupil.review_overdue, .recorded_by = recorder_of(planned.provider)});
    if (!planned.ended) return;
    writer.at(*planned.ended, 15, 0, "Priya Raman");
    auto over = *placements::find_placement(tx, made.id);
    over.ended_on = planned.ended;
    over.end_reason = enum_from_text<placements::EndReason>(planned.end_reason).value_or(placements::EndReason::other);
    over.destination = enum_from_text<placements::Destination>(planned.destination).value_or(placements::Destination::no_destination_yet);
    over.end_child_view = pupil.child_words;
    over.provider_report = "Attended, made a friend, and finished the units that were planned.";
    must(placements::set_ended(tx, over), "an end");
    pupils::end_access(tx, pupils::AccessKind::placed, made.id.value, *planned.ended + Days{30});
}

}  // namespace

std::vector<WeekdaySession> sessions_of(unsigned bits)
{
    std::vector<WeekdaySession> found;
    for (unsigned bit = 0; bit < 10; ++bit)
        if (bits & (1U << bit)) found.push_back({static_cast<Weekday>(bit / 2), bit % 2 == 0 ? Session::am : Session::pm});
    return found;
}

void write_road(Writer& writer, const std::vector<PlannedPupil>& pupils)
{
    writer.at(writer.options.today - Days{380 + 365 * writer.options.years}, 9, 0, "Tom Whitlock");
    must(writer.context.in_transaction([&](Transaction& tx) -> Result<void> {
        Panels panels{tx};
        for (std::size_t number = 0; number < pupils.size(); ++number) {
            const PlannedPupil& pupil = pupils[number];
            if (pupil.stand == Stand::known) continue;
            const auto id = referral(writer, tx, pupil, number);
            if (!at_least(pupil, Stand::submitted)) continue;
            triage(writer, tx, pupil, number, id);
            if (!at_least(pupil, Stand::decided)) continue;
            const auto decided = decision(writer, tx, panels, pupil, number, id);
            if (pupil.stand == Stand::offered)
                offer(writer, tx, pupil, number, id, {.provider = "greenways", .programme = 0, .sessions = 0b0000001111, .from = writer.options.today + Days{14}}, 0, placements::OfferState::sent);
            for (std::size_t index = 0; index < pupil.placements.size(); ++index) placement(writer, tx, pupil, number, id, decided, pupil.placements[index], index);
        }
        Date thursday = writer.options.today + Days{1};
        while (weekday(thursday) != Weekday::thursday) thursday += Days{1};
        writer.at(writer.options.today, 8, 30, "Tom Whitlock");
        panels.on(thursday, false);
        return {};
    }), "the road");
}

}  // namespace waymark::harrowdale
