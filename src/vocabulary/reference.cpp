// Reading the embedded reference files. The one place of this floor that knows JSON.
#include "vocabulary/reference.hpp"

#include <charconv>

#include "foundation/json.hpp"
#include "vocabulary/embedded_reference.hpp"

namespace waymark {
namespace {

std::string as_text(const Json& value) { return value.is_string() ? value.get<std::string>() : json_text(value); }

}  // namespace

const std::string& ReferenceRow::text(const std::string& key) const
{
    const auto found = values_.find(key);
    expects(found != values_.end());
    return found->second;
}

std::string ReferenceRow::text_if_any(const std::string& key) const
{
    const auto found = values_.find(key);
    return found == values_.end() ? std::string{} : found->second;
}

int ReferenceRow::whole(const std::string& key) const
{
    const auto& written = text(key);
    int number = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
    expects(error == std::errc{} && end == written.data() + written.size());
    return number;
}

Date ReferenceRow::date(const std::string& key) const
{
    const auto day = parse_iso_date(text(key));
    expects(day.has_value());
    return *day;
}

DateRange ReferenceRow::valid() const
{
    return {date("valid_from"), values_.contains("valid_to") ? std::optional{date("valid_to")} : std::nullopt};
}

std::vector<ReferenceRow> reference_rows(std::string_view name)
{
    std::vector<ReferenceRow> rows;
    for (const auto& file : embedded_references()) {
        if (!file.name.starts_with(name)) continue;
        const auto whole = read_json(file.json);
        for (const auto& row : whole.at("rows")) {
            std::map<std::string, std::string> values;
            for (const auto* key : {"source", "reviewed_on", "review_by"}) values[key] = as_text(whole.at(key));
            for (const auto& [key, value] : row.items()) values[key] = as_text(value);
            rows.emplace_back(std::move(values));
        }
    }
    expects(!rows.empty());
    return rows;
}

}  // namespace waymark
