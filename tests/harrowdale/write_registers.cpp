// Harrowdale's copy of the national registers, made up like all of it: every school and registered provider of the cast, their
// trusts, some schools next door, and a provider next door that closed in August and went on under another trust.
#include <algorithm>

#include <fmt/format.h>

#include "directory/store/register_rows.hpp"
#include "harrowdale/writer.hpp"

namespace waymark::harrowdale {
namespace {

/// A kind of establishment by the register's own codes, with how many pupils such a school of Harrowdale has.
struct Kind {
    std::string_view code, name, group, phase;
    int places, pupils;
};

constexpr Kind community{"01", "Community school", "4", "", 420, 391};
constexpr Kind aided{"02", "Voluntary aided school", "4", "", 420, 397};
constexpr Kind academy{"34", "Academy converter", "10", "", 420, 402};
constexpr Kind special{"07", "Community special school", "5", "Not applicable", 110, 104};
constexpr Kind sponsored_provision{"42", "Academy alternative provision sponsor led", "10", "Not applicable", 60, 41};

struct RegisteredKind {
    std::string_view provider;
    Kind kind;
    int age_low, age_high;
};

constexpr RegisteredKind registered_kinds[] = {
    {"bridge", {"14", "Pupil referral unit", "4", "Not applicable", 100, 78}, 11, 16},
    {"beacon", {"43", "Academy alternative provision converter", "10", "Not applicable", 60, 47}, 11, 16},
    {"stepping_stones", {"38", "Free schools alternative provision", "11", "Not applicable", 24, 17}, 11, 16},
    {"hospital", {"07", "Community special school", "5", "Not applicable", 40, 22}, 4, 18},
    {"oakfield", {"11", "Other independent school", "3", "Not applicable", 60, 52}, 7, 18},
    {"larchwood", special, 4, 19},
    {"college", {"18", "Further education", "1", "16 plus", 1900, 1640}, 14, 99},
    {"eastmere_academy", sponsored_provision, 11, 16},
};

struct SchoolNextDoor {
    std::string_view urn, authority, number, name, phase, street, town, postcode;
    Kind kind;
    int age_low, age_high;
};

constexpr SchoolNextDoor schools_next_door[] = {
    {"900301", "991", "4001", "Mere View High School", "Secondary", "Mere Road", "Eastmere", "ZE9 1BQ", community, 11, 16},
    {"900302", "991", "4002", "Lakeside Academy", "Secondary", "Shore Lane", "Eastmere", "ZE9 2HT", academy, 11, 18},
    {"900303", "991", "2001", "Shore Lane Primary School", "Primary", "Shore Lane", "Eastmere", "ZE9 2HW", community, 4, 11},
    {"900304", "992", "4001", "Wold Top School", "Secondary", "High Wold", "North Wolds", "ZN4 1RA", community, 11, 16},
    {"900305", "992", "2001", "Sheepwalk Primary School", "Primary", "Sheepwalk", "North Wolds", "ZN4 3DE", community, 4, 11},
};

constexpr std::string_view successor_urn = "900309", successor_name = "Mere Road Academy", eastmere_urn = "900208";
constexpr std::string_view converted_urn = "900310", converted_name = "Beacon Pupil Referral Unit", beacon_urn = "900202";

std::string trust_uid(std::string_view key)
{
    int uid = 90001;
    for (const TrustInCast& trust : trusts()) {
        if (trust.key == key) return std::to_string(uid);
        ++uid;
    }
    return {};
}

/// The last day of August that has passed: when schools close, and others open the day after.
Date last_day_of_august(Date today)
{
    const Date this_year = date(year_of(today), 8, 31);
    return this_year < today ? this_year : date(year_of(today) - 1, 8, 31);
}

directory::EstablishmentRow row_of(const Kind& kind, std::string_view urn, std::string_view name, int age_low, int age_high)
{
    directory::EstablishmentRow row;
    row.urn = urn;
    row.authority_code = authority_code;
    row.name = name;
    row.type_code = kind.code;
    row.type_name = kind.name;
    row.group_code = kind.group;
    row.status_code = "1";
    row.status_name = "Open";
    row.phase_name = kind.phase;
    row.opened_on = date(2009, 9, 1);
    row.age_low = age_low;
    row.age_high = age_high;
    row.capacity = kind.places;
    row.pupils = kind.pupils;
    return row;
}

void place(directory::EstablishmentRow& row, std::string_view street, std::string_view town, std::string_view postcode)
{
    row.street = street;
    row.town = town;
    row.postcode = postcode;
    row.easting = point_of(postcode).easting;
    row.northing = point_of(postcode).northing;
}

const Kind& kind_of(const SchoolInCast& school)
{
    if (school.phase == "special") return special;
    if (!school.trust.empty()) return academy;
    return school.name.starts_with("St ") ? aided : community;
}

directory::EstablishmentRow row_of(const SchoolInCast& school)
{
    auto row = row_of(kind_of(school), school.urn, school.name, school.age_from, school.age_to);
    row.establishment_number = school.dfe_number.substr(3);
    if (school.phase == "primary") row.phase_name = "Primary";
    if (school.phase == "secondary") row.phase_name = "Secondary";
    if (school.phase == "all_through") row.phase_name = "All-through";
    if (school.phase == "secondary" || school.phase == "all_through") {
        row.capacity = 1050;
        row.pupils = 987;
    }
    row.trust_uid = trust_uid(school.trust);
    if (!school.trust.empty()) row.trust_name = organisation_name(school.trust);
    place(row, school.street, "Harrowdale", school.postcode);
    return row;
}

const ProviderInCast& provider_of(std::string_view key)
{
    const auto found = std::ranges::find(providers(), key, &ProviderInCast::key);
    expects(found != providers().end());
    return *found;
}

void add_providers(directory::RegisterRows& rows, Date closing)
{
    for (const RegisteredKind& registered : registered_kinds) {
        const ProviderInCast& provider = provider_of(registered.provider);
        auto row = row_of(registered.kind, provider.urn, provider.name, registered.age_low, registered.age_high);
        place(row, provider.street, provider.in_area ? "Harrowdale" : "Eastmere", provider.postcode);
        if (provider.urn == beacon_urn) row.opened_on = date(2019, 4, 1);
        if (provider.urn == eastmere_urn) {
            row.authority_code = "991";
            row.status_code = "2";
            row.status_name = "Closed";
            row.closed_on = closing;
        }
        rows.add(row);
    }
}

void add_successors(directory::RegisterRows& rows, Date closing)
{
    const ProviderInCast& eastmere = provider_of("eastmere_academy");
    auto successor = row_of(sponsored_provision, successor_urn, successor_name, 11, 16);
    successor.authority_code = "991";
    successor.opened_on = closing + Days{1};
    successor.trust_uid = trust_uid("wayside");
    successor.trust_name = organisation_name("wayside");
    place(successor, eastmere.street, "Eastmere", eastmere.postcode);
    rows.add(successor);

    const ProviderInCast& beacon = provider_of("beacon");
    auto converted = row_of(registered_kinds[0].kind, converted_urn, converted_name, 11, 16);
    converted.status_code = "2";
    converted.status_name = "Closed";
    converted.closed_on = date(2019, 3, 31);
    place(converted, beacon.street, "Harrowdale", beacon.postcode);
    rows.add(converted);
}

directory::RegisterRows establishments(Date closing)
{
    directory::RegisterRows rows{directory::ImportKind::gias};
    for (const SchoolInCast& school : schools()) rows.add(row_of(school));
    add_providers(rows, closing);
    add_successors(rows, closing);
    for (const SchoolNextDoor& school : schools_next_door) {
        auto row = row_of(school.kind, school.urn, school.name, school.age_low, school.age_high);
        row.authority_code = school.authority;
        row.establishment_number = school.number;
        row.phase_name = school.phase;
        place(row, school.street, school.town, school.postcode);
        rows.add(row);
    }
    return rows;
}

directory::RegisterRows links(Date closing)
{
    directory::RegisterRows rows{directory::ImportKind::gias_links};
    const auto both_ways = [&](std::string_view old_urn, std::string_view old_name, std::string_view new_urn, std::string_view new_name, Date day) {
        rows.add({.urn = std::string{old_urn}, .linked_urn = std::string{new_urn}, .type = "Successor", .linked_name = std::string{new_name}, .established_on = day});
        rows.add({.urn = std::string{new_urn}, .linked_urn = std::string{old_urn}, .type = "Predecessor", .linked_name = std::string{old_name}, .established_on = day});
    };
    both_ways(eastmere_urn, provider_of("eastmere_academy").name, successor_urn, successor_name, closing + Days{1});
    both_ways(converted_urn, converted_name, beacon_urn, provider_of("beacon").name, date(2019, 4, 1));
    return rows;
}

directory::RegisterRows groups()
{
    directory::RegisterRows rows{directory::ImportKind::gias_groups};
    for (const TrustInCast& trust : trusts())
        rows.add({.uid = trust_uid(trust.key), .group_id = "TR" + trust_uid(trust.key), .name = std::string{trust.name}, .type_name = "Multi-academy trust",
                  .status_name = "Open", .companies_house = {}, .ukprn = {}, .postcode = {}, .opened_on = date(2009, 9, 1), .closed_on = {}});
    return rows;
}

directory::RegisterRows postcodes()
{
    directory::RegisterRows rows{directory::ImportKind::postcodes};
    const auto add = [&](std::string_view postcode) {
        rows.add({.postcode = std::string{postcode}, .point = point_of(postcode), .authority_gss = {}, .terminated_on = {}});
    };
    for (const SchoolInCast& school : schools()) add(school.postcode);
    for (const ProviderInCast& provider : providers()) add(provider.postcode);
    for (const SchoolNextDoor& school : schools_next_door) add(school.postcode);
    // Where the children live: the same letters as in their addresses.
    for (int district = 1; district <= 8; ++district)
        for (int sector = 1; sector <= 9; ++sector)
            for (const char first : std::string_view{"AB"})
                for (const char second : std::string_view{"DEHJLNPQR"})
                    if (const auto home = fmt::format("ZH{} {}{}{}", district, sector, first, second);
                        std::ranges::find(schools(), home, &SchoolInCast::postcode) == schools().end() &&
                        std::ranges::find(providers(), home, &ProviderInCast::postcode) == providers().end())
                        add(home);
    return rows;
}

}  // namespace

directory::Point point_of(std::string_view postcode)
{
    std::uint64_t mixed = 1469598103934665603ULL;
    for (const char letter : postcode) mixed = (mixed ^ static_cast<unsigned char>(letter)) * 1099511628211ULL;
    const int district = postcode.size() > 2 ? postcode[2] - '0' : 0;
    const int far = postcode.starts_with("ZH") ? 0 : 14000;
    const int easting = 430000 + far + (district % 3 - 1) * 2600 + static_cast<int>(mixed % 1700);
    const int northing = 432000 + (district / 3 - 1) * 2400 + static_cast<int>((mixed >> 20) % 1700);
    return {.easting = easting, .northing = northing};
}

void write_registers(const Writer& writer, Transaction& tx)
{
    const Date closing = last_day_of_august(writer.options.today);
    for (const auto& rows : {establishments(closing), links(closing), groups(), postcodes()})
        for (std::size_t batch = 0; batch < rows.batches(); ++batch) rows.save(tx, batch, "Harrowdale's made-up register");
}

}  // namespace waymark::harrowdale
