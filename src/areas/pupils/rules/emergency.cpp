// One switch of roles; the rest is words and hours.
#include "pupils/rules/emergency.hpp"

#include <algorithm>
#include <charconv>

#include "foundation/text.hpp"
#include "vocabulary/bank_holidays.hpp"

namespace waymark::pupils {
namespace {

constexpr int words_least = 5, letters_least = 20, review_working_days = 2;

bool says_enough(std::string_view text)
{
    const auto told = trimmed(text);
    const auto words = std::ranges::count_if(split(told, ' '), [](std::string_view word) { return !trimmed(word).empty(); });
    return words >= words_least && told.size() >= letters_least;
}

}  // namespace

std::string danger_words(Danger danger)
{
    switch (danger) {
    case Danger::missing: return "The child is missing";
    case Danger::hurt_by_somebody: return "Somebody hurts the child, or may";
    case Danger::may_hurt_themselves: return "The child may hurt themselves";
    case Danger::ill_or_injured: return "The child is ill or injured";
    case Danger::other: return "Another danger";
    }
    return {};
}

std::string finding_words(Finding finding)
{
    switch (finding) {
    case Finding::right_to_look: return "Right to look";
    case Finding::not_right: return "Not right";
    }
    return {};
}

bool may_look_in_emergency(std::optional<Role> role)
{
    switch (scope_of(role)) {
    case Scope::children_with_sen:
    case Scope::looked_after_children:
    case Scope::schools_of_trust:
    case Scope::own_organisation: return true;
    case Scope::whole_authority:
    case Scope::nobody: return false;
    }
    expects(false);
    return false;
}

Sight sight_of(std::optional<Role> role, const Relationship& relationship, std::span<const InstantRange> opened, Date today, Instant now)
{
    if (may_see(scope_of(role), relationship, today)) return Sight::by_relationship;
    const bool is_open = std::ranges::any_of(opened, [now](const InstantRange& stretch) { return stretch.contains(now); });
    return is_open && may_look_in_emergency(role) ? Sight::in_emergency : Sight::none;
}

int emergency_hours_chosen(const std::optional<std::string>& choice)
{
    if (!choice) return emergency_hours;
    int hours = 0;
    const auto [end, failed] = std::from_chars(choice->data(), choice->data() + choice->size(), hours);
    const bool is_whole = failed == std::errc{} && end == choice->data() + choice->size();
    return is_whole && problems_with_emergency_hours(hours).empty() ? hours : emergency_hours;
}

Problems problems_with_emergency_hours(int hours)
{
    Problems found;
    if (hours < emergency_hours_least || hours > emergency_hours_most)
        found.add("emergency.hours_out_of_range", "Enter a number of hours from 1 to 72.", "hours");
    return found;
}

Problems problems_with(const EmergencyRequest& request)
{
    Problems found;
    const bool is_named = !trimmed(request.last_name).empty();
    if (trimmed(request.reference).empty()) {
        if (!is_named && !request.born) found.add("emergency.nobody_named", "Enter the child’s reference, or their last name and date of birth.", "reference");
        else if (!is_named) found.add("emergency.name_missing", "Enter the child’s last name too.", "last_name");
        else if (!request.born) found.add("emergency.born_missing", "Enter the child’s date of birth too.", "born");
    }
    if (!request.danger) found.add("emergency.danger_missing", "Choose what danger there is.", "danger");
    if (!says_enough(request.why)) found.add("emergency.why_missing", "Say in a sentence what has happened and why you must look: five words or more.", "why");
    return found;
}

Date emergency_review_due(Date opened_on) { return add_working_days(opened_on, review_working_days); }

Problems problems_with(const EmergencyReview& review)
{
    Problems found;
    if (!review.finding) found.add("emergency.finding_missing", "Choose whether it was right to look.", "finding");
    if (!says_enough(review.words)) found.add("emergency.words_missing", "Say in a sentence what you found out and from whom: five words or more.", "words");
    return found;
}

}  // namespace waymark::pupils
