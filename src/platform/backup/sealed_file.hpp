// The file that a backup is: an open head that says what it is, then sealed pieces, then a mark that it ended.
//
//     WAYMARK BACKUP 1\n
//     {"engine":"sqlite", …}\n          what it holds, from when, by which program: readable without the key, not changeable without it
//     24 bytes                          libsodium's secretstream (XChaCha20-Poly1305) begins
//     64 KiB + 17 bytes, again and again; the last piece is shorter, and is marked as the last
//     WAYMARK BACKUP ENDS\n
//
// Each piece is bound to those before it and the first to the head, so nothing can be changed, left out, put elsewhere or cut off
// without it being found. The mark of the end only tells a file that was cut from one that was changed: it proves nothing.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "platform/backup/key.hpp"

namespace waymark::backup {

/// Writes to FILE.partial, which it keeps locked; `keep` gives it its name. Destroyed without that, it leaves nothing behind.
class SealedWriter {
public:
    /// head   one line of JSON
    /// Throws Failure: in_the_way when the file is there, no_room, cannot.
    SealedWriter(std::filesystem::path file, const Key& key, std::string_view head);
    ~SealedWriter();
    SealedWriter(const SealedWriter&) = delete;
    SealedWriter& operator=(const SealedWriter&) = delete;

    void write(std::string_view bytes);
    /// Ends it and has the disk keep it, still under the temporary name.
    void finish();
    /// Gives it its own name, once it was looked at, and has the disk keep that. Never writes over a file.
    void keep();

    [[nodiscard]] const std::filesystem::path& temporary_name() const { return temporary_; }

private:
    void seal(bool is_last);
    void put(std::string_view bytes);

    struct State;
    std::filesystem::path file_, temporary_;
    std::unique_ptr<State> state_;
    std::string waiting_;
    int number_ = -1;
    bool is_finished_ = false, is_kept_ = false;
};

/// Removes what programs that were killed left half-written in the folder. One that is being written is locked, and stays.
void remove_abandoned(const std::filesystem::path& folder, std::string_view ending);

/// Reads what a SealedWriter wrote.
class SealedReader {
public:
    /// Throws Failure: no_backup, wrong_key, cut, cannot.
    SealedReader(const std::filesystem::path& file, const Key& key);
    ~SealedReader();
    SealedReader(const SealedReader&) = delete;
    SealedReader& operator=(const SealedReader&) = delete;

    [[nodiscard]] const std::string& head() const { return head_; }
    /// The next piece, proven to be as it was written; empty when all was read and the end is the end.
    /// Throws Failure: cut, changed.
    [[nodiscard]] std::string next();

private:
    struct State;
    std::filesystem::path file_;
    std::string head_;
    std::unique_ptr<State> state_;
};

/// The head of that file, without a key and so without any proof.
[[nodiscard]] std::string open_head_of(const std::filesystem::path& file);

}  // namespace waymark::backup
