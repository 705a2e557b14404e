// Files of term dates in CSV as people send them.
#include "people/rules/calendar_file.hpp"

#include <doctest/doctest.h>

namespace waymark::people {
namespace {

CalendarFile of_csv(std::string_view bytes)
{
    auto file = read_calendar_file(bytes);
    REQUIRE(code_of(file) == "");
    return *std::move(file);
}

constexpr std::string_view good = "kind,name,from,to\n"
                                  "half-term,Autumn 1,2026-09-02,2026-10-23\n"
                                  "half-term,Autumn 2,02/11/2026,18/12/2026\n"
                                  "INSET,Staff training,2026-09-02,\n"
                                  "closure,Polling day,2026-11-23,2026-11-24\n";

}  // namespace

TEST_CASE("a CSV file of term dates gives half-terms and days, a longer closure one for each weekday")
{
    const auto file = of_csv(good);
    REQUIRE(file.terms.size() == 2);
    CHECK(file.terms[1].term == HalfTerm{"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)});
    REQUIRE(file.days.size() == 3);
    CHECK(file.days[0].day.kind == ClosureKind::inset);
    CHECK(file.days[2].day.day == date(2026, 11, 24));
    CHECK(file.left_out.empty());
}

TEST_CASE("a byte order mark, semicolons, capitals and Windows-1252 do not matter")
{
    const auto file = of_csv("\xEF\xBB\xBFKind;Name;From;To\r\nHalf term;Autumn 1;2/9/2026;23/10/2026\r\ntraining day;Caf\xE9;4 September 2026;\r\n");
    REQUIRE(file.terms.size() == 1);
    REQUIRE(file.days.size() == 1);
    CHECK(file.left_out.empty());
    CHECK(of_csv("kind,name,from,to\nINSET,Caf\xE9,2026-09-04,\n").days[0].day.name == "Café");
}

TEST_CASE("each line that is wrong is left out and named, the others are taken")
{
    const auto file = of_csv("kind,name,from,to\n"
                             "half-term,Autumn 1,2026-09-02,2026-10-23\n"
                             "holiday,Half-term,2026-10-26,2026-10-30\n"
                             "half-term,Autumn 2,2026-12-18,2026-11-02\n"
                             "INSET,Training,2026-02-30,\n"
                             "closure,At the weekend,2026-11-21,2026-11-22\n"
                             "half-term,Spring 1,2027-01-04\n"
                             "half-term,Autumn term,2026-09-02,2026-12-18\n"
                             "open,May Day,2027-05-04,\n");
    CHECK(file.days.empty());
    REQUIRE(file.left_out.size() == 7);
    CHECK(file.left_out[0].line == 3);
    CHECK(file.left_out[0].message.find("“holiday” is none of") != std::string::npos);
    CHECK(file.left_out[1].message.find("before the first day") != std::string::npos);
    CHECK(file.left_out[2].message.find("“2026-02-30”") != std::string::npos);
    CHECK(file.left_out[3].message.find("weekend") != std::string::npos);
    CHECK(file.left_out[4].message.find("3 fields, the header has 4") != std::string::npos);
    CHECK(file.left_out[5].message.find("longer than a half-term") != std::string::npos);
    CHECK(file.left_out[6].message.find("no bank holiday") != std::string::npos);
}

TEST_CASE("of two half-terms that overlap, or two words for one day, neither is taken: nobody knows which is right")
{
    const auto file = of_csv("kind,name,from,to\n"
                             "half-term,Autumn 1,2026-09-02,2026-10-23\n"
                             "half-term,Autumn 2,2026-10-23,2026-12-18\n"
                             "half-term,Spring 1,2027-01-04,2027-02-12\n"
                             "INSET,Training,2026-11-27,\n"
                             "closure,Elections,2026-11-27,\n");
    REQUIRE(file.terms.size() == 1);
    CHECK(file.terms[0].term.name == "Spring 1");
    CHECK(file.days.empty());
    CHECK(file.left_out.size() == 4);
}

TEST_CASE("lines that stand there twice are taken once, a known bank holiday not at all")
{
    const auto file = of_csv("kind,name,from,to\n"
                             "half-term,Autumn 1,2026-09-02,2026-10-23\n"
                             "half-term,Autumn 1,2026-09-02,2026-10-23\n"
                             "INSET,Training,2026-09-02,\nINSET,Training,2026-09-02,\n"
                             "bank holiday,Christmas Day,2026-12-25,\n");
    CHECK(file.terms.size() == 1);
    CHECK(file.days.size() == 1);
    CHECK(file.already_known.size() == 3);
    CHECK(file.left_out.empty());
}

TEST_CASE("a file without the columns, without lines, or that is no text says what to do")
{
    CHECK(code_of(read_calendar_file("term,start,end\nAutumn,1,2\n")) == "calendar_file.columns_missing");
    CHECK(read_calendar_file("kind,name\nx,y\n").error().front().message.find("from and to") != std::string::npos);
    CHECK(code_of(read_calendar_file("")) == "csv.empty");
    CHECK(code_of(read_calendar_file("kind,name,from,to\n")) == "calendar_file.empty");
    CHECK(code_of(read_calendar_file("%PDF-1.7 …")) == "calendar_file.not_text");
    CHECK(code_of(read_calendar_file("PK\x03\x04xlsx")) == "csv.compressed");
    CHECK(code_of(read_calendar_file("\xFF\xFEk")) == "csv.utf16");
    CHECK(code_of(read_calendar_file("kind,name,from,to\nINSET,\"Training,2026-09-02,\n")) == "csv.unclosed_quote");
}

TEST_CASE("a file that ends in the middle of a line keeps its whole lines and names the broken one")
{
    const auto file = of_csv(good.substr(0, good.size() - 14));
    CHECK(file.terms.size() == 2);
    REQUIRE(file.left_out.size() == 1);
    CHECK(file.left_out[0].line == 5);
}

}  // namespace waymark::people
