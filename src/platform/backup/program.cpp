// posix_spawn with one pipe. What the program says of its troubles goes to a file without a name, so that it never waits for us to read it.
#include "platform/backup/program.hpp"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "foundation/text.hpp"
#include "platform/backup/failure.hpp"

extern char** environ;

namespace waymark::backup {
namespace {

class Descriptor {
public:
    explicit Descriptor(int number = -1) : number_{number} {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }
    void hold(int number) { number_ = number; }
    void close()
    {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }
    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

enum class Way { it_writes, it_reads };

class Running {
public:
    Running(const ProgramLine& line, Way way) : name_{line.program}
    {
        int ends[2];
        troubles_.hold(memfd_create("troubles", MFD_CLOEXEC));
        if (troubles_.number() < 0 || pipe2(ends, O_CLOEXEC) != 0) fail(std::string{"cannot be started: "} + std::strerror(errno) + ".");
        const bool reads = way == Way::it_reads;
        pipe_.hold(ends[reads ? 1 : 0]);
        const Descriptor theirs{ends[reads ? 0 : 1]}, nothing{::open("/dev/null", O_RDWR | O_CLOEXEC)};

        posix_spawn_file_actions_t files;
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_adddup2(&files, reads ? theirs.number() : nothing.number(), STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&files, reads ? nothing.number() : theirs.number(), STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&files, troubles_.number(), STDERR_FILENO);
        posix_spawnattr_t attributes;
        posix_spawnattr_init(&attributes);
        sigset_t signals;
        sigfillset(&signals);  // whatever this program does about signals, that one begins afresh
        posix_spawnattr_setsigdefault(&attributes, &signals);
        sigemptyset(&signals);
        posix_spawnattr_setsigmask(&attributes, &signals);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);

        std::vector<std::string> words{line.program}, surroundings;
        words.insert(words.end(), line.arguments.begin(), line.arguments.end());
        for (char** each = environ; *each != nullptr; ++each) {
            const std::string_view set{*each};
            const auto name = set.substr(0, set.find('='));
            if (std::ranges::none_of(line.environment, [&](const auto& added) { return added.first == name; })) surroundings.emplace_back(set);
        }
        for (const auto& [name, value] : line.environment) surroundings.push_back(name + "=" + value);
        const auto pointers = [](std::vector<std::string>& texts) {
            std::vector<char*> found;
            for (auto& text : texts) found.push_back(text.data());
            found.push_back(nullptr);
            return found;
        };
        const int code = posix_spawnp(&child_, line.program.c_str(), &files, &attributes, pointers(words).data(), pointers(surroundings).data());
        posix_spawn_file_actions_destroy(&files);
        posix_spawnattr_destroy(&attributes);
        if (code != 0) {
            child_ = -1;
            fail(code == ENOENT ? "is not there: install Debian’s " + line.package + "." : std::string{"cannot be started: "} + std::strerror(code) + ".");
        }
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;
    ~Running()
    {
        if (child_ <= 0) return;
        pipe_.close();
        kill(child_, SIGTERM);
        waitpid(child_, nullptr, 0);
    }

    [[nodiscard]] int pipe() const { return pipe_.number(); }

    void end()
    {
        pipe_.close();
        int status = 0;
        while (waitpid(child_, &status, 0) < 0 && errno == EINTR) {}
        child_ = -1;
        if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return;
        fail("failed: " + said());
    }

private:
    [[noreturn]] void fail(const std::string& why) const { throw Failure{Failure::What::cannot, "The program " + name_ + " " + why}; }

    /// The first lines of what it said.
    std::string said()
    {
        std::string text(600, '\0');
        const auto length = pread(troubles_.number(), text.data(), text.size(), 0);
        text.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
        const auto words = trimmed(text);
        return words.empty() ? std::string{"it did not say why."} : std::string{words};
    }

    std::string name_;
    Descriptor troubles_, pipe_;
    pid_t child_ = -1;
};

}  // namespace

void read_from(const ProgramLine& line, const std::function<void(std::string_view)>& take)
{
    Running running{line, Way::it_writes};
    std::string buffer(256 * 1024, '\0');
    for (;;) {
        const auto length = ::read(running.pipe(), buffer.data(), buffer.size());
        if (length < 0 && errno == EINTR) continue;
        if (length <= 0) break;
        take(std::string_view{buffer}.substr(0, static_cast<std::size_t>(length)));
    }
    running.end();
}

void write_to(const ProgramLine& line, const std::function<std::string()>& next)
{
    std::signal(SIGPIPE, SIG_IGN);  // a program that ends early is found out by how it ends
    Running running{line, Way::it_reads};
    for (std::string bytes = next(); !bytes.empty(); bytes = next()) {
        std::string_view left{bytes};
        while (!left.empty()) {
            const auto written = ::write(running.pipe(), left.data(), left.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) return running.end();
            left.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    running.end();
}

}  // namespace waymark::backup
