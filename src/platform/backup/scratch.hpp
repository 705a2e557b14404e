// Where a copy is unpacked to be proven: made for it, and gone with it.
#pragma once

#include <filesystem>
#include <string>

namespace waymark::backup {

/// A folder for this user's eyes, gone with it. Removes first what programs that were killed left there, since it holds records in the clear.
/// Throws Failure when no folder can be made.
class ScratchFolder {
public:
    explicit ScratchFolder(const std::filesystem::path& within);
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder();
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// A database of that PostgreSQL server for one copy, gone with it. Throws Failure when none can be made.
class ScratchDatabase {
public:
    explicit ScratchDatabase(std::string server);
    ScratchDatabase(const ScratchDatabase&) = delete;
    ScratchDatabase& operator=(const ScratchDatabase&) = delete;
    ~ScratchDatabase();
    [[nodiscard]] std::string address() const;

private:
    static int& count();
    std::string server_, name_;
};

}  // namespace waymark::backup
