// XChaCha20-Poly1305 by libsodium: a random nonce, then the sealed bytes, as base64.
#include "platform/access/sealing.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sodium.h>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>

#include "foundation/result.hpp"

namespace waymark::access {
namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t mark_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr int base64 = sodium_base64_VARIANT_ORIGINAL_NO_PADDING;

std::optional<SealingKey>& key_in_use()
{
    static std::optional<SealingKey> key;
    return key;
}

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

[[noreturn]] void stop(const std::filesystem::path& file, const std::string& why)
{
    throw std::runtime_error{"The key file " + file.string() + " " + why};
}

/// A file descriptor that closes itself.
struct Opened {
    int number;
    ~Opened()
    {
        if (number >= 0) ::close(number);
    }
};

void write_new_key(const std::filesystem::path& file)
{
    SealingKey key{};
    randombytes_buf(key.data(), key.size());
    std::string text(key.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), key.data(), key.size());
    text.back() = '\n';
    const Opened opened{::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR)};
    if (opened.number < 0 && errno == EEXIST) return;  // another program that starts now was quicker
    if (opened.number < 0 || ::write(opened.number, text.data(), text.size()) != static_cast<ssize_t>(text.size()) || ::fsync(opened.number) != 0)
        stop(file, std::string{"cannot be written: "} + std::strerror(errno) + ". Name a file that this program may write with --key-file.");
}

}  // namespace

SealingKey key_from_file(const std::filesystem::path& file)
{
    expects(sodium_init() >= 0);
    if (!std::filesystem::exists(file)) write_new_key(file);
    const Opened opened{::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
    struct stat about {};
    if (opened.number < 0 || ::fstat(opened.number, &about) != 0) stop(file, std::string{"cannot be read: "} + std::strerror(errno) + ".");
    if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0) stop(file, "can be read by others. Give it to its owner alone: chmod 600.");
    std::string text(65, '\0');
    const auto read = ::read(opened.number, text.data(), text.size());
    SealingKey key{};
    std::size_t length = 0;
    const bool is_key = read >= 64 && sodium_hex2bin(key.data(), key.size(), text.data(), 64, nullptr, &length, nullptr) == 0 && length == key.size();
    if (!is_key) stop(file, "does not hold a key of 64 hexadecimal digits. Put the right file back, or move it away and a new one is made.");
    return key;
}

SealingKey made_up_key()
{
    SealingKey key{};
    constexpr std::string_view words = "the key of made-up areas";
    crypto_generichash(key.data(), key.size(), bytes_of(words), words.size(), nullptr, 0);
    return key;
}

void use_sealing_key(const SealingKey& key)
{
    expects(sodium_init() >= 0);
    key_in_use() = key;
}

std::string seal(std::string_view plain, std::string_view bound_to)
{
    expects(key_in_use().has_value());
    std::string sealed(nonce_bytes + plain.size() + mark_bytes, '\0');
    randombytes_buf(sealed.data(), nonce_bytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes_of(sealed) + nonce_bytes, nullptr, bytes_of(plain), plain.size(), bytes_of(bound_to), bound_to.size(),
                                               nullptr, bytes_of(sealed), key_in_use()->data());
    std::string text(sodium_base64_encoded_len(sealed.size(), base64), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes_of(sealed), sealed.size(), base64);
    text.pop_back();  // the terminating zero
    return text;
}

std::optional<std::string> unseal(std::string_view text, std::string_view bound_to)
{
    expects(key_in_use().has_value());
    std::string sealed(text.size(), '\0');
    std::size_t length = 0;
    if (sodium_base642bin(bytes_of(sealed), sealed.size(), text.data(), text.size(), nullptr, &length, nullptr, base64) != 0) return std::nullopt;
    if (length < nonce_bytes + mark_bytes) return std::nullopt;
    std::string plain(length - nonce_bytes - mark_bytes, '\0');
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(bytes_of(plain), nullptr, nullptr, bytes_of(sealed) + nonce_bytes, length - nonce_bytes,
                                                                  bytes_of(bound_to), bound_to.size(), bytes_of(sealed), key_in_use()->data());
    return failed == 0 ? std::optional{std::move(plain)} : std::nullopt;
}

}  // namespace waymark::access
