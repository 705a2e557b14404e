// zlib reads plain files as they are and unpacks gzipped ones.
#include "directory/cli/file_bytes.hpp"

#include <zlib.h>

#include <array>
#include <memory>

#include "foundation/text.hpp"

namespace waymark::directory {
namespace {

constexpr std::size_t bytes_most = 1'500'000'000;  // the largest register, postcodes with all their columns, has 1.3 thousand million

}  // namespace

Result<std::string> file_bytes(const std::string& path)
{
    const std::unique_ptr<gzFile_s, int (*)(gzFile)> file{gzopen(path.c_str(), "rb"), gzclose};
    if (!file) return refused("file.unreadable", "The file " + path + " cannot be read. Is the name right, and may you read it?");
    gzbuffer(file.get(), 1 << 18);
    std::string bytes;
    std::array<char, 1 << 16> piece{};
    for (;;) {
        const int read = gzread(file.get(), piece.data(), static_cast<unsigned>(piece.size()));
        if (read < 0) return refused("file.damaged", "The file " + path + " cannot be unpacked: it is damaged or no file. Get it again.");
        if (read == 0) break;
        bytes.append(piece.data(), static_cast<std::size_t>(read));
        if (bytes.starts_with("PK\x03\x04"))
            return refused("file.zip", "The file " + path + " is a ZIP archive, whatever its name says. Unpack it, then import the CSV file inside.");
        if (bytes.size() > bytes_most) return refused("file.too_large", "The file " + path + " is larger than any register. Is it the right one?");
    }
    int error = Z_OK;
    gzerror(file.get(), &error);
    if (error != Z_OK) return refused("file.damaged", "The file " + path + " ends before its content does. Get it again.");
    return bytes;
}

}  // namespace waymark::directory
