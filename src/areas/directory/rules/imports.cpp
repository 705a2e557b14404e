// Words for imports.
#include "directory/rules/imports.hpp"

#include "foundation/text.hpp"

namespace waymark::directory {

void add_problems(std::vector<RowProblem>& all, long line, const Problems& found)
{
    for (const auto& problem : found) all.push_back({line, problem.field, problem.message});
}

std::string counts_words(const ImportCounts& counts)
{
    return with_commas(counts.added) + " new, " + with_commas(counts.changed) + " changed, " + with_commas(counts.same) + " as they were, " +
           with_commas(counts.refused) + " refused";
}

std::string import_kind_words(ImportKind kind)
{
    switch (kind) {
    case ImportKind::gias: return "The register of schools";
    case ImportKind::gias_links: return "The register’s links between schools";
    case ImportKind::gias_groups: return "The register of trusts and groups";
    case ImportKind::postcodes: return "Postcodes";
    case ImportKind::providers: return "A sheet of providers";
    }
    return {};
}

}  // namespace waymark::directory
