// A key file is one line that says what it is, and one of 64 hexadecimal digits, so that it can be printed and typed in again.
#include "platform/backup/key.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "foundation/result.hpp"
#include "foundation/text.hpp"
#include "platform/backup/failure.hpp"

namespace waymark::backup {
namespace {

constexpr std::string_view first_line = "Key of Waymark backups. Without it no backup made with it can be read. Keep it apart from them.\n";

[[noreturn]] void stop(const std::filesystem::path& file, const std::string& why)
{
    throw Failure{Failure::What::cannot, "The key file " + file.string() + " " + why};
}

struct Opened {
    int number;
    ~Opened()
    {
        if (number >= 0) ::close(number);
    }
};

}  // namespace

Key make_key(const std::filesystem::path& file)
{
    expects(sodium_init() >= 0);
    Key key{};
    randombytes_buf(key.data(), key.size());
    std::string digits(key.size() * 2 + 1, '\0');
    sodium_bin2hex(digits.data(), digits.size(), key.data(), key.size());
    digits.back() = '\n';
    const std::string text = std::string{first_line} + digits;
    const Opened opened{::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR)};
    if (opened.number < 0 && errno == EEXIST)
        throw Failure{Failure::What::in_the_way, "The file " + file.string() + " is there already. It is left as it is: a key that backups were made with must not be lost."};
    if (opened.number < 0) stop(file, std::string{"cannot be made: "} + std::strerror(errno) + ".");
    if (::write(opened.number, text.data(), text.size()) != static_cast<ssize_t>(text.size()) || ::fsync(opened.number) != 0) {
        const std::string why = std::strerror(errno);
        ::unlink(file.c_str());
        stop(file, "cannot be written: " + why + ".");
    }
    return key;
}

Key key_from_file(const std::filesystem::path& file)
{
    expects(sodium_init() >= 0);
    const Opened opened{::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
    struct stat about {};
    if (opened.number < 0 || ::fstat(opened.number, &about) != 0)
        stop(file, std::string{"cannot be read: "} + std::strerror(errno) + ". `waymark backup key FILE` makes one.");
    if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0) stop(file, "can be read by others. Give it to its owner alone: chmod 600.");
    std::string text(4096, '\0');
    const auto length = ::read(opened.number, text.data(), text.size());
    text.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
    std::string digits;
    for (const auto line : split(text, '\n'))
        if (const auto words = trimmed(line); !words.empty()) digits = std::string{words};  // the last line that says anything
    Key key{};
    std::size_t bytes = 0;
    const bool is_key = digits.size() == key.size() * 2 && sodium_hex2bin(key.data(), key.size(), digits.data(), digits.size(), nullptr, &bytes, nullptr) == 0 && bytes == key.size();
    if (!is_key) stop(file, "does not end with a key of 64 hexadecimal digits.");
    return key;
}

std::string name_of(const Key& key)
{
    constexpr std::string_view purpose = "the name of a key of backups";
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(purpose.data()), purpose.size(), key.data(), key.size());
    std::string name(17, '\0');
    sodium_bin2hex(name.data(), name.size(), hash.data(), 8);
    name.pop_back();
    return name;
}

}  // namespace waymark::backup
