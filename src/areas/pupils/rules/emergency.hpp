// Opening a child’s record in an emergency, without any relation to the child: who may, what they must say, for how long it counts.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "pupils/rules/access.hpp"

namespace waymark::pupils {

enum class Danger { missing, hurt_by_somebody, may_hurt_themselves, ill_or_injured, other };
[[nodiscard]] std::string danger_words(Danger danger);  // "The child is missing"

/// What a commissioner found afterwards.
enum class Finding { right_to_look, not_right };
[[nodiscard]] std::string finding_words(Finding finding);

/// Whether somebody in that role may open a record in an emergency: those who see some of the children. Whoever sees the whole authority,
/// inspectors among them, has no need to; administrators and those who are signed out see nobody and never may.
/// Rule       R53: sharing without consent is allowed where a child’s safety needs it
[[nodiscard]] bool may_look_in_emergency(std::optional<Role> role);

/// From one instant up to another, which is not part of it. Instants, not days: 24 hours from ten to midnight are neither ten minutes nor two days.
struct InstantRange {
    Instant from, before;
    [[nodiscard]] bool contains(Instant at) const { return from <= at && at < before; }
};

/// By which right somebody sees a child now, if by any.
enum class Sight { none, in_emergency, by_relationship };

/// A relation of today comes first: who has one needs no emergency.
/// opened     what this person opened about this child in the role and at the organisation in which they ask now
/// Rule       R53; invariant 7 of the data model
[[nodiscard]] Sight sight_of(std::optional<Role> role, const Relationship& relationship, std::span<const InstantRange> opened, Date today, Instant now);

/// The one page that an emergency opens, as its route is written. It was made for it; every other page was written for those with a relation.
inline constexpr std::string_view emergency_page = "/pupils/{pupil}/emergency";

/// Hours a record stays open unless the authority chose otherwise, and what it may choose.
/// Source     Waymark’s own: a night and a morning, so that whoever acts at five in the afternoon still sees it when the offices open
///            (UK GDPR art. 5(1)(c) and (e): no more, and no longer, than is needed)
inline constexpr int emergency_hours = 24, emergency_hours_least = 1, emergency_hours_most = 72;
/// The authority’s choice, as it is kept; the default when it made none or none that can be read.
[[nodiscard]] int emergency_hours_chosen(const std::optional<std::string>& choice);
[[nodiscard]] Problems problems_with_emergency_hours(int hours);

/// So often may one person ask within an hour, whether they name a child or nobody.
inline constexpr int emergency_tries_an_hour = 5;

/// Whom somebody asks for: by reference, or by last name and date of birth together. Never by parts of either.
struct EmergencyRequest {
    std::string reference;
    std::string last_name;
    std::optional<Date> born;
    std::optional<Danger> danger;
    std::string why;
};
/// All that is wrong with it before anybody is looked for, on the fields reference, last_name, born, danger and why.
[[nodiscard]] Problems problems_with(const EmergencyRequest& request);

/// By when a commissioner has looked at it: two working days.
/// Rule       R3
[[nodiscard]] Date emergency_review_due(Date opened_on);

struct EmergencyReview {
    std::optional<Finding> finding;
    std::string words;
};
[[nodiscard]] Problems problems_with(const EmergencyReview& review);

}  // namespace waymark::pupils
