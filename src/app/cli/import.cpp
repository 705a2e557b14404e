// waymark import: the national registers and an authority's sheet of providers, from files.
#include <CLI/CLI.hpp>

#include "app/cli/database.hpp"
#include "app/cli/stop.hpp"
#include "app/cli/verbs.hpp"
#include "directory/cli/import_providers.hpp"
#include "directory/cli/import_register.hpp"

namespace waymark::app {
namespace {

using directory::ImportKind;

struct ImportOptions {
    std::string database, authority;
    directory::ImportFile file;
};

void import_file(ImportKind kind, const ImportOptions& options)
{
    const auto database = open_database(options.database);
    migrate(*database);
    Context context = program_context(*database, authority_or_first(*database, options.authority));
    const auto done = kind == ImportKind::providers ? import_providers_file(context, options.file) : import_register_file(context, kind, options.file);
    if (!done) throw Stop{done.error()};
    gather_statistics(*database);
}

void add_kind(CLI::App& parent, ImportKind kind, const std::string& name, const std::string& about)
{
    auto options = std::make_shared<ImportOptions>();
    auto* verb = parent.add_subcommand(name, about);
    verb->add_option("FILE", options->file.path, "CSV, or CSV packed with gzip")->required()->check(CLI::ExistingFile);
    add_database_option(*verb, options->database);
    add_authority_option(*verb, options->authority);
    verb->add_option("--problems", options->file.problems, "Write every refused row and why to this CSV file");
    if (kind == ImportKind::providers) verb->add_flag("--dry-run", options->file.dry_run, "Show what each row would do, and write nothing");
    verb->callback([kind, options] { import_file(kind, *options); });
}

}  // namespace

void add_import(CLI::App& app)
{
    auto* verb = app.add_subcommand("import", "Take in a published register, or a sheet of providers");
    verb->require_subcommand(1);
    add_kind(*verb, ImportKind::gias, "gias", "The register of schools (edubasealldata), as the DfE publishes it");
    add_kind(*verb, ImportKind::gias_links, "gias-links", "The register's predecessors and successors (links_edubasealldata)");
    add_kind(*verb, ImportKind::gias_groups, "gias-groups", "The register of trusts and other groups (allgroupsdata)");
    add_kind(*verb, ImportKind::postcodes, "postcodes", "Where postcodes are (the ONS directory or lookup, or postcode, lat and long)");
    add_kind(*verb, ImportKind::providers, "providers", "A sheet of the authority's own providers");
}

}  // namespace waymark::app
