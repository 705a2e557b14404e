// How the directory's facts look wherever they are shown: status, registration, places, addresses, and the way to a record.
#pragma once

#include <string>
#include <vector>

#include "directory/rules/fields.hpp"
#include "directory/rules/search.hpp"
#include "platform/context.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"
#include "ui/ui.hpp"

namespace waymark::directory {

[[nodiscard]] ui::Html status_tag(quality::Status status);
[[nodiscard]] ui::Html registration_tag(Registration registration);

/// "/providers/0193…", with a part of the record behind it: "/providers/0193…/places".
[[nodiscard]] std::string provider_href(OrganisationId provider, std::string_view part = {});

[[nodiscard]] std::string category_name(const std::vector<OfferCategory>& categories, std::string_view id);
[[nodiscard]] const Site* site_of(const Listing& listing, const Programme& programme);
[[nodiscard]] std::string site_words(const Listing& listing, const Programme& programme);  // "The farm, ZH6 8FD", "Online"
[[nodiscard]] std::string needs_words(const std::vector<Need>& needs);
[[nodiscard]] std::string weeks_words(const std::optional<int>& weeks);

/// Free places of a programme, or none taken when nobody has told of any.
[[nodiscard]] WeekPlaces free_of(const Programme& programme, const TakenPlaces& taken);
/// "3 free on Monday and Friday mornings", "Full".
[[nodiscard]] std::string free_words(const WeekPlaces& free);

/// The page as an answer.
template <class F>
[[nodiscard]] Response page_of(int status, F&& write)
{
    ui::Buffer out;
    write(out);
    return html(status, out.take());
}

/// A provider's people see their own record, everybody else who may open the directory sees all: else not found.
[[nodiscard]] Result<OrganisationId> provider_in_path(const Request& request, const Context& context);
[[nodiscard]] bool may_edit(const Context& context);  // change a profile; provider_in_path lets a provider reach its own only
[[nodiscard]] bool may_decide(const Context& context);  // accept changes, record visits, suspend, verify
[[nodiscard]] std::string full_address(const Site& site);

}  // namespace waymark::directory
