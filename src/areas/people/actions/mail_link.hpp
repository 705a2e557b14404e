// Links that set a password, by mail where the service sends any.
#pragma once

#include <string>
#include <string_view>

#include "people/store/links.hpp"
#include "people/store/users.hpp"

namespace waymark::people {

/// The words of the message: neither the person nor anybody else is named in it.
[[nodiscard]] std::string link_mail_subject(LinkKind kind);
[[nodiscard]] std::string link_mail_body(LinkKind kind, std::string_view address_of_link);

/// Puts a message with the link down, to be sent once this transaction is done. False when the service sends no mail: then
/// somebody hands the link over.
[[nodiscard]] bool mail_link(Transaction& tx, const User& user, LinkKind kind, std::string_view token);

}  // namespace waymark::people
