// Reads the line, runs the verb, turns failures into words and exit codes.
#include "app/cli.hpp"

#include <cstdio>
#include <CLI/CLI.hpp>

#include "app/cli/stop.hpp"
#include "app/cli/verbs.hpp"
#include "clocks/store/shown_clocks.hpp"
#include "directory/store/taken.hpp"
#include "placements/store/timetable.hpp"

namespace waymark::app {

int run_command_line(int argc, char** argv)
{
    // What lower areas ask of higher ones, whichever verb runs.
    directory::count_taken_places_with(placements::taken_sessions);
    clocks::count_for_areas_below();
    CLI::App app{"Waymark: alternative provision for a local area, on one record."};
    app.require_subcommand(1);
    add_serve(app);
    add_migrate(app);
    add_routes(app);
    add_audit(app);
    add_recount(app);
    add_authority(app);
    add_demo(app);
    add_import(app);
    add_rule(app);
    add_clocks(app);
    add_nightly(app);
    add_database_role(app);
    add_backup(app);
    add_restore(app);
    add_copy(app);
    try {
        app.parse(argc, argv);
        return 0;
    } catch (const CLI::ParseError& error) {
        return app.exit(error);
    } catch (const Stop& stop) {
        std::fprintf(stderr, "%s\n", stop.what());
        return 1;
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "waymark: %s\n", failure.what());
        return 2;
    }
}

}  // namespace waymark::app
