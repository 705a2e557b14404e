// The server over a raw socket: what a browser, a broken client and an attacker send, byte by byte.
#include <doctest/doctest.h>

#include "platform/http/running_server_test.hpp"

#include <atomic>
#include <mutex>

#include "platform/log/log.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

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
        {"a second expectation", 417, post("Expect: 100-continue\r\nExpect: a-miracle\r\nContent-Length: 5\r\n", "hello" + tail)},
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

TEST_CASE("what is refused before it comes to a page says so to browsers and to whoever reads the log, without a word of what was sent")
{
    std::mutex guard;
    std::string lines;
    log_to([&](std::string_view line) {
        const std::lock_guard lock{guard};
        lines += std::string{line} + "\n";
    });
    {
        const Running running{ServerOptions{.trust_forwarded = true, .limits = {.body_bytes_max = 10}}};
        Client broken{running}, plain{running}, large{running};
        const auto said = broken.send("GET /secret HTTP/1.1\r\nX-Forwarded-Proto: https\r\n\r\n").receive();
        CHECK(said.starts_with("HTTP/1.1 400"));
        CHECK(said.find("X-Content-Type-Options: nosniff\r\n") != std::string::npos);
        CHECK(said.find("Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n") != std::string::npos);
        const auto said_plain = plain.send("GET /secret HTTP/1.1\r\n\r\n").receive();
        CHECK(said_plain.find("X-Content-Type-Options: nosniff\r\n") != std::string::npos);
        CHECK(said_plain.find("Strict-Transport-Security") == std::string::npos);
        const auto said_large = large.send("POST /secret HTTP/1.1\r\nHost: a\r\nX-Forwarded-Proto: https\r\nContent-Length: 11\r\n\r\n").receive();
        CHECK(said_large.starts_with("HTTP/1.1 413"));
        CHECK(said_large.find("Strict-Transport-Security") != std::string::npos);
    }
    log_to_nobody();
    CHECK(count_of(lines, " refused ") == 3);
    CHECK(lines.find(" 400 from 127.0.0.1 user -: Exactly one Host is needed.") != std::string::npos);
    CHECK(lines.find("secret") == std::string::npos);
}

TEST_CASE("of a large body nothing is read before the house has said how much that head may bring; small ones are read of everybody")
{
    std::atomic<int> asked = 0;
    const Running running{ServerOptions{.limits = {.body_bytes_unasked = 100}, .body_bytes_max = [&](const Request& head) -> std::size_t {
        ++asked;
        CHECK(head.body.empty());
        if (head.target == "/broken") throw std::runtime_error("as asked");
        return head.header("cookie") == "known" ? 1000 : 100;
    }}};
    const auto with = [](std::string_view headers, std::size_t length) { return post(std::string{headers} + "Content-Length: " + std::to_string(length) + "\r\n", std::string(length, 'x')); };
    Client client{running};
    CHECK(client.send(with("", 100)).receive(200ms).find("/ 100 ") != std::string::npos);
    CHECK(asked == 0);
    CHECK(client.send(with("Cookie: known\r\n", 1000)).receive(200ms).find("/ 1000 ") != std::string::npos);
    CHECK(asked == 1);
    CHECK(refused_with(running, with("Cookie: known\r\n", 1001)) == 413);
    CHECK(refused_with(running, with("", 101)) == 413);
    CHECK(refused_with(running, post("Content-Length: 101\r\n", "")) == 413);  // before a byte of it has come
    CHECK(refused_with(running, post("Expect: 100-continue\r\nContent-Length: 101\r\n", "")) == 413);
    CHECK(refused_with(running, "POST /broken HTTP/1.1\r\nHost: a\r\nContent-Length: 101\r\n\r\n") == 413);
    const auto chunks = [](int count) {
        std::string body;
        for (int each = 0; each < count; ++each) body += "32\r\n" + std::string(50, 'x') + "\r\n";
        return body + "0\r\n\r\n";
    };
    CHECK(refused_with(running, post("Transfer-Encoding: chunked\r\n", chunks(3))) == 413);
    CHECK(client.send(post("Transfer-Encoding: chunked\r\n", chunks(2))).receive(200ms).find("/ 100 ") != std::string::npos);
    CHECK(client.send(post("Cookie: known\r\nTransfer-Encoding: chunked\r\n", chunks(3))).receive(200ms).find("/ 150 ") != std::string::npos);
}

TEST_CASE("an address that has its share makes room among its own: the longest idle goes, whoever is being answered stays")
{
    const Running running{{.connections_of_address_max = 3}};
    Client busy{running}, first{running}, second{running};
    CHECK(first.send("GET /first HTTP/1.1\r\nHost: a\r\n\r\n").receive(100ms).find("/first") != std::string::npos);
    CHECK(second.send("GET /second HTTP/1.1\r\nHost: a\r\n\r\n").receive(100ms).find("/second") != std::string::npos);
    busy.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    std::this_thread::sleep_for(100ms);
    Client newcomer{running};
    CHECK(newcomer.send("GET /new HTTP/1.1\r\nHost: a\r\n\r\n").receive(100ms).find("/new") != std::string::npos);
    CHECK(first.receive(100ms).empty());
    CHECK(first.is_closed);
    CHECK(busy.receive(500ms).find("/slow 0") != std::string::npos);
    CHECK_FALSE(busy.is_closed);
    CHECK(second.send("GET /again HTTP/1.1\r\nHost: a\r\n\r\n").receive(100ms).find("/again") != std::string::npos);
}

TEST_CASE("behind a proxy its address has no share: it brings everybody")
{
    const Running running{{.connections_of_address_max = 1}, true};
    Client first{running}, second{running};
    CHECK(second.send("GET /b HTTP/1.1\r\nHost: a\r\n\r\n").receive(100ms).find("/b 0") != std::string::npos);
    CHECK(first.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n").receive(100ms).find("/a 0") != std::string::npos);
}

TEST_CASE("when all places are taken a newcomer is served in the place of the longest idle, and turned away where nobody is idle")
{
    const Running running{{.connections_max = 2}};
    Client one{running}, two{running};
    one.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    two.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    std::this_thread::sleep_for(100ms);
    Client turned_away{running};
    CHECK(turned_away.receive(100ms).empty());
    CHECK(turned_away.is_closed);
    CHECK(one.receive(500ms).find("/slow 0") != std::string::npos);
    Client served{running};
    CHECK(served.send("GET /c HTTP/1.1\r\nHost: a\r\n\r\n").receive(100ms).find("/c 0") != std::string::npos);
}
