// Wording that script fills in, as data-i18n attributes: one message, or one for each plural rule.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ui/attributes.hpp"

namespace waymark::ui {

/// Wording by plural rule: {{"one", "%{count} character left"}, {"other", "%{count} characters left"}}.
using Plurals = std::vector<std::pair<std::string, std::string>>;

/// Adds `data-i18n.key`, unless the message is empty.
void add_wording(Attributes& attributes, std::string_view key, std::string_view message);
/// Adds `data-i18n.key.rule` for each rule.
void add_wording(Attributes& attributes, std::string_view key, const Plurals& messages);

}  // namespace waymark::ui
