// Mail as it goes over the wire.
#pragma once

#include <optional>
#include <string>

#include "foundation/date.hpp"
#include "platform/outbox/outbox.hpp"

namespace waymark::outbox {

struct MailServer {
    std::string address;         // "smtp://mail.example.gov.uk:587", "smtps://…"
    std::string from;            // "waymark@example.gov.uk"
    std::string user, password;  // none: the server knows this machine
    bool must_encrypt = true;    // smtp:// begins in the clear, and goes on encrypted or not at all
};

/// The message with its headers, lines ending as RFC 5322 wants; the body as base64, so that no line is too long and no letter is
/// lost. Expects that no header holds a line break.
/// Source     RFC 5322, RFC 2045
[[nodiscard]] std::string mail_text(const Message& message, const MailServer& server, const std::string& id, Instant at);

/// What went wrong, in the words of the mail server or of libcurl; nothing when the server took it.
[[nodiscard]] std::optional<std::string> send_mail(const Message& message, const MailServer& server);

}  // namespace waymark::outbox
