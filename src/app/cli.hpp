// The command line: `waymark --help` lists its verbs. Each verb is one file in app/cli.
#pragma once

namespace waymark::app {

/// 0 done · 1 refused, with what to do next · 2 the world failed · CLI11's own codes for a command that cannot be read.
int run_command_line(int argc, char** argv);

}  // namespace waymark::app
