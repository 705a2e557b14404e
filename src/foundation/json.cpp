#include "foundation/json.hpp"

namespace waymark {

Json read_json(std::string_view text) { return Json::parse(text, nullptr, false); }

std::string json_text(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace waymark
