// Messages that leave. Put down in the transaction of what they tell, so that none leaves for what did not happen and none is
// forgotten; sent by a worker of its own. Neither a child nor a name belongs in one: mail is read on many screens.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "platform/context.hpp"
#include "platform/database/database.hpp"

namespace waymark::outbox {

/// Where this service is reached, for links in messages: "https://waymark.example.gov.uk". None: no mail server was named, and nothing
/// may be put down. Said once, before the program serves.
void send_mail_with_links_to(std::optional<std::string> origin);
[[nodiscard]] std::optional<std::string> origin_of_links();

struct Message {
    std::string to, subject, body;
};
/// Answers its id.
Id put(Transaction& tx, const Message& message);
/// Takes it away, sent or not.
void erase(Transaction& tx, Id message);

/// How often one message is tried, and how long after each failure: 1, 2, 4 … minutes, so about an hour in all.
inline constexpr int tries_most = 7;
[[nodiscard]] std::chrono::minutes wait_after(int tries);

/// Hands each message that is due to `send`, which answers what went wrong, or nothing. Answers how many were sent. What is sent or given
/// up is forgotten but for whom it went to and when.
int send_due(Context& context, const std::function<std::optional<std::string>(const Message&)>& send);
/// How many wait to be sent.
[[nodiscard]] std::int64_t waiting(Transaction& tx);

/// Removes what is left of messages that were sent or given up and put down before then: to whom and when. Answers how many.
std::int64_t forget_messages(Transaction& tx, Instant before);

}  // namespace waymark::outbox
