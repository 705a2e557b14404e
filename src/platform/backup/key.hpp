// The key that backups are sealed with. It stands in a file of its own, apart from the backups and from the database: whoever has it
// and a backup can read every record, and who has lost it can read no backup that was made with it.
#pragma once

#include <array>
#include <filesystem>
#include <string>

namespace waymark::backup {

using Key = std::array<unsigned char, 32>;

/// Makes a new key in that file, which must not be there yet, for its owner's eyes only, and answers it.
/// Throws Failure: in_the_way, cannot.
Key make_key(const std::filesystem::path& file);

/// The key of that file. Never makes one: a key that nobody put away is no key.
/// Throws Failure (cannot) when it is not there, others may read it, or it holds no key.
[[nodiscard]] Key key_from_file(const std::filesystem::path& file);

/// Sixteen hexadecimal digits that tell keys apart and say nothing about them: they stand open at the head of each backup.
[[nodiscard]] std::string name_of(const Key& key);

}  // namespace waymark::backup
