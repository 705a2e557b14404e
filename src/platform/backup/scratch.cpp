// The folder or database of one proof.
#include "platform/backup/scratch.hpp"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

#include <fmt/format.h>

#include "platform/backup/failure.hpp"
#include "platform/backup/postgres_tools.hpp"
#include "platform/database/database.hpp"

namespace waymark::backup {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view scratch_start = ".waymark-scratch-";

/// What a program that was killed left behind holds records in the clear: it goes as soon as another looks.
void remove_scratch_of_dead_programs(const fs::path& within)
{
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator{within, ignored}) {
        const std::string name = entry.path().filename();
        if (!name.starts_with(scratch_start)) continue;
        const int owner = std::atoi(name.c_str() + scratch_start.size());
        if (owner > 0 && ::kill(owner, 0) != 0 && errno == ESRCH) fs::remove_all(entry.path(), ignored);
    }
}

}  // namespace

ScratchFolder::ScratchFolder(const fs::path& within)
{
    remove_scratch_of_dead_programs(within);
    std::string name = (within / (std::string{scratch_start} + std::to_string(::getpid()) + "-XXXXXX")).string();
    if (::mkdtemp(name.data()) == nullptr)
        throw Failure{Failure::What::cannot, "No folder can be made in " + within.string() + " to unpack a copy in: " + std::strerror(errno) + ". Name another with --scratch."};
    path_ = name;
}

ScratchFolder::~ScratchFolder()
{
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

ScratchDatabase::ScratchDatabase(std::string server) : server_{std::move(server)}, name_{fmt::format("waymark_check_{}_{}", ::getpid(), ++count())}
{
    const auto administering = open_database(server_);
    try {
        administering->lease(true)->run_script("create database " + name_ + " template template0");
    } catch (const DatabaseFailure& failure) {
        throw Failure{Failure::What::cannot, std::string{"No database can be made to prove the backup in: "} + failure.what() +
                                                 ". Let the role make databases (alter role … createdb), or name another server with --scratch-server."};
    }
}

ScratchDatabase::~ScratchDatabase()
{
    try {
        open_database(server_)->lease(true)->run_script("drop database if exists " + name_ + " with (force)");
    } catch (const std::exception&) {
        // The server is gone, or going; its operator sees the name.
    }
}

std::string ScratchDatabase::address() const { return address_of_database(server_, name_); }

int& ScratchDatabase::count()
{
    static int made = 0;
    return made;
}

}  // namespace waymark::backup
