// What must be read again, and so cannot be a hash, is kept sealed: whoever copies the database alone cannot open it.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace waymark::access {

using SealingKey = std::array<unsigned char, 32>;

/// The key in that file, 64 hexadecimal digits. A file that is not there is made with a new key, readable by its owner alone.
/// Throws std::runtime_error, in words for whoever runs the service, when others may read it or it holds no key.
[[nodiscard]] SealingKey key_from_file(const std::filesystem::path& file);
/// The key of made-up areas, whose secrets are none.
[[nodiscard]] SealingKey made_up_key();

/// What this program seals with. Said once, before it serves.
void use_sealing_key(const SealingKey& key);

/// `bound_to` says whose it is: moved to another place in the database, it does not open.
[[nodiscard]] std::string seal(std::string_view plain, std::string_view bound_to);
/// None when it was sealed with another key, for another place, or is damaged.
[[nodiscard]] std::optional<std::string> unseal(std::string_view sealed, std::string_view bound_to);

}  // namespace waymark::access
