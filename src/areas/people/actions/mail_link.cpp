// Two messages, in plain words.
#include "people/actions/mail_link.hpp"

#include "foundation/text.hpp"
#include "platform/outbox/outbox.hpp"

namespace waymark::people {

std::string link_mail_subject(LinkKind kind)
{
    return kind == LinkKind::invitation ? "Your invitation to Waymark" : "Your new password for Waymark";
}

std::string link_mail_body(LinkKind kind, std::string_view address_of_link)
{
    const LinkLimits limits;
    const std::string link{address_of_link};
    if (kind == LinkKind::invitation)
        return "You have been invited to use Waymark.\n\nChoose your password here. The link works once, within " + counted(limits.invitation.count(), "hour") + ":\n\n" + link +
               "\n\nIf you did not expect this, do nothing.\n";
    return "Somebody asked for a new password for your account at Waymark.\n\nSet it here. The link works once, within " + counted(limits.reset.count(), "hour") + ":\n\n" + link +
           "\n\nIf you do not want a new password, do nothing: the one you have stays as it is.\n";
}

bool mail_link(Transaction& tx, const User& user, LinkKind kind, std::string_view token)
{
    const auto origin = outbox::origin_of_links();
    if (!origin) return false;
    outbox::put(tx, {.to = user.email, .subject = link_mail_subject(kind), .body = link_mail_body(kind, *origin + "/sign-in/link/" + std::string{token})});
    return true;
}

}  // namespace waymark::people
