// Walks over the parts of a PNG or JPEG file and keeps those on a list: what nobody thought of is left out.
#include "platform/documents/picture.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace waymark::documents {
namespace {

using namespace std::string_view_literals;

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t width)
{
    std::uint32_t number = 0;
    for (std::size_t byte = 0; byte < width; ++byte) number = number << 8 | static_cast<unsigned char>(bytes[at + byte]);
    return number;
}

// PNG: a signature, then chunks of length, four letters, data and a checksum.

constexpr std::size_t png_signature = 8, png_frame = 12;

bool shows_png(std::string_view chunk)
{
    static constexpr auto kept = std::to_array<std::string_view>({"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "bKGD", "pHYs"});
    return std::ranges::find(kept, chunk) != kept.end();
}

std::optional<std::string> png_without_metadata(std::string_view bytes)
{
    if (bytes.size() < png_signature) return std::nullopt;
    std::string kept{bytes.substr(0, png_signature)};
    for (std::size_t at = png_signature; at + png_frame <= bytes.size();) {
        const std::size_t length = png_frame + std::size_t{big_endian(bytes, at, 4)};
        if (length > bytes.size() - at) return std::nullopt;
        const auto name = bytes.substr(at + 4, 4);
        if (shows_png(name)) kept += bytes.substr(at, length);
        if (name == "IEND") return kept;
        at += length;
    }
    return std::nullopt;  // it never came to its end
}

// JPEG: segments of a marker, a length and data; after the marker of a scan the picture's own bytes, up to the next marker.

constexpr unsigned char start_of_scan = 0xda, end_of_image = 0xd9, comment = 0xfe, exif = 0xe1;

bool is_application(unsigned char marker) { return marker >= 0xe0 && marker <= 0xef; }
bool is_restart(unsigned char marker) { return marker >= 0xd0 && marker <= 0xd7; }
/// What stands within a scan or at the very start and has no length. Between segments it is no picture; and where a segment before it is left out, it would become
/// part of the scan before that.
bool has_no_length(unsigned char marker) { return marker <= 0x01 || is_restart(marker) || marker == 0xd8; }

/// Of what programs add to a picture, only what its colours need.
bool shows_jpeg(unsigned char marker, std::string_view data)
{
    if (marker == comment) return false;
    if (!is_application(marker)) return true;
    return (marker == 0xe0 && data.starts_with("JFIF\0"sv)) || (marker == 0xe2 && data.starts_with("ICC_PROFILE\0"sv)) || (marker == 0xee && data.starts_with("Adobe"sv));
}

/// Where the bytes of a scan end: at a marker that is neither a restart nor a stuffed 255.
std::size_t end_of_scan(std::string_view bytes, std::size_t at)
{
    for (; at + 1 < bytes.size(); ++at) {
        const auto next = static_cast<unsigned char>(bytes[at + 1]);
        if (static_cast<unsigned char>(bytes[at]) == 0xff && next != 0 && next != 0xff && !is_restart(next)) return at;
    }
    return bytes.size();
}

/// Which way is up, 1 to 8, as the camera noted it in its Exif block; none when it is as it should be, or not said.
std::optional<char> orientation_in(std::string_view data)
{
    constexpr std::size_t header = 6, entry_size = 12;
    constexpr std::uint32_t orientation_tag = 0x0112;
    if (!data.starts_with("Exif\0\0"sv) || data.size() < header + 8) return std::nullopt;
    const auto tiff = data.substr(header);
    const bool is_little = tiff.starts_with("II"sv);
    const auto number = [&](std::size_t at, std::size_t width) -> std::uint32_t {
        if (at > tiff.size() || width > tiff.size() - at) return 0;
        if (!is_little) return big_endian(tiff, at, width);
        std::string turned{tiff.substr(at, width)};
        std::ranges::reverse(turned);
        return big_endian(turned, 0, width);
    };
    const std::size_t directory = number(4, 4), count = number(directory, 2);
    for (std::size_t entry = 0; entry < count; ++entry) {
        const std::size_t at = directory + 2 + entry * entry_size;
        if (at + entry_size > tiff.size()) return std::nullopt;
        if (number(at, 2) != orientation_tag) continue;
        const auto value = number(at + 8, 2);
        return value >= 2 && value <= 8 ? std::optional{static_cast<char>(value)} : std::nullopt;
    }
    return std::nullopt;
}

/// An Exif block that says which way is up and nothing else.
std::string exif_with(char orientation)
{
    std::string block{"\xff\xe1\x00\x22"  // its own length, without the marker
                      "Exif\0\0"
                      "MM\0\x2a\0\0\0\x08"                        // the directory comes next
                      "\0\x01"                                    // one entry
                      "\x01\x12\0\x03\0\0\0\x01\0?\0\0"           // the orientation, one short number
                      "\0\0\0\0"sv};                              // no further directory
    block[block.find('?')] = orientation;
    return block;
}

std::optional<std::string> jpeg_without_metadata(std::string_view bytes)
{
    constexpr std::size_t start = 2;
    std::string kept;
    std::optional<char> orientation;
    std::size_t at = start;
    while (at + 4 <= bytes.size() || (at + 2 <= bytes.size() && static_cast<unsigned char>(bytes[at + 1]) == end_of_image)) {
        if (static_cast<unsigned char>(bytes[at]) != 0xff) return std::nullopt;
        const auto marker = static_cast<unsigned char>(bytes[at + 1]);
        if (marker == 0xff) {  // a filler before the marker
            ++at;
            continue;
        }
        if (marker == end_of_image) {
            std::string whole{bytes.substr(0, start)};
            if (orientation) whole += exif_with(*orientation);
            return whole + kept + std::string{bytes.substr(at, 2)};
        }
        if (has_no_length(marker)) return std::nullopt;
        const std::size_t length = big_endian(bytes, at + 2, 2);
        if (length < 2 || length + 2 > bytes.size() - at) return std::nullopt;
        const auto data = bytes.substr(at + 4, length - 2);
        if (marker == exif && !orientation) orientation = orientation_in(data);
        std::size_t end = at + 2 + length;
        if (marker == start_of_scan) end = end_of_scan(bytes, end);
        if (shows_jpeg(marker, data)) kept += bytes.substr(at, end - at);
        at = end;
    }
    return std::nullopt;
}

}  // namespace

Result<std::string> without_metadata(std::string_view bytes, FileType type, std::string_view field)
{
    std::optional<std::string> kept;
    switch (type) {
    case FileType::png: kept = png_without_metadata(bytes); break;
    case FileType::jpeg: kept = jpeg_without_metadata(bytes); break;
    case FileType::pdf:
    case FileType::docx:
    case FileType::xlsx:
    case FileType::txt: return std::string{bytes};
    }
    if (!kept) return refused("document.broken_picture", "The selected picture is not whole. Open it, save it again and try once more", std::string{field});
    return std::move(*kept);
}

}  // namespace waymark::documents
