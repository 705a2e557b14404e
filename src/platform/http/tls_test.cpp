// TLS as its clients see it: libcurl, OpenSSL with settings of long ago, and those that speak something else.
#include <doctest/doctest.h>

#include "platform/http/tls.hpp"

#include <atomic>
#include <curl/curl.h>
#include <fstream>
#include <mutex>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/stat.h>
#include <vector>

#include "platform/http/made_up_certificate_test.hpp"
#include "platform/http/running_server_test.hpp"
#include "platform/log/log.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

/// Keeps what is logged out of the tests' own output, and lets them read it.
class Log {
public:
    Log()
    {
        log_to([this](std::string_view line) {
            const std::lock_guard lock{guard_};
            lines_ += std::string{line} + "\n";
        });
    }
    ~Log() { log_to_nobody(); }
    Log(const Log&) = delete;
    std::string lines()
    {
        const std::lock_guard lock{guard_};
        return lines_;
    }

private:
    std::mutex guard_;
    std::string lines_;
};

ServerOptions with_tls(const MadeUpCertificate& certificate, ServerLimits limits = {})
{
    return {.workers = 2, .limits = limits, .tls = certificate.files()};
}

struct Curled {
    CURLcode done;
    long status = 0;
    std::string head, body, redirect;
};

/// A browser's request, by libcurl, which proves the certificate unless none is given.
Curled curl(const std::string& address, const std::string& trusted, const std::string& body = {})
{
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle{curl_easy_init(), curl_easy_cleanup};
    Curled got{};
    const auto append = +[](char* bytes, std::size_t size, std::size_t count, void* into) {
        static_cast<std::string*>(into)->append(bytes, size * count);
        return size * count;
    };
    curl_easy_setopt(handle.get(), CURLOPT_URL, address.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_PROXY, "");
    curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT_MS, 10'000L);
    curl_easy_setopt(handle.get(), CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));  // as browsers do: both offered
    if (!trusted.empty()) curl_easy_setopt(handle.get(), CURLOPT_CAINFO, trusted.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &got.body);
    curl_easy_setopt(handle.get(), CURLOPT_HEADERFUNCTION, append);
    curl_easy_setopt(handle.get(), CURLOPT_HEADERDATA, &got.head);
    if (!body.empty()) {
        curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
        curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDS, body.c_str());
    }
    got.done = curl_easy_perform(handle.get());
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &got.status);
    char* redirect = nullptr;
    curl_easy_getinfo(handle.get(), CURLINFO_REDIRECT_URL, &redirect);
    got.redirect = redirect == nullptr ? "" : redirect;
    return got;
}

std::string at(const Running& running, std::string_view path) { return "https://localhost:" + std::to_string(running.port()) + std::string{path}; }

struct Offers {
    int version_max = 0;                // 0: any
    std::string ciphers;                // of TLS 1.2; empty: the usual ones
    std::string protocols;              // of ALPN, each with its length before it
};

/// A client with settings of its own, on a socket.
class TlsClient {
public:
    TlsClient(const Running& running, const Offers& offers) : client_{running}, context_{SSL_CTX_new(TLS_client_method()), SSL_CTX_free}
    {
        SSL_CTX_set_security_level(context_.get(), 0);  // so that it is the server that refuses
        SSL_CTX_set_min_proto_version(context_.get(), TLS1_VERSION);
        if (offers.version_max != 0) SSL_CTX_set_max_proto_version(context_.get(), offers.version_max);
        if (!offers.ciphers.empty()) REQUIRE(SSL_CTX_set_cipher_list(context_.get(), offers.ciphers.c_str()) == 1);
        if (!offers.protocols.empty())
            SSL_CTX_set_alpn_protos(context_.get(), reinterpret_cast<const unsigned char*>(offers.protocols.data()), static_cast<unsigned>(offers.protocols.size()));
        ssl_ = {SSL_new(context_.get()), SSL_free};
        SSL_set_fd(ssl_.get(), client_.socket());
        is_connected = SSL_connect(ssl_.get()) == 1;
        ERR_clear_error();
    }
    std::string ask(std::string_view target)
    {
        const std::string bytes = "GET " + std::string{target} + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        if (SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size())) <= 0) return {};
        char answer[4096];
        const int size = SSL_read(ssl_.get(), answer, sizeof answer);
        ERR_clear_error();
        return size > 0 ? std::string(answer, static_cast<std::size_t>(size)) : std::string{};
    }
    [[nodiscard]] long serial() const
    {
        const std::unique_ptr<X509, decltype(&X509_free)> shown{SSL_get1_peer_certificate(ssl_.get()), X509_free};
        return shown ? ASN1_INTEGER_get(X509_get0_serialNumber(shown.get())) : 0;
    }
    [[nodiscard]] SSL* ssl() const { return ssl_.get(); }
    bool is_connected = false;

private:
    Client client_;
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_;
    std::unique_ptr<SSL, decltype(&SSL_free)> ssl_{nullptr, SSL_free};
};

std::string why_not(const TlsFiles& files)
{
    try {
        (void)tls_settings(files, std::chrono::system_clock::now());
        return {};
    } catch (const std::runtime_error& failure) {
        return failure.what();
    }
}

}  // namespace

TEST_CASE("over TLS a browser that proves the certificate is answered, and the request counts as secure")
{
    const Log log;
    const MadeUpCertificate certificate, of_somebody_else;
    const Running running{with_tls(certificate)};
    const auto answered = curl(at(running, "/who"), certificate.files().certificate);
    CHECK(answered.done == CURLE_OK);
    CHECK(answered.body == "127.0.0.1 secure");
    const std::string large(3'000'000, 'x');
    CHECK(curl(at(running, "/big"), certificate.files().certificate, large).body == "/big 3000000 " + std::string(20, 'x'));
    CHECK(curl(at(running, "/who"), of_somebody_else.files().certificate).done == CURLE_PEER_FAILED_VERIFICATION);
}

TEST_CASE("what is refused over TLS says that only https is to be used")
{
    const Log log;
    const MadeUpCertificate certificate;
    const Running running{with_tls(certificate, {.body_bytes_max = 10})};
    const auto refused = curl(at(running, "/"), certificate.files().certificate, "more than ten bytes");
    CHECK(refused.status == 413);
    CHECK(refused.head.find("Strict-Transport-Security: max-age=31536000") != std::string::npos);
    CHECK(refused.head.find("X-Content-Type-Options: nosniff") != std::string::npos);
}

TEST_CASE("TLS 1.2 and 1.3 are spoken, with forward secrecy; older versions, weaker ciphers and other protocols are not")
{
    Log log;
    const MadeUpCertificate certificate;
    const Running running{with_tls(certificate)};
    struct Case {
        std::string name;
        Offers offers;
        bool is_spoken;
    };
    const Case cases[] = {
        {"anything", {}, true},
        {"TLS 1.2", {.version_max = TLS1_2_VERSION, .ciphers = {}, .protocols = {}}, true},
        {"TLS 1.1", {.version_max = TLS1_1_VERSION, .ciphers = {}, .protocols = {}}, false},
        {"TLS 1.0", {.version_max = TLS1_VERSION, .ciphers = {}, .protocols = {}}, false},
        {"TLS 1.2 with GCM", {.version_max = TLS1_2_VERSION, .ciphers = "ECDHE-ECDSA-AES128-GCM-SHA256", .protocols = {}}, true},
        {"TLS 1.2 with CBC", {.version_max = TLS1_2_VERSION, .ciphers = "ECDHE-ECDSA-AES128-SHA256", .protocols = {}}, false},
        {"TLS 1.2 without a new key each time", {.version_max = TLS1_2_VERSION, .ciphers = "AES128-GCM-SHA256", .protocols = {}}, false},
        {"TLS 1.2 with nobody's certificate", {.version_max = TLS1_2_VERSION, .ciphers = "aNULL", .protocols = {}}, false},
        {"HTTP/1.1 among others", {.version_max = 0, .ciphers = {}, .protocols = "\x02h2\x08http/1.1"}, true},
        {"HTTP/2 alone", {.version_max = 0, .ciphers = {}, .protocols = "\x02h2"}, false},
        {"mail", {.version_max = 0, .ciphers = {}, .protocols = "\x04smtp"}, false},
    };
    for (const auto& one : cases) {
        CAPTURE(one.name);
        TlsClient client{running, one.offers};
        CHECK(client.is_connected == one.is_spoken);
        if (one.is_spoken) CHECK(client.ask("/x").find("/x 0") != std::string::npos);
    }
    CHECK(log.lines().find("no handshake with 127.0.0.1: unsupported protocol") != std::string::npos);
}

TEST_CASE("nothing is compressed below HTTP, no session can be taken up again, nobody agrees on new keys in between")
{
    const Log log;
    const MadeUpCertificate certificate;
    const Running running{with_tls(certificate)};
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        CAPTURE(version);
        TlsClient client{running, {.version_max = version, .ciphers = {}, .protocols = {}}};
        REQUIRE(client.is_connected);
        CHECK(client.ask("/x").find("/x 0") != std::string::npos);
        CHECK(SSL_get_current_compression(client.ssl()) == nullptr);
        CHECK(SSL_SESSION_has_ticket(SSL_get0_session(client.ssl())) == 0);
        CHECK(SSL_SESSION_is_resumable(SSL_get0_session(client.ssl())) == 0);
        if (version != TLS1_2_VERSION) continue;
        CHECK(SSL_renegotiate(client.ssl()) == 1);
        CHECK(client.ask("/y").empty());
    }
}

TEST_CASE("plain HTTP at the port of TLS is told so in plain words")
{
    const Log log;
    const MadeUpCertificate certificate;
    const Running running{with_tls(certificate)};
    Client client{running};
    const auto answer = client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").receive();
    CHECK(answer.starts_with("HTTP/1.1 400 "));
    CHECK(answer.find("Only https is spoken here.") != std::string::npos);
    CHECK(answer.find("Strict-Transport-Security") == std::string::npos);
    CHECK(client.is_closed);
}

TEST_CASE("a greeting that says nothing, stops or trickles in is cut off when the time of a head is up, and holds up nobody")
{
    const Log log;
    const MadeUpCertificate certificate;
    const Running running{with_tls(certificate, {.head_time = 500ms})};
    Client silent{running}, stops{running}, trickles{running};
    const std::string greeting{"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11};
    const auto started = std::chrono::steady_clock::now();
    stops.send(greeting);
    trickles.send(greeting);
    CHECK(curl(at(running, "/who"), certificate.files().certificate).body == "127.0.0.1 secure");
    for (int sent = 0; sent < 40 && !trickles.is_closed; ++sent) {
        trickles.send("x");
        CHECK(trickles.receive(50ms).empty());
    }
    CHECK(trickles.is_closed);
    CHECK(std::chrono::steady_clock::now() - started > 400ms);
    CHECK(std::chrono::steady_clock::now() - started < 1500ms);
    CHECK(silent.receive().empty());
    CHECK(silent.is_closed);
    CHECK(stops.receive().empty());
    CHECK(stops.is_closed);
}

TEST_CASE("a renewed certificate is shown to whoever comes after, and one that cannot be used leaves the old")
{
    const Log log;
    MadeUpCertificate certificate{1};
    Running running{with_tls(certificate)};
    TlsClient before{running, {}};
    CHECK(before.serial() == 1);
    certificate.write(2);
    CHECK(TlsClient{running, {}}.serial() == 1);
    running.server().read_certificate_again();
    CHECK(TlsClient{running, {}}.serial() == 2);
    CHECK(before.ask("/still").find("/still 0") != std::string::npos);
    certificate.spoil(certificate.files().key);
    CHECK_THROWS(running.server().read_certificate_again());
    CHECK(TlsClient{running, {}}.serial() == 2);
}

TEST_CASE("a pair that cannot be used says which file it is, and nothing is served")
{
    MadeUpCertificate certificate, other;
    const auto files = certificate.files();
    CHECK(why_not(files).empty());
    CHECK(why_not({files.certificate, other.files().key}) == other.files().key + " is not the key of " + files.certificate + ".");
    CHECK(why_not({files.certificate + ".no", files.key}).starts_with(files.certificate + ".no cannot be read: "));
    CHECK(why_not({files.certificate, files.key + ".no"}).starts_with(files.key + ".no cannot be read: "));
    CHECK(why_not({files.key, files.key}).starts_with(files.key + " holds no certificate that can be used"));
    certificate.spoil(files.key);
    CHECK(why_not(files).starts_with(files.key + " holds no key that can be used"));
    const auto serve = [&] { Server server{with_tls(certificate), [](const Request&) { return html(200, ""); }}; };
    CHECK_THROWS(serve());
}

TEST_CASE("a key that everybody may read is refused, one that its group may read is taken")
{
    const MadeUpCertificate certificate;
    for (const unsigned refused : {0604U, 0644U, 0666U, 0660U, 0602U}) {
        certificate.let_read_key(refused);
        CAPTURE(refused);
        CHECK(why_not(certificate.files()).starts_with(certificate.files().key + " can be "));
    }
    for (const unsigned taken : {0400U, 0600U, 0440U, 0640U}) {
        certificate.let_read_key(taken);
        CAPTURE(taken);
        CHECK(why_not(certificate.files()).empty());
    }
}

TEST_CASE("a certificate that has ended, has not begun or ends within two weeks is served with a warning")
{
    const auto warning = [](int from_day, int to_day) {
        const MadeUpCertificate certificate{1, from_day, to_day};
        const auto warnings = tls_settings(certificate.files(), std::chrono::system_clock::now()).warnings;
        return warnings.empty() ? std::string{} : warnings.front().substr(certificate.files().certificate.size());
    };
    CHECK(warning(-90, -1) == " has ended: browsers refuse it. Put a new pair in its place, then send SIGHUP.");
    CHECK(warning(1, 90) == " does not hold yet: browsers refuse it.");
    CHECK(warning(-80, 13) == " ends within two weeks. Is it being renewed?");
    CHECK(warning(-80, 15).empty());
}

TEST_CASE("plain HTTP at the port for it is sent to https, whatever was asked, and gets nothing else")
{
    const Log log;
    const MadeUpCertificate certificate;
    auto options = with_tls(certificate);
    options.redirect_port = std::uint16_t{0};
    Running running{options};
    const auto port = running.server().redirect_port();
    const auto tls = ":" + std::to_string(running.port());
    CHECK(curl("http://localhost:" + std::to_string(port) + "/pupils?q=a", {}).redirect == "https://localhost" + tls + "/pupils?q=a");
    const auto posted = curl("http://127.0.0.1:" + std::to_string(port) + "/sign-in", {}, "password=secret");
    CHECK(posted.status == 308);
    CHECK(posted.redirect == "https://127.0.0.1" + tls + "/sign-in");
    CHECK(posted.body.find("secret") == std::string::npos);
    const auto location = [&](std::string_view request) { return Client{port}.send(request).receive(); };
    CHECK(location("GET /a HTTP/1.1\r\nHost: [::1]:80\r\n\r\n").find("\r\nLocation: https://[::1]" + tls + "/a\r\n") != std::string::npos);
    CHECK(location("GET //elsewhere.example/ HTTP/1.1\r\nHost: a\r\n\r\n").find("\r\nLocation: https://a" + tls + "//elsewhere.example/\r\n") != std::string::npos);
    CHECK(location("GET /a HTTP/1.0\r\n\r\n").starts_with("HTTP/1.1 400"));

    options.redirect_to = "https://waymark.example.gov.uk/";
    Running named{options};
    CHECK(curl("http://localhost:" + std::to_string(named.server().redirect_port()) + "/x", {}).redirect == "https://waymark.example.gov.uk/x");
}

TEST_CASE("a stop ends TLS connections that only wait")
{
    const Log log;
    const MadeUpCertificate certificate;
    Running running{with_tls(certificate)};
    TlsClient client{running, {}};
    CHECK(client.ask("/x").find("/x 0") != std::string::npos);
    running.stop();
    // What is sent in the breath before the stop is heard may still be answered; without a stop, all of it would be.
    bool is_ended = false;
    for (int each = 0; each < 500 && !is_ended; ++each) {
        is_ended = client.ask("/y").empty();
        std::this_thread::sleep_for(1ms);
    }
    CHECK(is_ended);
}
