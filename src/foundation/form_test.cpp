// A form reports all its bad fields at once and keeps what was typed.
#include "foundation/form.hpp"

#include <doctest/doctest.h>

namespace waymark {
namespace {

enum class Colour { red, green };

Form form(std::vector<std::pair<std::string, std::string>> values) { return {.values = std::move(values)}; }

std::string date_message(std::vector<std::pair<std::string, std::string>> values)
{
    const Form typed = form(std::move(values));
    FormReader read{typed};
    (void)read.date("from", "the date the placement starts");
    return std::string{read.problems().message_for("from")};
}

}  // namespace

TEST_CASE("a date comes from three boxes or from one")
{
    const Form typed = form({{"from-day", "23"}, {"from-month", "Nov"}, {"from-year", "2026"}, {"to", "27/11/2026"}});
    FormReader read{typed};
    CHECK(read.date("from", "the date the placement starts") == date(2026, 11, 23));
    CHECK(read.date("to", "the date the placement ends") == date(2026, 11, 27));
    CHECK(read.date_if_any("review", "the date of the review") == std::nullopt);
    CHECK(read.result());
}

TEST_CASE("a date that is missing, half typed or impossible says which")
{
    CHECK(date_message({}) == "Enter the date the placement starts.");
    CHECK(date_message({{"from-day", "23"}}) == "The date the placement starts must include a month and a year.");
    CHECK(date_message({{"from-day", "31"}, {"from-month", "11"}, {"from-year", "2026"}}) ==
          "The date the placement starts must be a real date.");
    CHECK(date_message({{"from", "23/11/26"}}) == "The date the placement starts must be a real date.");
}

TEST_CASE("every bad field is reported in one go")
{
    const Form typed = form({{"hours", "26"}, {"price", "lots"}, {"colour", "blue"}, {"version", "x"}});
    FormReader read{typed};
    (void)read.text("purpose", "Enter the purpose.");
    (void)read.whole_number("hours", "Enter hours from 1 to 25.", 1, 25);
    (void)read.money("price", "Enter a price.");
    (void)read.one_of<Colour>("colour", "Choose a colour.");
    (void)read.seen_version();
    CHECK(read.problems().size() == 5);
    CHECK(code_of(read.result()) == "form.purpose");
    CHECK(read.problems().kind() == ProblemKind::invalid);
    CHECK(typed.with(read.problems()).value("hours") == "26");
}

TEST_CASE("numbers hold at both ends and take nothing but digits")
{
    const Form typed = form({{"one", "1"}, {"most", " 25 "}, {"none", "0"}, {"half", "12.5"}, {"huge", "99999999999"}});
    FormReader read{typed};
    CHECK(read.whole_number("one", "", 1, 25) == 1);
    CHECK(read.whole_number("most", "", 1, 25) == 25);
    CHECK(read.whole_number_if_any("absent", "", 1, 25) == std::nullopt);
    CHECK(read.result());
    (void)read.whole_number("none", "x", 1, 25);
    (void)read.whole_number("half", "x", 1, 25);
    (void)read.whole_number("huge", "x", 1, 25);
    CHECK(read.problems().size() == 3);
}

TEST_CASE("length counts letters, not bytes, and line ends as one")
{
    const Form typed = form({{"name", "Siân"}, {"notes", " a\r\nb "}});
    FormReader read{typed};
    CHECK(read.text("name", "Too long.", 4) == "Siân");
    CHECK(read.text("notes", "Too long.", 3) == "a\nb");
    CHECK(read.result());
    (void)read.text_if_any("name", 3);
    CHECK(read.problems().message_for("name") == "Use 3 characters or fewer.");
}

TEST_CASE("ticked boxes are taken as the choices they name; an unknown one is a problem")
{
    const Form typed = form({{"colours", "red"}, {"colours", "green"}, {"odd", "blue"}});
    FormReader read{typed};
    CHECK(read.several_of<Colour>("colours") == std::vector{Colour::red, Colour::green});
    CHECK(read.several_of<Colour>("none").empty());
    CHECK(read.result());
    (void)read.several_of<Colour>("none", "Choose a colour.");
    (void)read.several_of<Colour>("odd");
    CHECK(read.problems().size() == 2);
}

TEST_CASE("a form is prefilled without sending a name twice")
{
    Form typed = form({{"a", "1"}});
    typed.set("a", "2").set("b", "3");
    CHECK(typed.all("a") == std::vector<std::string>{"2"});
    CHECK(typed.value("b") == "3");
    CHECK_FALSE(typed.sent("c"));
    CHECK(typed.file("a") == nullptr);
}

}  // namespace waymark
