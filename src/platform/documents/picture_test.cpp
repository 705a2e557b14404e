// Pictures lose what tells where, when and by whom they were taken, and nothing that is needed to show them.
#include "platform/documents/picture.hpp"

#include <doctest/doctest.h>

using namespace waymark;
using namespace waymark::documents;
using namespace std::string_literals;

namespace {

std::string two_bytes(std::size_t number) { return {static_cast<char>(number >> 8), static_cast<char>(number & 0xff)}; }

std::string segment(char marker, const std::string& data) { return "\xff"s + marker + two_bytes(data.size() + 2) + data; }

std::string chunk(const std::string& name, const std::string& data) { return "\0\0"s + two_bytes(data.size()) + name + data + "crc4"; }

/// A directory with the orientation behind a place, as cameras write it, the low byte first.
std::string exif_of_camera(char orientation)
{
    return "Exif\0\0II\x2a\0\x08\0\0\0\x02\0"s + "\x25\x88\x04\0\x01\0\0\0\x90\0\0\0"s + "\x12\x01\x03\0\x01\0\0\0"s + orientation + "\0\0\0"s + "\0\0\0\0"s + "51.5N 0.1W"s;
}

const std::string jpeg_start = "\xff\xd8"s, jpeg_end = "\xff\xd9"s, jfif = segment('\xe0', "JFIF\0\x01\x01"s), tables = segment('\xdb', "tables"s),
                  scan = segment('\xda', "head"s) + "pic\xff\0ture\xff\xd0more"s;
const std::string png_start = "\x89PNG\r\n\x1a\n"s, png_head = chunk("IHDR", "size"), png_data = chunk("IDAT", "picture"), png_end = chunk("IEND", "");

std::string cleaned(const std::string& bytes, FileType type)
{
    const auto kept = without_metadata(bytes, type);
    REQUIRE(kept.has_value());
    CHECK(without_metadata(*kept, type) == *kept);  // nothing more to take away
    return *kept;
}

}  // namespace

TEST_CASE("a photograph loses its place, author, comment and preview, and keeps picture and colours")
{
    const std::string icc = segment('\xe2', "ICC_PROFILE\0\x01\x01 colours"s), adobe = segment('\xee', "Adobe\0d"s);
    const std::string photograph = jpeg_start + jfif + segment('\xe1', exif_of_camera(1)) + segment('\xe1', "http://ns.adobe.com/xap/1.0/\0 the author"s) + segment('\xed', "Photoshop 3.0 the caption") +
                                   icc + segment('\xe2', "MPF\0 a second picture"s) + adobe + segment('\xfe', "a comment") + tables + scan + jpeg_end;
    CHECK(cleaned(photograph, FileType::jpeg) == jpeg_start + jfif + icc + adobe + tables + scan + jpeg_end);
}

TEST_CASE("which way is up stays, alone")
{
    const auto kept = cleaned(jpeg_start + jfif + segment('\xe1', exif_of_camera(6)) + tables + scan + jpeg_end, FileType::jpeg);
    CHECK(kept == jpeg_start + segment('\xe1', "Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"s) + jfif + tables + scan + jpeg_end);
    for (const char nonsense : {'\0', '\x01', '\x09'})
        CHECK(cleaned(jpeg_start + segment('\xe1', exif_of_camera(nonsense)) + scan + jpeg_end, FileType::jpeg) == jpeg_start + scan + jpeg_end);
}

TEST_CASE("what stands behind the end of a picture goes, such as a second picture with a place of its own")
{
    CHECK(cleaned(jpeg_start + scan + jpeg_end + jpeg_start + segment('\xe1', exif_of_camera(6)) + scan + jpeg_end, FileType::jpeg) == jpeg_start + scan + jpeg_end);
    CHECK(cleaned(png_start + png_head + png_data + png_end + "hidden", FileType::png) == png_start + png_head + png_data + png_end);
}

TEST_CASE("a progressive picture keeps all its scans")
{
    CHECK(cleaned(jpeg_start + scan + segment('\xc4', "more tables") + scan + jpeg_end, FileType::jpeg) == jpeg_start + scan + segment('\xc4', "more tables") + scan + jpeg_end);
}

TEST_CASE("a PNG picture loses its texts, times and places, and keeps picture, palette and colours")
{
    const std::string palette = chunk("PLTE", "abc"), colours = chunk("iCCP", "profile");
    CHECK(cleaned(png_start + png_head + chunk("tEXt", "Author\0Ann"s) + colours + palette + chunk("eXIf", "51.5N") + chunk("tIME", "2026") + chunk("iTXt", "x") + chunk("zTXt", "x") + png_data + png_end,
                  FileType::png) == png_start + png_head + colours + palette + png_data + png_end);
}

TEST_CASE("a picture that is cut off is refused in words, wherever it is cut")
{
    const std::string jpeg = jpeg_start + jfif + segment('\xe1', exif_of_camera(6)) + tables + scan + jpeg_end, png = png_start + png_head + png_data + png_end;
    for (std::size_t length = 0; length < jpeg.size(); ++length) CHECK(code_of(without_metadata(std::string_view{jpeg}.substr(0, length), FileType::jpeg)) == "document.broken_picture");
    for (std::size_t length = 0; length < png.size(); ++length) CHECK(code_of(without_metadata(std::string_view{png}.substr(0, length), FileType::png)) == "document.broken_picture");
}

TEST_CASE("what is no picture stays as it is")
{
    CHECK(without_metadata("%PDF-1.7 by Ann", FileType::pdf) == "%PDF-1.7 by Ann");
}
