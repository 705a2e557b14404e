// Starts and stops the tests' PostgreSQL. The server refuses to run as root, so then it runs as nobody. It is told to
// end when this program ends, however it ends.
#include "support/scratch_postgres.hpp"

#include <fcntl.h>
#include <grp.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <thread>
#include <vector>

namespace waymark::testing {
namespace {

namespace fs = std::filesystem;

bool is_kept() { return std::getenv("WAYMARK_KEEP_POSTGRES") != nullptr; }

fs::path find_programs()
{
    if (const char* given = std::getenv("WAYMARK_POSTGRES_BIN")) return given;
    std::vector<fs::path> found;
    const fs::path debian = "/usr/lib/postgresql";
    if (fs::exists(debian))
        for (const auto& version : fs::directory_iterator{debian})
            if (fs::exists(version.path() / "bin/postgres")) found.push_back(version.path() / "bin");
    if (found.empty())
        throw std::runtime_error(
            "The storage tests need a PostgreSQL server to start for themselves: install the package postgresql-15, or set "
            "WAYMARK_POSTGRES_BIN to the folder that holds initdb and postgres.");
    return *std::ranges::max_element(found);
}

void become_nobody()
{
    if (geteuid() != 0) return;
    const passwd* nobody = getpwnam("nobody");
    if (!nobody || setgroups(0, nullptr) != 0 || setgid(nobody->pw_gid) != 0 || setuid(nobody->pw_uid) != 0) _exit(126);
}

pid_t launch(const fs::path& program, std::vector<std::string> arguments, const fs::path& log)
{
    std::vector<char*> given;
    std::string name = program.string();
    given.push_back(name.data());
    for (auto& argument : arguments) given.push_back(argument.data());
    given.push_back(nullptr);
    const pid_t parent = getpid();
    const pid_t child = fork();
    if (child != 0) return child;

    const int output = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
    dup2(output, STDOUT_FILENO);
    dup2(output, STDERR_FILENO);
    become_nobody();
    // After the change of user, which would forget it: SIGQUIT is PostgreSQL's immediate stop.
    if (!is_kept()) prctl(PR_SET_PDEATHSIG, SIGQUIT);
    if (getppid() != parent) _exit(125);
    execv(name.c_str(), given.data());
    _exit(127);
}

}  // namespace

ScratchPostgres::ScratchPostgres(fs::path folder) : folder_{std::move(folder)}, programs_{find_programs()}
{
    fs::create_directories(folder_);
    if (geteuid() == 0)
        if (const passwd* nobody = getpwnam("nobody"); !nobody || chown(folder_.c_str(), nobody->pw_uid, nobody->pw_gid) != 0)
            throw std::runtime_error("The tests' PostgreSQL cannot run as root, and there is no user nobody to run it as.");
    const pid_t made = launch(programs_ / "initdb",
                              {"-D", folder_ / "data", "-A", "trust", "-U", "waymark", "--no-sync", "--no-instructions",
                               "--locale=C.UTF-8", "--encoding=UTF8"},
                              folder_ / "log");
    int status = 0;
    waitpid(made, &status, 0);
    if (status != 0) throw std::runtime_error("initdb failed; see " + (folder_ / "log").string());
    start();
}

ScratchPostgres::~ScratchPostgres()
{
    if (!is_kept()) stop();
}

std::string ScratchPostgres::address(const std::string& database) const
{
    return "postgresql:///" + database + "?host=" + folder_.string() + "&user=waymark";
}

void ScratchPostgres::restart()
{
    stop();
    start();
}

void ScratchPostgres::start()
{
    // Nothing here outlives the program, so nothing waits for a disk.
    std::vector<std::string> arguments{"-D", folder_ / "data", "-k", folder_.string()};
    for (const char* setting : {"listen_addresses=", "fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off",
                                "jit=off", "max_connections=90", "shared_buffers=64MB", "max_wal_size=4GB", "wal_level=minimal",
                                "max_wal_senders=0", "log_min_messages=panic", "log_min_error_statement=panic"}) {
        arguments.emplace_back("-c");
        arguments.emplace_back(setting);
    }
    server_ = launch(programs_ / "postgres", arguments, folder_ / "log");
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{30};
    while (PQping(address("postgres").c_str()) != PQPING_OK) {
        if (std::chrono::steady_clock::now() > until || waitpid(server_, nullptr, WNOHANG) == server_)
            throw std::runtime_error("The tests' PostgreSQL did not start; see " + (folder_ / "log").string());
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
}

void ScratchPostgres::stop()
{
    if (server_ <= 0) return;
    kill(server_, SIGQUIT);
    waitpid(server_, nullptr, 0);
    server_ = -1;
}

}  // namespace waymark::testing
