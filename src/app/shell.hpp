// What stands around every page for this visitor: name, navigation, form token, the made-up area's note.
#pragma once

#include "app/guard.hpp"
#include "platform/http/router.hpp"
#include "ui/page.hpp"

namespace waymark::app {

/// For pages that know nobody: failures.
[[nodiscard]] ui::Shell bare_shell(const std::string& authority_name, bool demonstration);

[[nodiscard]] ui::Shell shell_for(const Router& router, const Request& request, const Context& context, const Visitor& visitor,
                                  const std::string& authority_name);

}  // namespace waymark::app
