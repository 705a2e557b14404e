#include "law/rules/value.hpp"

#include <algorithm>

namespace waymark::law {

const Value* Value::find(std::string_view name) const
{
    const auto* fields = record();
    if (!fields) return nullptr;
    const auto found = std::ranges::find(*fields, name, &Record::value_type::first);
    return found == fields->end() || found->second.is_nothing() ? nullptr : &found->second;
}

Value days_value(const std::vector<Date>& days)
{
    Value::List list;
    for (const Date day : days) list.emplace_back(day);
    return list;
}

}  // namespace waymark::law
