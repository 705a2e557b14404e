// Rows of the national registers as they are published: establishments, their links, groups of them, and postcodes.
//
// Columns are found by name, never by position: vintages differ in number and order. A row whose cells cannot belong under
// their columns is refused with its reasons; a row that is read is right in every column that we keep.
// Source  Get Information about Schools, downloads; ONS Postcode Directory and National Statistics Postcode Lookup, user guides
#pragma once

#include "directory/rules/distance.hpp"
#include "directory/rules/import_cells.hpp"

namespace waymark::directory {

struct EstablishmentRow {
    std::string urn, authority_code, establishment_number, name, type_code, type_name, group_code, status_code, status_name;
    std::optional<Date> opened_on, closed_on, last_changed_on;
    std::string phase_name;
    std::optional<int> age_low, age_high, capacity, pupils;
    std::string trust_uid, trust_name, ukprn, street, town, postcode;
    std::optional<int> easting, northing;
    std::string website, telephone;
};

/// Children's centres stand in files of the same shape; they are no schools and are refused.
/// Fails `import.columns_missing`; for a row `import.row_shifted`, `import.cell`, `urn.invalid`, `import.childrens_centre`.
class EstablishmentSheet {
public:
    [[nodiscard]] static Result<EstablishmentSheet> open(const std::vector<std::string>& header);
    [[nodiscard]] Result<EstablishmentRow> read(const CsvRow& row) const;
    /// Whether the file has every column that we keep; where one is missing, blank does not mean "none".
    [[nodiscard]] bool is_whole() const { return whole_; }

private:
    Column urn_, authority_, number_, name_, type_, type_name_, group_, status_, status_name_, opened_, closed_, changed_, phase_, age_low_,
        age_high_, capacity_, pupils_, trust_, trust_name_, ukprn_, street_, town_, postcode_, easting_, northing_, website_, telephone_;
    std::vector<Column> days_;  // columns that are not kept, and show whether the row is shifted
    bool whole_ = true;
};

struct LinkRow {
    std::string urn, linked_urn, type, linked_name;
    std::optional<Date> established_on;
};
class LinkSheet {
public:
    [[nodiscard]] static Result<LinkSheet> open(const std::vector<std::string>& header);
    [[nodiscard]] Result<LinkRow> read(const CsvRow& row) const;

private:
    Column urn_, linked_urn_, name_, type_, established_;
};

struct GroupRow {
    std::string uid, group_id, name, type_name, status_name, companies_house, ukprn, postcode;
    std::optional<Date> opened_on, closed_on;
};
class GroupSheet {
public:
    [[nodiscard]] static Result<GroupSheet> open(const std::vector<std::string>& header);
    [[nodiscard]] Result<GroupRow> read(const CsvRow& row) const;

private:
    Column uid_, group_id_, name_, type_, status_, company_, ukprn_, postcode_, opened_, incorporated_, closed_;
};

struct PostcodeRow {
    std::string postcode;
    Point point;                  // not known for postcodes that never had a place, and for some that ended
    std::string authority_gss;
    std::string terminated_on;    // "202405", as published; empty while in use
};
class PostcodeSheet {
public:
    [[nodiscard]] static Result<PostcodeSheet> open(const std::vector<std::string>& header);
    [[nodiscard]] Result<PostcodeRow> read(const CsvRow& row) const;

private:
    Column postcode_, easting_, northing_, latitude_, longitude_, authority_, terminated_;
};

}  // namespace waymark::directory
