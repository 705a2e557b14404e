// For the tests of this area: a child with a decision, two providers with programmes, and the people who act.
#pragma once

#include <doctest/doctest.h>

#include "directory/store/programmes.hpp"
#include "directory/store/providers.hpp"
#include "people/store/calendars.hpp"
#include "placements/actions/answer_offer.hpp"
#include "placements/actions/confirm.hpp"
#include "placements/actions/send_offers.hpp"
#include "placements/actions/start_placement.hpp"
#include "pupils/store/pupils.hpp"
#include "quality/store/assurance.hpp"
#include "support/engines.hpp"
#include "support/made_up.hpp"

namespace waymark::placements {

/// Kai Mensah, Year 10, permanently excluded, to be placed for four sessions a week with a split allowed; Oak Farm and
/// Redline Motors each have one place on Monday and Tuesday.
struct Road {
    testing::World& world;
    Context& context;
    PupilId kai;
    OrganisationId council, school;
    struct Setting {
        OrganisationId provider;
        SiteId site;
        ProgrammeId programme;
        Who manager;
    };
    Setting farm, motors;
    Who priya;

    explicit Road(testing::World& opened) : world{opened}, context{opened.context}
    {
        const auto done = context.in_transaction([&](Transaction& tx) -> Result<void> {
            council = testing::add_organisation(tx, "Harrowdale Council", "authority_team");
            school = testing::add_school(tx, "Northgate Academy");
            priya = testing::add_person(tx, "Priya Raman", Role::commissioner, council);
            testing::add_person(tx, "Dana Cole", Role::school_lead, school);
            people::insert_term(tx, std::nullopt, {"Autumn 1", date(2026, 9, 1), date(2026, 10, 23)});
            people::insert_term(tx, std::nullopt, {"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)});
            people::insert_term(tx, std::nullopt, {"Spring 1", date(2027, 1, 4), date(2027, 2, 12)});
            people::insert_term(tx, std::nullopt, {"Spring 2", date(2027, 2, 22), date(2027, 4, 1)});
            directory::insert_starting_categories(tx, date(2026, 9, 1));
            kai = add_child(tx, "Kai", "7F3K-2M");
            farm = add_setting(tx, "Oak Farm", "Tess Oakley");
            motors = add_setting(tx, "Redline Motors", "Pete Garside");
            return {};
        });
        REQUIRE(code_of(done) == "");
        context.who = priya;
    }

    PupilId add_child(Transaction& tx, const std::string& name, const std::string& reference)
    {
        const PupilId id{Id::from_words("child " + name)};
        REQUIRE(pupils::insert_pupil(tx, {.id = id, .reference = reference, .first_name = name, .last_name = "Mensah", .known_as = name,
                                          .born = date(2012, 1, 4), .sex = pupils::Sex::male, .home_authority = "990"}));
        pupils::insert_enrolment(tx, id, {.id = Id::from_words("enrolment " + name), .school = school, .year_group = 10, .days = {date(2026, 9, 1), {}}});
        pupils::insert_sen_record(tx, id, {.provision = pupils::SenProvision::support, .primary_need = "SEMH", .days = {date(2025, 9, 1), {}}});
        decide(name, id);
        return id;
    }

    /// A referral with a decision that stands, written straight into the tables: how it got there is other areas' test.
    void decide(const std::string& name, PupilId pupil)
    {
        const auto id = [&](std::string_view what) { return Id::from_words(std::string{what} + name).text(); };
        const std::string actor = context.who.user.text();
        sql("insert into referral (authority_id, id, reference, pupil_id, organisation_id, state, primary_reason, needs, strengths, decided_on, created_at, created_by)"
            " values ('990', '" + id("referral ") + "', 'R-" + name + "', '" + pupil.text() + "', '" + school.text() +
            "', 'decided', 'excluded', '" + name + " needs a small group.', 'Good with animals.', '2026-11-20', 0, '" + actor + "')");
        sql("insert into decision (authority_id, id, referral_id, outcome, reasons, offer_category_id, sessions_per_week, weeks, split, unregistered, outcome_measure,"
            " decided_on, created_at, created_by) values ('990', '" + id("decision ") + "', '" + id("referral ") +
            "', 'place_in_provision', 'Needs full-time education.', null, 4, 12, true, true, 'Back in a mainstream school by Easter', '2026-11-20', 0, '" + actor + "')");
    }

    Setting add_setting(Transaction& tx, const std::string& name, const std::string& manager)
    {
        Setting setting{.provider = testing::add_organisation(tx, name, "provider"),
                        .site = {Id::from_words("site " + name)},
                        .programme = {Id::from_words("programme " + name)},
                        .manager = {}};
        setting.manager = testing::add_person(tx, manager, Role::provider_manager, setting.provider);
        directory::insert_provider(tx, {.id = setting.provider, .name = name, .safeguarding_lead = manager});
        directory::insert_site(tx, {.id = setting.site, .provider = setting.provider, .name = name, .address = "1 Lane"});
        directory::Programme programme{.id = setting.programme, .provider = setting.provider, .site = setting.site, .category = "vocational", .name = "Land skills",
                                       .age_from = 14, .age_to = 16, .needs = {directory::Need::semh}, .price = Money::pounds(45),
                                       .price_unit = directory::PriceUnit::session, .from = date(2026, 9, 1)};
        for (const auto day : {Weekday::monday, Weekday::tuesday})
            for (const auto half : {Session::am, Session::pm}) programme.places.at({day, half}) = 1;
        directory::insert_programme(tx, programme);
        quality::insert_visit(tx, {.id = {Id::from_words("visit " + name)}, .provider = setting.provider,
                                   .facts = {.held_on = date(2026, 9, 14), .kind = quality::VisitKind::annual, .lowest_area_percent = 90}, .officer = "Quinn Aldous"});
        return setting;
    }

    void sql(const std::string& text)
    {
        statements.push_back(std::make_unique<std::string>(text));
        const Statement statement{"test.made_up", *statements.back(), *statements.back(), {}};
        const auto done = context.in_transaction([&](Transaction& tx) -> Result<void> {
            tx.run(statement);
            return {};
        });
        REQUIRE(code_of(done) == "");
    }
    std::vector<std::unique_ptr<std::string>> statements;   // an engine keeps a prepared statement by its text's place

    template <class F>
    auto read(F&& work) { return context.read(std::forward<F>(work)); }

    Offer offer_of(OfferId id) { return *read([&](Transaction& tx) { return find_offer(tx, id); }); }
    Placement placement_of(PlacementId id) { return *read([&](Transaction& tx) { return find_placement(tx, id); }); }

    OfferId offer_to(const Setting& setting, PupilId pupil, std::vector<WeekdaySession> sessions = {})
    {
        context.who = priya;
        const auto sent = send_offers(context, {.pupil = pupil, .to = {{setting.programme, std::move(sessions)}}, .needs_summary = {}, .start_on = {}, .weeks = {}, .reply_by = {}});
        REQUIRE(code_of(sent) == "");
        return sent->front();
    }
    Result<PlacementId> accept(const Setting& setting, OfferId offer)
    {
        context.who = setting.manager;
        auto accepted = accept_offer(context, offer, offer_of(offer).version);
        context.who = priya;
        return accepted;
    }
    PlacementId started(const Setting& setting, PupilId pupil, std::vector<WeekdaySession> sessions = {})
    {
        const auto placement = accept(setting, offer_to(setting, pupil, std::move(sessions)));
        REQUIRE(code_of(placement) == "");
        REQUIRE(code_of(give_all_confirmations(context, *placement, "Tess Oakley")) == "");
        REQUIRE(code_of(start_placement(context, {.placement = *placement, .seen_version = placement_of(*placement).version})) == "");
        return *placement;
    }
};

}  // namespace waymark::placements
