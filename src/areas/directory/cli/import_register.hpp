// waymark import gias, gias-links, gias-groups, postcodes: one of the national registers from a file.
#pragma once

#include <string>

#include "directory/rules/imports.hpp"
#include "platform/context.hpp"

namespace waymark::directory {

struct ImportFile {
    std::string path;       // CSV, or CSV packed with gzip
    std::string problems;   // where to write all bad rows; empty: nowhere
    bool dry_run = false;   // providers only: show what would happen
};

/// Says on standard error how far it is and what is wrong with which row, on standard output what came of it.
Result<void> import_register_file(Context& context, ImportKind kind, const ImportFile& file);

}  // namespace waymark::directory
