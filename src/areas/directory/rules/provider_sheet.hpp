// A council's own sheet of providers: one row a provider, with its first site.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "directory/rules/fields.hpp"
#include "directory/rules/imports.hpp"

namespace waymark::directory {

struct SheetProvider {
    long line = 0;
    std::string name, urn, telephone, email, website, street, town, postcode, summary, safeguarding_lead, safeguarding_telephone;
    std::optional<bool> in_authority;
    std::string site;                 // its name; the address and postcode are those of the row

    [[nodiscard]] bool has_site() const { return !postcode.empty() && !street.empty(); }
    /// What the row says about the profile; empty cells say nothing.
    [[nodiscard]] Fields fields() const;
};

struct ProviderSheet {
    std::vector<SheetProvider> providers;
    std::vector<RowProblem> problems;
    long long rows = 0, refused = 0;
};

/// Reads the sheet by column name. Rows that cannot be taken are named with their reasons; two rows of one provider are one
/// too many, since only one of them could stand.
/// Fails  `csv.…`; `import.columns_missing` without a column for the name; `import.no_rows`
[[nodiscard]] Result<ProviderSheet> read_provider_sheet(std::string_view bytes);

/// The provider here that the row speaks of: the one with its URN, else the one with its name.
/// Fails  `import.name_shared` when several have the name, `import.urn_differs` when the one with that name has another URN
[[nodiscard]] Result<std::optional<Provider>> provider_of_row(const SheetProvider& row, const std::vector<Provider>& providers);

/// The columns of an empty sheet to fill in.
[[nodiscard]] std::vector<std::string> provider_sheet_header();

}  // namespace waymark::directory
