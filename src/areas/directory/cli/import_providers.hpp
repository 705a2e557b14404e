// waymark import providers: a council's own sheet.
#pragma once

#include "directory/cli/import_register.hpp"

namespace waymark::directory {

/// With `dry_run` says what each row would do, and writes nothing.
Result<void> import_providers_file(Context& context, const ImportFile& file);

}  // namespace waymark::directory
