// A family's link: whom it may be sent to, when it opens, how long a visit lasts, and when its reader may ask for another.
#pragma once

#include <chrono>
#include <optional>
#include <span>

#include "foundation/result.hpp"
#include "pupils/rules/contact_restriction.hpp"
#include "pupils/rules/pupil.hpp"

namespace waymark::family {

struct FamilyLinkTag;
using FamilyLinkId = IdOf<FamilyLinkTag>;

/// Our own choice, since no law gives these numbers. In force from 1 December 2026.
struct LinkLimits {
    std::chrono::days opens_within{7};         // time enough to find the message; a letter takes some of it
    std::chrono::minutes visit_idle{30};       // a phone that lies about
    std::chrono::hours visit_whole{12};
    int wrong_facts{5};                        // then this link opens no more
    int wrong_facts_of_contact{15};            // over several links: then somebody who works with the child sends the next
    std::chrono::minutes between_renewals{5};  // nobody's mailbox is filled by somebody else's asking
    int renewals_a_day{5};
};

struct FamilyLink {
    FamilyLinkId id;
    pupils::PupilId pupil;
    Id contact;
    bool was_sent = false;                     // by a message; else it was handed over
    Instant made_at;
    Instant expires_at;
    int wrong_facts = 0;
    std::optional<Instant> opened_at, seen_at;
    std::optional<Instant> ended_at;
    bool was_ended_by_somebody = false;        // who works with the child
};

/// waiting: nobody has opened it yet · open: its visit goes on · over: the visit has ended · expired: nobody opened it in time ·
/// locked: too many wrong facts · ended: by somebody who works with the child, by a later link, or by its reader before it was opened
enum class LinkState { waiting, open, over, expired, locked, ended };
/// The edges: at `expires_at` it has expired; idle for all of `visit_idle`, or `visit_whole` after it was opened, the visit is over.
[[nodiscard]] LinkState state_of(const FamilyLink& link, Instant now, const LinkLimits& limits = {});
[[nodiscard]] std::string_view state_words(LinkState state);  // "Not opened yet"

/// What stands against sending this person a link today: they must not be contacted; they must not be told where the child lives or
/// learns, which the pages behind it tell; or they have no parental responsibility and nobody said that they look after the child.
/// Fails  `family.must_not_be_contacted`, `family.must_not_know_where`, `family.looks_after_missing` on `looks_after`
/// Rule   R53: each is told only what they need
[[nodiscard]] Problems problems_with_reader(const pupils::Contact& contact, std::span<const pupils::ContactRestriction> restrictions, Date today, bool looks_after);

/// What is known of the links of one person when they ask for another in the place of any of them.
struct EarlierLinks {
    FamilyLink latest;                         // the last that was made for them, by whomever
    int asked_for_today = 0;                   // by its reader, within the last 24 hours
    int wrong_facts = 0;                       // since one opened, or since somebody who works with the child sent one
};
/// Whether another may be sent: not once somebody who works with the child has ended the latest, and not while that one is open. One
/// that waits may be: its message may be lost.
[[nodiscard]] bool may_be_renewed(const EarlierLinks& earlier, Instant now, const LinkLimits& limits = {});

/// How many wrong facts are left before the link opens no more.
[[nodiscard]] int tries_left(const FamilyLink& link, const LinkLimits& limits = {});

}  // namespace waymark::family
