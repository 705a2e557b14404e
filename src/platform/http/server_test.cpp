// The server over a raw socket: what a browser, a broken client and an attacker send, byte by byte.
#include <doctest/doctest.h>

#include "platform/http/server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

#include "platform/log/log.hpp"

using namespace waymark;
using namespace std::chrono_literals;

namespace {

/// A server on a free port that says back what it was sent: "METHOD target body".
class Running {
public:
    explicit Running(ServerLimits limits = {}, bool trust_forwarded = false)
        : server_{{.workers = 2, .trust_forwarded = trust_forwarded, .limits = limits}, [this](Request request) { return answer(std::move(request)); }},
          thread_{[this] { server_.run(); }}
    {
    }
    ~Running()
    {
        server_.stop();
        thread_.join();
    }
    [[nodiscard]] std::uint16_t port() const { return server_.port(); }
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
    explicit Client(const Running& running)
    {
        socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(running.port());
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
    bool is_closed = false;

private:
    int socket_ = -1;
};

int count_of(const std::string& text, std::string_view part)
{
    int count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

/// The status of the answer to these bytes, which must be the only answer, on a connection that is then closed.
int refused_with(const Running& running, std::string_view bytes)
{
    Client client{running};
    const auto answer = client.send(bytes).receive();
    CHECK(client.is_closed);
    CHECK(count_of(answer, "HTTP/1.1 ") == 1);
    return answer.size() > 12 ? std::stoi(answer.substr(9, 3)) : 0;
}

constexpr std::string_view smuggled = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";

std::string post(std::string_view headers, std::string_view body)
{
    return "POST / HTTP/1.1\r\nHost: a\r\n" + std::string{headers} + "\r\n" + std::string{body};
}

}  // namespace

TEST_CASE("a request is answered, and its connection kept for the next")
{
    const Running running;
    Client client{running};
    const auto first = client.send("GET /one HTTP/1.1\r\nHost: a\r\n\r\n").receive(200ms);
    CHECK(first.starts_with("HTTP/1.1 200 OK\r\n"));
    CHECK(first.find("/one 0 ") != std::string::npos);
    CHECK(first.find("\r\nDate: ") != std::string::npos);
    const auto second = client.send("POST /two HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello").receive(200ms);
    CHECK(second.find("/two 5 hello") != std::string::npos);
    CHECK_FALSE(client.is_closed);
}

TEST_CASE("three requests at once are answered in their order")
{
    const Running running;
    Client client{running};
    const auto answers = client.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\nGET /b HTTP/1.1\r\nHost: a\r\n\r\nGET /c HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").receive(2s);
    CHECK(client.is_closed);
    CHECK(count_of(answers, "HTTP/1.1 200") == 3);
    CHECK(answers.find("/slow") < answers.find("/b 0"));
    CHECK(answers.find("/b 0") < answers.find("/c 0"));
}

TEST_CASE("HEAD has the headers of GET and no body")
{
    const Running running;
    Client client{running};
    const auto answer = client.send("HEAD /one HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").receive();
    CHECK(answer.find("Content-Length: 7\r\n") != std::string::npos);
    CHECK(answer.ends_with("\r\n\r\n"));
}

TEST_CASE("an old client is answered and its connection closed")
{
    const Running running;
    Client client{running};
    CHECK(client.send("GET /old HTTP/1.0\r\n\r\n").receive().find("/old 0") != std::string::npos);
    CHECK(client.is_closed);
}

TEST_CASE("a chunked body is put together")
{
    const Running running;
    Client client{running};
    const auto answer = client.send(post("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")).receive(200ms);
    CHECK(answer.find("/ 5 abcde") != std::string::npos);
}

TEST_CASE("a request that could be read in two ways is refused, and what follows it is not read at all")
{
    const Running running;
    const std::string tail{smuggled};
    struct Case {
        std::string name;
        int status;
        std::string bytes;
    };
    const Case cases[] = {
        {"length and chunked", 400, post("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + tail)},
        {"chunked and length", 400, post("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "0\r\n\r\n" + tail)},
        {"two lengths that differ", 400, post("Content-Length: 0\r\nContent-Length: 36\r\n", tail)},
        {"two lengths alike", 400, post("Content-Length: 0\r\nContent-Length: 0\r\n", tail)},
        {"a list of lengths", 400, post("Content-Length: 0, 0\r\n", tail)},
        {"length with a sign", 400, post("Content-Length: +5\r\n", "hello" + tail)},
        {"negative length", 400, post("Content-Length: -1\r\n", tail)},
        {"length with letters", 400, post("Content-Length: 5x\r\n", "hello" + tail)},
        {"blank before the colon", 400, post("Content-Length : 5\r\n", "hello" + tail)},
        {"unknown encoding", 501, post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n" + tail)},
        {"encoding twice", 400, post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", "0\r\n\r\n" + tail)},
        {"encoding in quotes", 501, post("Transfer-Encoding: \"chunked\"\r\n", "0\r\n\r\n" + tail)},
        {"chunk with a bare line feed", 400, post("Transfer-Encoding: chunked\r\n", "5\nhello\r\n0\r\n\r\n" + tail)},
        {"chunk size with a sign", 400, post("Transfer-Encoding: chunked\r\n", "+5\r\nhello\r\n0\r\n\r\n" + tail)},
        {"chunk size with 0x", 400, post("Transfer-Encoding: chunked\r\n", "0x5\r\nhello\r\n0\r\n\r\n" + tail)},
        {"chunk longer than said", 400, post("Transfer-Encoding: chunked\r\n", "3\r\nhello\r\n0\r\n\r\n" + tail)},
        {"chunk size beyond all numbers", 400, post("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\nhello\r\n0\r\n\r\n" + tail)},
        {"bare line feeds", 400, "GET / HTTP/1.1\nHost: a\n\n" + tail},
        {"bare carriage return", 400, "GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n" + tail},
        {"a header over two lines", 400, "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n" + tail},
        {"NUL in a header", 400, std::string{"GET / HTTP/1.1\r\nHost: a\r\nX: b\0c\r\n\r\n", 36} + tail},
        {"no host", 400, "GET / HTTP/1.1\r\n\r\n" + tail},
        {"two hosts", 400, "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n" + tail},
        {"version 9.9", 505, "GET / HTTP/9.9\r\nHost: a\r\n\r\n" + tail},
        {"no version", 400, "GET /\r\nHost: a\r\n\r\n" + tail},
        {"two blanks", 400, "GET  / HTTP/1.1\r\nHost: a\r\n\r\n" + tail},
        {"unknown method", 501, "BREW / HTTP/1.1\r\nHost: a\r\n\r\n" + tail},
        {"asterisk", 400, "GET * HTTP/1.1\r\nHost: a\r\n\r\n" + tail},
        {"unknown expectation", 417, post("Expect: a-miracle\r\nContent-Length: 5\r\n", "hello" + tail)},
        {"an empty line first", 400, "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n" + tail},
        {"a TLS greeting", 400, std::string{"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\n\n", 13}},
    };
    for (const auto& one : cases) {
        CAPTURE(one.name);
        CHECK(refused_with(running, one.bytes) == one.status);
    }
}

TEST_CASE("an address with scheme and host is answered as its path")
{
    const Running running;
    Client client{running};
    CHECK(client.send("GET http://a/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").receive().starts_with("HTTP/1.1 200"));
}

TEST_CASE("headers and bodies beyond the limits are refused, also when chunks hide their size")
{
    const Running running{{.head_bytes_max = 2000, .body_bytes_max = 1000}};
    CHECK(refused_with(running, "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(2000, 'x') + "\r\n\r\n") == 431);
    CHECK(refused_with(running, post("Content-Length: 1001\r\n", std::string(1001, 'x'))) == 413);
    std::string chunks;
    for (int count = 0; count < 20; ++count) chunks += "64\r\n" + std::string(100, 'x') + "\r\n";
    CHECK(refused_with(running, post("Transfer-Encoding: chunked\r\n", chunks + "0\r\n\r\n")) == 413);
    Client client{running};
    CHECK(client.send(post("Content-Length: 1000\r\n", std::string(1000, 'x'))).receive(200ms).find("/ 1000 ") != std::string::npos);
}

TEST_CASE("a client that waits for a go-ahead gets one, or is told at once that the body is too large")
{
    const Running running{{.body_bytes_max = 1000}};
    Client client{running};
    CHECK(client.send(post("Expect: 100-continue\r\nContent-Length: 5\r\n", "")).receive(200ms) == "HTTP/1.1 100 Continue\r\n\r\n");
    CHECK(client.send("hello").receive(200ms).find("/ 5 hello") != std::string::npos);
    CHECK(refused_with(running, post("Expect: 100-continue\r\nContent-Length: 1001\r\n", "")) == 413);
}

TEST_CASE("a head that trickles in is cut off when its time is up, however busy it looks")
{
    const Running running{{.head_time = 400ms}};
    Client client{running};
    const auto started = std::chrono::steady_clock::now();
    for (int sent = 0; sent < 40 && !client.is_closed; ++sent) {
        client.send("G");
        CHECK(client.receive(50ms).empty());
    }
    CHECK(client.is_closed);
    const auto taken = std::chrono::steady_clock::now() - started;
    CHECK(taken > 300ms);
    CHECK(taken < 1500ms);
}

TEST_CASE("a connection that says nothing is closed in the end")
{
    const Running running{{.idle_time = 200ms}};
    Client client{running};
    CHECK(client.receive(1s).empty());
    CHECK(client.is_closed);
}

TEST_CASE("a page that fails does not take the server with it")
{
    const Running running;
    Client client{running};
    const auto answer = client.send("GET /broken HTTP/1.1\r\nHost: a\r\n\r\n").receive(200ms);
    CHECK(answer.starts_with("HTTP/1.1 500"));
    CHECK(answer.find("as asked") == std::string::npos);
    CHECK(client.send("GET /after HTTP/1.1\r\nHost: a\r\n\r\n").receive(200ms).find("/after") != std::string::npos);
}

TEST_CASE("where a request comes from is believed of a proxy only when we were told to")
{
    constexpr std::string_view forwarded = "GET /who HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 203.0.113.9, 198.51.100.7\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n";
    const Running alone;
    CHECK(Client{alone}.send(forwarded).receive().ends_with("127.0.0.1 plain"));
    const Running behind_proxy{{}, true};
    CHECK(Client{behind_proxy}.send(forwarded).receive().ends_with("198.51.100.7 secure"));
    constexpr std::string_view two_lines = "GET /who HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n"
                                           "X-Forwarded-For: 198.51.100.7\r\nX-Forwarded-Proto: http\r\nConnection: close\r\n\r\n";
    CHECK(Client{behind_proxy}.send(two_lines).receive().ends_with("198.51.100.7 plain"));  // the proxy's own line is the last
}

TEST_CASE("a stop lets the request in work end, and closes those who only wait")
{
    Running running;
    Client idle{running}, busy{running};
    CHECK(idle.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n").receive(100ms).find("/a 0") != std::string::npos);
    busy.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    std::this_thread::sleep_for(100ms);
    running.stop();
    CHECK(idle.receive(1s).empty());
    CHECK(idle.is_closed);
    CHECK(busy.receive(1s).find("/slow 0") != std::string::npos);
    CHECK(busy.is_closed);
}
