// Rows of the registers: what is read, and what is refused in which words.
#include <doctest/doctest.h>

#include "directory/rules/gias_row.hpp"

namespace waymark::directory {
namespace {

const std::vector<std::string> establishment_header{"Postcode", "URN", "EstablishmentName", "TypeOfEstablishment (code)", "EstablishmentStatus (code)",
                                                    "OpenDate", "Easting", "Northing", "LA (code)", "UKPRN"};

Result<EstablishmentRow> school(std::vector<std::string> fields)
{
    const CsvRow row{.line = 2, .header = &establishment_header, .fields = std::move(fields)};
    return EstablishmentSheet::open(establishment_header).value().read(row);
}

Result<PostcodeRow> place(const std::vector<std::string>& header, std::vector<std::string> fields)
{
    const CsvRow row{.line = 2, .header = &header, .fields = std::move(fields)};
    return PostcodeSheet::open(header).value().read(row);
}

}  // namespace

TEST_CASE("a school is read by the names of its columns, whatever their order")
{
    const auto read = school({"zh24qt", "900202", "Beacon Academy", "42", "1", "01-09-2026", "403500", "304500", "990", ""});
    REQUIRE(read.has_value());
    CHECK(read->urn == "900202");
    CHECK(read->postcode == "ZH2 4QT");
    CHECK(read->status_name == "Open");
    CHECK(read->opened_on == date(2026, 9, 1));
    CHECK(read->easting == 403500);
    CHECK(read->ukprn.empty());
}

TEST_CASE("a type code without its leading zero is the same type, and days may be written with strokes")
{
    const auto read = school({"", "900202", "Beacon", "2", "2", "01/09/1987", "", "", "", ""});
    REQUIRE(read.has_value());
    CHECK(read->type_code == "02");
    CHECK(read->status_name == "Closed");
    CHECK(read->opened_on == date(1987, 9, 1));
}

TEST_CASE("a row that is shifted against its header is refused, and each wrong cell is named")
{
    const auto read = school({"16-09-2017", "900202", "Beacon", "Community school", "1", "", "Surrey Heath", "304500", "990", ""});
    REQUIRE_FALSE(read.has_value());
    const auto& found = read.error();
    CHECK(found.size() == 3);
    CHECK(found.message_for("Easting") == "“Surrey Heath” stands under Easting, where a number of metres belongs. Are the row’s fields shifted?");
    CHECK(found.message_for("Postcode").starts_with("“16-09-2017” stands under Postcode"));
    CHECK(found.message_for("TypeOfEstablishment (code)").starts_with("“Community school”"));
}

TEST_CASE("a row with one field less or one more than the header is refused as a whole")
{
    CHECK(code_of(school({"ZH2 4QT", "900202", "Beacon Academy", "42", "1", "", "", "", "990"})) == "import.row_shifted");
    CHECK(code_of(school({"ZH2 4QT", "900202", "Beacon Academy", "42", "1", "", "", "", "990", "", ""})) == "import.row_shifted");
}

TEST_CASE("status 4 is known and status 5 is not; 0, 0 is no place")
{
    const auto proposed = school({"", "900202", "Beacon", "42", "4", "", "0", "0", "", ""});
    REQUIRE(proposed.has_value());
    CHECK(proposed->status_name == "Proposed to open");
    CHECK_FALSE(proposed->easting.has_value());
    CHECK_FALSE(proposed->northing.has_value());
    CHECK(school({"", "900202", "Beacon", "42", "5", "", "", "", "", ""}).error().message_for("EstablishmentStatus (code)").starts_with("“5”"));
}

TEST_CASE("a postcode abroad stays as published, a real day is asked for, a children's centre is no school")
{
    CHECK(school({"BFPO 57", "900202", "Garrison School", "42", "1", "", "", "", "", ""}).value().postcode == "BFPO 57");
    CHECK(school({"", "900202", "Beacon", "42", "1", "31-02-2020", "", "", "", ""}).error().message_for("OpenDate").starts_with("“31-02-2020”"));
    const auto centre = school({"", "20001", "The Otters", "47", "1", "", "", "", "", ""});
    CHECK(centre.error().has("import.childrens_centre"));
}

TEST_CASE("a file of something else is refused with the columns that it lacks")
{
    const std::vector<std::string> header{"Postcode", "lat", "long"};
    const auto opened = EstablishmentSheet::open(header);
    CHECK(code_of(opened) == "import.columns_missing");
    CHECK(opened.error().front().message.find("“URN”") != std::string::npos);
    CHECK(code_of(PostcodeSheet::open({"Postcode", "Easting"})) == "import.columns_missing");
    CHECK(code_of(GroupSheet::open({"URN", "Group UID", "Group Name", "Group Type"})) == "import.memberships");
}

TEST_CASE("groups are read in both spellings of their columns; company numbers keep their eight digits")
{
    const std::vector<std::string> header{"group_uid", "group_name", "group_type", "companies_house_number", "incorporated_on__open_date_", "group_postcode"};
    const CsvRow row{.line = 2, .header = &header, .fields = {"5501", "Lantern", "Multi-academy trust", "7318714", "19/07/2010", "Not recorded"}};
    const auto group = GroupSheet::open(header).value().read(row);
    REQUIRE(group.has_value());
    CHECK(group->companies_house == "07318714");
    CHECK(group->opened_on == date(2010, 7, 19));
    CHECK(group->postcode.empty());
}

TEST_CASE("postcodes are spelled in one way; half a place is refused, no place is kept without one")
{
    const std::vector<std::string> three{"Postcode", "lat", "long"};
    CHECK(place(three, {"ZH11AA", "52.56", "-1.95"}).value().postcode == "ZH1 1AA");
    CHECK_FALSE(place(three, {"ZH1 1AA", "", ""}).value().point.known());
    CHECK_FALSE(place(three, {"ZH1 1AA", "", "0.00000"}).value().point.known());
    CHECK(place(three, {"ZH1 1AA", "51.48", "0.00000"}).value().point.known());  // on the meridian
    CHECK_FALSE(place(three, {"ZH1 1AA", "", "-1.95"}).has_value());
    CHECK(place(three, {"ZH1 1AA", "52.56", ""}).error().message_for("long") == "Only one half of the place is given.");
    CHECK_FALSE(place(three, {"ZH1 1AA", "-1.95", "52.56"}).has_value());
    CHECK_FALSE(place(three, {"NOWHERE", "52.56", "-1.95"}).has_value());
    const std::vector<std::string> whole{"pcds", "doterm", "oseast1m", "osnrth1m", "lat", "long"};
    const auto ended = place(whole, {"ZH1 1AA", "202405", "", "", "99.999999", "0.000000"});
    REQUIRE(ended.has_value());
    CHECK_FALSE(ended->point.known());
    CHECK(ended->terminated_on == "202405");
}

}  // namespace waymark::directory
