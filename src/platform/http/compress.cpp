// gzip by zlib at its fastest level: pages are repetitive, and time matters more than the last percent.
#include "platform/http/compress.hpp"

#include <zlib.h>

#include "foundation/result.hpp"
#include "foundation/text.hpp"

namespace waymark {
namespace {

bool is_text(std::string_view type)
{
    return type.starts_with("text/") || type.starts_with("application/json") || type.starts_with("application/problem+json") ||
           type.starts_with("image/svg+xml");
}

/// A quality of zero in any of its spellings: "q=0", "q=0.0".
bool is_refused(std::string_view parameters)
{
    const auto quality = parameters.find("q=");
    return quality != std::string_view::npos && parameters.substr(quality + 2).find_first_not_of("0. ") == std::string_view::npos;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding)
{
    bool accepts = false;
    for (const auto entry : split(accept_encoding, ',')) {
        const auto semicolon = entry.find(';');
        const auto coding = lower_ascii(trimmed(entry.substr(0, semicolon)));
        if (coding != "gzip" && coding != "*") continue;
        const bool refused = semicolon != std::string_view::npos && is_refused(entry.substr(semicolon + 1));
        if (coding == "gzip") return !refused;
        accepts = !refused;
    }
    return accepts;
}

std::string gzip(std::string_view bytes)
{
    z_stream stream{};
    constexpr int gzip_window = 15 + 16;
    expects(deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int finished = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    expects(finished == Z_STREAM_END);
    return packed;
}

void compress(const Request& request, Response& response)
{
    if (!is_text(response.content_type) || !response.header("Content-Encoding").empty()) return;
    response.with_header("Vary", "Accept-Encoding");
    if (response.body.size() <= 1024 || !accepts_gzip(request.header("accept-encoding"))) return;
    response.body = gzip(response.body);
    response.with_header("Content-Encoding", "gzip");
}

}  // namespace waymark
