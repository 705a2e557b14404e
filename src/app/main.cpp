// The program: `waymark serve`, and the verbs of the command line.
#include "app/cli.hpp"

int main(int argc, char** argv) { return waymark::app::run_command_line(argc, argv); }
