// From a rule's inputs to a form, and from what was typed to the case that is put to the rule: every kind of field.
#include "law/web/question_form.hpp"

#include <doctest/doctest.h>

namespace waymark::law {
namespace {

const RuleFunction& rule_with_every_kind()
{
    using enum FieldKind;
    static const RuleFunction rule{
        "made_up", "R6", "Is everything asked?",
        {{"born", day, "date of birth"},
         {"days", days, "days off", may_be_left_out},
         {"n", whole, "1 to 400", may_be_left_out},
         {"minutes", wholes, "minutes", may_be_left_out},
         {"agreed", flag, "whether they agreed"},
         {"nature", text, "in words", may_be_left_out},
         {"parts", texts, "in words", may_be_left_out},
         {"basis", choice, "which one", false, {"s19_medical", "eotas"}},
         {"other_basis", choice, "which one", may_be_left_out, {"s19_medical", "eotas"}},
         calendar_field(),
         settings_field(),
         {"week", sessions, "sessions of the week", may_be_left_out},
         {"slots", cases, "what the child has", may_be_left_out, {}, {{"minutes", whole, "0 to 600"}, {"on", day, "the day", may_be_left_out}, {"online", flag, "not in person"}}}},
        {{"ok", flag, "yes or no"}},
        nullptr};
    return rule;
}

Form typed(std::vector<std::pair<std::string, std::string>> values) { return {.values = std::move(values)}; }

TypedCase read(const Form& form)
{
    return read_question(rule_with_every_kind(), form, [](std::string_view id) {
        return id == "authority" ? std::optional<Value>{Value::Record{{"name", "Harrowdale"}}} : std::nullopt;
    });
}

std::string written(const Form& form)
{
    const std::vector<KnownCalendar> calendars{{"authority", "Harrowdale"}};
    return ui::render([&](ui::Buffer& out) { QuestionFields{rule_with_every_kind(), calendars, form}.write(out); }).markup();
}

}  // namespace

TEST_CASE("everything that was typed comes to the rule as what it is")
{
    const auto [given, problems] = read(typed({{"born-day", "1"}, {"born-month", "9"}, {"born-year", "2010"}, {"days", "2 11 2026\r\n3 November 2026\r\n"},
        {"n", " 6 "}, {"minutes", "60\n90"}, {"agreed", "yes"}, {"nature", "Farm work"}, {"parts", "one\n\ntwo"}, {"basis", "eotas"}, {"other_basis", ""},
        {"calendar", "authority"}, {"settings", "reporting_minute = 570"}, {"week", "mon am"}, {"week", "fri pm"}, {"slots-1-minutes", "300"}, {"slots-1-on-day", "2"},
        {"slots-1-on-month", "11"}, {"slots-1-on-year", "2026"}, {"slots-3-minutes", "60"}, {"slots-3-online", "yes"}}));
    CHECK(problems.empty());
    const Value::Record wanted{
        {"born", "2010-09-01"}, {"days", Value::List{"2026-11-02", "2026-11-03"}}, {"n", 6}, {"minutes", Value::List{60, 90}}, {"agreed", true},
        {"nature", "Farm work"}, {"parts", Value::List{"one", "two"}}, {"basis", "eotas"}, {"calendar", Value::Record{{"name", "Harrowdale"}}},
        {"settings", Value::Record{{"reporting_minute", 570}}}, {"week", Value::List{"mon am", "fri pm"}},
        {"slots", Value::List{Value::Record{{"minutes", 300}, {"on", "2026-11-02"}}, Value::Record{{"minutes", 60}, {"online", true}}}}};
    CHECK(Value{given} == Value{wanted});
}

TEST_CASE("what may be left out is left out, and what is needed is asked for")
{
    const auto [given, problems] = read(typed({{"n", ""}, {"slots-1-minutes", ""}}));
    CHECK(given.empty());
    CHECK(problems.size() == 2);
    CHECK(problems.message_for("born") == "Enter “Born”.");
    CHECK(problems.message_for("basis") == "Choose “Basis”.");
    // A tick and lists say something by being empty.
    CHECK(problems.message_for("agreed").empty());
}

TEST_CASE("each line that cannot be read is named, within repeated records too")
{
    const auto [given, problems] = read(typed({{"born", "2010-09-01"}, {"basis", "eotas"}, {"days", "2 11 2026\nyesterday"}, {"minutes", "60\nx"}, {"n", "1.5"}, {"settings", "570"},
        {"calendar-closures", "20 11 2026"}, {"slots-2-minutes", "many"}, {"slots-4-online", "yes"}}));
    CHECK(problems.message_for("days") == "Line 2, “yesterday”, must be a day, for example 23 11 2026.");
    CHECK(problems.message_for("minutes") == "Line 2, “x”, must be a whole number.");
    CHECK(problems.message_for("n") == "“N” must be a whole number.");
    CHECK(problems.message_for("settings") == "“570” must be a name and a whole number, for example reporting_minute=570.");
    CHECK(problems.message_for("calendar-terms") == "Enter the terms that these closed days lie in.");
    CHECK(problems.message_for("slots-2-minutes") == "“Minutes” must be a whole number.");
    CHECK(problems.message_for("slots-4-minutes") == "Enter “Minutes”.");
}

TEST_CASE("every field is on the form with what was typed, four records and room for one more")
{
    const auto page = written(typed({{"nature", "Farm & \"wood\""}, {"slots-1-minutes", "300"}, {"week", "fri pm"}}));
    for (const auto* name : {"born-day", "days", "n", "minutes", "agreed", "nature", "parts", "basis", "other_basis", "calendar", "calendar-terms", "settings", "week", "slots-4-minutes"})
        CHECK(page.find("name=\"" + std::string{name} + "\"") != std::string::npos);
    CHECK(page.find("Farm &amp; &quot;wood&quot;") != std::string::npos);
    CHECK(page.find("value=\"fri pm\" checked") != std::string::npos);
    CHECK(page.find("slots-5-minutes") == std::string::npos);
    CHECK(written(typed({{"slots-4-minutes", "5"}})).find("slots-5-minutes") != std::string::npos);
}

TEST_CASE("what a rule refuses is said with the names of the form, at its field, within one of several records too")
{
    const auto& rule = rule_with_every_kind();
    Problems found;
    found.add_invalid("rule.input_wrong", "“other_basis” must be one of two.", "other_basis");
    found.add_invalid("rule.input_wrong", "“on” must be a day.", "on");
    found.add_invalid("rule.input_wrong", "Record 2 of “slots”: “on” must be a day.", "slots-2-on");
    const auto said = in_words_of_the_form(rule, typed({{"slots-1-minutes", "5"}, {"slots-3-minutes", "5"}}), found);
    CHECK(said.message_for("other_basis") == "“Other basis” must be one of two.");
    CHECK(said.message_for("on") == "“On” must be a day.");
    CHECK(said.message_for("slots-3-on") == "Slots 3: “On” must be a day.");
}

}  // namespace waymark::law
