// Reads a fixture's options as a Nunjucks macro would see them, and remembers which options were asked for. For tests only.
#pragma once

#include <nlohmann/json.hpp>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ui/attributes.hpp"
#include "ui/plurals.hpp"

namespace waymark::ui {

struct TrustedForTests {
    [[nodiscard]] static Html html(std::string markup)
    {
        Html html;
        html.markup_ = std::move(markup);
        return html;
    }
};

class Given {
public:
    Given(const nlohmann::json& value, std::set<std::string>& asked) : value_{&value}, asked_{&asked} {}

    [[nodiscard]] Given operator[](const std::string& name) const;
    /// As JavaScript judges it: empty text, 0, false, null and what is absent are false; empty lists and objects are true.
    [[nodiscard]] bool truthy() const;
    [[nodiscard]] bool absent() const { return value_->is_null(); }
    [[nodiscard]] std::string text() const;
    [[nodiscard]] std::string text_or(std::string usual) const { return truthy() ? text() : usual; }
    /// Not given when absent, null or false.
    [[nodiscard]] std::optional<std::string> maybe_text() const;
    [[nodiscard]] std::optional<bool> maybe_bool() const;
    [[nodiscard]] std::optional<int> maybe_number() const;
    [[nodiscard]] bool is_empty() const { return value_->empty(); }
    [[nodiscard]] bool is_object() const { return value_->is_object(); }
    [[nodiscard]] std::vector<Given> items() const;
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> pairs() const;

    /// The pair of options for text and markup: markup when there is some.
    [[nodiscard]] Content content(const std::string& text_name = "text", const std::string& html_name = "html") const;
    [[nodiscard]] Html html(const std::string& name = "html") const;
    [[nodiscard]] Attributes attributes(const std::string& name = "attributes") const;
    [[nodiscard]] Plurals plurals(const std::string& name) const { return (*this)[name].pairs(); }

private:
    Given(const nlohmann::json& value, std::set<std::string>& asked, std::string path)
        : value_{&value}, asked_{&asked}, path_{std::move(path)}
    {
    }
    const nlohmann::json* value_;
    std::set<std::string>* asked_;
    std::string path_;
};

using Adapter = std::function<void(Buffer&, const Given&)>;
/// The components by the name of their folder in the package.
[[nodiscard]] std::map<std::string, Adapter> form_adapters();
[[nodiscard]] std::map<std::string, Adapter> other_adapters();

}  // namespace waymark::ui
