// Boost.Beast and its coroutines, all of it in this file: one coroutine a connection, on a strand of its own.
//
// The head is read and checked by our own strict reader first (head_check), then Beast parses it and reads the body. A
// request is answered on the worker pool, so that a slow query never holds up other connections.
#include "platform/http/server.hpp"

#include <atomic>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/version.hpp>
#include <ctime>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <unordered_map>

#include "foundation/id.hpp"
#include "foundation/text.hpp"
#include "platform/http/head_check.hpp"
#include "platform/log/log.hpp"

static_assert(BOOST_VERSION >= 108100, "The server needs Boost 1.81 or later: libboost1.81-dev.");

namespace waymark {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;

namespace {

constexpr auto no_throw = asio::as_tuple(asio::use_awaitable);
using Parser = http::request_parser<http::string_body>;

struct Connection {
    explicit Connection(tcp::socket socket) : stream{std::move(socket)} {}
    beast::tcp_stream stream;
    beast::flat_buffer buffer{256 * 1024};
    bool is_idle = true;  // no request is being read or answered; touched on the connection's strand only

    [[nodiscard]] std::string_view received() const
    {
        return {static_cast<const char*>(buffer.data().data()), buffer.size()};
    }
};
using ConnectionPtr = std::shared_ptr<Connection>;

/// RFC 9110, 5.6.7: "Mon, 23 Nov 2026 22:41:34 GMT".
std::string http_date()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[40];
    std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts);
    return text;
}

Method method_of(http::verb verb)
{
    switch (verb) {
        case http::verb::head: return Method::head;
        case http::verb::post: return Method::post;
        case http::verb::put: return Method::put;
        case http::verb::delete_: return Method::delete_;
        default: return Method::get;  // head_check lets these five through only
    }
}

Response plain(int status, std::string_view why)
{
    return {.status = status, .content_type = "text/plain; charset=utf-8", .body = std::string{why} + "\n"};
}

/// The last address of a list such as "203.0.113.9, 10.0.0.2": the one that our own proxy saw.
std::string last_of_list(std::string_view list)
{
    const auto comma = list.rfind(',');
    return std::string{trimmed(comma == std::string_view::npos ? list : list.substr(comma + 1))};
}

/// What our own proxy wrote comes last, in a line of its own or at the end of one that came with the request.
std::string forwarded(const Request& request, std::string_view name)
{
    std::string last;
    for (const auto& [key, value] : request.headers)
        if (beast::iequals(key, name)) last = last_of_list(value);
    return last;
}

Request request_from(Parser& parser, const tcp::endpoint& from, bool trust_forwarded)
{
    auto message = parser.release();
    Request request;
    request.method = method_of(message.method());
    request.target = std::string{message.target()};
    request.remote_address = from.address().to_string();
    request.reference = make_reference();
    for (const auto& field : message) request.headers.emplace_back(std::string{field.name_string()}, std::string{field.value()});
    request.body = std::move(message.body());
    if (trust_forwarded) {
        if (auto address = forwarded(request, "x-forwarded-for"); !address.empty()) request.remote_address = std::move(address);
        request.secure = forwarded(request, "x-forwarded-proto") == "https";
    }
    return request;
}

http::response<http::string_body> message_from(Response&& response, unsigned version, bool keep_alive, bool is_head)
{
    http::response<http::string_body> message{static_cast<http::status>(response.status), version};
    for (const auto& [name, value] : response.headers) message.insert(name, value);
    message.set(http::field::date, http_date());
    const bool has_body = response.status != 204 && response.status != 304;
    if (has_body) message.set(http::field::content_type, response.content_type);
    message.keep_alive(keep_alive);
    if (has_body) message.content_length(response.body.size());
    if (has_body && !is_head) message.body() = std::move(response.body);
    return message;
}

}  // namespace

struct Server::Works {
    Works(ServerOptions chosen, std::function<Response(Request)> answerer)
        : options{std::move(chosen)}, answer{std::move(answerer)}, workers{static_cast<std::size_t>(options.workers)}
    {
        const auto address = asio::ip::make_address(options.address);
        const tcp::endpoint endpoint{address, options.port};
        try {
            acceptor.open(endpoint.protocol());
            acceptor.set_option(asio::socket_base::reuse_address(true));
            acceptor.bind(endpoint);
            acceptor.listen(asio::socket_base::max_listen_connections);
        } catch (const boost::system::system_error& error) {
            throw std::runtime_error("Cannot listen on " + options.address + ":" + std::to_string(options.port) + " (" +
                                     error.code().message() + "). Choose another with --port.");
        }
    }

    ServerOptions options;
    std::function<Response(Request)> answer;
    asio::io_context io{2};
    asio::thread_pool workers;
    tcp::acceptor acceptor{io};
    asio::signal_set signals{io};
    asio::steady_timer stop_timer{io};
    std::atomic<bool> is_stopping = false;
    std::mutex guard;
    std::unordered_map<Connection*, std::weak_ptr<Connection>> connections;

    void stop();
    void forget(Connection* connection);
    asio::awaitable<void> accept();
    asio::awaitable<void> serve(ConnectionPtr connection);
    asio::awaitable<bool> read_head(Connection& connection, std::size_t& length, Refusal& refusal);
    asio::awaitable<bool> read_body(Connection& connection, Parser& parser, Refusal& refusal);
    asio::awaitable<Response> answer_on_worker(Request request);
    asio::awaitable<bool> write(Connection& connection, Response response, unsigned version, bool keep_alive, bool is_head);
    asio::awaitable<void> refuse(Connection& connection, Refusal refusal);
};

void Server::Works::stop()
{
    if (is_stopping.exchange(true)) return;
    asio::post(io, [this] {
        boost::system::error_code ignored;
        acceptor.close(ignored);
        signals.cancel(ignored);
        const std::lock_guard lock{guard};
        if (connections.empty()) return;
        stop_timer.expires_after(options.limits.stop_time);
        stop_timer.async_wait([this](const boost::system::error_code& error) {
            if (!error) io.stop();
        });
        for (const auto& [key, weak] : connections)
            if (const auto connection = weak.lock())
                asio::post(connection->stream.get_executor(), [connection] {
                    if (connection->is_idle) connection->stream.close();
                });
    });
}

void Server::Works::forget(Connection* connection)
{
    const std::lock_guard lock{guard};
    connections.erase(connection);
    if (is_stopping && connections.empty()) asio::post(io, [this] { stop_timer.cancel(); });
}

asio::awaitable<void> Server::Works::accept()
{
    while (!is_stopping) {
        auto [error, socket] = co_await acceptor.async_accept(asio::make_strand(io), no_throw);
        if (error == asio::error::operation_aborted || is_stopping) co_return;
        if (error) {
            // Out of file descriptors, most likely: let some connections end before the next try.
            log_warning("server", "cannot accept a connection: " + error.message());
            asio::steady_timer pause{io, std::chrono::milliseconds{100}};
            co_await pause.async_wait(no_throw);
            continue;
        }
        boost::system::error_code ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        auto connection = std::make_shared<Connection>(std::move(socket));
        {
            const std::lock_guard lock{guard};
            if (static_cast<int>(connections.size()) >= options.limits.connections_max) continue;
            connections.emplace(connection.get(), connection);
        }
        auto executor = connection->stream.get_executor();
        asio::co_spawn(executor, serve(connection), [this, connection](std::exception_ptr) { forget(connection.get()); });
    }
}

asio::awaitable<void> Server::Works::serve(ConnectionPtr connection)
{
    auto& stream = connection->stream;
    boost::system::error_code error;
    const auto from = stream.socket().remote_endpoint(error);
    while (!error && !is_stopping) {
        Refusal refusal;
        std::size_t head_length = 0;
        connection->is_idle = true;
        if (!co_await read_head(*connection, head_length, refusal)) {
            if (!refusal.why.empty()) co_await refuse(*connection, refusal);
            co_return;
        }
        Parser parser;
        parser.body_limit(options.limits.body_bytes_max);
        parser.header_limit(static_cast<std::uint32_t>(options.limits.head_bytes_max));
        if (!co_await read_body(*connection, parser, refusal)) {
            if (!refusal.why.empty()) co_await refuse(*connection, refusal);
            co_return;
        }
        const bool is_head = parser.get().method() == http::verb::head;
        const bool keep_alive = parser.get().keep_alive();
        const unsigned version = parser.get().version();
        Response response = co_await answer_on_worker(request_from(parser, from, options.trust_forwarded));
        const bool goes_on = keep_alive && !is_stopping;
        if (!co_await write(*connection, std::move(response), version, goes_on, is_head) || !goes_on) break;
    }
    stream.socket().shutdown(tcp::socket::shutdown_both, error);
}

/// Reads until the head is whole. False with a refusal to answer; false without one: the connection is gone or too slow.
asio::awaitable<bool> Server::Works::read_head(Connection& connection, std::size_t& length, Refusal& refusal)
{
    const auto& limits = options.limits;
    connection.stream.expires_after(limits.idle_time);
    bool is_counting = false;
    for (;;) {
        if (connection.buffer.size() > 0) {
            connection.is_idle = false;
            const auto head = connection.received().substr(0, limits.head_bytes_max);
            const auto scan = scan_head(head);
            if (scan.state == HeadScan::State::broken) refusal = {400, "A line does not end as HTTP asks."};
            else if (scan.state == HeadScan::State::incomplete && head.size() == limits.head_bytes_max)
                refusal = {431, "The headers are longer than this server takes."};
            if (!refusal.why.empty()) co_return false;
            if (scan.state == HeadScan::State::complete) {
                length = scan.length;
                if (const auto refused = check_head(head.substr(0, length))) refusal = *refused;
                co_return refusal.why.empty();
            }
            if (!is_counting) connection.stream.expires_after(limits.head_time);
            is_counting = true;
        }
        auto [error, size] = co_await connection.stream.async_read_some(connection.buffer.prepare(4096), no_throw);
        if (error) co_return false;
        connection.buffer.commit(size);
    }
}

asio::awaitable<bool> Server::Works::read_body(Connection& connection, Parser& parser, Refusal& refusal)
{
    boost::system::error_code error;
    // Without `eager` the parser takes the head alone, so that Expect can be answered before the body is waited for.
    connection.buffer.consume(parser.put(connection.buffer.data(), error));
    if (error && error != http::error::need_more) {
        refusal = error == http::error::body_limit ? Refusal{413, "The body is larger than this server takes."}
                                                   : Refusal{400, "The request is not well formed."};
        co_return false;
    }
    if (const auto expect = parser.get()[http::field::expect]; !expect.empty()) {
        if (!beast::iequals(expect, "100-continue")) {
            refusal = {417, "This expectation cannot be met."};
            co_return false;
        }
        if (!parser.is_done()) {
            constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
            auto [write_error, size] = co_await asio::async_write(connection.stream, asio::buffer(go_on), no_throw);
            if (write_error) co_return false;
        }
    }
    if (parser.is_done()) co_return true;
    connection.stream.expires_after(options.limits.body_time);
    parser.eager(true);
    auto [read_error, size] = co_await http::async_read(connection.stream, connection.buffer, parser, no_throw);
    if (!read_error) co_return true;
    if (read_error == http::error::body_limit) refusal = {413, "The body is larger than this server takes."};
    else if (read_error.category() == http::make_error_code(http::error::bad_chunk).category() &&
             read_error != http::error::end_of_stream && read_error != http::error::partial_message)
        refusal = {400, "The body is not well formed."};
    co_return false;
}

asio::awaitable<Response> Server::Works::answer_on_worker(Request request)
{
    // The completion comes back to this connection's strand; only the answering itself runs on a worker.
    co_return co_await asio::async_initiate<decltype(asio::use_awaitable), void(Response)>(
        [this](auto&& done, Request taken) {
            auto executor = asio::get_associated_executor(done);
            asio::post(workers, [this, executor, done = std::forward<decltype(done)>(done), taken = std::move(taken)]() mutable {
                Response response;
                const std::string reference = taken.reference;
                try {
                    response = answer(std::move(taken));
                } catch (const std::exception& failure) {
                    log_failure(reference, failure.what());
                    response = plain(500, "Something went wrong. Reference " + reference);
                }
                asio::dispatch(executor, [done = std::move(done), response = std::move(response)]() mutable {
                    std::move(done)(std::move(response));
                });
            });
        },
        asio::use_awaitable, std::move(request));
}

asio::awaitable<bool> Server::Works::write(Connection& connection, Response response, unsigned version, bool keep_alive,
                                           bool is_head)
{
    auto message = message_from(std::move(response), version, keep_alive, is_head);
    connection.stream.expires_after(options.limits.body_time);
    http::response_serializer<http::string_body> serializer{message};
    if (is_head) {
        auto [error, size] = co_await http::async_write_header(connection.stream, serializer, no_throw);
        co_return !error;
    }
    auto [error, size] = co_await http::async_write(connection.stream, serializer, no_throw);
    co_return !error;
}

/// Answers and closes: after a request that cannot be trusted, nothing that follows on its connection can be.
asio::awaitable<void> Server::Works::refuse(Connection& connection, Refusal refusal)
{
    if (!co_await write(connection, plain(refusal.status, refusal.why), 11, false, false)) co_return;
    // Closing while bytes wait unread would reset the connection and lose the answer on its way: read on for a moment.
    boost::system::error_code ignored;
    connection.stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
    connection.stream.expires_after(std::chrono::seconds{1});
    for (std::size_t drained = 0; drained < 1024 * 1024;) {
        connection.buffer.clear();
        auto [error, size] = co_await connection.stream.async_read_some(connection.buffer.prepare(65536), no_throw);
        if (error) break;
        drained += size;
    }
}

Server::Server(ServerOptions options, std::function<Response(Request)> answer)
    : works_{std::make_unique<Works>(std::move(options), std::move(answer))}
{
}

Server::~Server() = default;

std::uint16_t Server::port() const { return works_->acceptor.local_endpoint().port(); }

void Server::run()
{
    auto& works = *works_;
    if (works.options.stop_on_signals) {
        works.signals.add(SIGTERM);
        works.signals.add(SIGINT);
        works.signals.async_wait([&works](const boost::system::error_code& error, int) {
            if (!error) works.stop();
        });
    }
    asio::co_spawn(works.io, works.accept(), asio::detached);
    std::jthread second{[&works] { works.io.run(); }};
    works.io.run();
    second.join();
    works.workers.join();
}

void Server::stop() { works_->stop(); }

}  // namespace waymark
