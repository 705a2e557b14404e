// Seals in pieces of 64 KiB with libsodium's secretstream.
#include "platform/backup/sealed_file.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sodium.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "foundation/json.hpp"
#include "foundation/result.hpp"
#include "platform/backup/failure.hpp"

namespace waymark::backup {
namespace {

constexpr std::string_view first_line = "WAYMARK BACKUP 1\n", last_line = "WAYMARK BACKUP ENDS\n";
constexpr std::size_t piece_bytes = 64 * 1024, sealed_piece_bytes = piece_bytes + crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t head_most = 64 * 1024;

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

[[noreturn]] void fail(const std::filesystem::path& file, std::string_view during, int why)
{
    const bool is_full = why == ENOSPC || why == EDQUOT || why == EFBIG;
    if (is_full)
        throw Failure{Failure::What::no_room, "There is no room for " + file.string() + ": " + std::strerror(why) + ". What was written of it is gone again. Make room, or name another folder."};
    throw Failure{Failure::What::cannot, "The file " + file.string() + " cannot be " + std::string{during} + ": " + std::strerror(why) + "."};
}

/// A name in a folder is kept by the disk only when the folder is.
void keep_folder_of(const std::filesystem::path& file)
{
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path{"."};
    const int number = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (number < 0) return;
    ::fsync(number);
    ::close(number);
}

[[noreturn]] void is_cut(const std::filesystem::path& file)
{
    throw Failure{Failure::What::cut, "The backup " + file.string() + " ends before its end: it was cut off, or not all of it was copied here. Fetch it again, or take another."};
}

[[noreturn]] void is_changed(const std::filesystem::path& file)
{
    throw Failure{Failure::What::changed, "The backup " + file.string() + " is not as it was written: at least one byte of it was changed. Fetch it again, or take another."};
}

[[noreturn]] void is_none(const std::filesystem::path& file)
{
    throw Failure{Failure::What::no_backup, "The file " + file.string() + " is no backup of Waymark that this program can read."};
}

struct Head {
    std::string line;
    std::size_t bytes = 0;  // of the file, up to what is sealed
};

Head head_of(std::istream& in, const std::filesystem::path& file)
{
    std::string first(first_line.size(), '\0'), line;
    in.read(first.data(), static_cast<std::streamsize>(first.size()));
    if (first != first_line) is_none(file);
    for (char letter = 0; line.size() < head_most && in.get(letter);) {
        if (letter == '\n') return {line, first.size() + line.size() + 1};
        line += letter;
    }
    if (in.eof()) is_cut(file);
    is_none(file);
}

}  // namespace

struct SealedWriter::State {
    crypto_secretstream_xchacha20poly1305_state stream{};
    std::string bound_to;  // the head, with the first piece
};

SealedWriter::SealedWriter(std::filesystem::path file, const Key& key, std::string_view head)
    : file_{std::move(file)}, temporary_{file_.string() + ".partial"}, state_{std::make_unique<State>()}
{
    expects(sodium_init() >= 0 && !head.contains('\n') && head.size() < head_most);
    if (std::filesystem::exists(file_)) throw Failure{Failure::What::in_the_way, "The file " + file_.string() + " is there already, and nothing is written over."};
    number_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (number_ < 0) fail(temporary_, "made", errno);
    try {
        ::flock(number_, LOCK_EX | LOCK_NB);  // a disk that knows no locks has none that anybody could ask for either
        const std::string line = std::string{head} + "\n";
        std::string begins(crypto_secretstream_xchacha20poly1305_HEADERBYTES, '\0');
        crypto_secretstream_xchacha20poly1305_init_push(&state_->stream, bytes_of(begins), key.data());
        state_->bound_to = std::string{first_line} + line;
        put(state_->bound_to + begins);
    } catch (...) {
        ::close(number_);
        ::unlink(temporary_.c_str());
        throw;
    }
}

SealedWriter::~SealedWriter()
{
    if (number_ >= 0) ::close(number_);
    if (!is_kept_) ::unlink(temporary_.c_str());
}

void SealedWriter::write(std::string_view bytes)
{
    expects(!is_finished_);
    while (!bytes.empty()) {
        const auto part = bytes.substr(0, piece_bytes - waiting_.size());
        waiting_ += part;
        bytes.remove_prefix(part.size());
        if (waiting_.size() == piece_bytes) seal(false);
    }
}

void SealedWriter::finish()
{
    seal(true);
    put(last_line);
    if (::fsync(number_) != 0) fail(temporary_, "written", errno);
    is_finished_ = true;
}

void SealedWriter::keep()
{
    expects(is_finished_);
    // link refuses a name that is taken, in one step with looking; not every disk can link, so rename is the second way.
    if (::link(temporary_.c_str(), file_.c_str()) == 0) ::unlink(temporary_.c_str());
    else if (errno == EEXIST) throw Failure{Failure::What::in_the_way, "The file " + file_.string() + " is there already, and nothing is written over."};
    else if (::rename(temporary_.c_str(), file_.c_str()) != 0) fail(file_, "named", errno);
    is_kept_ = true;
    keep_folder_of(file_);
}

void SealedWriter::seal(bool is_last)
{
    std::string sealed(waiting_.size() + crypto_secretstream_xchacha20poly1305_ABYTES, '\0');
    crypto_secretstream_xchacha20poly1305_push(&state_->stream, bytes_of(sealed), nullptr, bytes_of(std::string_view{waiting_}), waiting_.size(), bytes_of(std::string_view{state_->bound_to}),
                                               state_->bound_to.size(), is_last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
    state_->bound_to.clear();
    waiting_.clear();
    put(sealed);
}

void SealedWriter::put(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(number_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(temporary_, "written", errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

struct SealedReader::State {
    crypto_secretstream_xchacha20poly1305_state stream{};
    std::string bound_to;
    std::ifstream in;
    std::uintmax_t left = 0;  // sealed bytes that were not read yet
    bool is_over = false;
};

SealedReader::SealedReader(const std::filesystem::path& file, const Key& key) : file_{file}, state_{std::make_unique<State>()}
{
    expects(sodium_init() >= 0);
    state_->in.open(file, std::ios::binary);
    if (!state_->in) fail(file, "read", errno);
    const auto head = head_of(state_->in, file);
    head_ = head.line;
    const auto said = read_json(head_);
    if (said.is_discarded() || !said.is_object()) is_changed(file);
    if (const auto named = said.find("key"); named != said.end() && named->is_string() && named->get<std::string>() != name_of(key))
        throw Failure{Failure::What::wrong_key, "The backup " + file.string() + " was made with the key " + named->get<std::string>() + ", and this is the key " + name_of(key) +
                                                    ". Give the key file that it was made with."};
    const auto whole = std::filesystem::file_size(file);
    std::string begins(crypto_secretstream_xchacha20poly1305_HEADERBYTES, '\0');
    if (whole < head.bytes + begins.size() + crypto_secretstream_xchacha20poly1305_ABYTES + last_line.size()) is_cut(file);
    std::string ends(last_line.size(), '\0');
    state_->in.seekg(-static_cast<std::streamoff>(ends.size()), std::ios::end);
    state_->in.read(ends.data(), static_cast<std::streamsize>(ends.size()));
    if (ends != last_line) is_cut(file);
    state_->in.seekg(static_cast<std::streamoff>(head.bytes));
    state_->in.read(begins.data(), static_cast<std::streamsize>(begins.size()));
    state_->left = whole - head.bytes - begins.size() - last_line.size();
    if (crypto_secretstream_xchacha20poly1305_init_pull(&state_->stream, bytes_of(std::string_view{begins}), key.data()) != 0) is_changed(file);
    state_->bound_to = std::string{first_line} + head_ + "\n";
}

SealedReader::~SealedReader() = default;

std::string SealedReader::next()
{
    auto& state = *state_;
    while (!state.is_over) {
        if (state.left < crypto_secretstream_xchacha20poly1305_ABYTES) is_changed(file_);
        std::string sealed(static_cast<std::size_t>(std::min<std::uintmax_t>(state.left, sealed_piece_bytes)), '\0');
        if (!state.in.read(sealed.data(), static_cast<std::streamsize>(sealed.size()))) is_cut(file_);
        state.left -= sealed.size();
        std::string piece(sealed.size() - crypto_secretstream_xchacha20poly1305_ABYTES, '\0');
        unsigned char tag = 0;
        if (crypto_secretstream_xchacha20poly1305_pull(&state.stream, bytes_of(piece), nullptr, &tag, bytes_of(std::string_view{sealed}), sealed.size(),
                                                       bytes_of(std::string_view{state.bound_to}), state.bound_to.size()) != 0)
            is_changed(file_);
        state.bound_to.clear();
        state.is_over = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
        if (state.is_over != (state.left == 0)) is_changed(file_);
        if (!piece.empty()) return piece;
    }
    return {};
}

void remove_abandoned(const std::filesystem::path& folder, std::string_view ending)
{
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator{folder, ignored}) {
        const std::string name = entry.path().filename();
        if (!name.starts_with("waymark_") || !name.ends_with(std::string{ending} + ".partial")) continue;
        const int number = ::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC);
        if (number < 0) continue;
        if (::flock(number, LOCK_EX | LOCK_NB) == 0) ::unlink(entry.path().c_str());
        ::close(number);
    }
}

std::string open_head_of(const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    if (!in) fail(file, "read", errno);
    return head_of(in, file).line;
}

}  // namespace waymark::backup
