// Family links as they are kept: made, looked up by what a browser shows, opened once, ended.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "family/rules/link.hpp"
#include "platform/context.hpp"
#include "platform/database/database.hpp"

namespace waymark::family {

enum class MadeBy { sender, reader };

struct NewFamilyLink {
    FamilyLinkId id;
    pupils::PupilId pupil;
    Id contact;
    std::string_view token;              // kept as a hash
    std::optional<Id> message;           // it leaves by; none: it is handed over
    MadeBy made_by = MadeBy::sender;
};
/// Takes the place of all links of that person.
void insert_link(Transaction& tx, const NewFamilyLink& link, const LinkLimits& limits = {});

/// Whatever its state; none when there is no such link in this authority.
[[nodiscard]] std::optional<FamilyLink> link_by_token(Transaction& tx, std::string_view token);
/// Newest first.
[[nodiscard]] std::vector<FamilyLink> links_of(Transaction& tx, Id contact);
/// Expects that there was one.
[[nodiscard]] EarlierLinks earlier_links(Transaction& tx, Id contact);

void note_wrong_fact(Transaction& tx, FamilyLinkId link);
/// Answers the secret for the browser that opened it; none when another was quicker.
[[nodiscard]] std::optional<std::string> open_link(Transaction& tx, FamilyLinkId link);
/// Ends all of that person's links and visits, for somebody who works with the child.
void end_links(Transaction& tx, Id contact, UserId by);
/// The reader has left.
void end_visit(Transaction& tx, FamilyLinkId link);

struct Visit {
    FamilyLink link;
    std::string contact_name;
};
/// The visit that the browser with that secret makes by that link, if it goes on and its reader may still read. A restriction of today
/// ends it at once.
[[nodiscard]] std::optional<Visit> visit_by(Transaction& tx, std::string_view token, std::string_view secret);
void note_seen(Transaction& tx, FamilyLinkId link);

}  // namespace waymark::family
