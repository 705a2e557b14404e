// The letters that follow from a decision: everything in them is merged from what is known, nothing is typed again.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "panel/rules/decision.hpp"

namespace waymark::panel {

enum class Recipient { family, school };

/// What a letter is made of.
struct LetterFacts {
    Recipient recipient = Recipient::family;
    std::string addressee;                  // "Abena Mensah"; "The head teacher, Millbrook Academy"
    std::string child_name;                 // known as: "Kai"; the family's letter uses it alone
    std::string child_full_name;
    std::string child_reference;            // "7F3K-2M"
    std::string school_name;                // empty: on no roll
    bool was_excluded = false;              // permanently
    bool has_ehc_plan = false;
    ProposedDecision decision;
    std::string category_name;              // "Engagement"
    std::string category_description;       // the authority's own words about it
    std::string child_view, family_view;    // exactly as they were given
    Date decided_on;
    std::string panel_name;                 // empty: decided outside a meeting
    std::string chair_name;
    std::optional<Date> next_news_by;       // the day by which the family hears again
    std::optional<Date> earlier_letter_of;  // supersedes a decision of that day
    std::string council_name;
    std::string contact_name, contact_telephone, contact_email;
};

/// The letter in plain text: a line that starts with "# " is a heading, one that starts with "- " a list item, other lines are
/// paragraphs. It says what was decided, why, on what terms, what happens next, whom to ring and how to disagree.
/// The family's is written for a reading age of 9, the school's for colleagues.
[[nodiscard]] std::string letter_of(const LetterFacts& facts);

struct LetterLine {
    enum class Kind { heading, item, paragraph };
    Kind kind = Kind::paragraph;
    std::string text;
};
/// The lines of a letter as they are shown and printed; empty lines are left out.
[[nodiscard]] std::vector<LetterLine> lines_of_letter(std::string_view body);

[[nodiscard]] std::string recipient_name(Recipient recipient);  // "Family"

}  // namespace waymark::panel
