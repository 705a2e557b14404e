// What the routes of this area are answered by.
#pragma once

#include "platform/context.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"

namespace waymark::law {

// rules_page.cpp, rule_page.cpp
[[nodiscard]] Result<Response> show_rules(const Request&, Context&);
[[nodiscard]] Result<Response> show_rule(const Request&, Context&);

// question_page.cpp
[[nodiscard]] Result<Response> show_question(const Request&, Context&);

// settings_page.cpp, setting_page.cpp
[[nodiscard]] Result<Response> show_law_settings(const Request&, Context&);
[[nodiscard]] Result<Response> show_law_setting(const Request&, Context&);
[[nodiscard]] Result<Response> submit_law_setting(const Request&, Context&);

}  // namespace waymark::law
