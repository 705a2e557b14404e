// One connection: what is read from it and written to it, with TLS or without. Boost.Beast and its coroutines: for server.cpp alone.
//
// The head is read and checked by our own strict reader first (head_check), then Beast parses it and reads the body.
#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/connections.hpp"
#include "platform/http/head_check.hpp"
#include "platform/http/server.hpp"

namespace waymark::serving {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;

inline constexpr auto no_throw = asio::as_tuple(asio::use_awaitable);
using Parser = http::request_parser<http::string_body>;
using Settings = std::shared_ptr<ssl_ctx_st>;

/// Everything is touched on the connection's strand only.
struct Connection {
    Connection(tcp::socket socket, const ServerLimits& its_limits) : stream{std::move(socket)}, limits{its_limits} {}

    beast::tcp_stream stream;
    std::optional<asio::ssl::stream<beast::tcp_stream&>> tls;
    beast::flat_buffer buffer{256 * 1024};
    const ServerLimits& limits;
    std::string address;  // of whoever is at the other end
    Connections::State state = Connections::State::idle;
    std::function<void(Connections::State)> tell;  // of each change of state
    bool must_end = false;                         // for others: after the answer that is in work

    // Of those that can be refused: false with a refusal to answer; false without one: the connection is gone or too slow.

    /// The handshake. Refuses what speaks anything but TLS, in plain words.
    asio::awaitable<bool> greet(Settings settings, Refusal& refusal);
    /// Reads until the head is whole, and checks it.
    asio::awaitable<bool> read_head(Refusal& refusal);
    /// Takes the head alone, so that the body can be refused before it is read.
    bool take_head(Parser& parser, Refusal& refusal);
    /// Answers Expect and reads the body, which may have `most` bytes.
    asio::awaitable<bool> read_body(Parser& parser, std::size_t most, Refusal& refusal);

    asio::awaitable<bool> write(Response response, unsigned version, bool keep_alive, bool is_head);
    /// Answers and closes: after a request that cannot be trusted, nothing that follows on its connection can be.
    asio::awaitable<void> write_last(Response response);
    /// Says that nothing more will come, and closes.
    asio::awaitable<void> end();
    /// Ends it now, unless an answer is in work: then after it.
    void end_soon();

    void becomes(Connections::State next);
    /// Whether what came so far came by TLS, here or at the proxy, also where it can be no request.
    [[nodiscard]] bool is_secure(bool trust_forwarded) const;
    /// What the head says. The body is still to come.
    [[nodiscard]] Request request(const Parser& parser, bool trust_forwarded) const;
    [[nodiscard]] std::string_view received() const { return {static_cast<const char*>(buffer.data().data()), buffer.size()}; }
    /// Ends within a second: closing while bytes wait unread would reset the connection and lose the answer on its way.
    asio::awaitable<void> drain();
};

[[nodiscard]] Response plain(int status, std::string_view why);

}  // namespace waymark::serving
