// Reading a provider's standing off the register.
#include "directory/rules/register_standing.hpp"

#include <algorithm>

#include "foundation/enum_text.hpp"

namespace waymark::directory {

EstablishmentKind establishment_kind(std::string_view type_code)
{
    if (const auto registration = registration_on_register(type_code))
        return enum_from_text<EstablishmentKind>(enum_text(*registration)).value_or(EstablishmentKind::other_school);
    static constexpr std::string_view other_schools[] = {"01", "02", "03", "05", "06", "15", "24", "28", "34", "35", "40", "41", "57"};
    // Older files write the code without its leading zero.
    const std::string code = type_code.size() == 1 ? "0" + std::string{type_code} : std::string{type_code};
    if (code == "49") return EstablishmentKind::online_accredited;
    return std::ranges::find(other_schools, code) == std::end(other_schools) ? EstablishmentKind::no_school : EstablishmentKind::other_school;
}

RegisterStanding register_standing(const std::optional<RegisterEntry>& entry, Date day, const OfferedAges& offered)
{
    RegisterStanding found;
    if (!entry) return found;
    found.kind = establishment_kind(entry->type_code);
    const bool is_school = found.kind != EstablishmentKind::online_accredited && found.kind != EstablishmentKind::no_school;
    found.is_closed = entry->status_code == "2" || (entry->closed_on && *entry->closed_on <= day);
    const bool has_open_status = entry->status_code == "1" || entry->status_code == "3";
    const bool is_open = has_open_status && !found.is_closed && (!entry->opened_on || *entry->opened_on <= day);
    found.is_closing = is_open && (entry->status_code == "3" || entry->closed_on);
    found.is_registered = is_school && is_open;
    if (!found.is_registered) return found;
    found.is_outside_ages = (offered.youngest && entry->age_low && *offered.youngest < *entry->age_low) ||
                            (offered.oldest && entry->age_high && *offered.oldest > *entry->age_high);
    found.is_over_numbers = entry->capacity && entry->pupils && *entry->pupils > *entry->capacity;
    return found;
}

}  // namespace waymark::directory
