#include "law/cli/json_value.hpp"
#include "foundation/json.hpp"

#include <limits>

namespace waymark::law {
namespace {

constexpr int deepest = 16;

std::unexpected<Problems> not_json()
{
    return invalid("rule.json_wrong", "This is not a JSON object on one line. For example: {\"born\": \"2010-09-01\", \"day\": \"2026-11-23\"}");
}

Result<Value> value_of(const Json& json, int depth)
{
    if (depth > deepest) return not_json();
    switch (json.type()) {
    case Json::value_t::null: return Value{};
    case Json::value_t::boolean: return Value{json.get<bool>()};
    case Json::value_t::number_integer: return Value{json.get<std::int64_t>()};
    case Json::value_t::number_unsigned:
        if (json.get<std::uint64_t>() <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return Value{json.get<std::int64_t>()};
        return Value{json_text(json)};
    case Json::value_t::string: return Value{json.get<std::string>()};
    case Json::value_t::array: {
        Value::List list;
        for (const auto& one : json) list.push_back(TRY(value_of(one, depth + 1)));
        return Value{std::move(list)};
    }
    case Json::value_t::object: {
        Value::Record record;
        for (const auto& [name, one] : json.items()) record.emplace_back(name, TRY(value_of(one, depth + 1)));
        return Value{std::move(record)};
    }
    default: return Value{json_text(json)};
    }
}

Json json_of(const Value& value)
{
    if (const auto* flag = value.flag()) return *flag;
    if (const auto* whole = value.whole()) return *whole;
    if (const auto* text = value.text()) return *text;
    if (const auto* list = value.list()) {
        auto json = Json::array();
        for (const auto& one : *list) json.push_back(json_of(one));
        return json;
    }
    if (const auto* record = value.record()) {
        auto json = Json::object();
        for (const auto& [name, one] : *record) json[name] = json_of(one);
        return json;
    }
    return nullptr;
}

}  // namespace

Result<Value> value_from_json(std::string_view json)
{
    const auto read = read_json(json);
    if (read.is_discarded()) return not_json();
    return value_of(read, 0);
}

std::string json_from_value(const Value& value) { return json_text(json_of(value)); }

}  // namespace waymark::law
