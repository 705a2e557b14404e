#include <doctest/doctest.h>

#include "platform/http/head_check.hpp"

#include <string>

using namespace waymark;

namespace {

/// The status a head is refused with; 200 when it passes.
int status_of(const std::string& head)
{
    const auto scan = scan_head(head);
    if (scan.state == HeadScan::State::broken) return 400;
    REQUIRE(scan.state == HeadScan::State::complete);
    const auto refusal = check_head(head.substr(0, scan.length));
    return refusal ? refusal->status : 200;
}

std::string get_with(const std::string& headers) { return "GET / HTTP/1.1\r\n" + headers + "\r\n"; }
std::string post_with(const std::string& headers) { return "POST / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n"; }

}  // namespace

TEST_CASE("an ordinary head passes")
{
    CHECK(status_of(get_with("Host: localhost:8080\r\nAccept: */*\r\n")) == 200);
    CHECK(status_of("GET http://localhost/find?q=a HTTP/1.1\r\nHost: localhost\r\n\r\n") == 200);
    CHECK(status_of("GET / HTTP/1.0\r\n\r\n") == 200);
    CHECK(status_of(post_with("Content-Length: 12\r\n")) == 200);
    CHECK(status_of(post_with("Transfer-Encoding: chunked\r\n")) == 200);
}

TEST_CASE("the length of a body is given once, in one way, as a plain number")
{
    CHECK(status_of(post_with("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n")) == 400);
    CHECK(status_of(post_with("Content-Length: 5\r\nContent-Length: 6\r\n")) == 400);
    CHECK(status_of(post_with("Content-Length: 5\r\nContent-Length: 5\r\n")) == 400);
    for (const std::string odd : {"+5", "-5", "5, 5", "0x5", "5 5", "", "5.0", "9999999999999999999"}) {
        CAPTURE(odd);
        CHECK(status_of(post_with("Content-Length: " + odd + "\r\n")) == 400);
    }
    CHECK(status_of(post_with("Content-Length : 5\r\n")) == 400);
}

TEST_CASE("chunked is the only encoding, given once, and not by an old client")
{
    CHECK(status_of(post_with("Transfer-Encoding: xchunked\r\n")) == 501);
    CHECK(status_of(post_with("Transfer-Encoding: gzip, chunked\r\n")) == 501);
    CHECK(status_of(post_with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n")) == 400);
    CHECK(status_of(post_with("Transfer-Encoding:\r\n")) == 501);
    CHECK(status_of("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n") == 400);
}

TEST_CASE("there is exactly one host, and it looks like one")
{
    CHECK(status_of(get_with("")) == 400);
    CHECK(status_of(get_with("Host: a\r\nHost: b\r\n")) == 400);
    CHECK(status_of(get_with("Host: a\r\nHost: a\r\n")) == 400);
    CHECK(status_of(get_with("Host:\r\n")) == 400);
    CHECK(status_of(get_with("Host: a/b\r\n")) == 400);
    CHECK(status_of(get_with("Host: a@b\r\n")) == 400);
}

TEST_CASE("lines end with carriage return and line feed, and none goes on over the next")
{
    CHECK(status_of("GET / HTTP/1.1\nHost: a\n\n") == 400);
    CHECK(status_of("GET / HTTP/1.1\r\nHost: a\n\r\n") == 400);
    CHECK(status_of("GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n") == 400);
    CHECK(status_of(get_with("Host: a\r\nX: b\r\n c\r\n")) == 400);
    CHECK(status_of(get_with("Host: a\r\nX: b\r\n\tc\r\n")) == 400);
    CHECK(status_of("\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
}

TEST_CASE("headers have proper names and no control characters")
{
    CHECK(status_of(get_with("Host: a\r\nno colon\r\n")) == 400);
    CHECK(status_of(get_with("Host: a\r\n: nameless\r\n")) == 400);
    CHECK(status_of(get_with("Host: a\r\nX Y: b\r\n")) == 400);
    CHECK(status_of(get_with(std::string{"Host: a\r\nX: b\0c\r\n", 17})) == 400);
    CHECK(status_of(get_with("Host: a\r\nX: b\x7F\r\n")) == 400);
    CHECK(status_of(get_with("Host: a\r\nX: caf\xC3\xA9\r\n")) == 200);
}

TEST_CASE("versions other than 1.0 and 1.1 are told so, and odd ones refused")
{
    CHECK(status_of("GET / HTTP/9.9\r\nHost: a\r\n\r\n") == 505);
    CHECK(status_of("GET / HTTP/2.0\r\nHost: a\r\n\r\n") == 505);
    CHECK(status_of("GET / HTTP/1.1.1\r\nHost: a\r\n\r\n") == 400);
    CHECK(status_of("GET / http/1.1\r\nHost: a\r\n\r\n") == 400);
    CHECK(status_of("GET /\r\nHost: a\r\n\r\n") == 400);
}

TEST_CASE("only known methods, and only addresses of this service")
{
    CHECK(status_of("BREW / HTTP/1.1\r\nHost: a\r\n\r\n") == 501);
    CHECK(status_of("get / HTTP/1.1\r\nHost: a\r\n\r\n") == 501);
    CHECK(status_of("CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n") == 501);
    CHECK(status_of("GET * HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
    CHECK(status_of("GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
    CHECK(status_of("GET /a b HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
    CHECK(status_of("GET /caf\xC3\xA9 HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
}

TEST_CASE("a head that is not whole yet is waited for")
{
    CHECK(scan_head("").state == HeadScan::State::incomplete);
    CHECK(scan_head("GET / HTTP/1.1\r\nHost: a\r\n\r").state == HeadScan::State::incomplete);
    const auto whole = scan_head("GET / HTTP/1.1\r\nHost: a\r\n\r\nbody");
    CHECK(whole.state == HeadScan::State::complete);
    CHECK(whole.length == 27);
}
