// A message is claimed in one transaction, sent outside of any, and crossed out in another.
#include "platform/outbox/outbox.hpp"

#include "foundation/result.hpp"
#include "platform/access/sealing.hpp"
#include "platform/outbox/outbox.sql.hpp"

namespace waymark::outbox {
namespace {

constexpr int at_most_at_once = 20;

std::optional<std::string>& origin()
{
    static std::optional<std::string> said;
    return said;
}

struct Due {
    Id id;
    std::string to, subject, sealed_body;
    int tries = 0;
};

std::vector<Due> due(Context& context)
{
    return context.read([](Transaction& tx) {
        return tx.all(sql::due_messages, {{"at_most", at_most_at_once}}, [](const Row& row) {
            return Due{row.id<Id>("id"), row.text("sent_to"), row.text("subject"), row.text_or_empty("sealed_body"), row.number("tries")};
        });
    });
}

template <class F>
void write(Context& context, F&& work)
{
    (void)context.in_transaction([&](Transaction& tx) -> Result<void> {
        work(tx);
        return {};
    });
}

bool claim(Context& context, const Due& message)
{
    bool is_ours = false;
    write(context, [&](Transaction& tx) {
        is_ours = tx.run(sql::claim_message, {{"id", message.id}, {"tries", message.tries}, {"next_try_at", tx.now() + wait_after(message.tries + 1)}}) == 1;
    });
    return is_ours;
}

}  // namespace

void send_mail_with_links_to(std::optional<std::string> said) { origin() = std::move(said); }

std::optional<std::string> origin_of_links() { return origin(); }

Id put(Transaction& tx, const Message& message)
{
    expects(origin().has_value());
    const Id id = Id::make(tx.now());
    tx.run(sql::put_message, {{"id", id}, {"sent_to", message.to}, {"subject", message.subject}, {"sealed_body", access::seal(message.body, id.text())}});
    return id;
}

void erase(Transaction& tx, Id message) { tx.run(sql::erase_message, {{"id", message}}); }

std::chrono::minutes wait_after(int tries) { return std::chrono::minutes{1 << (tries - 1)}; }

int send_due(Context& context, const std::function<std::optional<std::string>(const Message&)>& send)
{
    int sent = 0;
    for (const auto& message : due(context)) {
        if (!claim(context, message)) continue;
        const auto body = access::unseal(message.sealed_body, message.id.text());
        const auto failure = body ? send({message.to, message.subject, *body}) : std::optional<std::string>{"sealed with another key"};
        const bool is_last = !body || message.tries + 1 >= tries_most;
        write(context, [&](Transaction& tx) {
            if (!failure) tx.run(sql::message_sent, {{"id", message.id}});
            else tx.run(is_last ? sql::message_given_up : sql::message_failed, {{"id", message.id}, {"failure", *failure}});
        });
        if (!failure) ++sent;
    }
    return sent;
}

std::int64_t forget_messages(Transaction& tx, Instant before) { return tx.run(sql::forget_messages, {{"before", before}}); }

std::int64_t waiting(Transaction& tx) { return tx.number(sql::messages_waiting); }

}  // namespace waymark::outbox
