// Makes the made-up area, part by part, in one transaction.
#include "harrowdale/build.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "harrowdale/writer.hpp"
#include "people/store/organisations.hpp"

namespace waymark::harrowdale {

const PersonInCast& person_named(std::string_view name)
{
    const auto found = std::ranges::find(people(), name, &PersonInCast::name);
    expects(found != people().end());
    return *found;
}

std::string email_of(std::string_view name)
{
    std::string email = folded_for_search(name);
    std::ranges::replace(email, ' ', '.');
    return email + "@harrowdale.example";
}

std::string_view organisation_name(std::string_view key)
{
    if (key == "council") return "Harrowdale Council";
    if (key == "health") return "Harrowdale Children's Health";
    if (key == "social_care") return "Harrowdale Children's Social Care";
    if (key == "youth_justice") return "Harrowdale Youth Justice Service";
    for (const auto& school : schools())
        if (school.key == key) return school.name;
    for (const auto& trust : trusts())
        if (trust.key == key) return trust.name;
    for (const auto& provider : providers())
        if (provider.key == key) return provider.name;
    throw std::logic_error("no such organisation in the cast: " + std::string{key});
}

void Writer::as(std::string_view name)
{
    const PersonInCast& person = person_named(name);
    context.who = {.user = user_id(name),
                   .name = std::string{name},
                   .role = enum_from_text<Role>(person.role),
                   .organisation = organisation_id(person.organisation),
                   .organisation_name = std::string{organisation_name(person.organisation)},
                   .user_agent_address = "127.0.0.1"};
}

void Writer::at(Date day, int hour, int minute, std::string_view person)
{
    context.today = day;
    context.now = uk_instant(day, hour, minute);
    as(person);
}

void build(Database& database, const Options& options)
{
    Context context{database, std::string{authority_code}, options.today, uk_instant(options.today, 8, 0)};
    context.reactions = options.reactions;
    must(context.in_transaction([&](Transaction& tx) -> Result<void> {
        if (people::first_authority(tx)) return refused("harrowdale.not_empty", "The database holds an authority already. Choose an empty one.");
        Writer writer{context, options};
        auto pupils = population({.pupils = options.pupils, .years = options.years, .seed = options.seed, .today = options.today});
        options.progress("people, schools and calendars");
        write_people(writer);
        options.progress("providers and their programmes");
        write_directory(writer);
        options.progress(fmt::format("{} children", pupils.size()));
        if (options.school_year)
            for (PlannedPupil& pupil : pupils) pupil.stand = Stand::known;
        write_pupils(writer, pupils);
        if (options.school_year) {
            write_school_year(writer, pupils);
            return {};
        }
        options.progress("referrals, decisions and placements");
        write_road(writer, pupils);
        options.progress("registers and reviews");
        write_days(writer);
        options.progress("what was done for the clocks of the law");
        write_clock_facts(writer, pupils);
        return {};
    }), "the area");
}

}  // namespace waymark::harrowdale
