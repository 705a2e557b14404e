// Letters hold all that a reader needs, and the family's can be read at nine.
#include "panel/rules/letter.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "foundation/enum_text.hpp"
#include "panel/rules/readability.hpp"

namespace waymark::panel {
namespace {

LetterFacts about_kai(Recipient recipient)
{
    return {
        .recipient = recipient,
        .addressee = recipient == Recipient::family ? "Abena Mensah" : "The head teacher, Millbrook Academy",
        .child_name = "Kai",
        .child_full_name = "Kai Mensah",
        .child_reference = "7F3K-2M",
        .school_name = "Millbrook Academy",
        .decision = {.reasons = "Kai finds big classes hard. He works well with a small group in the morning.",
                     .conditions = {"The school rings home each Friday"},
                     .category = "engagement",
                     .sessions_per_week = 5,
                     .weeks = 12,
                     .roll = Roll::stays_on_roll,
                     .outcome_measure = "Comes regularly",
                     .exit_plan = "Back to lessons at Millbrook Academy."},
        .category_name = "Engagement",
        .child_view = "I like the horses.",
        .family_view = "He needs a calm start.",
        .decided_on = date(2026, 11, 26),
        .panel_name = "Alternative Provision Panel",
        .chair_name = "Margaret Oduya",
        .next_news_by = date(2026, 12, 3),
        .council_name = "Harrowdale Council",
        .contact_name = "Tom Whitlock",
        .contact_telephone = "020 7946 0123",
    };
}

TEST_CASE("both letters name the child, the school, the outcome, reasons, conditions, dates, whom to ring and how to disagree")
{
    for (const Recipient recipient : enum_values<Recipient>()) {
        const std::string letter = letter_of(about_kai(recipient));
        CAPTURE(letter);
        for (const auto* part : {"Kai", "Millbrook Academy", "Engagement", "12 weeks", "He works well with a small group", "- The school rings home each Friday",
                                 "26 November 2026", "Thursday 3 December 2026", "Tom Whitlock", "020 7946 0123", "not agree", "Margaret Oduya"})
            CHECK(letter.find(part) != std::string::npos);
    }
}

TEST_CASE("the family's letter can be read with ease at nine, whatever was decided")
{
    for (const Outcome outcome : enum_values<Outcome>()) {
        LetterFacts facts = about_kai(Recipient::family);
        facts.decision.outcome = outcome;
        facts.was_excluded = facts.has_ehc_plan = facts.decision.split = true;
        facts.earlier_letter_of = date(2026, 11, 12);
        const std::string letter = letter_of(facts);
        CAPTURE(letter);
        CHECK(readability_of(letter).reading_age() <= 9.0);
    }
}

TEST_CASE("the family reads no surname of the child, and no abbreviation")
{
    LetterFacts facts = about_kai(Recipient::family);
    facts.has_ehc_plan = true;
    const std::string letter = letter_of(facts);
    for (const auto* word : {"Kai Mensah", "EHC", "EHCP", "SEN", "roll", "panel ", "placement"}) {
        CAPTURE(word);
        CHECK(letter.find(word) == std::string::npos);
    }
}

TEST_CASE("each letter says something of its own for each outcome")
{
    std::vector<std::string> seen;
    for (const Outcome outcome : enum_values<Outcome>())
        for (const Recipient recipient : enum_values<Recipient>()) {
            LetterFacts facts = about_kai(recipient);
            facts.decision.outcome = outcome;
            seen.push_back(letter_of(facts));
        }
    std::ranges::sort(seen);
    CHECK(std::ranges::adjacent_find(seen) == seen.end());
}

TEST_CASE("a letter after a superseding decision says which one it takes the place of")
{
    LetterFacts facts = about_kai(Recipient::family);
    facts.earlier_letter_of = date(2026, 11, 12);
    CHECK(letter_of(facts).find("takes the place of the one about 12 November 2026") != std::string::npos);
}

TEST_CASE("a letter is shown as headings, list items and paragraphs")
{
    const auto lines = lines_of_letter("# Why\n\nBecause.\n- one\n-two\n");
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].kind == LetterLine::Kind::heading);
    CHECK(lines[0].text == "Why");
    CHECK(lines[2].kind == LetterLine::Kind::item);
    CHECK(lines[3].kind == LetterLine::Kind::paragraph);
}

TEST_CASE("plain words read young, long ones do not")
{
    CHECK(readability_of("The cat sat on the mat. It was fat.").reading_age() < 6);
    CHECK(readability_of("Notwithstanding multidisciplinary consideration, implementation responsibilities remain undetermined.").reading_age() > 25);
    CHECK(readability_of("").reading_age() == 0);
    const Readability counted = readability_of("# Why\n\nYou were asked. The table moved!");
    CHECK(counted.sentences == 3);
    CHECK(counted.words == 7);
    CHECK(counted.syllables == 8);
}

}  // namespace
}  // namespace waymark::panel
