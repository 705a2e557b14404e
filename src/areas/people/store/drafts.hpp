// Drafts that save themselves: what whoever asks has typed into a form and not yet sent.
#pragma once

#include <optional>
#include <string_view>

#include "foundation/form.hpp"
#include "platform/context.hpp"

namespace waymark::people {

struct Draft {
    Form form;  // the values as typed
    Instant saved_at;
};

/// `form_key` names the form and its record: "referral-0193…". Secrets and files are not kept.
void save_draft(Transaction& tx, std::string_view form_key, const Form& form);
[[nodiscard]] std::optional<Draft> load_draft(Transaction& tx, std::string_view form_key);
/// Once the form was sent.
void discard_draft(Transaction& tx, std::string_view form_key);

/// Everybody's drafts about a record that is erased, by its id or reference, which stands in their keys.
/// Rule    R54
void erase_drafts_about(Transaction& tx, std::string_view record);

}  // namespace waymark::people
