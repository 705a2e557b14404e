// The statements of organisations.sql, by name.
#include "people/store/organisations.hpp"

#include "foundation/text.hpp"
#include "people/store/organisations.sql.hpp"

namespace waymark::people {
namespace {

Organisation read_organisation(const Row& row)
{
    return {
        .id = row.id<OrganisationId>("id"),
        .kind = row.one_of<OrganisationKind>("kind"),
        .name = row.text("name"),
        .urn = row.maybe_text("urn"),
        .ukprn = row.maybe_text("ukprn"),
        .dfe_number = row.maybe_text("dfe_number"),
        .company_number = row.maybe_text("company_number"),
        .parent = row.maybe_id<OrganisationId>("parent_id"),
        .phase = row.maybe_one_of<Phase>("phase"),
        .street = row.text_or_empty("street"),
        .town = row.text_or_empty("town"),
        .postcode = row.text_or_empty("postcode"),
        .telephone = row.text_or_empty("telephone"),
        .email = row.text_or_empty("email"),
        .opened_on = row.maybe_date("opened_on"),
        .closed_on = row.maybe_date("closed_on"),
        .in_authority = row.boolean("in_authority"),
        .version = row.number("version"),
    };
}

/// Unknown text is NULL in the schema, empty in a record.
std::optional<std::string> if_any(std::string_view text)
{
    return text.empty() ? std::nullopt : std::optional{std::string{text}};
}

}  // namespace

void insert_authority(Transaction& tx, std::string_view name, std::string_view gss)
{
    tx.run(sql::insert_authority, {{"gss", if_any(gss)}, {"name", name}});
}

std::string authority_name(Transaction& tx)
{
    return tx.maybe_one(sql::authority_name, {}, [](const Row& row) { return row.text("name"); }).value_or("");
}

std::optional<std::string> first_authority(Transaction& tx)
{
    return tx.maybe_one(sql::first_authority, {}, [](const Row& row) { return row.text("id"); });
}

void set_authority_setting(Transaction& tx, std::string_view name, std::string_view value, Date from)
{
    tx.run(sql::set_authority_setting, {{"name", name}, {"value", value}, {"from", from}});
}

std::optional<std::string> authority_setting(Transaction& tx, std::string_view name, Date day)
{
    return tx.maybe_one(sql::authority_setting, {{"name", name}, {"day", day}}, [](const Row& row) { return row.text("value"); });
}

void insert_organisation(Transaction& tx, const Organisation& organisation)
{
    tx.run(sql::insert_organisation, {{"id", organisation.id},
                                      {"kind", organisation.kind},
                                      {"name", organisation.name},
                                      {"urn", organisation.urn},
                                      {"ukprn", organisation.ukprn},
                                      {"dfe_number", organisation.dfe_number},
                                      {"company_number", organisation.company_number},
                                      {"parent", organisation.parent},
                                      {"phase", organisation.phase},
                                      {"street", if_any(organisation.street)},
                                      {"town", if_any(organisation.town)},
                                      {"postcode", if_any(organisation.postcode)},
                                      {"telephone", if_any(organisation.telephone)},
                                      {"email", if_any(organisation.email)},
                                      {"opened_on", organisation.opened_on},
                                      {"closed_on", organisation.closed_on},
                                      {"in_authority", organisation.in_authority},
                                      {"search_text", folded_for_search(organisation.name)}});
    if (tx.engine() == Engine::sqlite) tx.run(sql::add_words, {{"organisation", organisation.id}});
}

std::optional<Organisation> organisation(Transaction& tx, OrganisationId id)
{
    return tx.maybe_one(sql::organisation, {{"id", id}}, read_organisation);
}

std::optional<Organisation> organisation_by_urn(Transaction& tx, std::string_view urn)
{
    return tx.maybe_one(sql::organisation_by_urn, {{"urn", urn}}, read_organisation);
}

std::vector<Organisation> organisations_of_kind(Transaction& tx, OrganisationKind kind)
{
    return tx.all(sql::organisations_of_kind, {{"kind", kind}}, read_organisation);
}

std::vector<Organisation> schools_of_trust(Transaction& tx, OrganisationId trust)
{
    return tx.all(sql::schools_of_trust, {{"trust", trust}}, read_organisation);
}

}  // namespace waymark::people
