// Who is taken in, who answers, and how it ends: one coroutine a connection, on a strand of its own.
//
// A request is answered on the worker pool, so that a slow query never holds up other connections. Boost.Beast is in this file and in
// connection.cpp alone.
#include "platform/http/server.hpp"

#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/version.hpp>
#include <climits>
#include <csignal>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "foundation/id.hpp"
#include "platform/http/connection.hpp"
#include "platform/log/log.hpp"

static_assert(BOOST_VERSION >= 108100, "The server needs Boost 1.81 or later: libboost1.81-dev.");

namespace waymark {

using namespace serving;
using State = Connections::State;

namespace {

using ConnectionPtr = std::shared_ptr<Connection>;

/// What is spoken at a port.
enum class Speaks { http, https, redirects };

void listen(tcp::acceptor& acceptor, const ServerOptions& options, std::uint16_t port, std::string_view option)
{
    const tcp::endpoint endpoint{asio::ip::make_address(options.address), port};
    try {
        acceptor.open(endpoint.protocol());
        acceptor.set_option(asio::socket_base::reuse_address(true));
        acceptor.bind(endpoint);
        acceptor.listen(asio::socket_base::max_listen_connections);
    } catch (const boost::system::system_error& error) {
        throw std::runtime_error("Cannot listen on " + options.address + ":" + std::to_string(port) + " (" + error.code().message() + "). Choose another with " +
                                 std::string{option} + ".");
    }
}

/// Who shares a limit: an address, or all that one line of IPv6 usually has.
std::string sharers(asio::ip::address address)
{
    if (address.is_v6() && address.to_v6().is_v4_mapped()) address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    if (address.is_v4()) return address.to_string();
    auto bytes = address.to_v6().to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    return asio::ip::address_v6{bytes}.to_string();
}

/// "example.org:8080" without its port, "[::1]:8080" too.
std::string_view without_port(std::string_view host)
{
    const auto end = host.starts_with('[') ? host.find(']') : host.find(':');
    return end == std::string_view::npos ? host : host.substr(0, host.starts_with('[') ? end + 1 : end);
}

Response redirect(const Request& request, const ServerOptions& options, std::uint16_t tls_port)
{
    std::string base = options.redirect_to.substr(0, options.redirect_to.find_last_not_of('/') + 1);
    if (base.empty()) {
        const auto host = without_port(request.header("host"));
        if (host.empty()) return plain(400, "Only https is spoken here.");
        base = "https://" + std::string{host} + (tls_port == 443 ? "" : ":" + std::to_string(tls_port));
    }
    auto response = plain(308, "Only https is spoken here.");
    return response.with_header("Location", base + (request.target.starts_with('/') ? request.target : "/"));
}

}  // namespace

struct Server::Works {
    Works(ServerOptions chosen, std::function<Response(Request)> answerer)
        : options{std::move(chosen)}, answer{std::move(answerer)}, workers{static_cast<std::size_t>(options.workers)}
    {
        if (options.redirect_port && !options.tls) throw std::runtime_error("Without a certificate there is no https to send anybody to: leave out --redirect-port.");
        if (options.tls) read_certificate();
        listen(acceptor, options, options.port, "--port");
        if (options.redirect_port) listen(redirector, options, *options.redirect_port, "--redirect-port");
    }

    ServerOptions options;
    std::function<Response(Request)> answer;
    asio::io_context io{2};
    asio::thread_pool workers;
    tcp::acceptor acceptor{io}, redirector{io};
    asio::signal_set signals{io}, hangup{io};
    asio::steady_timer stop_timer{io};
    std::atomic<bool> is_stopping = false;
    std::mutex guard;  // of what follows
    Settings tls;
    Connections counted{options.limits.connections_max, options.trust_forwarded ? INT_MAX : options.limits.connections_of_address_max};
    std::unordered_map<Connections::Number, std::weak_ptr<Connection>> connections;

    void read_certificate();
    void stop();
    void heed_signals();
    void end_soon(std::optional<Connections::Number> number);
    void take(tcp::socket socket, Speaks speaks);
    void forget(Connections::Number number);
    asio::awaitable<void> accept(tcp::acceptor& from, Speaks speaks);
    asio::awaitable<void> serve(ConnectionPtr connection, Speaks speaks);
    asio::awaitable<bool> serve_one(Connection& connection, Speaks speaks);
    asio::awaitable<std::size_t> body_bytes_max(const Parser& parser, const Request& head);
    template <class Answer>
    asio::awaitable<Answer> on_worker(std::function<Answer()> work);
    asio::awaitable<Response> answer_on_worker(Request request);
    asio::awaitable<void> refuse(Connection& connection, Refusal refusal, bool is_secure);
};

void Server::Works::read_certificate()
{
    auto settings = tls_settings(*options.tls, std::chrono::system_clock::now());
    for (const auto& warning : settings.warnings) log_warning("tls", warning);
    const std::lock_guard lock{guard};
    tls = std::move(settings.context);
}

void Server::Works::stop()
{
    if (is_stopping.exchange(true)) return;
    asio::post(io, [this] {
        boost::system::error_code ignored;
        acceptor.close(ignored);
        redirector.close(ignored);
        signals.cancel(ignored);
        hangup.cancel(ignored);
        const std::lock_guard lock{guard};
        if (connections.empty()) return;
        stop_timer.expires_after(options.limits.stop_time);
        stop_timer.async_wait([this](const boost::system::error_code& error) {
            if (!error) io.stop();
        });
        for (const auto& [number, weak] : connections)
            if (const auto connection = weak.lock())
                asio::post(connection->stream.get_executor(), [connection] {
                    if (connection->state == State::idle) connection->stream.close();
                });
    });
}

void Server::Works::heed_signals()
{
    signals.add(SIGTERM);
    signals.add(SIGINT);
    signals.async_wait([this](const boost::system::error_code& error, int) {
        if (!error) stop();
    });
    if (!options.tls) return;
    hangup.add(SIGHUP);
    asio::co_spawn(
        io,
        [this]() -> asio::awaitable<void> {
            for (;;) {
                auto [error, number] = co_await hangup.async_wait(no_throw);
                if (error) co_return;
                try {
                    read_certificate();
                    log_note("tls", "read the certificate again");
                } catch (const std::exception& failure) {
                    log_warning("tls", std::string{failure.what()} + " The certificate from before is still served.");
                }
            }
        },
        asio::detached);
}

/// With the guard held.
void Server::Works::end_soon(std::optional<Connections::Number> number)
{
    const auto found = number ? connections.find(*number) : connections.end();
    if (found == connections.end()) return;
    if (const auto connection = found->second.lock()) asio::post(connection->stream.get_executor(), [connection] { connection->end_soon(); });
}

void Server::Works::forget(Connections::Number number)
{
    const std::lock_guard lock{guard};
    counted.forget(number);
    connections.erase(number);
    if (is_stopping && connections.empty()) asio::post(io, [this] { stop_timer.cancel(); });
}

asio::awaitable<void> Server::Works::accept(tcp::acceptor& from, Speaks speaks)
{
    while (!is_stopping) {
        auto [error, socket] = co_await from.async_accept(asio::make_strand(io), no_throw);
        if (error == asio::error::operation_aborted || is_stopping) co_return;
        if (!error) {
            take(std::move(socket), speaks);
            continue;
        }
        // Out of file descriptors, most likely: let some connections end before the next try.
        log_warning("server", "cannot accept a connection: " + error.message());
        {
            const std::lock_guard lock{guard};
            end_soon(counted.end_one(std::chrono::steady_clock::now()));
        }
        asio::steady_timer pause{io, std::chrono::milliseconds{100}};
        co_await pause.async_wait(no_throw);
    }
}

void Server::Works::take(tcp::socket socket, Speaks speaks)
{
    boost::system::error_code error;
    socket.set_option(tcp::no_delay(true), error);
    const auto peer = socket.remote_endpoint(error);
    if (error) return;
    auto connection = std::make_shared<Connection>(std::move(socket), options.limits);
    connection->address = peer.address().to_string();
    Connections::Number number = 0;
    {
        const std::lock_guard lock{guard};
        const auto taken = counted.take(sharers(peer.address()), std::chrono::steady_clock::now());
        end_soon(taken.to_end);
        if (!taken.number) return;
        number = *taken.number;
        connections.emplace(number, connection);
    }
    connection->tell = [this, number](State state) {
        const std::lock_guard lock{guard};
        counted.becomes(number, state, std::chrono::steady_clock::now());
    };
    auto executor = connection->stream.get_executor();
    asio::co_spawn(executor, serve(connection, speaks), [this, connection, number](std::exception_ptr) { forget(number); });
}

asio::awaitable<void> Server::Works::serve(ConnectionPtr connection, Speaks speaks)
{
    if (speaks == Speaks::https) {
        Settings settings;
        {
            const std::lock_guard lock{guard};
            settings = tls;
        }
        Refusal refusal;
        const bool is_greeted = co_await connection->greet(std::move(settings), refusal);
        if (!is_greeted) {
            if (!refusal.why.empty()) co_await refuse(*connection, refusal, false);
            co_return;
        }
    }
    bool goes_on = true;
    while (goes_on && !is_stopping && !connection->must_end) goes_on = co_await serve_one(*connection, speaks);
}

/// Whether another request may follow.
asio::awaitable<bool> Server::Works::serve_one(Connection& connection, Speaks speaks)
{
    Refusal refusal;
    Parser parser;
    const bool has_head = co_await connection.read_head(refusal);
    const bool is_secure = connection.is_secure(options.trust_forwarded);
    if (!has_head || !connection.take_head(parser, refusal)) {
        if (!refusal.why.empty()) co_await refuse(connection, refusal, is_secure);
        co_return false;
    }
    Request request = connection.request(parser, options.trust_forwarded);
    if (speaks == Speaks::redirects) {
        auto elsewhere = redirect(request, options, acceptor.local_endpoint().port());
        co_await connection.write_last(std::move(elsewhere));
        co_return false;
    }
    const std::size_t most = co_await body_bytes_max(parser, request);
    const bool has_body = co_await connection.read_body(parser, most, refusal);
    if (!has_body) {
        if (!refusal.why.empty()) co_await refuse(connection, refusal, is_secure);
        co_return false;
    }
    const bool is_head = parser.get().method() == http::verb::head;
    const bool keep_alive = parser.get().keep_alive();
    const unsigned version = parser.get().version();
    request.body = std::move(parser.get().body());
    connection.becomes(State::working);
    Response response = co_await answer_on_worker(std::move(request));
    const bool goes_on = keep_alive && !is_stopping && !connection.must_end;
    const bool is_written = co_await connection.write(std::move(response), version, goes_on, is_head);
    if (is_written && !goes_on) co_await connection.end();
    co_return is_written && goes_on;
}

/// Small bodies are read of everybody. For larger ones, and those that do not say how large they are, the house is asked.
asio::awaitable<std::size_t> Server::Works::body_bytes_max(const Parser& parser, const Request& head)
{
    const auto& limits = options.limits;
    const auto announced = parser.content_length();
    const bool is_small = parser.is_done() || (announced && *announced <= limits.body_bytes_unasked);
    if (!options.body_bytes_max) co_return limits.body_bytes_max;
    if (is_small) co_return limits.body_bytes_unasked;
    std::function<std::size_t()> ask = [this, &head, &limits] {
        try {
            return std::min(options.body_bytes_max(head), limits.body_bytes_max);
        } catch (const std::exception& failure) {
            log_failure(head.reference, failure.what());
            return limits.body_bytes_unasked;
        }
    };
    co_return co_await on_worker(std::move(ask));
}

/// Goes on on the connection's strand; only the work itself is done on a worker. The work has a name where it is asked for: g++ 12 destroys
/// a temporary twice that is converted within co_await.
template <class Answer>
asio::awaitable<Answer> Server::Works::on_worker(std::function<Answer()> work)
{
    co_return co_await asio::async_initiate<decltype(asio::use_awaitable), void(Answer)>(
        [this](auto&& done, std::function<Answer()> taken) {
            auto executor = asio::get_associated_executor(done);
            asio::post(workers, [executor, done = std::forward<decltype(done)>(done), taken = std::move(taken)]() mutable {
                auto found = taken();
                asio::dispatch(executor, [done = std::move(done), found = std::move(found)]() mutable { std::move(done)(std::move(found)); });
            });
        },
        asio::use_awaitable, std::move(work));
}

asio::awaitable<Response> Server::Works::answer_on_worker(Request request)
{
    const auto shared = std::make_shared<Request>(std::move(request));
    const auto reference = shared->reference;
    std::function<Response()> work = [this, shared, reference] {
        try {
            return answer(std::move(*shared));
        } catch (const std::exception& failure) {
            log_failure(reference, failure.what());
            return plain(500, "Something went wrong. Reference " + reference);
        }
    };
    co_return co_await on_worker(std::move(work));
}

asio::awaitable<void> Server::Works::refuse(Connection& connection, Refusal refusal, bool is_secure)
{
    log_refusal({.reference = make_reference(), .status = refusal.status, .why = refusal.why, .from = connection.address});
    auto response = plain(refusal.status, refusal.why);
    if (is_secure) response.with_header("Strict-Transport-Security", strict_transport_security);
    co_await connection.write_last(std::move(response));
}

Server::Server(ServerOptions options, std::function<Response(Request)> answer)
    : works_{std::make_unique<Works>(std::move(options), std::move(answer))}
{
}

Server::~Server() = default;

std::uint16_t Server::port() const { return works_->acceptor.local_endpoint().port(); }

std::uint16_t Server::redirect_port() const { return works_->options.redirect_port ? works_->redirector.local_endpoint().port() : std::uint16_t{0}; }

void Server::run()
{
    auto& works = *works_;
    if (works.options.heed_signals) works.heed_signals();
    asio::co_spawn(works.io, works.accept(works.acceptor, works.options.tls ? Speaks::https : Speaks::http), asio::detached);
    if (works.options.redirect_port) asio::co_spawn(works.io, works.accept(works.redirector, Speaks::redirects), asio::detached);
    std::jthread second{[&works] { works.io.run(); }};
    works.io.run();
    second.join();
    works.workers.join();
}

void Server::stop() { works_->stop(); }

void Server::read_certificate_again() { works_->read_certificate(); }

}  // namespace waymark
