// What each register calls its columns, over the years, and what may stand under them.
#include "directory/rules/gias_row.hpp"

#include <fmt/format.h>

#include "vocabulary/postcode.hpp"
#include "vocabulary/register_numbers.hpp"

namespace waymark::directory {
namespace {

// Metres on the National Grid; beyond them is no part of Great Britain.
constexpr int easting_most = 700'000;
constexpr int northing_most = 1'300'000;

std::string read_urn(CellReader& cells, const Column& column)
{
    const auto text = cells.required(column);
    if (text.empty()) return text;
    const auto urn = Urn::parse(text);
    if (urn) return urn->text();
    cells.refuse(column, "“" + text + "” stands under " + column.name + ", where a URN of six digits belongs.");
    return {};
}

std::string two_digits(std::string code) { return code.size() == 1 ? "0" + code : code; }

}  // namespace

Result<EstablishmentSheet> EstablishmentSheet::open(const std::vector<std::string>& header)
{
    const ColumnNames columns{header};
    EstablishmentSheet sheet;
    sheet.urn_ = columns.find({"URN"});
    sheet.authority_ = columns.find({"LA (code)", "LAId", "Local authority (code)"});
    sheet.number_ = columns.find({"EstablishmentNumber"});
    sheet.name_ = columns.find({"EstablishmentName"});
    sheet.type_ = columns.find({"TypeOfEstablishment (code)", "TypeOfEstablishmentId"});
    sheet.type_name_ = columns.find({"TypeOfEstablishment (name)"});
    sheet.group_ = columns.find({"EstablishmentTypeGroup (code)", "EstablishmentTypeGroupId"});
    sheet.status_ = columns.find({"EstablishmentStatus (code)", "EstablishmentStatusId"});
    sheet.status_name_ = columns.find({"EstablishmentStatus (name)"});
    sheet.opened_ = columns.find({"OpenDate"});
    sheet.closed_ = columns.find({"CloseDate"});
    sheet.changed_ = columns.find({"LastChangedDate"});
    sheet.phase_ = columns.find({"PhaseOfEducation (name)"});
    sheet.age_low_ = columns.find({"StatutoryLowAge", "AgeRangeLow"});
    sheet.age_high_ = columns.find({"StatutoryHighAge", "AgeRangeHigh"});
    sheet.capacity_ = columns.find({"SchoolCapacity", "TotalCapacity"});
    sheet.pupils_ = columns.find({"NumberOfPupils", "TotalPupils"});
    sheet.trust_ = columns.find({"Trusts (code)", "TrustId"});
    sheet.trust_name_ = columns.find({"Trusts (name)", "TrustName"});
    sheet.ukprn_ = columns.find({"UKPRN"});
    sheet.street_ = columns.find({"Street"});
    sheet.town_ = columns.find({"Town"});
    sheet.postcode_ = columns.find({"Postcode"});
    sheet.easting_ = columns.find({"Easting"});
    sheet.northing_ = columns.find({"Northing"});
    sheet.website_ = columns.find({"SchoolWebsite", "Website"});
    sheet.telephone_ = columns.find({"TelephoneNum"});
    sheet.days_ = {columns.find({"CensusDate"}), columns.find({"OfstedLastInsp"}), columns.find({"DateOfLastInspectionVisit"})};
    TRY(check_columns({sheet.urn_, sheet.name_, sheet.type_, sheet.status_}, "the register of schools"));
    for (const auto* column : {&sheet.authority_, &sheet.number_, &sheet.type_name_, &sheet.group_, &sheet.status_name_, &sheet.opened_, &sheet.closed_,
                               &sheet.changed_, &sheet.phase_, &sheet.age_low_, &sheet.age_high_, &sheet.capacity_, &sheet.pupils_, &sheet.trust_,
                               &sheet.trust_name_, &sheet.ukprn_, &sheet.street_, &sheet.town_, &sheet.postcode_, &sheet.easting_, &sheet.northing_,
                               &sheet.website_, &sheet.telephone_})
        sheet.whole_ = sheet.whole_ && column->exists();
    return sheet;
}

Result<EstablishmentRow> EstablishmentSheet::read(const CsvRow& row) const
{
    CellReader cells{row};
    TRY(cells.result());
    EstablishmentRow school{.urn = read_urn(cells, urn_),
                            .authority_code = cells.digits(authority_, 3, 3, "the three digits of an authority"),
                            .establishment_number = cells.digits(number_, 1, 4, "a number of four digits"),
                            .name = cells.required(name_),
                            .type_code = two_digits(cells.digits(type_, 1, 2, "the code of a type")),
                            .type_name = cells.text(type_name_),
                            .group_code = cells.digits(group_, 1, 2, "the code of a group of types"),
                            .status_code = cells.required(status_),
                            .status_name = cells.text(status_name_),
                            .opened_on = cells.date(opened_),
                            .closed_on = cells.date(closed_),
                            .last_changed_on = cells.date(changed_),
                            .phase_name = cells.text(phase_),
                            .age_low = cells.number(age_low_, 99, "an age"),
                            .age_high = cells.number(age_high_, 99, "an age"),
                            .capacity = cells.number(capacity_, 99'999, "a number of pupils"),
                            .pupils = cells.number(pupils_, 99'999, "a number of pupils"),
                            .trust_uid = cells.digits(trust_, 1, 10, "the number of a trust"),
                            .trust_name = cells.text(trust_name_),
                            .ukprn = cells.digits(ukprn_, 8, 8, "a UKPRN of eight digits"),
                            .street = cells.text(street_),
                            .town = cells.text(town_),
                            .postcode = cells.postcode(postcode_),
                            .easting = cells.number(easting_, easting_most, "a number of metres"),
                            .northing = cells.number(northing_, northing_most, "a number of metres"),
                            .website = cells.text(website_),
                            .telephone = cells.text(telephone_)};
    for (const auto& column : days_) static_cast<void>(cells.date(column));
    if (school.type_code.empty()) cells.refuse(type_, fmt::format("“{}” is empty, and the row cannot be taken without it.", type_.name));
    static constexpr std::string_view statuses[] = {"Open", "Closed", "Open, but proposed to close", "Proposed to open"};
    const auto& status = school.status_code;
    if (status.size() == 1 && status[0] >= '1' && status[0] <= '4') {
        if (school.status_name.empty()) school.status_name = statuses[static_cast<std::size_t>(status[0] - '1')];
    } else if (!status.empty()) {
        cells.refuse(status_, "“" + status + "” stands under " + status_.name + ", where 1 to 4 belongs. Are the row’s fields shifted?");
    }
    if (school.type_code == "47" || school.type_code == "48")
        return refused("import.childrens_centre", school.name + " is a children’s centre. The register kept here is of schools and colleges.", type_.name);
    TRY(cells.result());
    if (!school.easting || *school.easting == 0) school.easting = school.northing = std::nullopt;  // 0, 0 is "not known"
    return school;
}

Result<LinkSheet> LinkSheet::open(const std::vector<std::string>& header)
{
    const ColumnNames columns{header};
    LinkSheet sheet;
    sheet.urn_ = columns.find({"URN"});
    sheet.linked_urn_ = columns.find({"LinkURN"});
    sheet.name_ = columns.find({"LinkName"});
    sheet.type_ = columns.find({"LinkType"});
    sheet.established_ = columns.find({"LinkEstablishedDate"});
    TRY(check_columns({sheet.urn_, sheet.linked_urn_, sheet.type_}, "the register’s links"));
    return sheet;
}

Result<LinkRow> LinkSheet::read(const CsvRow& row) const
{
    CellReader cells{row};
    TRY(cells.result());
    LinkRow link{.urn = read_urn(cells, urn_),
                 .linked_urn = read_urn(cells, linked_urn_),
                 .type = cells.required(type_),
                 .linked_name = cells.text(name_),
                 .established_on = cells.date(established_)};
    if (!link.type.empty() && link.type.find_first_of("0123456789") == 0)
        cells.refuse(type_, "“" + link.type + "” stands under " + type_.name + ", where a kind of link belongs. Are the row’s fields shifted?");
    TRY(cells.result());
    return link;
}

Result<GroupSheet> GroupSheet::open(const std::vector<std::string>& header)
{
    const ColumnNames columns{header};
    GroupSheet sheet;
    sheet.uid_ = columns.find({"Group UID"});
    sheet.group_id_ = columns.find({"Group ID"});
    sheet.name_ = columns.find({"Group Name"});
    sheet.type_ = columns.find({"Group Type"});
    sheet.status_ = columns.find({"Group Status"});
    sheet.company_ = columns.find({"Companies House Number"});
    sheet.ukprn_ = columns.find({"UKPRN"});
    sheet.postcode_ = columns.find({"Group Postcode"});
    sheet.opened_ = columns.find({"Open date"});
    sheet.incorporated_ = columns.find({"Incorporated on (open date)"});
    sheet.closed_ = columns.find({"Closed Date"});
    TRY(check_columns({sheet.uid_, sheet.name_, sheet.type_}, "the register of groups"));
    if (columns.find({"URN"}).exists())
        return refused("import.memberships", "This file says which school belongs to which group. Choose the one of the groups themselves: "
                                             "a school’s trust comes with the register of schools.");
    return sheet;
}

Result<GroupRow> GroupSheet::read(const CsvRow& row) const
{
    CellReader cells{row};
    TRY(cells.result());
    GroupRow group{.uid = cells.digits(uid_, 1, 10, "the number of a group"),
                   .group_id = cells.text(group_id_),
                   .name = cells.required(name_),
                   .type_name = cells.required(type_),
                   .status_name = cells.text(status_),
                   .companies_house = cells.text(company_),
                   .ukprn = cells.digits(ukprn_, 8, 8, "a UKPRN of eight digits"),
                   .postcode = cells.postcode(postcode_),
                   .opened_on = cells.date(opened_),
                   .closed_on = cells.date(closed_)};
    if (group.uid.empty()) cells.refuse(uid_, fmt::format("“{}” is empty, and the row cannot be taken without it.", uid_.name));
    const auto incorporated = cells.date(incorporated_);
    TRY(cells.result());
    if (!group.opened_on) group.opened_on = incorporated;
    // A spreadsheet on the way took the leading zeros of the eight digits.
    const bool is_number = group.companies_house.find_first_not_of("0123456789") == std::string::npos;
    if (is_number && !group.companies_house.empty() && group.companies_house.size() < 8)
        group.companies_house.insert(0, 8 - group.companies_house.size(), '0');
    return group;
}

Result<PostcodeSheet> PostcodeSheet::open(const std::vector<std::string>& header)
{
    const ColumnNames columns{header};
    PostcodeSheet sheet;
    sheet.postcode_ = columns.find({"Postcode", "pcds", "pcd", "pcd7", "pcd8"});
    sheet.easting_ = columns.find({"Easting", "Eastings", "oseast1m", "east1m"});
    sheet.northing_ = columns.find({"Northing", "Northings", "osnrth1m", "north1m"});
    sheet.latitude_ = columns.find({"lat", "latitude"});
    sheet.longitude_ = columns.find({"long", "longitude", "lng", "lon"});
    sheet.authority_ = columns.find({"laua", "oslaua", "lad25cd", "lad24cd", "lad23cd"});
    sheet.terminated_ = columns.find({"doterm"});
    TRY(check_columns({sheet.postcode_}, "a list of postcodes"));
    if (!sheet.easting_.exists()) TRY(check_columns({sheet.latitude_, sheet.longitude_}, "a list of postcodes"));
    else TRY(check_columns({sheet.northing_}, "a list of postcodes"));
    return sheet;
}

Result<PostcodeRow> PostcodeSheet::read(const CsvRow& row) const
{
    CellReader cells{row};
    TRY(cells.result());
    PostcodeRow read;
    const auto typed = cells.required(postcode_);
    if (const auto postcode = Postcode::parse(typed)) read.postcode = postcode->text();
    else if (!typed.empty()) cells.refuse(postcode_, "“" + typed + "” stands under " + postcode_.name + " and is no postcode.");
    read.point.easting = cells.number(easting_, easting_most, "a number of metres");
    read.point.northing = cells.number(northing_, northing_most, "a number of metres");
    read.point.latitude = cells.decimal(latitude_, 49, 100, "a latitude");
    read.point.longitude = cells.decimal(longitude_, -9, 3, "a longitude");
    read.authority_gss = cells.text(authority_);
    read.terminated_on = cells.digits(terminated_, 6, 6, "a month such as 202405");
    // A postcode without a place is blank, or blank and 0, or 99.999999 and 0.
    if (!read.point.latitude && read.point.longitude == 0.0) read.point.longitude = std::nullopt;
    if (read.point.latitude.has_value() != read.point.longitude.has_value())
        cells.refuse(read.point.latitude ? longitude_ : latitude_, "Only one half of the place is given.");
    TRY(cells.result());
    if (read.point.latitude && *read.point.latitude > 62) read.point.latitude = read.point.longitude = std::nullopt;
    if (!read.point.easting || !read.point.northing || *read.point.easting == 0) read.point.easting = read.point.northing = std::nullopt;
    return read;
}

}  // namespace waymark::directory
