// The HTTP server: reads requests within their limits, hands each to a worker, sends the answer. Knows no page.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "platform/http/request.hpp"
#include "platform/http/response.hpp"
#include "platform/http/tls.hpp"

namespace waymark {

/// What every answer over TLS says (RFC 6797): a year, and all hosts below this one.
inline constexpr const char* strict_transport_security = "max-age=31536000; includeSubDomains";

struct ServerLimits {
    std::size_t head_bytes_max = 16 * 1024;
    std::size_t body_bytes_max = 25 * 1024 * 1024;
    std::size_t body_bytes_unasked = 64 * 1024;    // read of everybody; for more ServerOptions::body_bytes_max is asked
    int connections_max = 4000;
    int connections_of_address_max = 400;          // a /64 counts as one address of IPv6. Not counted with trust_forwarded: all come from the proxy
    std::chrono::milliseconds head_time{10'000};   // from the first byte of a request to the end of its head; and for a TLS handshake
    std::chrono::milliseconds body_time{120'000};
    std::chrono::milliseconds idle_time{60'000};   // between the requests of one connection
    std::chrono::milliseconds stop_time{10'000};   // how long a stop waits for requests in work
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;                        // 0: any free one
    int workers = 8;                               // requests worked on at the same time
    bool trust_forwarded = false;                  // believe X-Forwarded-For and -Proto: only behind a proxy that sets them
    bool heed_signals = false;                     // SIGTERM and SIGINT stop; SIGHUP reads the certificate again
    ServerLimits limits;
    std::optional<TlsFiles> tls;                   // none: plain HTTP
    std::optional<std::uint16_t> redirect_port;    // with TLS: plain HTTP here is sent to https, and nothing else
    std::string redirect_to;                       // "https://waymark.example.gov.uk"; empty: the host that was asked for, at `port`
    /// How large the body may be of a request with that head; of larger ones nothing is read. Runs on worker threads. None: body_bytes_max of all.
    std::function<std::size_t(const Request&)> body_bytes_max;
};

class Server {
public:
    /// Opens the port. `answer` runs on worker threads, several at a time; what it throws becomes a bare 500.
    /// Throws std::runtime_error, with what to do next, when a port cannot be had or the certificate cannot be used.
    Server(ServerOptions options, std::function<Response(Request)> answer);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] std::uint16_t redirect_port() const;  // 0: there is none
    /// Serves until stopped.
    void run();
    /// Takes no more connections, closes the idle ones, lets requests in work end. May be called from any thread.
    void stop();
    /// Reads certificate and key again, for connections that come from now on; a pair that cannot be used leaves the old one. From any thread.
    void read_certificate_again();

private:
    struct Works;
    std::unique_ptr<Works> works_;
};

}  // namespace waymark
