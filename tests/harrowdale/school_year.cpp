// The school-year set: every 25 children a provider of their own, where they are expected all week, and a mark for each session of
// this school year up to today. For benchmarks, where what counts is how much there is: by statements that make many rows at once.
#include <fmt/format.h>

#include "attendance/rules/mark.hpp"
#include "attendance/store/totals.hpp"
#include "directory/store/programmes.hpp"
#include "directory/store/providers.hpp"
#include "harrowdale/school_year.sql.hpp"
#include "harrowdale/writer.hpp"
#include "people/store/calendars.hpp"
#include "people/store/organisations.hpp"
#include "people/store/users.hpp"
#include "placements/store/timetable.hpp"
#include "pupils/store/access.hpp"
#include "vocabulary/school_year.hpp"

namespace waymark::harrowdale {
namespace {

constexpr int officers = 16;  // so that as many connections can be as many people

/// A provider with one site and one full-time programme, and the tutor who takes its register.
struct Group {
    OrganisationId provider;
    directory::SiteId site;
    directory::ProgrammeId programme;
    UserId tutor;
    std::string name, tutor_name;
};

void person(Transaction& tx, UserId user, const std::string& name, Role role, OrganisationId organisation, std::string shows)
{
    people::insert_user(tx, {.id = user, .name = name, .email = email_of(name), .demonstration = std::move(shows)});
    people::insert_membership(tx, {.id = {Id::from_words("membership of " + user.text())}, .user = user, .organisation = organisation, .role = role, .period = {date(2020, 9, 1), {}}});
}

Group group(Transaction& tx, int number)
{
    const std::string key = fmt::format("group {:03}", number);
    Group made{.provider = organisation_id(key), .site = site_id(key), .programme = programme_id(key, 0), .tutor = {}, .name = fmt::format("Learning Group {:03}", number),
               .tutor_name = fmt::format("Tutor of Group {:03}", number)};
    made.tutor = user_id(made.tutor_name);
    const std::string postcode = fmt::format("ZH{} {}AD", 1 + number % 8, 1 + number % 9);
    people::insert_organisation(tx, {.id = made.provider, .kind = people::OrganisationKind::provider, .name = made.name, .street = "Bank Top", .town = "Harrowdale", .postcode = postcode,
                                     .telephone = fmt::format("01632 962{:03}", number), .opened_on = date(2009, 9, 1), .in_authority = true});
    directory::insert_provider(tx, {.id = made.provider, .name = made.name, .registration = directory::Registration::pru, .website = "", .summary = "A group of twenty-five.",
                                    .typical_week = "", .how_to_get_a_place = "", .safeguarding_lead = made.tutor_name, .safeguarding_telephone = "", .published = true});
    directory::insert_site(tx, {.id = made.site, .provider = made.provider, .name = "Main site", .address = "Bank Top\nHarrowdale", .postcode = postcode, .point = point_of(postcode), .access_notes = ""});
    directory::WeekPlaces places;
    for (const WeekdaySession& when : directory::sessions_of_the_week()) places.at(when) = children_of_group;
    directory::insert_programme(tx, {.id = made.programme, .provider = made.provider, .site = made.site, .category = "ks4_full_time", .name = "All week", .description = "",
                                     .attendance = directory::Attendance::full_time, .weeks_max = std::nullopt, .focus = directory::Focus::other, .age_from = 4, .age_to = 18, .needs = {},
                                     .price = {7500}, .price_unit = directory::PriceUnit::session, .session_minutes = 150, .from = date(2022, 9, 1), .places = places, .courses = {}});
    person(tx, made.tutor, made.tutor_name, Role::provider_tutor, made.provider, fmt::format("The register of {}", made.name));
    return made;
}

placements::Placement placed(const Group& there, const PlannedPupil& pupil, std::size_t number, DateRange year)
{
    return {.id = {Id::from_words(fmt::format("year's placement {}", number))}, .pupil = pupil_id(number), .programme = there.programme, .provider = there.provider,
            .commissioner = organisation_id("council"), .funder = organisation_id("council"), .legal_basis = placements::LegalBasis::s19_other, .purpose = "A full week of teaching",
            .from = year.from, .expected_end = *year.to, .state = placements::PlacementState::planned, .registration = placements::RollDuringPlacement::stays_on_roll, .price = {7500},
            .price_unit = placements::PriceUnit::session, .roll_school = organisation_id(pupil.school), .people = {.authority_officer = "Priya Raman", .provider_lead = there.tutor_name}};
}

/// This school year of a calendar: from the first day of its half-terms to the last.
DateRange year_of_calendar(const SchoolCalendar& calendar, SchoolYear year)
{
    std::optional<DateRange> found;
    for (const HalfTerm& half : calendar.half_terms()) {
        if (!year.days().contains(half.from)) continue;
        if (!found) found = DateRange{half.from, half.to};
        found->to = half.to;
    }
    expects(found.has_value());
    return *found;
}

/// Each register left an event in the trail when it was saved, by the one who took it, at its own time.
void record_registers(Writer& writer, Transaction& tx, const Group& there, const std::vector<placements::ExpectedOn>& sessions)
{
    for (const auto& taken : sessions) {
        if (taken.day > writer.options.today) break;
        writer.context.today = taken.day;
        writer.context.now = uk_instant(taken.day, taken.session == Session::am ? 9 : 13, 5);
        must(tx.record({.verb = "took_register", .entity = "organisation", .about = there.provider.value,
                        .after = fmt::format(R"({{"day":"{}","session":"{}","marks":{}}})", iso(taken.day), enum_text(taken.session), children_of_group)}), "a register");
    }
    writer.context.today = writer.options.today;
    writer.context.now = uk_instant(writer.options.today, 14, 0);
}

/// The marks of a child who is expected already, each session up to today.
void mark_a_year(Writer& writer, Transaction& tx, placements::PlacementId placement, std::size_t number, SchoolYear year)
{
    using enum attendance::Arrival;
    const attendance::Arrangement arrangement{.commissioned_by_authority = true};
    const auto code = [&](attendance::Arrival arrival, attendance::AbsenceReason reason = attendance::AbsenceReason::not_known) {
        return attendance::suggested_code(arrival, Session::am, arrangement, reason);
    };
    tx.run(sql::mark_a_year, {{"placement", placement}, {"number", number}, {"school_year", year.starts_in()}, {"here", code(here)}, {"late", code(late)},
                              {"ill", code(not_here, attendance::AbsenceReason::ill)}, {"no_good_reason", code(not_here, attendance::AbsenceReason::no_good_reason)},
                              {"appointment", code(not_here, attendance::AbsenceReason::medical_appointment)}});
    tx.run(sql::count_a_year, {{"placement", placement}});
    if ((number + 1) % 500 == 0) writer.options.progress(fmt::format("a year's marks of {} children", number + 1));
}

}  // namespace

void write_school_year(Writer& writer, const std::vector<PlannedPupil>& pupils)
{
    Context& context = writer.context;
    const Date today = writer.options.today;
    writer.at(today, 8, 0, "Priya Raman");
    const Who priya = context.who;
    must(context.in_transaction([&](Transaction& tx) -> Result<void> {
        for (int number = 1; number <= officers; ++number) {
            const auto name = fmt::format("Officer {:02}", number);
            person(tx, user_id(name), name, Role::commissioner, organisation_id("council"), "The whole area, as one of sixteen");
        }
        const auto calendar = people::calendar_of(tx, std::nullopt).calendar;
        const SchoolYear year = SchoolYear::of(today);
        const DateRange days = year_of_calendar(calendar, year);
        std::vector<placements::TimetabledSession> timetable;
        for (const WeekdaySession& when : sessions_of(0x3FF)) timetable.push_back({.when = when, .site = site_id("group 001").text(), .in_force = {days.from, {}}});
        const auto expected = must(placements::expected_sessions(timetable, days, calendar), "a year's sessions");

        std::optional<placements::PlacementId> model;
        const int groups = static_cast<int>(pupils.size()) / children_of_group;
        for (int number = 1; number <= groups; ++number) {
            context.who = priya;
            const Group there = group(tx, number);
            for (int seat = 0; seat < children_of_group; ++seat) {
                const auto child = static_cast<std::size_t>((number - 1) * children_of_group + seat);
                const auto placement = placed(there, pupils[child], child, days);
                context.who = priya;
                placements::insert_placement(tx, placement);
                for (const WeekdaySession& when : sessions_of(0x3FF)) placements::insert_slot(tx, placement, {.when = when, .minutes = 150, .site = there.site, .in_force = {days.from, {}}});
                tx.run(sql::start_placement, {{"placement", placement.id}});
                pupils::grant_access(tx, placement.pupil, there.provider, pupils::AccessKind::placed, placement.id.value, days.from);
                if (model) {
                    tx.run(sql::copy_expected, {{"pupil", placement.pupil}, {"placement", placement.id}, {"setting", there.provider}, {"site", there.site}, {"model", *model}});
                } else {
                    placements::insert_expected(tx, placement, expected);
                    tx.run(sql::stand_as_marked, {{"placement", placement.id}, {"last_day", today}});
                    model = placement.id;
                }
                context.who = {.user = there.tutor, .name = there.tutor_name, .role = Role::provider_tutor, .organisation = there.provider, .organisation_name = there.name, .user_agent_address = "127.0.0.1"};
                mark_a_year(writer, tx, placement.id, child, year);
            }
            record_registers(writer, tx, there, expected);
        }
        attendance::total_again(tx);
        writer.options.progress(fmt::format("{} groups, {} school days up to {}", groups, must(calendar.school_days_between(days.from, today), "school days"), long_date(today)));
        return {};
    }), "the school year");
}

}  // namespace waymark::harrowdale
