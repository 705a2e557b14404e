// Beast's calls, each for a plain stream or for one with TLS.
#include "platform/http/connection.hpp"

#include <boost/asio/ssl/error.hpp>
#include <boost/asio/write.hpp>
#include <ctime>

#include "foundation/id.hpp"
#include "foundation/text.hpp"
#include "platform/log/log.hpp"

namespace waymark::serving {
namespace {

using State = Connections::State;

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

/// The same call of either stream. g++ 12 goes wrong where co_await itself stands in a conditional.
template <class Ask>
auto over(Connection& connection, Ask ask)
{
    return connection.tls ? ask(*connection.tls) : ask(connection.stream);
}

constexpr Refusal too_large{413, "This is larger than may be sent here. A file may have up to 10 MB. If you were signed out meanwhile, sign in and send it again."};

}  // namespace

asio::awaitable<bool> Connection::greet(Settings settings, Refusal& refusal)
{
    stream.expires_after(limits.head_time);
    std::array<char, 4096> first{};
    auto [error, size] = co_await stream.async_read_some(asio::buffer(first), no_throw);
    if (error) co_return false;
    becomes(State::slow);
    constexpr char handshake = 0x16;  // RFC 8446, 5.1
    if (first[0] != handshake) {
        refusal = {400, "Only https is spoken here."};
        co_return false;
    }
    tls.emplace(stream, SSL_new(settings.get()));
    auto [failure, taken] = co_await tls->async_handshake(asio::ssl::stream_base::server, asio::buffer(first.data(), size), no_throw);
    if (failure && failure.category() == asio::error::get_ssl_category()) log_note("tls", "no handshake with " + address + ": " + failure.message());
    co_return !failure && taken == size;  // nobody goes on before our greeting
}

asio::awaitable<bool> Connection::read_head(Refusal& refusal)
{
    becomes(State::idle);
    stream.expires_after(limits.idle_time);
    while (!must_end) {
        if (buffer.size() > 0) {
            const auto head = received().substr(0, limits.head_bytes_max);
            const auto scan = scan_head(head);
            if (scan.state == HeadScan::State::broken) refusal = {400, "A line does not end as HTTP asks."};
            else if (scan.state == HeadScan::State::incomplete && head.size() == limits.head_bytes_max)
                refusal = {431, "The headers are longer than this server takes."};
            if (!refusal.why.empty()) co_return false;
            if (scan.state == HeadScan::State::complete) {
                if (const auto refused = check_head(head.substr(0, scan.length))) refusal = *refused;
                co_return refusal.why.empty();
            }
            if (state == State::idle) stream.expires_after(limits.head_time);
            becomes(State::slow);
        }
        const auto into = buffer.prepare(4096);
        auto [error, size] = co_await over(*this, [&](auto& from) { return from.async_read_some(into, no_throw); });
        if (error) co_return false;
        buffer.commit(size);
    }
    co_return false;
}

bool Connection::take_head(Parser& parser, Refusal& refusal)
{
    parser.body_limit(limits.body_bytes_max);
    parser.header_limit(static_cast<std::uint32_t>(limits.head_bytes_max));
    boost::system::error_code error;
    // Without `eager` the parser takes the head alone.
    buffer.consume(parser.put(buffer.data(), error));
    if (!error || error == http::error::need_more) return true;
    refusal = error == http::error::body_limit ? too_large : Refusal{400, "The request is not well formed."};
    return false;
}

asio::awaitable<bool> Connection::read_body(Parser& parser, std::size_t most, Refusal& refusal)
{
    if (parser.content_length().value_or(0) > most) {
        refusal = too_large;
        co_return false;
    }
    if (parser.is_done()) co_return true;
    becomes(State::slow);
    stream.expires_after(limits.body_time);
    if (parser.get().count(http::field::expect) > 0) {  // head_check lets none through but 100-continue
        constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        auto [error, size] = co_await over(*this, [&](auto& to) { return asio::async_write(to, asio::buffer(go_on), no_throw); });
        if (error) co_return false;
    }
    parser.body_limit(most);
    parser.eager(true);
    auto [error, size] = co_await over(*this, [&](auto& from) { return http::async_read(from, buffer, parser, no_throw); });
    if (!error) co_return true;
    if (error == http::error::body_limit) refusal = too_large;
    else if (error.category() == http::make_error_code(http::error::bad_chunk).category() && error != http::error::end_of_stream &&
             error != http::error::partial_message)
        refusal = {400, "The body is not well formed."};
    co_return false;
}

asio::awaitable<bool> Connection::write(Response response, unsigned version, bool keep_alive, bool is_head)
{
    auto message = message_from(std::move(response), version, keep_alive, is_head);
    becomes(State::slow);
    stream.expires_after(limits.body_time);
    http::response_serializer<http::string_body> serializer{message};
    if (is_head) {
        auto [error, size] = co_await over(*this, [&](auto& to) { return http::async_write_header(to, serializer, no_throw); });
        co_return !error;
    }
    auto [error, size] = co_await over(*this, [&](auto& to) { return http::async_write(to, serializer, no_throw); });
    co_return !error;
}

asio::awaitable<void> Connection::write_last(Response response)
{
    const bool is_written = co_await write(std::move(response), 11, false, false);
    if (!is_written) co_return;
    co_await end();
    co_await drain();
}

asio::awaitable<void> Connection::end()
{
    stream.expires_after(std::chrono::seconds{1});
    if (tls) co_await tls->async_shutdown(no_throw);
    boost::system::error_code ignored;
    stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
}

asio::awaitable<void> Connection::drain()
{
    for (std::size_t drained = 0; drained < 1024 * 1024;) {
        buffer.clear();
        auto [error, size] = co_await stream.async_read_some(buffer.prepare(65536), no_throw);
        if (error) break;
        drained += size;
    }
}

void Connection::end_soon()
{
    must_end = true;
    if (state != State::working) stream.close();
}

void Connection::becomes(State next)
{
    if (state == next) return;
    state = next;
    if (tell) tell(next);
}

bool Connection::is_secure(bool trust_forwarded) const
{
    if (tls) return true;
    if (!trust_forwarded) return false;
    const auto head = lower_ascii(received().substr(0, limits.head_bytes_max));
    return head.contains("\r\nx-forwarded-proto: https\r\n");
}

Request Connection::request(const Parser& parser, bool trust_forwarded) const
{
    const auto& message = parser.get();
    Request request;
    request.method = method_of(message.method());
    request.target = std::string{message.target()};
    request.remote_address = address;
    request.secure = tls.has_value();
    request.reference = make_reference();
    for (const auto& field : message) request.headers.emplace_back(std::string{field.name_string()}, std::string{field.value()});
    if (trust_forwarded) {
        if (auto sender = forwarded(request, "x-forwarded-for"); !sender.empty()) request.remote_address = std::move(sender);
        if (forwarded(request, "x-forwarded-proto") == "https") request.secure = true;
    }
    return request;
}

Response plain(int status, std::string_view why)
{
    return Response{.status = status, .content_type = "text/plain; charset=utf-8", .headers = {{"X-Content-Type-Options", "nosniff"}}, .body = std::string{why} + "\n", .success = {}};
}

}  // namespace waymark::serving
