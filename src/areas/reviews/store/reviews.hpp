// Reviews of placements: due, held, and what was said.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "placements/rules/words.hpp"
#include "platform/context.hpp"
#include "pupils/rules/pupil.hpp"
#include "reviews/rules/review.hpp"

namespace waymark::reviews {

using placements::PlacementId;
using pupils::PupilId;

struct Review {
    ReviewId id;
    PupilId pupil;
    PlacementId placement;
    Date due_on;
    ReviewState state = ReviewState::due;
    std::optional<Date> held_on;
    std::string attendees, child_view, family_view, summary, next_step_reason;
    std::optional<ViewMethod> child_view_method;
    std::optional<bool> is_safe, meets_need;
    std::optional<int> attended, possible;   // the record as it stood when the review was held
    std::optional<NextStep> next_step;
    int version = 1;
};

/// A line of the review calendar.
struct ReviewLine {
    ReviewId id;
    Date due_on;
    std::optional<Date> held_on;
    std::optional<NextStep> next_step;
    std::string reference, known_as, last_name, setting_name;
    Date expected_end;
};

/// The facts of the placement that the pack is made from.
struct PlacementUnderReview {
    PlacementId id;
    PupilId pupil;
    OrganisationId setting;
    std::string reference, known_as, setting_name, programme_name, school_name, purpose;
    std::string authority_officer, school_lead, provider_lead;
    Date from, expected_end;
    placements::PlacementState state = placements::PlacementState::active;
    std::optional<OrganisationId> roll_school;
};

/// A review that is due, with what its date is counted from.
struct DueReview {
    ReviewId id;
    PlacementId placement;
    PupilId pupil;
    Date due_on;
    Date from, expected_end;
    std::optional<OrganisationId> roll_school;
    std::optional<Date> last_held;
};
[[nodiscard]] std::vector<DueReview> due_reviews_to_count(Transaction& tx);

/// Puts a review on the calendar; a placement has one that is due at a time, so a second is left out.
void insert_review(Transaction& tx, ReviewId id, PupilId pupil, PlacementId placement, Date due_on);
void move_due_review(Transaction& tx, PlacementId placement, Date due_on);
void drop_due_review(Transaction& tx, PlacementId placement);
/// Whether the row was changed: not when somebody recorded it, or another version, first.
[[nodiscard]] bool record_review(Transaction& tx, ReviewId id, int seen_version, const ProposedReview& review, int attended, int possible);

[[nodiscard]] std::optional<Review> find_review(Transaction& tx, ReviewId id);
[[nodiscard]] std::vector<Review> reviews_of_placement(Transaction& tx, PlacementId placement);
[[nodiscard]] std::optional<Date> last_held(Transaction& tx, PlacementId placement);
[[nodiscard]] std::vector<ReviewLine> due_reviews(Transaction& tx, Date until);
[[nodiscard]] std::vector<ReviewLine> held_reviews(Transaction& tx, Date since);
[[nodiscard]] std::optional<PlacementUnderReview> placement_under_review(Transaction& tx, PlacementId placement);

}  // namespace waymark::reviews
