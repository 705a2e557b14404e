// Appends to the event trail, reads it, and proves that nobody touched it.
#include "platform/audit/trail.hpp"

#include "platform/audit/chain_hash.hpp"
#include "platform/audit/trail.sql.hpp"

namespace waymark::audit {
namespace {

std::optional<std::string> if_any(std::string_view text)
{
    return text.empty() ? std::nullopt : std::optional{std::string{text}};
}

template <class IdType>
std::optional<std::string> if_any(const std::optional<IdType>& id)
{
    return id ? std::optional{id->text()} : std::nullopt;
}

PastEvent past_event(const Row& row)
{
    return {
        .sequence = row.integer("sequence"),
        .at = row.instant("at"),
        .actor = row.maybe_id<UserId>("actor"),
        .acting_as = row.text_or_empty("acting_as"),
        .organisation = row.maybe_id<OrganisationId>("organisation_id"),
        .verb = row.text("verb"),
        .entity = row.text("entity"),
        .about = row.id<Id>("about"),
        .before = row.text_or_empty("before"),
        .after = row.text_or_empty("after"),
        .reason = row.text_or_empty("reason"),
    };
}

Link link_from(const Row& row)
{
    return {
        .sequence = row.integer("sequence"),
        .at = row.instant("at"),
        .actor = row.maybe_text("actor"),
        .acting_as = row.maybe_text("acting_as"),
        .organisation = row.maybe_text("organisation_id"),
        .verb = row.text("verb"),
        .entity = row.text("entity"),
        .about = row.text("about"),
        .pupil = row.maybe_text("pupil_id"),
        .before = row.maybe_text("before"),
        .after = row.maybe_text("after"),
        .reason = row.maybe_text("reason"),
        .from_address = row.maybe_text("from_address"),
        .previous_hash = row.text("previous_hash"),
    };
}

}  // namespace

void append(Transaction& tx, const Event& event)
{
    expects(tx.writing() && !event.verb.empty() && !event.entity.empty());
    const Context& context = tx.context();
    const Who& who = context.who;
    const Seal last = seal(tx);
    Link link{
        .sequence = last.sequence + 1,
        .at = context.now,
        .actor = who.user.value.is_nil() ? std::nullopt : std::optional{who.user.text()},
        .acting_as = who.role ? std::optional{std::string{enum_text(*who.role)}} : std::nullopt,
        .organisation = who.organisation.value.is_nil() ? std::nullopt : std::optional{who.organisation.text()},
        .verb = event.verb,
        .entity = event.entity,
        .about = event.about.text(),
        .pupil = if_any(event.pupil),
        .before = if_any(event.before),
        .after = if_any(event.after),
        .reason = if_any(event.reason),
        .from_address = if_any(who.user_agent_address),
        .previous_hash = last.hash,
    };
    const std::string hash = hash_of(context.authority, link);
    tx.run(sql::insert_event, {{"sequence", link.sequence}, {"at", link.at}, {"acting_as", link.acting_as},
                               {"organisation", link.organisation}, {"verb", link.verb}, {"entity", link.entity},
                               {"about", link.about}, {"pupil", link.pupil}, {"before", link.before}, {"after", link.after},
                               {"reason", link.reason}, {"from_address", link.from_address},
                               {"previous_hash", link.previous_hash}, {"hash", hash}});
    tx.run(sql::move_head, {{"sequence", link.sequence}, {"hash", hash}});
}

std::vector<PastEvent> timeline(Transaction& tx, Id pupil, Page page)
{
    return tx.all(sql::events_about_pupil, {{"pupil", pupil}, {"older_than", page.older_than}, {"most", page.most}}, past_event);
}

std::vector<PastEvent> history(Transaction& tx, Id about, Page page)
{
    return tx.all(sql::events_about_record, {{"about", about}, {"older_than", page.older_than}, {"most", page.most}}, past_event);
}

Seal seal(Transaction& tx)
{
    return tx.maybe_one(sql::head, {}, [](const Row& row) { return Seal{row.integer("sequence"), row.text("hash")}; })
        .value_or(Seal{});
}

std::optional<Fault> verify(Transaction& tx, const std::optional<Seal>& kept)
{
    const Seal head = seal(tx);
    std::optional<Fault> fault;
    if (kept && kept->sequence > head.sequence) return Fault{head.sequence + 1, "the chain is shorter than when it was sealed"};

    constexpr std::int64_t step = 10'000;  // events held in memory at once
    Seal last;
    for (std::int64_t after = 0; after < head.sequence && !fault; after += step)
        tx.each(sql::chain, {{"after", after}, {"up_to", std::min(after + step, head.sequence)}}, [&](const Row& row) {
            if (fault) return;
            const Link link = link_from(row);
            const std::string hash = row.text("hash");
            const std::int64_t expected = last.sequence + 1;
            if (link.sequence != expected) fault = Fault{expected, "the event is missing"};
            else if (link.previous_hash != last.hash) fault = Fault{expected, "the event does not follow the one before it"};
            else if (hash_of(tx.context().authority, link) != hash) fault = Fault{expected, "the event was changed"};
            else if (kept && kept->sequence == expected && kept->hash != hash)
                fault = Fault{expected, "the chain was made anew after it was sealed"};
            last = {link.sequence, hash};
        });
    if (fault) return fault;
    if (last.sequence != head.sequence) return Fault{last.sequence + 1, "the event is missing"};
    if (last.hash != head.hash) return Fault{last.sequence, "the last event is not the one that was recorded last"};
    if (tx.number(sql::events_after_head, {{"head", head.sequence}}) > 0)
        return Fault{head.sequence + 1, "the event was added without being recorded"};
    return std::nullopt;
}

}  // namespace waymark::audit
