// Forms that were taken, so that the same one sent again is not done twice.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/database/database.hpp"

namespace waymark::people {

/// Keeps that this sending is done, in the transaction that does it. False when it was done before: then this transaction must not be.
[[nodiscard]] bool keep_sending(Transaction& tx, std::string_view sending);
/// Keeps where its answer led.
void keep_next_page(Transaction& tx, std::string_view sending, std::string_view next_page);
/// As if it had not been sent: its answer was a refusal after all.
void let_go_of_sending(Transaction& tx, std::string_view sending);

struct SentBefore {
    std::optional<std::string> next_page;  // none while the first answer is being made, or when the server ended before it was
};

[[nodiscard]] std::optional<SentBefore> sent_before(Transaction& tx, std::string_view sending);

}  // namespace waymark::people
