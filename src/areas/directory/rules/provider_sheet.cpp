// What councils call the columns of their sheets, and what may stand under them.
#include "directory/rules/provider_sheet.hpp"

#include <unordered_map>

#include "directory/rules/import_cells.hpp"
#include "foundation/text.hpp"
#include "vocabulary/postcode.hpp"
#include "vocabulary/register_numbers.hpp"

namespace waymark::directory {
namespace {

constexpr std::size_t name_longest = 200;
constexpr std::size_t words_longest = 4000;

struct SheetColumns {
    Column name, urn, telephone, email, website, street, town, postcode, summary, lead, lead_telephone, here, site;

    explicit SheetColumns(const std::vector<std::string>& header)
    {
        const ColumnNames columns{header};
        name = columns.find({"Provider", "Provider name", "Name of provider", "Organisation", "Organisation name", "Name"});
        urn = columns.find({"URN", "Unique reference number"});
        telephone = columns.find({"Telephone", "Telephone number", "Phone", "Contact phone"});
        email = columns.find({"Email", "Email address", "E-mail", "Contact email"});
        website = columns.find({"Website", "Web address", "URL"});
        street = columns.find({"Address", "Street", "Address line 1", "Location address 1"});
        town = columns.find({"Town", "Town or city", "City", "Location city"});
        postcode = columns.find({"Postcode", "Post code", "Location postcode"});
        summary = columns.find({"Summary", "Description"});
        lead = columns.find({"Safeguarding lead", "Designated safeguarding lead", "DSL"});
        lead_telephone = columns.find({"Safeguarding telephone", "Safeguarding phone", "DSL telephone"});
        here = columns.find({"In this area", "In area", "In authority"});
        site = columns.find({"Site", "Site name", "Location name"});
    }
};

std::optional<bool> yes_or_no(CellReader& cells, const Column& column)
{
    const auto said = lower_ascii(cells.text(column));
    if (said.empty()) return std::nullopt;
    if (said == "yes" || said == "y" || said == "true") return true;
    if (said == "no" || said == "n" || said == "false") return false;
    cells.refuse(column, "“" + cells.text(column) + "” stands under " + column.name + ". Write yes or no.");
    return std::nullopt;
}

Result<SheetProvider> read_row(const CsvRow& row, const SheetColumns& columns)
{
    CellReader cells{row};
    TRY(cells.result());
    SheetProvider read{.line = row.line,
                       .name = cells.required(columns.name),
                       .urn = cells.text(columns.urn),
                       .telephone = cells.text(columns.telephone),
                       .email = cells.text(columns.email),
                       .website = cells.text(columns.website),
                       .street = cells.text(columns.street),
                       .town = cells.text(columns.town),
                       .postcode = cells.text(columns.postcode),
                       .summary = cells.text(columns.summary),
                       .safeguarding_lead = cells.text(columns.lead),
                       .safeguarding_telephone = cells.text(columns.lead_telephone),
                       .in_authority = yes_or_no(cells, columns.here),
                       .site = cells.text(columns.site)};
    if (read.name.size() > name_longest) cells.refuse(columns.name, "The name is longer than 200 letters.");
    if (read.summary.size() > words_longest) cells.refuse(columns.summary, "The summary is longer than 4,000 letters.");
    if (!read.urn.empty() && !Urn::parse(read.urn)) cells.refuse(columns.urn, "“" + read.urn + "” is no URN. It has six digits.");
    if (const auto postcode = Postcode::parse(read.postcode)) read.postcode = postcode->text();
    else if (!read.postcode.empty()) cells.refuse(columns.postcode, "“" + read.postcode + "” is no postcode.");
    const auto at = read.email.find('@');
    if (!read.email.empty() && (at == 0 || at == std::string::npos || at + 1 == read.email.size() || read.email.find(' ') != std::string::npos))
        cells.refuse(columns.email, "“" + read.email + "” is no email address.");
    for (const auto* column : {&columns.telephone, &columns.lead_telephone}) {
        const auto number = cells.text(*column);
        if (!number.empty() && (number.size() > 40 || number.find_first_of("0123456789") == std::string::npos))
            cells.refuse(*column, "“" + number + "” is no telephone number.");
    }
    TRY(cells.result());
    return read;
}

}  // namespace

Fields SheetProvider::fields() const
{
    Fields said{{"name", name},         {"urn", urn},         {"street", street},
                {"town", town},         {"postcode", postcode}, {"telephone", telephone},
                {"email", email},       {"website", website}, {"summary", summary},
                {"safeguarding_lead", safeguarding_lead}, {"safeguarding_telephone", safeguarding_telephone}};
    std::erase_if(said, [](const auto& field) { return field.second.empty(); });
    return said;
}

Result<ProviderSheet> read_provider_sheet(std::string_view bytes)
{
    ProviderSheet sheet;
    std::optional<SheetColumns> columns;
    Result<void> header{};
    std::unordered_map<std::string, long> lines_of_names, lines_of_urns;
    TRY(read_csv(bytes, [&](const CsvRow& row) {
        if (!columns) {
            columns.emplace(*row.header);
            header = check_columns({columns->name}, "a sheet of providers");
        }
        if (!header) return;
        ++sheet.rows;
        const auto read = read_row(row, *columns);
        if (!read) {
            ++sheet.refused;
            return add_problems(sheet.problems, row.line, read.error());
        }
        const auto refuse = [&](long first, const Column& column) {
            ++sheet.refused;
            sheet.problems.push_back({row.line, column.name, "“" + row.fields[static_cast<std::size_t>(column.at)] + "” stands on line " +
                                                                 with_commas(first) + " already. Add further sites on the provider’s page."});
        };
        const auto [named, is_new_name] = lines_of_names.emplace(folded_for_search(read->name), row.line);
        if (!is_new_name) return refuse(named->second, columns->name);
        if (!read->urn.empty()) {
            const auto [numbered, is_new_urn] = lines_of_urns.emplace(read->urn, row.line);
            if (!is_new_urn) return refuse(numbered->second, columns->urn);
        }
        sheet.providers.push_back(*read);
    }));
    TRY(header);
    if (sheet.rows == 0) return refused("import.no_rows", "The file has no rows below its header.");
    return sheet;
}

Result<std::optional<Provider>> provider_of_row(const SheetProvider& row, const std::vector<Provider>& providers)
{
    std::optional<Provider> named;
    const auto name = folded_for_search(row.name);
    int sharing = 0;
    for (const auto& provider : providers) {
        if (!row.urn.empty() && provider.urn == row.urn) return provider;
        if (folded_for_search(provider.name) != name) continue;
        named = provider;
        ++sharing;
    }
    if (sharing > 1)
        return refused("import.name_shared", "Several providers here are called “" + row.name + "”. Give the URN, or change the one you mean on its own page.");
    if (named && !row.urn.empty() && !named->urn.empty())
        return refused("import.urn_differs", "“" + row.name + "” is here with URN " + named->urn + ", and the sheet says " + row.urn +
                                                 ". A school that converts is a new record: check which is right, and change it on its page.");
    return named;
}

std::vector<std::string> provider_sheet_header()
{
    return {"Provider", "URN",     "Telephone",         "Email",                  "Website",      "Address", "Town",
            "Postcode", "Summary", "Safeguarding lead", "Safeguarding telephone", "In this area", "Site"};
}

}  // namespace waymark::directory
