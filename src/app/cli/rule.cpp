// waymark rule: puts dates and calendars to a rule and shows its answer and working.
#include <iostream>

#include <CLI/CLI.hpp>

#include "app/cli/stop.hpp"
#include "app/cli/verbs.hpp"
#include "law/cli/ask_rules.hpp"
#include "law/cli/json_value.hpp"

namespace waymark::app {
namespace {

struct RuleOptions {
    std::string name;
    std::vector<std::string> given;
    bool list = false, json = false, lines = false;
};

void ask(const RuleOptions& options)
{
    if (options.list) return options.json ? law::list_rules_as_json(std::cout) : law::list_rules(std::cout);
    if (options.name.empty()) throw Stop{"Name a rule, or list them all: waymark rule --list"};
    const auto* rule = law::find_rule_function(options.name);
    if (!rule) throw Stop{"No rule is called “" + options.name + "”. waymark rule --list names them all."};
    if (options.lines) {
        law::answer_lines(*rule, std::cin, std::cout);
        return;
    }
    if (options.given.empty() && !rule->inputs.empty()) return law::describe_rule(*rule, std::cout);
    const auto given = law::case_from_arguments(*rule, options.given);
    if (!given) throw Stop{given.error()};
    const auto answer = law::try_case(*rule, *given);
    if (!answer) throw Stop{answer.error()};
    std::cout << law::json_from_value(*answer) << '\n';
}

}  // namespace

void add_rule(CLI::App& app)
{
    auto options = std::make_shared<RuleOptions>();
    auto* verb = app.add_subcommand("rule", "Ask a rule of law or practice: waymark rule full_time_due first_day=2026-11-02 calendar=@terms.json");
    verb->add_option("NAME", options->name, "The rule, as --list names it");
    verb->add_option("CASE", options->given, "name=value for each input, @FILE for a value from a file of JSON; or one JSON object");
    verb->add_flag("--list", options->list, "Name every rule with its inputs and outputs");
    verb->add_flag("--json", options->json, "With --list: one JSON object a line");
    verb->add_flag("--jsonl", options->lines, "Read one case a line as JSON from standard input and answer each on a line");
    verb->callback([options] { ask(*options); });
}

}  // namespace waymark::app
