// Our components against the package's own examples: same options, same page. No list of exceptions.
#include <doctest/doctest.h>

#include <fstream>

#include "ui/fixture_given.hpp"
#include "ui/html_tree_for_tests.hpp"

namespace waymark::ui {
namespace {

using nlohmann::json;

std::map<std::string, Adapter> all_adapters()
{
    auto adapters = form_adapters();
    adapters.merge(other_adapters());
    return adapters;
}

/// A file of one component in the installed package; the test fails when it is not there.
json read_package_file(const std::string& component, const std::string& file)
{
    const std::string path = std::string{WAYMARK_SOURCE_DIR} + "/frontend/node_modules/govuk-frontend/dist/govuk/components/" +
                             component + "/" + file;
    std::ifstream stream{path};
    REQUIRE_MESSAGE(stream.good(), "missing: " << path << " (run npm ci in frontend/)");
    return json::parse(stream);
}

/// Options with something in every place that the package documents, in the order of its own description.
json everything(const json& options)
{
    json made = json::object();
    for (const auto& option : options) {
        const std::string name = option["name"], type = option["type"];
        if (made.contains(name) && made[name].is_object()) continue;
        if (option.contains("params")) {
            const auto inside = everything(option["params"]);
            if (type == "array") made[name] = name == "rows" && !inside.contains("key") ? json{{inside}} : json{inside};
            else made[name] = inside;
        } else if (type == "boolean") {
            made[name] = false;
        } else if (type == "integer") {
            made[name] = 2;
        } else if (type == "array") {
            made[name] = json::array();
        } else if (type == "object") {
            made[name] = json{{"text", "x"}};
        } else {
            made[name] = "x";
        }
    }
    return made;
}

void collect_paths(const json& options, const std::string& prefix, std::set<std::string>& paths)
{
    for (const auto& option : options) {
        if (option["type"] == "nunjucks-block") continue;  // a macro's caller(): here a function or the text
        const std::string path = prefix + option["name"].get<std::string>();
        paths.insert(path);
        if (option.contains("params")) collect_paths(option["params"], path + ".", paths);
    }
}

}  // namespace

TEST_CASE("every component writes what GOV.UK Frontend writes, for each of its examples")
{
    int compared = 0;
    for (const auto& [component, adapter] : all_adapters()) {
        const auto fixtures = read_package_file(component, "fixtures.json");
        for (const auto& fixture : fixtures["fixtures"]) {
            std::set<std::string> asked;
            Buffer out;
            adapter(out, Given{fixture["options"], asked});
            const auto difference = tree_difference(fixture["html"].get<std::string>(), out.str());
            CHECK_MESSAGE(difference.empty(), component << ", " << fixture["name"].get<std::string>() << difference);
            ++compared;
        }
    }
    CHECK(compared > 500);
}

TEST_CASE("every option that the package documents is known, so that an upgrade which adds one is noticed")
{
    for (const auto& [component, adapter] : all_adapters()) {
        const auto documented = read_package_file(component, "macro-options.json");
        const auto options = everything(documented);
        std::set<std::string> asked, paths;
        Buffer out;
        adapter(out, Given{options, asked});
        collect_paths(documented, "", paths);
        for (const auto& path : paths) CHECK_MESSAGE(asked.contains(path), component << " does not know the option " << path);
    }
}

TEST_CASE("nothing that is typed into a text option becomes an element or an attribute")
{
    // For each text of each example: put hostile text in its place; the page keeps its elements and attributes.
    const std::string hostile = "\"'><script>alert(1)</script><b x=\"y\">&lt;</textarea></select>";
    for (const auto& [component, adapter] : all_adapters()) {
        const auto fixtures = read_package_file(component, "fixtures.json");
        for (const auto& fixture : fixtures["fixtures"]) {
            const auto flat = fixture["options"].flatten();
            for (const auto& [pointer, value] : flat.items()) {
                const bool is_text_option = value.is_string() && !value.get<std::string>().empty() &&
                                            (pointer.ends_with("ext") || pointer.ends_with("/value") || pointer.ends_with("/caption") ||
                                             pointer.ends_with("/serviceName") || pointer.ends_with("/divider"));
                if (!is_text_option) continue;
                auto harmless = fixture["options"], changed = fixture["options"];
                harmless[json::json_pointer{pointer}] = "plain words";
                changed[json::json_pointer{pointer}] = hostile;
                std::set<std::string> asked;
                Buffer before, after;
                adapter(before, Given{harmless, asked});
                adapter(after, Given{changed, asked});
                CHECK_MESSAGE(count_html(before.str()) == count_html(after.str()), component << pointer);
            }
        }
    }
}

}  // namespace waymark::ui
