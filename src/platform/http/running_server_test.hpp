// For tests of the server: one that says back what it was sent, and a client that sends byte by byte.
#pragma once

#include <doctest/doctest.h>

#include <arpa/inet.h>
#include <chrono>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

#include "platform/http/server.hpp"
#include "platform/log/log.hpp"

namespace waymark::testing {

using namespace std::chrono_literals;

/// What the server refuses on purpose, hundreds of times, is no news.
inline void log_to_nobody() { log_to([](std::string_view) {}); }
inline const bool is_quiet = (log_to_nobody(), true);

/// A server on a free port that says back what it was sent: "METHOD target body".
class Running {
public:
    explicit Running(ServerLimits limits = {}, bool trust_forwarded = false)
        : Running{ServerOptions{.workers = 2, .trust_forwarded = trust_forwarded, .limits = limits}}
    {
    }
    explicit Running(ServerOptions options) : server_{std::move(options), answer}, thread_{[this] { server_.run(); }} {}
    ~Running()
    {
        server_.stop();
        thread_.join();
    }
    [[nodiscard]] std::uint16_t port() const { return server_.port(); }
    Server& server() { return server_; }
    void stop() { server_.stop(); }

private:
    static Response answer(Request request)
    {
        if (request.target == "/slow") std::this_thread::sleep_for(300ms);
        if (request.target == "/broken") throw std::runtime_error("as asked");
        if (request.target == "/who") return html(200, request.remote_address + (request.secure ? " secure" : " plain"));
        return html(200, request.target + " " + std::to_string(request.body.size()) + " " + request.body.substr(0, 20));
    }
    Server server_;
    std::thread thread_;
};

class Client {
public:
    explicit Client(const Running& running) : Client{running.port()} {}
    explicit Client(std::uint16_t port)
    {
        socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    }
    ~Client() { ::close(socket_); }
    Client(const Client&) = delete;

    Client& send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) break;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return *this;
    }
    /// What comes until the server closes, or until nothing comes for that long.
    std::string receive(std::chrono::milliseconds patience = 700ms)
    {
        std::string received;
        for (;;) {
            pollfd waiting{socket_, POLLIN, 0};
            if (::poll(&waiting, 1, static_cast<int>(patience.count())) <= 0) return received;
            char bytes[65536];
            const auto size = ::recv(socket_, bytes, sizeof bytes, 0);
            if (size <= 0) {
                is_closed = true;
                return received;
            }
            received.append(bytes, static_cast<std::size_t>(size));
        }
    }
    [[nodiscard]] int socket() const { return socket_; }
    bool is_closed = false;

private:
    int socket_ = -1;
};

}  // namespace waymark::testing
