// Another program at work for this one: what it writes is read, or what it reads is written, and what it says in failing is said.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::backup {

struct ProgramLine {
    std::string program;                                              // looked for where programs are: "pg_dump"
    std::vector<std::string> arguments;                               // everybody on the machine sees these: never a secret
    std::vector<std::pair<std::string, std::string>> environment;     // added to ours; only this user sees it
    std::string package;                                              // who has not got it installs this
};

/// Runs it and hands on what it writes. What `take` throws ends the program too. Throws Failure (cannot) when it is not there or fails.
void read_from(const ProgramLine& line, const std::function<void(std::string_view)>& take);

/// Runs it and writes to it what `next` answers, until that is empty. Throws Failure (cannot) when it is not there or fails.
void write_to(const ProgramLine& line, const std::function<std::string()>& next);

}  // namespace waymark::backup
