#include <doctest/doctest.h>

#include "platform/http/compress.hpp"

#include <zlib.h>

using namespace waymark;

namespace {

std::string unpacked(const std::string& packed, std::size_t size)
{
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    std::string plain(size, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(plain.data());
    stream.avail_out = static_cast<uInt>(plain.size());
    CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    plain.resize(stream.total_out);
    inflateEnd(&stream);
    return plain;
}

Request accepting(std::string encodings)
{
    Request request;
    request.headers = {{"Accept-Encoding", std::move(encodings)}};
    return request;
}

}  // namespace

TEST_CASE("who accepts gzip is read from the list and its qualities")
{
    for (const std::string_view yes : {"gzip", "br, gzip", "GZIP;q=0.5", "*", "deflate, *;q=0.1"}) CHECK(accepts_gzip(yes));
    for (const std::string_view no : {"", "br", "gzip;q=0", "gzip;q=0.0", "*;q=0", "gzip;q=0, *", "xgzip"}) CHECK_FALSE(accepts_gzip(no));
}

TEST_CASE("a page of more than 1 KB is compressed for those who accept it, and comes out the same")
{
    const std::string page(5000, 'x');
    Response response = html(200, page);
    compress(accepting("gzip"), response);
    CHECK(response.header("Content-Encoding") == "gzip");
    CHECK(response.header("Vary") == "Accept-Encoding");
    CHECK(response.body.size() < 200);
    CHECK(unpacked(response.body, 6000) == page);
}

TEST_CASE("short pages, pictures and those who do not accept it get the bytes as they are")
{
    Response brief = html(200, std::string(1024, 'x'));
    compress(accepting("gzip"), brief);
    CHECK(brief.body.size() == 1024);
    Response picture = file_download("a.png", "image/png", std::string(5000, 'x'));
    compress(accepting("gzip"), picture);
    CHECK(picture.body.size() == 5000);
    Response page = html(200, std::string(5000, 'x'));
    compress(accepting("br"), page);
    CHECK(page.body.size() == 5000);
}
