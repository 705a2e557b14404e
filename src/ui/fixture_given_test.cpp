// Reading a fixture's options with the meanings that Nunjucks and JavaScript give them.
#include "ui/fixture_given.hpp"

#include <doctest/doctest.h>
#include <gumbo.h>

namespace waymark::ui {
namespace {

const nlohmann::json nothing;

/// Some fixtures give all attributes as one text; the parser reads it.
Attributes attributes_in(const std::string& text)
{
    const std::string markup = "<x " + text + ">";
    GumboOutput* output = gumbo_parse(markup.c_str());
    const auto& html = output->root->v.element;
    const auto& body = static_cast<const GumboNode*>(html.children.data[1])->v.element;
    const auto& element = static_cast<const GumboNode*>(body.children.data[0])->v.element;
    Attributes found;
    for (unsigned index = 0; index < element.attributes.length; ++index) {
        const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[index]);
        found.push_back({attribute.name, attribute.value});
    }
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    return found;
}

std::string trimmed_of_space(std::string text)
{
    text.erase(0, std::min(text.find_first_not_of(" \n"), text.size()));
    text.erase(text.find_last_not_of(" \n") + 1);
    return text;
}

std::string as_text(const nlohmann::json& value)
{
    if (value.is_string()) return value.get<std::string>();
    return value.is_null() ? std::string{} : value.dump();
}

}  // namespace

Given Given::operator[](const std::string& name) const
{
    const std::string path = path_.empty() ? name : path_ + "." + name;
    asked_->insert(path);
    const bool has = value_->is_object() && value_->contains(name);
    return {has ? value_->at(name) : nothing, *asked_, path};
}

bool Given::truthy() const
{
    if (value_->is_null()) return false;
    if (value_->is_boolean()) return value_->get<bool>();
    if (value_->is_string()) return !value_->get<std::string>().empty();
    if (value_->is_number()) return value_->get<double>() != 0;
    return true;
}

std::string Given::text() const { return as_text(*value_); }

std::optional<std::string> Given::maybe_text() const
{
    if (value_->is_null() || *value_ == false) return std::nullopt;
    return as_text(*value_);
}

std::optional<bool> Given::maybe_bool() const
{
    return value_->is_boolean() ? std::optional{value_->get<bool>()} : std::nullopt;
}

std::optional<int> Given::maybe_number() const
{
    if (!truthy()) return std::nullopt;
    return std::stoi(as_text(*value_));
}

std::vector<Given> Given::items() const
{
    std::vector<Given> all;
    if (value_->is_array())
        for (const auto& item : *value_) all.push_back({item, *asked_, path_});
    return all;
}

std::vector<std::pair<std::string, std::string>> Given::pairs() const
{
    std::vector<std::pair<std::string, std::string>> all;
    if (value_->is_object())
        for (const auto& [name, value] : value_->items()) {
            asked_->insert(path_ + "." + name);
            all.emplace_back(name, as_text(value));
        }
    return all;
}

Html Given::html(const std::string& name) const
{
    const auto given = (*this)[name];
    return given.truthy() ? TrustedForTests::html(trimmed_of_space(given.text())) : Html{};
}

Content Given::content(const std::string& text_name, const std::string& html_name) const
{
    const auto text = (*this)[text_name];
    if ((*this)[html_name].truthy()) return html(html_name);
    return text.text();
}

Attributes Given::attributes(const std::string& name) const
{
    const auto given = (*this)[name];
    if (given.value_->is_string()) return attributes_in(given.text());
    Attributes all;
    if (!given.value_->is_object()) return all;
    for (const auto& [key, item] : given.value_->items()) {
        const bool has_options = item.is_object();
        const auto& value = has_options ? item.value("value", nothing) : item;
        const bool optional = has_options && item.value("optional", false);
        if (optional && value == true) all.push_back({key, std::nullopt});
        else if (!optional || !(value.is_null() || value == false)) all.push_back({key, as_text(value)});
    }
    return all;
}

TEST_CASE("fixtures are read as a macro reads its options")
{
    std::set<std::string> asked;
    const auto json = nlohmann::json::parse(R"({"a": {"text": "T", "html": ""}, "b": 0, "c": {"attributes": {"x": {"value": true, "optional": true}}}})");
    const Given given{json, asked};
    CHECK(std::get<Text>(given["a"].content().variant()).value == "T");
    CHECK_FALSE(given["b"].truthy());
    CHECK(given["c"].attributes().front().value == std::nullopt);
    CHECK(asked.contains("c.attributes"));
}

}  // namespace waymark::ui
