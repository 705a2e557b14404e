// Forms that save themselves while somebody types: PUT (by script) or POST /drafts/{form}.
#include <algorithm>

#include "foundation/uk_time.hpp"
#include "foundation/json.hpp"
#include "people/store/drafts.hpp"
#include "people/web/pages.hpp"

namespace waymark::people {
namespace {

constexpr std::size_t draft_bytes_max = 400'000;

/// Lower-case letters, digits, hyphens and underscores: "referral-0193c5…-reasons".
bool is_form_key(std::string_view key)
{
    return !key.empty() && key.size() <= 120 && std::ranges::all_of(key, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' || letter == '_';
    });
}

}  // namespace

Result<Response> save_draft_of_form(const Request& request, Context& context)
{
    const auto& key = request.path("form");
    if (!is_form_key(key)) return not_found("people.no_such_draft", "There is no such form.");
    if (request.body.size() > draft_bytes_max) return refused("people.draft_too_long", "This is too long to be kept as a draft.");
    const Form form = request.form();
    TRY(form.problems.as_result());
    TRY(context.in_transaction([&](Transaction& tx) -> Result<void> {
        save_draft(tx, key, form);
        return {};
    }));
    return json(200, json_text(Json{{"saved_at", uk_clock_time(context.now)}}));
}

}  // namespace waymark::people
