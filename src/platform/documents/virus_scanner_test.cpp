// The talk with a virus scanner: what counts as an answer, and what does not.
#include "platform/documents/virus_scanner.hpp"

#include <doctest/doctest.h>

#include "platform/documents/made_up_scanner_test.hpp"
#include "support/engines.hpp"

using namespace waymark;
using namespace waymark::testing;
using documents::Verdict;

namespace {

std::string with_end(std::string words) { return words + '\0'; }

}  // namespace

TEST_CASE("a virus scanner is one of this machine or of the house, never one that the files would leave the house for")
{
    for (const std::string address : {"unix:/run/clamav/clamd.ctl", "tcp:127.0.0.1:3310", "tcp:10.1.2.3:3310", "tcp:172.16.0.1:3310", "tcp:172.31.255.255:3310",
                                      "tcp:192.168.1.1:65535", "tcp:[::1]:3310", "tcp:[fd00::1]:3310"}) {
        CAPTURE(address);
        const auto scanner = documents::virus_scanner_at(address);
        REQUIRE(scanner.has_value());
        CHECK(scanner->text() == address);
    }
    for (const std::string address : {"", "unix:", "unix:clamd.ctl", "tcp:127.0.0.1", "tcp:127.0.0.1:0", "tcp:127.0.0.1:65536", "tcp:127.0.0.1:3310x", "tcp:localhost:3310",
                                      "tcp:172.15.255.255:3310", "tcp:172.32.0.0:3310", "tcp:192.169.0.1:3310", "tcp:8.8.8.8:3310", "tcp:[2001:db8::1]:3310", "tcp::3310", "http://127.0.0.1:3310"}) {
        CAPTURE(address);
        CHECK(code_of(documents::virus_scanner_at(address)) == "documents.scanner_address");
    }
    CHECK(code_of(documents::virus_scanner_at("unix:/" + std::string(200, 'x'))) == "documents.scanner_address");
}

TEST_CASE("a file reaches the scanner whole, however long, and its answer is taken")
{
    MadeUpScanner scanner;
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{64 * 1024}, std::size_t{64 * 1024 + 1}, std::size_t{10 * 1024 * 1024}}) {
        CAPTURE(size);
        const std::string file(size, 'a');
        CHECK(documents::ask(scanner.as_configured(), file).verdict == Verdict::clean);
        CHECK(scanner.received == file);
    }
    const auto found = documents::ask(scanner.as_configured(), "In it: " + std::string{made_up_virus});
    CHECK(found.verdict == Verdict::infected);
    CHECK(found.words == "Made.Up.Virus-1");
}

TEST_CASE("what is not an answer never makes a file clean, nor puts strange words on the trail")
{
    MadeUpScanner scanner;
    for (const std::string& answer : {with_end("stream: OK."), with_end("stream: ok"), with_end("OK"), with_end(""), with_end("stream:  FOUND"), with_end("stream: two words FOUND"),
                                      with_end("stream: a\"b FOUND"), with_end("stream: " + std::string(201, 'x') + " FOUND"), with_end("INSTREAM size limit exceeded. ERROR"),
                                      with_end("UNKNOWN COMMAND"), std::string{"stream: OK"}, std::string(5000, 'x'), std::string{"220 a mail server\r\n"}}) {
        CAPTURE(answer);
        scanner.says = answer;
        CHECK(documents::ask(scanner.as_configured(), "a file").verdict == Verdict::unclear);
    }
    scanner.says = with_end("stream: " + std::string(200, 'x') + " FOUND");
    CHECK(documents::ask(scanner.as_configured(), "a file").verdict == Verdict::infected);
}

TEST_CASE("a scanner that goes early, says nothing or is not there holds nobody up for longer than its time")
{
    MadeUpScanner scanner;
    scanner.goes_at_once = true;
    CHECK(documents::ask(scanner.as_configured(), std::string(10 * 1024 * 1024, 'a')).verdict == Verdict::unclear);
    scanner.goes_at_once = false;
    scanner.says_nothing = true;
    const auto began = std::chrono::steady_clock::now();
    const auto answer = documents::ask(scanner.as_configured(std::chrono::milliseconds{200}), "a file");
    CHECK(answer.verdict == Verdict::unclear);
    CHECK(answer.words == "it took too long");
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds{3});
    CHECK(documents::ask(scanner_that_is_not_there(), "a file").verdict == Verdict::unreachable);
    CHECK(documents::ask({.socket = "/nowhere/clamd.ctl", .host = {}, .port = 0}, "a file").verdict == Verdict::unreachable);
}
