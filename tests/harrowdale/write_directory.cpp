// Providers with their sites, programmes and places; visits, documents and suspensions, from which their status follows.
#include <algorithm>

#include <fmt/format.h>

#include "directory/store/programmes.hpp"
#include "directory/store/providers.hpp"
#include "foundation/text.hpp"
#include "harrowdale/registers.sql.hpp"
#include "harrowdale/writer.hpp"
#include "quality/store/assurance.hpp"

namespace waymark::harrowdale {
namespace {

directory::WeekPlaces places_of(const ProgrammeInCast& cast)
{
    static constexpr std::array days{"mon", "tue", "wed", "thu", "fri"};
    directory::WeekPlaces places;
    for (const WeekdaySession& when : directory::sessions_of_the_week()) {
        const std::string name = fmt::format("{}-{}", days[static_cast<std::size_t>(when.weekday)], enum_text(when.session));
        if (cast.sessions == "all" || cast.sessions.find(name) != std::string_view::npos) places.at(when) = cast.places;
    }
    return places;
}

std::vector<directory::Course> courses_of(std::string_view words)
{
    std::vector<directory::Course> courses;
    for (const auto one : split(words, ';')) {
        const auto parts = split(trimmed(one), '/');
        if (parts.size() == 3) courses.push_back({std::string{parts[0]}, std::string{parts[1]}, std::string{parts[2]}});
    }
    return courses;
}

void programmes(Transaction& tx, const ProviderInCast& cast, directory::SiteId site)
{
    for (std::size_t index = 0; index < cast.programmes.size(); ++index) {
        const ProgrammeInCast& offer = cast.programmes[index];
        const bool online = cast.key == "wavelength";
        directory::insert_programme(tx, {
            .id = programme_id(cast.key, index),
            .provider = organisation_id(cast.key),
            .site = online ? std::nullopt : std::optional{site},
            .category = std::string{offer.category},
            .name = std::string{offer.name},
            .description = std::string{offer.description},
            .attendance = offer.full_time ? directory::Attendance::full_time : directory::Attendance::part_time,
            .weeks_max = offer.weeks_max > 0 ? std::optional{offer.weeks_max} : std::nullopt,
            .focus = *enum_from_text<directory::Focus>(offer.focus),
            .age_from = offer.age_from,
            .age_to = offer.age_to,
            .needs = directory::needs_from_codes(offer.needs),
            .price = {offer.price_pence},
            .price_unit = *enum_from_text<directory::PriceUnit>(offer.price_unit),
            .session_minutes = 150,
            .from = date(2022, 9, 1),
            .places = places_of(offer),
            .courses = courses_of(offer.courses),
        });
    }
}

void documents(Writer& writer, Transaction& tx, const ProviderInCast& cast, int& serial)
{
    using enum quality::DocumentKind;
    const Date today = writer.options.today;
    for (const auto kind : {insurance, dbs_attestation, safeguarding_policy, fire_risk_assessment}) {
        if (cast.standing == Standing::never_visited && kind != insurance) continue;
        const int age = cast.standing == Standing::lapsed && kind == insurance ? 420 : writer.dice.between(20, 300);
        quality::insert_document(tx, {.id = {Id::from_words(fmt::format("document {} {}", cast.key, enum_text(kind)))}, .provider = organisation_id(cast.key),
                                      .facts = {.kind = kind, .issued_on = today - Days{age}, .expires_on = today - Days{age} + Days{365}},
                                      .name = fmt::format("{} {}", quality::document_words(kind), year_of(today - Days{age}))},
                                 cast.standing != Standing::never_visited);
        ++serial;
    }
}

void visits(Writer& writer, Transaction& tx, const ProviderInCast& cast)
{
    if (cast.standing == Standing::never_visited) return;
    const Date today = writer.options.today;
    const int ago = cast.standing == Standing::lapsed ? 460 : writer.dice.between(40, 300);
    const int lowest = cast.standing == Standing::with_conditions ? 52 : writer.dice.between(68, 94);
    quality::insert_visit(tx, {.id = {Id::from_words(fmt::format("first visit {}", cast.key))}, .provider = organisation_id(cast.key),
                               .facts = {.held_on = today - Days{ago + 365}, .kind = quality::VisitKind::initial, .lowest_area_percent = lowest - 6},
                               .officer = "Grace Liddell", .summary = "First visit: all critical criteria met."});
    quality::insert_visit(tx, {.id = {Id::from_words(fmt::format("visit {}", cast.key))}, .provider = organisation_id(cast.key),
                               .facts = {.held_on = today - Days{ago}, .kind = quality::VisitKind::annual, .lowest_area_percent = lowest},
                               .officer = "Grace Liddell", .announced = !writer.dice.in_hundred(20),
                               .summary = cast.standing == Standing::with_conditions ? "Good relationships. Progress is not measured from a baseline: to be put right by next term."
                                                                                     : "Safe, well led, and pupils say they like it."});
    if (cast.standing == Standing::suspended)
        quality::insert_suspension(tx, {.id = {Id::from_words(fmt::format("suspension {}", cast.key))}, .provider = organisation_id(cast.key),
                                        .facts = {.days = {today - Days{19}, {}}, .reason = "A young person was left alone in the workshop. New placements stop while it is looked into."}});
}

}  // namespace

directory::ProgrammeId programme_id(std::string_view provider, std::size_t index)
{
    return {Id::from_words(fmt::format("programme {} {}", provider, index))};
}

directory::SiteId site_id(std::string_view provider) { return {Id::from_words(fmt::format("site {}", provider))}; }

void write_directory(Writer& writer)
{
    writer.at(writer.options.today - Days{390 + 365 * writer.options.years}, 9, 0, "Grace Liddell");
    must(writer.context.in_transaction([&](Transaction& tx) -> Result<void> {
        directory::insert_starting_categories(tx, date(2022, 9, 1));
        write_registers(writer, tx);
        int serial = 0;
        for (const ProviderInCast& cast : providers()) {
            directory::insert_provider(tx, {.id = organisation_id(cast.key), .name = std::string{cast.name}, .registration = *enum_from_text<directory::Registration>(cast.registration),
                                            .website = "https://" + std::string{cast.key} + ".example", .summary = std::string{cast.summary}, .typical_week = std::string{cast.typical_week},
                                            .how_to_get_a_place = "Places are arranged by your school or by the council. Talk to your school first.",
                                            .safeguarding_lead = std::string{cast.safeguarding_lead}, .safeguarding_telephone = fmt::format("01632 961{:03}", ++serial),
                                            .published = cast.standing == Standing::assured || cast.standing == Standing::with_conditions});
            directory::insert_site(tx, {.id = site_id(cast.key), .provider = organisation_id(cast.key), .name = "Main site",
                                        .address = fmt::format("{}\n{}", cast.street, cast.in_area ? "Harrowdale" : "Eastmere"), .postcode = std::string{cast.postcode}, .point = point_of(cast.postcode),
                                        .access_notes = "Step-free entrance and an accessible toilet."});
            programmes(tx, cast, site_id(cast.key));
            visits(writer, tx, cast);
            documents(writer, tx, cast, serial);
        }
        tx.run(sql::insert_subcontract, {{"id", Id::from_words("subcontract sound_check")}, {"provider", organisation_id("beacon")},
                                         {"subcontractor", organisation_id("sound_check")}, {"from_day", date(2024, 9, 2)}});
        return {};
    }), "the directory");
}

}  // namespace waymark::harrowdale
