// The HTTP server: reads requests within their limits, hands each to a worker, sends the answer. Knows no page.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "platform/http/request.hpp"
#include "platform/http/response.hpp"

namespace waymark {

struct ServerLimits {
    std::size_t head_bytes_max = 16 * 1024;
    std::size_t body_bytes_max = 25 * 1024 * 1024;
    int connections_max = 4000;
    std::chrono::milliseconds head_time{10'000};   // from the first byte of a request to the end of its head
    std::chrono::milliseconds body_time{120'000};
    std::chrono::milliseconds idle_time{60'000};   // between the requests of one connection
    std::chrono::milliseconds stop_time{10'000};   // how long a stop waits for requests in work
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;                        // 0: any free one
    int workers = 8;                               // requests worked on at the same time
    bool trust_forwarded = false;                  // believe X-Forwarded-For and -Proto: only behind a proxy that sets them
    bool stop_on_signals = false;                  // SIGTERM and SIGINT
    ServerLimits limits;
};

class Server {
public:
    /// Opens the port. `answer` runs on worker threads, several at a time; what it throws becomes a bare 500.
    /// Throws std::runtime_error when the port cannot be had, with what to do next.
    Server(ServerOptions options, std::function<Response(Request)> answer);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    /// Serves until stopped.
    void run();
    /// Takes no more connections, closes the idle ones, lets requests in work end. May be called from any thread.
    void stop();

private:
    struct Works;
    std::unique_ptr<Works> works_;
};

}  // namespace waymark
