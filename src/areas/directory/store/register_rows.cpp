// Rows of the registers as JSON, a thousand to a statement.
#include "directory/store/register_rows.hpp"

#include <fmt/format.h>

#include "directory/store/register_rows.sql.hpp"
#include "foundation/json.hpp"
#include "platform/sha256.hpp"

namespace waymark::directory {
namespace {

constexpr long long rows_in_batch = 1000;

// What is not known is left out: it reads as null.
void put(Json& row, const char* name, const std::string& text)
{
    if (!text.empty()) row[name] = text;
}
void put(Json& row, const char* name, const std::optional<Date>& day)
{
    if (day) row[name] = iso(*day);
}
void put(Json& row, const char* name, const std::optional<int>& number)
{
    if (number) row[name] = *number;
}

}  // namespace

void RegisterRows::append(const std::string& row)
{
    if (rows_ % rows_in_batch == 0) {
        if (!batches_.empty()) {
            batches_.back() += ']';
            batches_.back().shrink_to_fit();
        }
        batches_.emplace_back();
    }
    batches_.back() += rows_ % rows_in_batch == 0 ? '[' : ',';
    batches_.back() += row;
    ++rows_;
}

void RegisterRows::add(const EstablishmentRow& school)
{
    Json row;
    put(row, "urn", school.urn);
    put(row, "authority_code", school.authority_code);
    put(row, "establishment_number", school.establishment_number);
    put(row, "name", school.name);
    put(row, "type_code", school.type_code);
    put(row, "type_name", school.type_name);
    put(row, "group_code", school.group_code);
    put(row, "status_code", school.status_code);
    put(row, "status_name", school.status_name);
    put(row, "opened_on", school.opened_on);
    put(row, "closed_on", school.closed_on);
    put(row, "phase_name", school.phase_name);
    put(row, "age_low", school.age_low);
    put(row, "age_high", school.age_high);
    put(row, "capacity", school.capacity);
    put(row, "pupils", school.pupils);
    put(row, "trust_uid", school.trust_uid);
    put(row, "trust_name", school.trust_name);
    put(row, "ukprn", school.ukprn);
    put(row, "street", school.street);
    put(row, "town", school.town);
    put(row, "postcode", school.postcode);
    put(row, "easting", school.easting);
    put(row, "northing", school.northing);
    put(row, "website", school.website);
    put(row, "telephone", school.telephone);
    put(row, "last_changed_on", school.last_changed_on);
    row["row_hash"] = sha256_hex(json_text(row));
    append(json_text(row));
}

void RegisterRows::add(const LinkRow& link)
{
    Json row;
    put(row, "urn", link.urn);
    put(row, "linked_urn", link.linked_urn);
    put(row, "link_type", link.type);
    put(row, "linked_name", link.linked_name);
    put(row, "established_on", link.established_on);
    append(json_text(row));
}

void RegisterRows::add(const GroupRow& group)
{
    Json row;
    put(row, "uid", group.uid);
    put(row, "group_id", group.group_id);
    put(row, "name", group.name);
    put(row, "type_name", group.type_name);
    put(row, "status_name", group.status_name);
    put(row, "companies_house", group.companies_house);
    put(row, "ukprn", group.ukprn);
    put(row, "opened_on", group.opened_on);
    put(row, "closed_on", group.closed_on);
    put(row, "postcode", group.postcode);
    append(json_text(row));
}

/// Written by hand, not through a tree: there are millions of these, and what they hold was checked to need no escaping.
void RegisterRows::add(const PostcodeRow& place)
{
    std::string row = fmt::format(R"({{"postcode":"{}")", place.postcode);
    const Point& point = place.point;
    if (point.on_grid()) row += fmt::format(R"(,"easting":{},"northing":{})", *point.easting, *point.northing);
    if (point.on_globe()) row += fmt::format(R"(,"latitude":{},"longitude":{})", *point.latitude, *point.longitude);
    if (!place.authority_gss.empty()) row += R"(,"authority_gss":)" + json_text(Json(place.authority_gss));
    if (!place.terminated_on.empty()) row += fmt::format(R"(,"terminated_on":"{}")", place.terminated_on);
    append(row + "}");
}

std::int64_t RegisterRows::save(Transaction& tx, std::size_t batch, const std::string& vintage) const
{
    std::string rows = batches_[batch];
    if (!rows.ends_with(']')) rows += ']';
    switch (kind_) {
    case ImportKind::gias: {
        const auto written = tx.run(sql::keep_establishments, {{"rows", rows}, {"vintage", vintage}, {"is_whole", is_whole_}});
        tx.run(sql::see_establishments, {{"rows", rows}, {"vintage", vintage}});
        return written;
    }
    case ImportKind::gias_links: return tx.run(sql::keep_links, {{"rows", rows}});
    case ImportKind::gias_groups: return tx.run(sql::keep_groups, {{"rows", rows}});
    case ImportKind::postcodes: return tx.run(sql::keep_postcodes, {{"rows", rows}});
    case ImportKind::providers: break;
    }
    expects(false);
    return 0;
}

std::int64_t register_size(Transaction& tx, ImportKind kind)
{
    switch (kind) {
    case ImportKind::gias: return tx.number(sql::count_establishments);
    case ImportKind::gias_links: return tx.number(sql::count_links);
    case ImportKind::gias_groups: return tx.number(sql::count_groups);
    case ImportKind::postcodes: return tx.number(sql::count_postcodes);
    case ImportKind::providers: break;
    }
    expects(false);
    return 0;
}

}  // namespace waymark::directory
