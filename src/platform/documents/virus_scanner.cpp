// "zINSTREAM", then the bytes in chunks, each after its length in four bytes, and a chunk of none. The answer is "stream: OK" or
// "stream: NAME FOUND", and ends with a zero byte, as the question did. The socket never blocks: each wait ends with the time there is.
#include "platform/documents/virus_scanner.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <fmt/format.h>

namespace waymark::documents {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t chunk_most = 64 * 1024;
constexpr std::size_t answer_most = 1024;  // a name and a few words; who says more is not clamd

std::optional<VirusScanner>& of_this_program()
{
    static std::optional<VirusScanner> said;
    return said;
}

bool is_near(const in_addr& address)
{
    const auto bits = ntohl(address.s_addr);
    return bits >> 24 == 127 || bits >> 24 == 10 || bits >> 20 == 0xAC1 || bits >> 16 == 0xC0A8;
}

bool is_near(const in6_addr& address) { return IN6_IS_ADDR_LOOPBACK(&address) || (address.s6_addr[0] & 0xFE) == 0xFC; }

union Address {
    sockaddr any;
    sockaddr_un un;
    sockaddr_in in;
    sockaddr_in6 in6;
};

/// The address as the system wants it; 0 bytes when it is none.
socklen_t fill(Address& address, const VirusScanner& scanner)
{
    std::memset(&address, 0, sizeof address);
    if (!scanner.socket.empty()) {
        address.un.sun_family = AF_UNIX;
        if (scanner.socket.size() >= sizeof address.un.sun_path) return 0;
        scanner.socket.copy(address.un.sun_path, scanner.socket.size());
        return sizeof address.un;
    }
    if (inet_pton(AF_INET, scanner.host.c_str(), &address.in.sin_addr) == 1) {
        address.in.sin_family = AF_INET;
        address.in.sin_port = htons(scanner.port);
        return sizeof address.in;
    }
    if (inet_pton(AF_INET6, scanner.host.c_str(), &address.in6.sin6_addr) != 1) return 0;
    address.in6.sin6_family = AF_INET6;
    address.in6.sin6_port = htons(scanner.port);
    return sizeof address.in6;
}

/// One talk with clamd. After the first failure every further step fails too, so that a caller asks once, at the end.
class Talk {
public:
    explicit Talk(const VirusScanner& scanner) : until_{Clock::now() + scanner.time_most}
    {
        connect(scanner);
        is_connected_ = failure_.empty();
    }
    ~Talk()
    {
        if (socket_ >= 0) ::close(socket_);
    }
    Talk(const Talk&) = delete;
    Talk& operator=(const Talk&) = delete;

    void send(std::string_view bytes)
    {
        while (failure_.empty() && !bytes.empty()) {
            const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent >= 0) bytes.remove_prefix(static_cast<std::size_t>(sent));
            else if (errno == EAGAIN) wait_for(POLLOUT);
            else if (errno != EINTR) fail(std::strerror(errno));
        }
    }

    /// What it says up to the zero byte. Of what it said before it went nothing counts: half an answer is none.
    std::string answer()
    {
        std::string said;
        while (failure_.empty()) {
            char bytes[256];
            const auto got = ::recv(socket_, bytes, sizeof bytes, 0);
            if (got > 0) {
                said.append(bytes, static_cast<std::size_t>(got));
                if (const auto end = said.find('\0'); end != std::string::npos) return said.substr(0, end);
                if (said.size() > answer_most) fail("it says too much");
            } else if (got == 0) fail("it went before it answered");
            else if (errno == EAGAIN) wait_for(POLLIN);
            else if (errno != EINTR) fail(std::strerror(errno));
        }
        return {};
    }

    [[nodiscard]] bool is_connected() const { return is_connected_; }
    [[nodiscard]] const std::string& failure() const { return failure_; }

private:
    void connect(const VirusScanner& scanner)
    {
        Address address;
        const socklen_t length = fill(address, scanner);
        if (length == 0) return fail("its address is none");
        socket_ = ::socket(address.any.sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        if (socket_ < 0) return fail(std::strerror(errno));
        if (::connect(socket_, &address.any, length) == 0) return;
        if (errno != EINPROGRESS) return fail(std::strerror(errno));
        wait_for(POLLOUT);
        int error = 0;
        socklen_t size = sizeof error;
        if (failure_.empty() && (::getsockopt(socket_, SOL_SOCKET, SO_ERROR, &error, &size) != 0 || error != 0)) fail(std::strerror(error));
    }
    void wait_for(short what)
    {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until_ - Clock::now()).count();
        pollfd waiting{.fd = socket_, .events = what, .revents = 0};
        const int ready = left <= 0 ? 0 : ::poll(&waiting, 1, static_cast<int>(left));
        if (ready == 0) fail("it took too long");
        else if (ready < 0 && errno != EINTR) fail(std::strerror(errno));
    }
    void fail(std::string_view why) { failure_ = why; }

    Clock::time_point until_;
    int socket_ = -1;
    bool is_connected_ = false;
    std::string failure_;
};

/// The length of a chunk, the most significant byte first.
std::string length_of(std::size_t size)
{
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(size >> shift & 0xFF);
    return bytes;
}

/// Names of signatures are letters, digits and a few signs. What else comes would be somebody else's words on our trail.
bool is_signature_name(std::string_view name)
{
    return !name.empty() && name.size() <= 200 && std::ranges::all_of(name, [](char letter) { return letter > 0x20 && letter < 0x7F && letter != '"' && letter != '\\'; });
}

ScanAnswer read_answer(std::string_view said)
{
    constexpr std::string_view before = "stream: ", after = " FOUND";
    if (said == "stream: OK") return {Verdict::clean, {}};
    if (said.starts_with(before) && said.ends_with(after) && said.size() > before.size() + after.size()) {
        const auto name = said.substr(before.size(), said.size() - before.size() - after.size());
        if (is_signature_name(name)) return {Verdict::infected, std::string{name}};
    }
    return {Verdict::unclear, said.starts_with("INSTREAM size limit exceeded") ? "the file is larger than its StreamMaxLength" : "it answered something else than an answer"};
}

}  // namespace

std::string VirusScanner::text() const
{
    if (!socket.empty()) return "unix:" + socket;
    return fmt::format(fmt::runtime(host.contains(':') ? "tcp:[{}]:{}" : "tcp:{}:{}"), host, port);
}

Result<VirusScanner> virus_scanner_at(std::string_view text)
{
    const auto wrong = refused("documents.scanner_address", "--virus-scanner takes unix:/run/clamav/clamd.ctl, or tcp:127.0.0.1:3310 with an address, in digits, "
                                                            "of this machine or of a private network: files are sent there in the clear.");
    VirusScanner scanner;
    Address address;
    if (text.starts_with("unix:/")) {
        scanner.socket = text.substr(std::string_view{"unix:"}.size());
        if (fill(address, scanner) == 0) return wrong;
        return scanner;
    }
    constexpr std::string_view tcp = "tcp:";
    const auto colon = text.rfind(':');
    if (!text.starts_with(tcp) || colon < tcp.size()) return wrong;
    auto host = text.substr(tcp.size(), colon - tcp.size());
    const auto port = text.substr(colon + 1);
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    const auto read = std::from_chars(port.data(), port.data() + port.size(), scanner.port);
    if (read.ec != std::errc{} || read.ptr != port.data() + port.size() || scanner.port == 0) return wrong;
    scanner.host = host;
    if (fill(address, scanner) == 0) return wrong;
    if (!(address.any.sa_family == AF_INET ? is_near(address.in.sin_addr) : is_near(address.in6.sin6_addr))) return wrong;
    return scanner;
}

ScanAnswer ask(const VirusScanner& scanner, std::string_view bytes)
{
    Talk talk{scanner};
    talk.send(std::string_view{"zINSTREAM\0", 10});
    while (!bytes.empty()) {
        const auto chunk = bytes.substr(0, chunk_most);
        talk.send(length_of(chunk.size()));
        talk.send(chunk);
        bytes.remove_prefix(chunk.size());
    }
    talk.send(length_of(0));
    const auto said = talk.answer();
    if (!talk.failure().empty()) return {talk.is_connected() ? Verdict::unclear : Verdict::unreachable, talk.failure()};
    return read_answer(said);
}

void use_virus_scanner(std::optional<VirusScanner> scanner) { of_this_program() = std::move(scanner); }

const std::optional<VirusScanner>& virus_scanner() { return of_this_program(); }

}  // namespace waymark::documents
