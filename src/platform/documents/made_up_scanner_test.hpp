// For tests: a virus scanner on this machine that says to each file what a test wants it to say.
#pragma once

#include <arpa/inet.h>
#include <atomic>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

#include "foundation/result.hpp"
#include "platform/documents/virus_scanner.hpp"

namespace waymark::testing {

/// Holds for a file what this scanner knows as a virus.
constexpr std::string_view made_up_virus = "A made-up virus of Harrowdale.";

class MadeUpScanner {
public:
    MadeUpScanner()
    {
        sockaddr_in here{};
        here.sin_family = AF_INET;
        here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof here;
        listening_ = ::socket(AF_INET, SOCK_STREAM, 0);
        expects(listening_ >= 0 && ::bind(listening_, reinterpret_cast<sockaddr*>(&here), sizeof here) == 0 && ::listen(listening_, 8) == 0);
        expects(::getsockname(listening_, reinterpret_cast<sockaddr*>(&here), &length) == 0);
        port_ = ntohs(here.sin_port);
        thread_ = std::thread{[this] { serve(); }};
    }
    ~MadeUpScanner()
    {
        ::shutdown(listening_, SHUT_RDWR);
        thread_.join();
        ::close(listening_);
    }
    MadeUpScanner(const MadeUpScanner&) = delete;
    MadeUpScanner& operator=(const MadeUpScanner&) = delete;

    [[nodiscard]] documents::VirusScanner as_configured(std::chrono::milliseconds time_most = std::chrono::seconds{5}) const
    {
        return {.socket = {}, .host = "127.0.0.1", .port = port_, .time_most = time_most};
    }

    // What it does, to be changed by a test between two files.
    std::string says;                        // instead of an honest answer, with its zero byte
    bool says_nothing = false;               // reads, and waits
    bool goes_at_once = false;               // before it has read
    std::string received;                    // the last file, whole
    std::atomic<int> asked{0};

private:
    void serve()
    {
        for (int talking = 0; (talking = ::accept(listening_, nullptr, nullptr)) >= 0; ::close(talking)) {
            ++asked;
            if (goes_at_once) continue;
            if (!receive(talking)) continue;
            if (says_nothing) {
                char byte = 0;
                (void)!::read(talking, &byte, 1);  // until the other side goes
                continue;
            }
            const auto honest = received.contains(made_up_virus) ? std::string{"stream: Made.Up.Virus-1 FOUND\0", 30} : std::string{"stream: OK\0", 11};
            const auto& answer = says.empty() ? honest : says;
            (void)!::send(talking, answer.data(), answer.size(), MSG_NOSIGNAL);
        }
    }
    bool receive(int with)
    {
        if (exactly(with, 10) != std::string{"zINSTREAM\0", 10}) return false;
        received.clear();
        for (;;) {
            const auto length = exactly(with, 4);
            if (length.size() != 4) return false;
            std::size_t size = 0;
            for (const char byte : length) size = size << 8 | static_cast<unsigned char>(byte);
            if (size == 0) return true;
            const auto chunk = exactly(with, size);
            if (chunk.size() != size) return false;
            received += chunk;
        }
    }
    static std::string exactly(int with, std::size_t count)
    {
        std::string bytes(count, '\0');
        const auto got = ::recv(with, bytes.data(), count, MSG_WAITALL);
        bytes.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
        return bytes;
    }

    int listening_ = -1;
    std::uint16_t port_ = 0;
    std::thread thread_;
};

/// This program has that scanner while it lives.
struct ScannerOn {
    explicit ScannerOn(const documents::VirusScanner& scanner) { documents::use_virus_scanner(scanner); }
    ~ScannerOn() { documents::use_virus_scanner(std::nullopt); }
    ScannerOn(const ScannerOn&) = delete;
    ScannerOn& operator=(const ScannerOn&) = delete;
};

/// Where nobody listens: a port of this machine that was free a moment ago.
inline documents::VirusScanner scanner_that_is_not_there()
{
    return MadeUpScanner{}.as_configured();
}

}  // namespace waymark::testing
