// Kinds of provider, from the register's own codes, and what the register warns of.
#include "directory/rules/provider.hpp"

#include <algorithm>
#include <array>

namespace waymark::directory {

std::optional<Registration> registration_on_register(std::string_view type_code)
{
    using enum Registration;
    static constexpr struct {
        std::string_view code;
        Registration registration;
    } kinds[] = {
        {"14", pru},
        {"42", ap_academy}, {"43", ap_academy},
        {"38", ap_free_school},
        {"10", independent_school}, {"11", independent_school},
        {"07", special_school}, {"08", special_school}, {"12", special_school}, {"33", special_school},
        {"36", special_school}, {"44", special_school},
        {"18", fe_college}, {"32", fe_college}, {"39", fe_college}, {"45", fe_college}, {"46", fe_college},
    };
    // Older files write the code without its leading zero.
    const std::string code = type_code.size() == 1 ? "0" + std::string{type_code} : std::string{type_code};
    const auto found = std::ranges::find(kinds, code, [](const auto& kind) { return kind.code; });
    return found == std::end(kinds) ? std::nullopt : std::optional{found->registration};
}

std::vector<std::string> register_warnings(const Provider& provider, const std::optional<RegisterEntry>& entry,
                                           std::optional<int> youngest_offered, std::optional<int> oldest_offered)
{
    std::vector<std::string> warnings;
    if (!is_registered(provider.registration)) return warnings;
    if (!entry) {
        warnings.push_back(provider.urn.empty() ? "No URN is recorded, so the national register cannot be checked."
                                                : "URN " + provider.urn + " is not in the copy of the national register held here.");
        return warnings;
    }
    if (entry->status_code == "2")
        warnings.push_back("The national register shows this school as closed" +
                           (entry->closed_on ? " since " + long_date(*entry->closed_on) : std::string{}) + ".");
    if (entry->status_code == "3") warnings.push_back("The national register shows that this school is proposed to close.");
    if (entry->status_code == "4") warnings.push_back("The national register shows that this school has not opened yet.");
    const auto kind = registration_on_register(entry->type_code);
    const bool hospital = provider.registration == Registration::hospital_school && kind == Registration::special_school;
    if (kind != provider.registration && !hospital)
        warnings.push_back("The national register describes it as “" + entry->type_name + "”.");
    if (youngest_offered && entry->age_low && *youngest_offered < *entry->age_low)
        warnings.push_back("It offers places from age " + std::to_string(*youngest_offered) + "; it is registered for ages from " +
                           std::to_string(*entry->age_low) + ".");
    if (oldest_offered && entry->age_high && *oldest_offered > *entry->age_high)
        warnings.push_back("It offers places up to age " + std::to_string(*oldest_offered) + "; it is registered for ages up to " +
                           std::to_string(*entry->age_high) + ".");
    if (entry->capacity && entry->pupils && *entry->pupils > *entry->capacity)
        warnings.push_back("It has " + std::to_string(*entry->pupils) + " pupils on roll and is registered for " +
                           std::to_string(*entry->capacity) + ".");
    return warnings;
}

bool is_registered(Registration registration) { return registration != Registration::unregistered; }

std::string registration_words(Registration registration)
{
    switch (registration) {
        case Registration::pru: return "Pupil referral unit";
        case Registration::ap_academy: return "Alternative provision academy";
        case Registration::ap_free_school: return "Alternative provision free school";
        case Registration::hospital_school: return "Hospital school";
        case Registration::independent_school: return "Registered independent school";
        case Registration::special_school: return "Special school";
        case Registration::fe_college: return "Further education college";
        case Registration::unregistered: return "Not a registered school";
    }
    return {};
}

}  // namespace waymark::directory
