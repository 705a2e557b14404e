// Each verb adds itself to the command line; its body runs when the line was read.
#pragma once

namespace CLI {
class App;
}

namespace waymark::app {

void add_serve(CLI::App& app);
void add_migrate(CLI::App& app);
void add_routes(CLI::App& app);
void add_audit(CLI::App& app);
void add_recount(CLI::App& app);
void add_authority(CLI::App& app);
void add_demo(CLI::App& app);  // demo, generate
void add_import(CLI::App& app);
void add_rule(CLI::App& app);
void add_clocks(CLI::App& app);
void add_nightly(CLI::App& app);
void add_database_role(CLI::App& app);
void add_backup(CLI::App& app);
void add_restore(CLI::App& app);
void add_copy(CLI::App& app);

}  // namespace waymark::app
