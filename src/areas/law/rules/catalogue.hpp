// Every numbered rule in plain words, and law that is announced but not in force: reference/rules.json and announced_law.json.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/date.hpp"
#include "law/rules/rule_function.hpp"
#include "vocabulary/law.hpp"
#include "vocabulary/permission.hpp"

namespace waymark::law {

/// must: statute. guidance: depart only with a recorded reason. local: the authority may choose another. practice: how Waymark works.
enum class RuleBasis { must, guidance, local, practice };

/// practice: followed by people; the program shows what they need for it and computes nothing.
enum class RuleStatus { in_force, announced, practice };

/// text: the source itself was read. summary: a published summary was. knowledge: neither; somebody has to before they rely on it.
enum class Checked { text, summary, knowledge };

struct NumberedRule {
    std::string number;                // "R43a"
    std::string title, part, words;    // `part`: the group it stands in, "Exclusion"
    RuleBasis basis = RuleBasis::must;
    std::string source;
    Checked checked = Checked::knowledge;
    RuleStatus status = RuleStatus::in_force;
    std::optional<Date> in_force_from;  // none: not known, or not in force
    std::string shown;                  // where a person meets it in the program
    bool has_clocks = false;            // there are clocks that run under it
    std::string records, records_name;  // the list of the records it touches besides clocks, and what it is called; empty: none
    std::optional<Permission> records_permission;
    Date reviewed_on, review_by;        // when somebody last read it against its source, and has to again
};

/// How far announced law has come.
enum class LawStage { proposed, enacted };

struct AnnouncedLaw {
    std::string name, title;
    std::vector<std::string> rules;     // the numbers of the rules it will change
    LawStage stage = LawStage::proposed;
    std::optional<Date> enacted_on, in_force_from;  // none: not enacted; nobody knows yet
    std::string source, changes;
    Checked checked = Checked::knowledge;
    Date review_by;
};

/// All of them, R1 to the last.
[[nodiscard]] std::span<const NumberedRule> numbered_rules();
/// Null when there is no rule of that number. Capital or small letters are the same: "r43A".
[[nodiscard]] const NumberedRule* find_numbered_rule(std::string_view number);
/// The names of the parts, in order.
[[nodiscard]] std::vector<std::string> parts_of_the_catalogue();

[[nodiscard]] std::span<const AnnouncedLaw> announced_law();
/// What is announced about one rule.
[[nodiscard]] std::vector<const AnnouncedLaw*> announced_for(std::string_view number);

/// The rule's functions that one can ask, and its numbers of every year.
[[nodiscard]] std::vector<const RuleFunction*> functions_of(std::string_view number);
[[nodiscard]] std::vector<const LawNumber*> numbers_of(std::string_view number);

/// "Statute: must be followed", "Not in force", and what stands beside a rule whose source nobody has read for it.
[[nodiscard]] std::string_view basis_words(RuleBasis basis);
[[nodiscard]] std::string_view status_words(RuleStatus status);
[[nodiscard]] std::string_view checked_words(Checked checked);
inline constexpr std::string_view confirm_mark = "Confirm before relying on this number";

}  // namespace waymark::law
