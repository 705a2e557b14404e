// Writes an organisation's details.
#include "people/store/organisation_details.hpp"

#include "foundation/text.hpp"
#include "people/store/organisation_details.sql.hpp"
#include "people/store/organisations.sql.hpp"

namespace waymark::people {
namespace {

std::optional<std::string> if_any(const std::string& text) { return text.empty() ? std::nullopt : std::optional{text}; }

/// From the full-text index, where it is a table of its own.
void remove_words(Transaction& tx, OrganisationId id)
{
    if (tx.engine() == Engine::sqlite) tx.run(sql::remove_words, {{"organisation", id}});
}

}  // namespace

bool change_organisation(Transaction& tx, OrganisationId id, const OrganisationDetails& details)
{
    remove_words(tx, id);
    const bool is_there = tx.run(sql::change_organisation, {{"id", id},
                                                            {"name", details.name},
                                                            {"search_text", folded_for_search(details.name)},
                                                            {"urn", if_any(details.urn)},
                                                            {"street", if_any(details.street)},
                                                            {"town", if_any(details.town)},
                                                            {"postcode", if_any(details.postcode)},
                                                            {"telephone", if_any(details.telephone)},
                                                            {"email", if_any(details.email)}}) > 0;
    if (tx.engine() == Engine::sqlite) tx.run(sql::add_words, {{"organisation", id}});
    return is_there;
}

std::optional<OrganisationId> organisation_with_urn(Transaction& tx, std::string_view urn)
{
    return tx.maybe_one(sql::organisation_with_urn, {{"urn", urn}}, [](const Row& row) { return row.id<OrganisationId>("id"); });
}

void remove_organisation(Transaction& tx, OrganisationId id)
{
    remove_words(tx, id);
    tx.run(sql::remove_organisation, {{"id", id}});
}

}  // namespace waymark::people
