// A panel of four in Harrowdale with two children's referrals ready, for the tests of panel's actions and pages.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "panel/actions/agenda.hpp"
#include "panel/actions/decide.hpp"
#include "panel/actions/meetings.hpp"
#include "panel/actions/panels.hpp"
#include "panel/store/cases.hpp"
#include "people/store/calendars.hpp"
#include "pupils/store/pupils.hpp"
#include "support/engines.hpp"
#include "support/made_up.hpp"

namespace waymark::testing {

using namespace waymark::panel;  // a test header: its readers speak of panels

/// Thursday 26 November 2026: the panel meets. Kai was excluded from Millbrook, his first day of it 16 November; Sky is known since
/// 20 November; both wait for the panel.
struct PanelWorld {
    World& world;
    Who clerk, chair, doctor, head, director;
    OrganisationId millbrook, fairholme, health;
    pupils::PupilId kai{Id::from_words("Kai Mensah")}, sky{Id::from_words("Sky Turner")};
    ReferralId about_kai{Id::from_words("referral of Kai")}, about_sky{Id::from_words("referral of Sky")};
    PanelId panel;
    MeetingId meeting;

    explicit PanelWorld(World& opened) : world{opened}
    {
        world.context.today = date(2026, 11, 23);
        must(world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            add_people(tx);
            add_child(tx, kai, "Kai", "Mensah", "KA11-KA");
            add_child(tx, sky, "Sky", "Turner", "SK11-SK");
            pupils::insert_exclusion(tx, kai, {.id = {Id::from_words("exclusion of Kai")},
                                               .school = millbrook,
                                               .kind = pupils::ExclusionKind::permanent,
                                               .first_day = date(2026, 11, 16),
                                               .reasons = {"PA"},
                                               .status = pupils::ExclusionStatus::in_force});
            pupils::insert_contact(tx, kai, {.id = Id::from_words("Abena"), .name = "Abena Mensah", .relation = "Mother", .parental_responsibility = true});
            people::insert_term(tx, {}, {"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)});
            return {};
        }));
        add_referral(about_kai, kai, "R-KA11-KA", "2026-11-16", "excluded");
        add_referral(about_sky, sky, "R-SK11-SK", "2026-11-20", "ebsa");
        world.context.who = clerk;
        panel = take(set_up_panel(world.context, {.name = "Alternative Provision Panel", .terms = "Meets each fortnight.", .members_min = 3, .agencies_min = 2}));
        for (const auto& [who, agency] : {std::pair{&chair, Agency::education}, {&doctor, Agency::health}, {&head, Agency::schools}, {&director, Agency::education}})
            take(seat_member(world.context, {.panel = panel, .user = who->user, .agency = agency, .is_chair = who == &chair, .from = date(2026, 9, 1)}));
        meeting = take(create_meeting(world.context, {.panel = panel, .on_day = date(2026, 11, 26), .starts = "9:30am", .place = "Town Hall, room 2", .chair = {}}));
    }

    /// The day of the meeting has come, and these are there; Margaret Oduya takes the chair.
    void meet(const std::vector<std::string_view>& names)
    {
        world.context.today = date(2026, 11, 26);
        RecordAttendance command{.meeting = meeting, .seen_version = now().version};
        for (const Attendee& one : now().attendees)
            if (std::ranges::find(names, one.member.name) != names.end()) command.present.push_back(one.member.id);
        command.chair = member("Margaret Oduya");
        must(record_attendance(world.context, command));
    }
    void build_and_publish()
    {
        take(add_all_ready(world.context, meeting));
        must(publish_meeting(world.context, meeting, now().version));
    }

    [[nodiscard]] Meeting now() { return take(world.context.read([&](Transaction& tx) { return find_meeting(tx, meeting); })); }
    [[nodiscard]] PanelMemberId member(std::string_view name)
    {
        for (const Attendee& one : now().attendees)
            if (one.member.name == name) return one.member.id;
        FAIL("no such member");
        return {};
    }
    [[nodiscard]] AgendaItem item(ReferralId referral)
    {
        return *world.context.read([&](Transaction& tx) { return item_of_referral(tx, meeting, referral); });
    }
    [[nodiscard]] referrals::Referral referral(ReferralId id)
    {
        return *world.context.read([&](Transaction& tx) { return referrals::find_referral(tx, id); });
    }
    [[nodiscard]] bool sees(const Who& who, pupils::PupilId pupil)
    {
        return world.context.read([&](Transaction& tx) { return pupils::may_see(tx, who, pupil); });
    }

    /// Twelve weeks of engagement, five half days, on Millbrook's roll.
    [[nodiscard]] static ProposedDecision engagement()
    {
        return {.reasons = "Kai works well with a small group in the morning.",
                .conditions = {"The school rings home each Friday"},
                .options_considered = "Support in school",
                .category = "engagement",
                .sessions_per_week = 5,
                .weeks = 12,
                .roll = Roll::stays_on_roll,
                .outcome_measure = "Comes regularly",
                .exit_plan = "Back to lessons at Millbrook Academy."};
    }
    [[nodiscard]] DecideReferral about(ReferralId id, ProposedDecision what = engagement())
    {
        return {.referral = id, .seen_version = referral(id).version, .meeting = meeting, .decision = std::move(what)};
    }

    template <class T>
    static T take(Result<T> result)
    {
        REQUIRE(code_of(result) == "");
        return *std::move(result);
    }
    static void must(const Result<void>& result) { REQUIRE(code_of(result) == ""); }

private:
    void add_people(Transaction& tx)
    {
        const OrganisationId council{Id::from_words("Harrowdale Council")};
        millbrook = add_school(tx, "Millbrook Academy", "Lantern Learning Trust");
        fairholme = add_school(tx, "Fairholme High School");
        health = add_organisation(tx, "Harrowdale Health", "agency");
        clerk = add_person(tx, "Tom Whitlock", Role::panel_clerk, council);
        chair = add_person(tx, "Margaret Oduya", Role::panel_chair, council);
        doctor = add_person(tx, "Dr Sam Okoro", Role::panel_member, health);
        head = add_person(tx, "Helen Marsh", Role::panel_member, millbrook);
        director = add_person(tx, "Simon Achebe", Role::director, council);
    }
    void add_child(Transaction& tx, pupils::PupilId id, std::string first, std::string last, std::string reference)
    {
        pupils::Pupil child{.id = id, .reference = std::move(reference), .first_name = first, .last_name = std::move(last), .known_as = first,
                            .born = date(2012, 5, 4), .home_authority = "990"};
        CHECK(pupils::insert_pupil(tx, child));
        pupils::insert_enrolment(tx, id, {.id = Id::from_words(first + " at Millbrook"), .school = millbrook, .year_group = 9, .days = {date(2023, 9, 1), {}}});
    }
    void add_referral(ReferralId id, pupils::PupilId pupil, std::string_view reference, std::string_view told, std::string_view reason)
    {
        const auto connection = world.database.lease(true);
        connection->begin(true, "990");
        connection->run_script("insert into offer_category (authority_id, id, name, description, position, from_day)"
                               " values ('990', 'engagement', 'Engagement', 'Getting ready to learn', 8, '2026-09-01') on conflict do nothing;"
                               "insert into referral (authority_id, id, reference, pupil_id, organisation_id, state, primary_reason, requested_category,"
                               " child_view, family_view, authority_told_on, sent_at, created_at, created_by) values ('990', '" + id.text() + "', '" +
                               std::string{reference} + "', '" + pupil.text() + "', '" + millbrook.text() + "', 'ready_for_panel', '" + std::string{reason} +
                               "', 'engagement', 'I like the horses.', 'He needs a calm start.', '" + std::string{told} + "', 0, 0, '" + clerk.user.text() + "')");
        connection->commit();
    }
};

}  // namespace waymark::testing
