// CSV as it really comes: byte order marks, old encodings, quotes, blank and broken lines.
#include "foundation/csv.hpp"

#include <doctest/doctest.h>

namespace waymark {
namespace {

struct Read {
    std::vector<std::string> names;
    std::vector<long> lines;
    std::vector<std::size_t> widths;
    Result<void> result;
};

Read read(std::string_view bytes)
{
    Read all;
    all.result = read_csv(bytes, [&](const CsvRow& row) {
        all.names.emplace_back(row.text("Name"));
        all.lines.push_back(row.line);
        all.widths.push_back(row.fields.size());
    });
    return all;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("columns are found by name, wherever they stand")
{
    CHECK(read("URN,Name\r\n1, Elm House \r\n2,\"Oak, \"\"The\"\" Grove\"\r\n").names == Names{"Elm House", "Oak, \"The\" Grove"});
    CHECK(read("Name,URN\nElm House,1").names == Names{"Elm House"});
    CHECK(read("URN\n1\n").names == Names{""});
}

TEST_CASE("a byte order mark, Windows-1252 and old line ends are understood")
{
    CHECK(read("\xEF\xBB\xBFName\nSiân\n").names == Names{"Siân"});
    CHECK(read("Name\nSi\xE2n \x96 x\n").names == Names{"Siân – x"});
    CHECK(read("Name\rElm\rOak").names == Names{"Elm", "Oak"});
}

TEST_CASE("a file with semicolons is read, one with commas keeps the semicolons in its fields")
{
    CHECK(read("URN;Name\n1;Elm, House\n").names == Names{"Elm, House"});
    CHECK(read("URN,Name\n1,Elm; House\n").names == Names{"Elm; House"});
    CHECK(read("URN;Name\n1;\"Elm; House\"\n").names == Names{"Elm; House"});
}

TEST_CASE("each row knows its line, past blank lines and line breaks in quotes")
{
    const auto rows = read("Name,Note\nElm,\"two\nlines\n\"\n\n  \nOak,x\n");
    CHECK(rows.names == Names{"Elm", "Oak"});
    CHECK(rows.lines == std::vector<long>{2, 7});
}

TEST_CASE("rows that are too short or too long are handed on")
{
    CHECK(read("Name,URN\nElm\nOak,1,2\n").widths == std::vector<std::size_t>{1, 3});
    CHECK(read_csv("A,Name\n1\n", [](const CsvRow& row) {
        CHECK(row.maybe("Name") == "");
        CHECK(row.maybe("Nothing") == std::nullopt);
    }));
}

TEST_CASE("files that cannot be read say why")
{
    CHECK(code_of(read("").result) == "csv.empty");
    CHECK(code_of(read(" \r\n\r\n").result) == "csv.empty");
    CHECK(code_of(read(std::string_view{"PK\x03\x04rest", 8}).result) == "csv.compressed");
    CHECK(code_of(read("\x1F\x8Brest").result) == "csv.compressed");
    CHECK(code_of(read("\xFF\xFEN").result) == "csv.utf16");
    const auto open = read("Name,Note\nElm,x\nOak,\"never closed\nAsh,y\n");
    CHECK(open.names == Names{"Elm"});
    CHECK(code_of(open.result) == "csv.unclosed_quote");
    CHECK(open.result.error().front().message.find("line 3") != std::string::npos);
}

TEST_CASE("what is written reads back")
{
    CsvWriter csv{{"Name", "Note"}};
    csv.row({"Oak, \"The\" Grove", "two\nlines"});
    csv.row({"-5.25", "=1+1"});
    CHECK(csv.text() == "Name,Note\r\n\"Oak, \"\"The\"\" Grove\",\"two\nlines\"\r\n-5.25,=1+1\r\n");
    CHECK(read(csv.text()).names == Names{"Oak, \"The\" Grove", "-5.25"});
}

TEST_CASE("Excel gets no formulas, and numbers stay numbers")
{
    CsvWriter csv{{"Name"}};
    for (const auto* cell : {"=HYPERLINK(1)", "+44 113", "@x", "-x", "-5.25", "-", "Oak"}) csv.row({cell});
    CHECK(csv.text_for_excel() == "\xEF\xBB\xBFName\r\n'=HYPERLINK(1)\r\n'+44 113\r\n'@x\r\n'-x\r\n-5.25\r\n'-\r\nOak\r\n");
}

}  // namespace waymark

TEST_CASE("a lone carriage return within a line ends a row, and what follows is said to stand on that line")
{
    std::vector<long> lines;
    CHECK(waymark::read_csv("name\nKai\rNoor\nZoe\n", [&](const waymark::CsvRow& row) { lines.push_back(row.line); }).has_value());
    CHECK(lines == std::vector<long>{2, 2, 3});
}
