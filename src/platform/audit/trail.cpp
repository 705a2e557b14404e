// Appends to the event trail, reads it, and proves that nobody touched it.
#include "platform/audit/trail.hpp"

#include <algorithm>
#include <map>

#include "platform/access/token.hpp"
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
        .details = {.before = row.maybe_text("before"), .after = row.maybe_text("after"), .reason = row.maybe_text("reason"), .salt = row.maybe_text("details_salt")},
        .details_hash = row.maybe_text("details_hash"),
        .from_address = row.maybe_text("from_address"),
        .previous_hash = row.text("previous_hash"),
    };
}

constexpr std::string_view erased_entity = "pupil", erased_verb = "erased";

/// Walks up the chain and remembers what was erased, until the event that says who erased it has come.
class Reading {
public:
    explicit Reading(const std::optional<Seal>& kept, std::string_view authority) : kept_{kept}, authority_{authority} {}

    /// The first thing that is wrong with this event, if any.
    std::optional<Fault> next(const Link& link, const std::string& hash)
    {
        const std::int64_t expected = last_.sequence + 1;
        if (link.sequence != expected) return Fault{expected, "the event is missing"};
        if (link.previous_hash != last_.hash) return Fault{expected, "the event does not follow the one before it"};
        if (hash_of(authority_, link) != hash) return Fault{expected, "the event was changed"};
        if (kept_ && kept_->sequence == expected && kept_->hash != hash) return Fault{expected, "the chain was made anew after it was sealed"};
        if (link.details_hash && link.details.salt && hash_of(link.details) != *link.details_hash) return Fault{expected, "what the event says was changed"};
        if (link.details_hash && !link.details.salt) {
            const Details& left = link.details;
            if (left.before || left.after || left.reason) return Fault{expected, "what the event says was changed"};
            if (!link.pupil) return Fault{expected, "what the event says was taken away"};
            without_words_.try_emplace(*link.pupil, expected);
        }
        if (link.pupil && link.entity == erased_entity && link.verb == erased_verb) without_words_.erase(*link.pupil);
        last_ = {link.sequence, hash};
        return std::nullopt;
    }

    /// What was taken away though nobody is on record as having erased it.
    [[nodiscard]] std::optional<Fault> at_the_end() const
    {
        if (without_words_.empty()) return std::nullopt;
        const auto first = std::ranges::min_element(without_words_, {}, [](const auto& each) { return each.second; });
        return Fault{first->second, "what the event says was taken away, and no later event says that the child’s record was erased"};
    }

    [[nodiscard]] const Seal& last() const { return last_; }

private:
    const std::optional<Seal>& kept_;
    std::string_view authority_;
    Seal last_;
    std::map<std::string, std::int64_t> without_words_;  // by child, the first such event
};

}  // namespace

std::optional<std::string> acting_as(const Who& who)
{
    if (who.family) return "family";
    return who.role ? std::optional{std::string{enum_text(*who.role)}} : std::nullopt;
}

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
        .acting_as = acting_as(who),
        .organisation = who.organisation.value.is_nil() ? std::nullopt : std::optional{who.organisation.text()},
        .verb = event.verb,
        .entity = event.entity,
        .about = event.about.text(),
        .pupil = if_any(event.pupil),
        .details = {.before = if_any(event.before), .after = if_any(event.after), .reason = if_any(event.reason), .salt = access::make_token()},
        .details_hash = {},
        .from_address = if_any(who.user_agent_address),
        .previous_hash = last.hash,
    };
    link.details_hash = hash_of(link.details);
    const std::string hash = hash_of(context.authority, link);
    tx.run(sql::insert_event, {{"sequence", link.sequence}, {"at", link.at}, {"acting_as", link.acting_as},
                               {"organisation", link.organisation}, {"verb", link.verb}, {"entity", link.entity},
                               {"about", link.about}, {"pupil", link.pupil}, {"before", link.details.before},
                               {"after", link.details.after}, {"reason", link.details.reason}, {"salt", link.details.salt},
                               {"details_hash", link.details_hash}, {"from_address", link.from_address}, {"previous_hash", link.previous_hash}, {"hash", hash}});
    tx.run(sql::move_head, {{"sequence", link.sequence}, {"hash", hash}});
}

Result<void> erase_details(Transaction& tx, Id pupil, std::string_view why)
{
    tx.run(sql::erase_details, {{"pupil", pupil}});
    return tx.record({.verb = std::string{erased_verb}, .entity = std::string{erased_entity}, .about = pupil, .pupil = pupil, .before = {}, .after = {}, .reason = std::string{why}});
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
    Reading reading{kept, tx.context().authority};
    for (std::int64_t after = 0; after < head.sequence && !fault; after += step)
        tx.each(sql::chain, {{"after", after}, {"up_to", std::min(after + step, head.sequence)}}, [&](const Row& row) {
            if (!fault) fault = reading.next(link_from(row), row.text("hash"));
        });
    if (fault) return fault;
    const Seal& last = reading.last();
    if (last.sequence != head.sequence) return Fault{last.sequence + 1, "the event is missing"};
    if (last.hash != head.hash) return Fault{last.sequence, "the last event is not the one that was recorded last"};
    if (tx.number(sql::events_after_head, {{"head", head.sequence}}) > 0)
        return Fault{head.sequence + 1, "the event was added without being recorded"};
    return reading.at_the_end();
}

}  // namespace waymark::audit
