// Reads the registers.
#include "directory/store/register.hpp"

#include "directory/store/register.sql.hpp"
#include "vocabulary/postcode.hpp"

namespace waymark::directory {

std::optional<RegisterEntry> register_entry(Transaction& tx, std::string_view urn)
{
    return tx.maybe_one(sql::register_entry, {{"urn", urn}}, [](const Row& row) {
        return RegisterEntry{.urn = row.text("urn"),
                             .name = row.text("name"),
                             .type_code = row.text_or_empty("type_code"),
                             .type_name = row.text_or_empty("type_name"),
                             .status_code = row.text("status_code"),
                             .status_name = row.text("status_name"),
                             .opened_on = row.maybe_date("opened_on"),
                             .closed_on = row.maybe_date("closed_on"),
                             .age_low = row.maybe_number("age_low"),
                             .age_high = row.maybe_number("age_high"),
                             .capacity = row.maybe_number("capacity"),
                             .pupils = row.maybe_number("pupils"),
                             .trust_name = row.text_or_empty("trust_name"),
                             .ukprn = row.text_or_empty("ukprn"),
                             .street = row.text_or_empty("street"),
                             .town = row.text_or_empty("town"),
                             .postcode = row.text_or_empty("postcode"),
                             .vintage = row.text("vintage")};
    });
}

std::vector<RegisterLink> register_links(Transaction& tx, std::string_view urn)
{
    return tx.all(sql::register_links, {{"urn", urn}}, [](const Row& row) {
        return RegisterLink{.urn = row.text("linked_urn"),
                            .name = row.text_or_empty("linked_name"),
                            .type = row.text("link_type"),
                            .established_on = row.maybe_date("established_on")};
    });
}

Result<Point> point_of_postcode(Transaction& tx, std::string_view typed)
{
    const Postcode postcode = TRY(Postcode::parse(typed));
    const auto found = tx.maybe_one(sql::postcode_point, {{"postcode", postcode.text()}}, [](const Row& row) {
        return Point{row.maybe_number("easting"), row.maybe_number("northing"), row.maybe_real("latitude"), row.maybe_real("longitude")};
    });
    if (!found || !found->known())
        return refused("directory.postcode_unknown",
                       "We do not know where " + postcode.text() + " is. Check it, or use a postcode nearby.", "postcode");
    return *found;
}

}  // namespace waymark::directory
