// The statements of links.sql, by name.
#include "family/store/links.hpp"

#include <algorithm>

#include "family/store/links.sql.hpp"
#include "platform/access/token.hpp"
#include "pupils/store/contact_restrictions.hpp"
#include "pupils/store/pupils.hpp"

namespace waymark::family {
namespace {

FamilyLink link_from(const Row& row)
{
    return {
        .id = row.id<FamilyLinkId>("id"),
        .pupil = row.id<pupils::PupilId>("pupil_id"),
        .contact = row.id<Id>("contact_id"),
        .was_sent = !row.is_null("message_id"),
        .made_at = row.instant("created_at"),
        .expires_at = row.instant("expires_at"),
        .wrong_facts = row.number("wrong_facts"),
        .opened_at = row.maybe_instant("opened_at"),
        .seen_at = row.maybe_instant("seen_at"),
        .ended_at = row.maybe_instant("ended_at"),
        .was_ended_by_somebody = !row.is_null("ended_by"),
    };
}

}  // namespace

void insert_link(Transaction& tx, const NewFamilyLink& link, const LinkLimits& limits)
{
    tx.run(sql::end_family_links, {{"contact", link.contact}, {"ended_by", std::optional<UserId>{}}});
    const auto sender = link.made_by == MadeBy::sender ? std::optional{tx.context().who.user} : std::nullopt;
    tx.run(sql::insert_family_link, {{"id", link.id}, {"pupil", link.pupil}, {"contact", link.contact}, {"token_hash", access::token_hash(link.token)}, {"message", link.message},
                                     {"made_by", link.made_by}, {"created_by", sender}, {"expires_at", tx.now() + limits.opens_within}});
}

std::optional<FamilyLink> link_by_token(Transaction& tx, std::string_view token)
{
    return tx.maybe_one(sql::family_link_by_token, {{"token_hash", access::token_hash(token)}}, link_from);
}

std::vector<FamilyLink> links_of(Transaction& tx, Id contact) { return tx.all(sql::family_links_of_contact, {{"contact", contact}}, link_from); }

EarlierLinks earlier_links(Transaction& tx, Id contact)
{
    const auto all = links_of(tx, contact);
    expects(!all.empty());
    return {.latest = all.front(),
            .asked_for_today = static_cast<int>(tx.number(sql::family_links_asked_for_since, {{"contact", contact}, {"since", tx.now() - Days{1}}})),
            .wrong_facts = static_cast<int>(tx.number(sql::wrong_facts_of_contact, {{"contact", contact}}))};
}

void note_wrong_fact(Transaction& tx, FamilyLinkId link) { tx.run(sql::note_wrong_fact, {{"id", link}}); }

std::optional<std::string> open_link(Transaction& tx, FamilyLinkId link)
{
    auto secret = access::make_token();
    if (tx.run(sql::open_family_link, {{"id", link}, {"visit_hash", access::token_hash(secret)}}) != 1) return std::nullopt;
    return secret;
}

void end_links(Transaction& tx, Id contact, UserId by) { tx.run(sql::end_family_links, {{"contact", contact}, {"ended_by", std::optional{by}}}); }

void end_visit(Transaction& tx, FamilyLinkId link) { tx.run(sql::end_family_visit, {{"id", link}}); }

std::optional<Visit> visit_by(Transaction& tx, std::string_view token, std::string_view secret)
{
    struct Shown {
        FamilyLink link;
        std::string visit_hash;
    };
    const auto shown = tx.maybe_one(sql::family_link_by_token, {{"token_hash", access::token_hash(token)}},
                                    [](const Row& row) { return Shown{link_from(row), row.text_or_empty("visit_hash")}; });
    if (!shown || !access::is_same_secret(shown->visit_hash, access::token_hash(secret)) || state_of(shown->link, tx.now()) != LinkState::open) return std::nullopt;
    const auto contacts = pupils::contacts_of(tx, shown->link.pupil);
    const auto contact = std::ranges::find(contacts, shown->link.contact, &pupils::Contact::id);
    expects(contact != contacts.end());
    // That they look after the child was said when the link was made.
    if (!problems_with_reader(*contact, pupils::restrictions_of(tx, shown->link.pupil), tx.today(), true).empty()) return std::nullopt;
    return Visit{shown->link, contact->name};
}

void note_seen(Transaction& tx, FamilyLinkId link) { tx.run(sql::note_family_seen, {{"id", link}}); }

}  // namespace waymark::family
