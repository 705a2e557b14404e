// A PostgreSQL of this test program's own: in a scratch folder, on a socket in that folder, gone when the program ends.
#pragma once

#include <filesystem>
#include <string>

#include <sys/types.h>

namespace waymark::testing {

class ScratchPostgres {
public:
    /// Makes the data folder in `folder` and starts the server. Throws std::runtime_error with what is missing.
    explicit ScratchPostgres(std::filesystem::path folder);
    ScratchPostgres(const ScratchPostgres&) = delete;
    ~ScratchPostgres();

    /// The address of a database of that name.
    [[nodiscard]] std::string address(const std::string& database) const;
    /// Stops the server at once and starts it again, as an operator would.
    void restart();
    /// Stopped at once, as by a power cut; until `start` nobody answers.
    void stop();
    void start();

private:
    std::filesystem::path folder_;
    std::filesystem::path programs_;
    pid_t server_ = -1;
};

}  // namespace waymark::testing
