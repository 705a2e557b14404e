// A council's sheet: which rows can be taken, and whom they speak of.
#include <doctest/doctest.h>

#include "directory/rules/provider_sheet.hpp"

namespace waymark::directory {
namespace {

Provider provider(std::string name, std::string urn = {})
{
    return {.id = {Id::from_words(name + urn)}, .name = std::move(name), .urn = std::move(urn)};
}

ProviderSheet sheet_of(std::string_view text) { return read_provider_sheet(text).value(); }

}  // namespace

TEST_CASE("a sheet needs no more than a name, under any of the usual headings")
{
    CHECK(sheet_of("Organisation name\nHarbour Boats\n").providers[0].name == "Harbour Boats");
    CHECK(sheet_of("name,organisation\nBoat building,Harbour Boats\n").providers[0].name == "Harbour Boats");
    CHECK(code_of(read_provider_sheet("Telephone\n01632 960118\n")) == "import.columns_missing");
    CHECK(code_of(read_provider_sheet("Provider\n")) == "import.no_rows");
}

TEST_CASE("all that is wrong with a row is said at once, under its columns")
{
    const auto sheet = sheet_of("Provider,URN,Telephone,Email,Postcode,In this area\n,12,at the gate,boats.example,NOWHERE,perhaps\n");
    CHECK(sheet.providers.empty());
    CHECK(sheet.refused == 1);
    CHECK(sheet.problems.size() == 6);
    for (const auto& problem : sheet.problems) CHECK(problem.line == 2);
}

TEST_CASE("a row after a cell of several lines keeps its line, and the second row of one provider is refused")
{
    const auto sheet = sheet_of("Provider,Summary\nHarbour Boats,\"one\ntwo\nthree\"\nharbour boats!,again\n");
    REQUIRE(sheet.problems.size() == 1);
    CHECK(sheet.problems[0].line == 5);
    CHECK(sheet.problems[0].message == "“harbour boats!” stands on line 2 already. Add further sites on the provider’s page.");
}

TEST_CASE("empty cells say nothing about a profile")
{
    CHECK(sheet_of("Provider,Telephone\nHarbour Boats,\n").providers[0].fields() == Fields{{"name", "Harbour Boats"}});
}

TEST_CASE("a row speaks of the provider with its URN, else of the one with its name")
{
    const std::vector<Provider> here{provider("Beacon Academy", "900202"), provider("Greenways Farm"), provider("St Anne's"), provider("St. Annes")};
    CHECK(provider_of_row({.name = "Beacon", .urn = "900202"}, here).value()->name == "Beacon Academy");
    CHECK(provider_of_row({.name = "GREENWAYS FARM"}, here).value()->name == "Greenways Farm");
    CHECK(provider_of_row({.name = "Greenways Farm", .urn = "900210"}, here).value()->name == "Greenways Farm");
    CHECK_FALSE(provider_of_row({.name = "Harbour Boats"}, here).value().has_value());
    CHECK(code_of(provider_of_row({.name = "Beacon Academy", .urn = "900203"}, here)) == "import.urn_differs");
    CHECK(code_of(provider_of_row({.name = "St Annes"}, here)) == "import.name_shared");
}

}  // namespace waymark::directory
