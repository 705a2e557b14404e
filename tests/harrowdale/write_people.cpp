// Authorities, organisations, people with their roles, and the calendars that school days are counted in.
#include <algorithm>

#include <fmt/format.h>

#include "harrowdale/writer.hpp"
#include "people/store/calendars.hpp"
#include "people/store/organisations.hpp"
#include "people/store/users.hpp"

namespace waymark::harrowdale {
namespace {

void authority_with_team(Writer& writer, Transaction& tx, const AuthorityInCast& authority)
{
    Context& context = writer.context;
    const std::string ours = context.authority;
    context.authority = authority.code;
    people::insert_authority(tx, authority.name);
    if (authority.code != authority_code) {
        const OrganisationId team = organisation_id("team of " + std::string{authority.name});
        people::insert_organisation(tx, {.id = team, .kind = people::OrganisationKind::authority_team, .name = std::string{authority.name} + " Council", .opened_on = date(1974, 4, 1)});
        const UserId user = user_id("commissioner of " + std::string{authority.name});
        people::insert_user(tx, {.id = user, .name = "Commissioner of " + std::string{authority.name}, .email = fmt::format("commissioner@{}.example", authority.code)});
        people::insert_membership(tx, {.id = {Id::from_words("membership of " + user.text())}, .user = user, .organisation = team, .role = Role::commissioner, .period = {date(2020, 9, 1), {}}});
    }
    context.authority = ours;
}

void organisations(Transaction& tx)
{
    using enum people::OrganisationKind;
    const Date opened = date(2009, 9, 1);
    people::insert_organisation(tx, {.id = organisation_id("council"), .kind = authority_team, .name = std::string{organisation_name("council")}, .telephone = "01632 960100", .opened_on = date(1974, 4, 1)});
    for (const std::string_view agency : {"health", "social_care", "youth_justice"})
        people::insert_organisation(tx, {.id = organisation_id(agency), .kind = people::OrganisationKind::agency, .name = std::string{organisation_name(agency)}, .telephone = "01632 960110", .opened_on = opened});
    for (const TrustInCast& trust : trusts())
        people::insert_organisation(tx, {.id = organisation_id(trust.key), .kind = people::OrganisationKind::trust, .name = std::string{trust.name}, .opened_on = opened});
    int line = 200;
    for (const SchoolInCast& school : schools())
        people::insert_organisation(tx, {.id = organisation_id(school.key), .kind = people::OrganisationKind::school, .name = std::string{school.name}, .urn = std::string{school.urn},
                                         .dfe_number = std::string{school.dfe_number},
                                         .parent = school.trust.empty() ? std::nullopt : std::optional{organisation_id(school.trust)},
                                         .phase = enum_from_text<people::Phase>(school.phase), .street = std::string{school.street}, .town = "Harrowdale",
                                         .postcode = std::string{school.postcode}, .telephone = fmt::format("01632 960{:03}", line++), .opened_on = opened});
    for (const ProviderInCast& provider : providers())
        people::insert_organisation(tx, {.id = organisation_id(provider.key), .kind = people::OrganisationKind::provider, .name = std::string{provider.name},
                                         .urn = provider.urn.empty() ? std::nullopt : std::optional{std::string{provider.urn}}, .street = std::string{provider.street},
                                         .town = provider.in_area ? "Harrowdale" : "Eastmere", .postcode = std::string{provider.postcode},
                                         .telephone = fmt::format("01632 960{:03}", line++), .opened_on = opened, .in_authority = provider.in_area});
}

/// An inspector came a week ago and stays three months: nobody is let in as one without a last day.
void users(Transaction& tx, Date today)
{
    for (const PersonInCast& person : people()) {
        const UserId id = user_id(person.name);
        const Role role = *enum_from_text<Role>(person.role);
        const DateRange period = role == Role::inspector ? DateRange{today - Days{7}, today + Days{90}} : DateRange{date(2020, 9, 1), {}};
        people::insert_user(tx, {.id = id, .name = std::string{person.name}, .email = email_of(person.name), .demonstration = std::string{person.shows}});
        people::insert_membership(tx, {.id = {Id::from_words("membership of " + id.text())}, .user = id, .organisation = organisation_id(person.organisation),
                                       .role = role, .period = period});
    }
}

Date monday_on_or_after(Date day)
{
    while (weekday(day) != Weekday::monday) day += Days{1};
    return day;
}

Date friday_before(Date monday) { return monday - Days{3}; }

/// The six half-terms of the school year that begins in that September. Bank holidays are known to the calendar itself.
void school_year(Transaction& tx, std::optional<OrganisationId> whose, int year, int holiday_shift)
{
    const Date october = monday_on_or_after(date(year, 10, 23)) + Days{7 * holiday_shift};
    const Date christmas = monday_on_or_after(date(year, 12, 19));
    const Date january = monday_on_or_after(date(year + 1, 1, 3));
    const Date february = monday_on_or_after(date(year + 1, 2, 13));
    const Date easter = monday_on_or_after(date(year + 1, 3, 27));
    const Date may = monday_on_or_after(date(year + 1, 5, 25));
    const Date summer = monday_on_or_after(date(year + 1, 7, 20));
    const std::pair<Date, Date> terms[] = {
        {date(year, 9, 2), friday_before(october)}, {october + Days{7}, friday_before(christmas)}, {january, friday_before(february)},
        {february + Days{7}, friday_before(easter)}, {easter + Days{14}, friday_before(may)}, {may + Days{7}, friday_before(summer)}};
    static constexpr std::string_view names[] = {"Autumn 1", "Autumn 2", "Spring 1", "Spring 2", "Summer 1", "Summer 2"};
    for (std::size_t half = 0; half < 6; ++half)
        people::insert_term(tx, whose, {fmt::format("{}, {} to {}", names[half], year, year + 1), terms[half].first, terms[half].second});
    people::insert_closure(tx, whose, {monday_on_or_after(date(year + 1, 6, 20)), ClosureKind::inset, "Staff training"});
}

}  // namespace

void write_people(Writer& writer)
{
    writer.context.now = uk_instant(writer.options.today - Days{400 + 365 * writer.options.years}, 9, 0);
    must(writer.context.in_transaction([&](Transaction& tx) -> Result<void> {
        for (const AuthorityInCast& authority : authorities()) authority_with_team(writer, tx, authority);
        organisations(tx);
        users(tx, writer.options.today);
        const int this_year = year_of(writer.options.today) - (month_of(writer.options.today) < 9 ? 1 : 0);
        for (int year = this_year - writer.options.years - 1; year <= this_year + 1; ++year) {
            school_year(tx, std::nullopt, year, 0);
            // One trust takes its October week a week later: its pupils' clocks run differently, and the pages show it.
            for (const SchoolInCast& school : schools())
                if (school.trust == "wayside") school_year(tx, organisation_id(school.key), year, 1);
        }
        return {};
    }), "people");
}

}  // namespace waymark::harrowdale
