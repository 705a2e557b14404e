// The pages of this area, one function a row of the route table.
#pragma once

#include <functional>

#include "family/store/happening.hpp"
#include "foundation/result.hpp"
#include "platform/context.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"
#include "ui/ui.hpp"

namespace waymark::family {

[[nodiscard]] Result<Response> show_open(const Request& request, Context& context);
[[nodiscard]] Result<Response> submit_open(const Request& request, Context& context);
[[nodiscard]] Result<Response> submit_new_link(const Request& request, Context& context);
[[nodiscard]] Result<Response> show_now(const Request& request, Context& context);
[[nodiscard]] Result<Response> show_unhappy(const Request& request, Context& context);
[[nodiscard]] Result<Response> submit_unhappy(const Request& request, Context& context);
[[nodiscard]] Result<Response> submit_leave(const Request& request, Context& context);
[[nodiscard]] Result<Response> show_contact_link(const Request& request, Context& context);
[[nodiscard]] Result<Response> submit_contact_link(const Request& request, Context& context);
[[nodiscard]] Result<Response> submit_contact_link_end(const Request& request, Context& context);

/// "/f/TOKEN/unhappy" of the link in this request's address.
[[nodiscard]] std::string family_href(const Request& request, std::string_view part = {});

/// Whom to ring, and with whom to ask for there, if anybody is named.
void ring_view(ui::Buffer& out, const WhoToRing& ring, std::string_view officer = {});

/// A page for a family: the button to leave at once above all else, whom to ring, and at the end the way to say that one is not happy.
/// Its address is told to nobody.
struct FamilyPage {
    std::string title;
    int status = 200;
    Problems problems;
    std::optional<ui::Link> back;
    bool is_visiting = true;   // false: before the second fact
    bool says_whom_to_ring = false;  // the page does so itself, further up
};
[[nodiscard]] Response family_page(const Request& request, Context& context, const FamilyPage& page, const std::function<void(ui::Buffer&)>& body);

}  // namespace waymark::family
