// R31 read as a checklist of kinds and sites.
#include "placements/rules/startable.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "foundation/result.hpp"
#include "foundation/text.hpp"
#include "vocabulary/month_steps.hpp"

namespace waymark::placements {

std::span<const ConfirmationWords> confirmation_kinds()
{
    using enum ConfirmationKind;
    static constexpr ConfirmationWords all[] = {
        {staff_checks, "Checks on everyone who works there",
         "Everyone who works at this site has had the checks that a school would make: identity, enhanced DBS, barred list where due, "
         "right to work, prohibition, references, checks abroad, and section 128 for managers.", true, Giver::provider},
        {tells_of_changes, "Changes will be told",
         "We will tell the commissioner at once of any change that may put the young person at risk, such as new staff.", false, Giver::provider},
        {addresses, "Where the young person will be",
         "The young person will be taught only at this address. We will ask before we use another.", true, Giver::provider},
        {subcontractors, "Other organisations and sites",
         "No other organisation or site teaches the young person, or each one is named here and has given the same confirmations.", false, Giver::provider},
        {emergency_contacts, "Emergency contacts",
         "The people to ring for this young person, and those to ring at the provider, have been exchanged.", false, Giver::school_or_authority},
        {risk_assessment, "The young person’s risk assessment",
         "The risk assessment for this young person has been shared both ways and agreed.", false, Giver::school_or_authority},
        {absence_arrangement, "What happens on a missed morning",
         "If the young person does not arrive we tell the school and the commissioner the same morning.", false, Giver::provider},
        {insurance, "Insurance",
         "Public and employer liability insurance is in force for the whole placement.", false, Giver::provider},
    };
    return all;
}

const ConfirmationWords& words_of(ConfirmationKind kind)
{
    const auto found = std::ranges::find(confirmation_kinds(), kind, &ConfirmationWords::kind);
    expects(found != confirmation_kinds().end());
    return *found;
}

std::vector<MissingConfirmation> missing_confirmations(std::span<const GivenConfirmation> given, std::span<const std::string> sites,
                                                       Date start, int months_valid)
{
    std::vector<MissingConfirmation> missing;
    const Date oldest = same_day_months_later(start, -months_valid);
    const auto check = [&](ConfirmationKind kind, const std::optional<std::string>& site) {
        std::optional<Date> latest;
        for (const auto& one : given)
            if (one.kind == kind && (!site || one.site == site) && (!latest || one.given_on > *latest)) latest = one.given_on;
        if (!latest) missing.push_back({kind, site, "Not given yet"});
        else if (*latest < oldest)
            missing.push_back({kind, site, fmt::format("Given on {}, more than {} before the start", long_date(*latest), counted(months_valid, "month"))});
    };
    for (const auto& words : confirmation_kinds()) {
        if (words.for_each_site && !sites.empty())
            for (const auto& site : sites) check(words.kind, site);
        else check(words.kind, std::nullopt);
    }
    return missing;
}

}  // namespace waymark::placements
