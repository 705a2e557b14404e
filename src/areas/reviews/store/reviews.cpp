// Thin names for the review queries.
#include "reviews/store/reviews.hpp"

#include "pupils/store/access.hpp"
#include "reviews/store/reviews.sql.hpp"

namespace waymark::reviews {
namespace {

std::optional<bool> maybe_boolean(const Row& row, std::string_view column)
{
    return row.is_null(column) ? std::nullopt : std::optional{row.boolean(column)};
}

Review review_of(const Row& row)
{
    return {
        .id = row.id<ReviewId>("id"),
        .pupil = row.id<PupilId>("pupil_id"),
        .placement = row.id<PlacementId>("placement_id"),
        .due_on = row.date("due_on"),
        .state = row.one_of<ReviewState>("state"),
        .held_on = row.maybe_date("held_on"),
        .attendees = row.text("attendees"),
        .child_view = row.text("child_view"),
        .family_view = row.text("family_view"),
        .summary = row.text("summary"),
        .next_step_reason = row.text("next_step_reason"),
        .child_view_method = row.maybe_one_of<ViewMethod>("child_view_method"),
        .is_safe = maybe_boolean(row, "is_safe"),
        .meets_need = maybe_boolean(row, "meets_need"),
        .attended = row.maybe_number("attended"),
        .possible = row.maybe_number("possible"),
        .next_step = row.maybe_one_of<NextStep>("next_step"),
        .version = row.number("version"),
    };
}

ReviewLine line_of(const Row& row)
{
    return {
        .id = row.id<ReviewId>("id"),
        .due_on = row.date("due_on"),
        .held_on = row.maybe_date("held_on"),
        .next_step = row.maybe_one_of<NextStep>("next_step"),
        .reference = row.text("reference"),
        .known_as = row.text("known_as"),
        .last_name = row.text("last_name"),
        .setting_name = row.text("setting_name"),
        .expected_end = row.date("expected_end"),
    };
}

}  // namespace

void insert_review(Transaction& tx, ReviewId id, PupilId pupil, PlacementId placement, Date due_on)
{
    tx.run(sql::insert_review, {{"id", id}, {"pupil", pupil}, {"placement", placement}, {"due_on", due_on}});
}

void move_due_review(Transaction& tx, PlacementId placement, Date due_on)
{
    tx.run(sql::move_due_review, {{"placement", placement}, {"due_on", due_on}});
}

std::vector<DueReview> due_reviews_to_count(Transaction& tx)
{
    return tx.all(sql::due_reviews_to_count, {}, [](const Row& row) {
        return DueReview{.id = row.id<ReviewId>("id"),
                         .placement = row.id<PlacementId>("placement_id"),
                         .pupil = row.id<PupilId>("pupil_id"),
                         .due_on = row.date("due_on"),
                         .from = row.date("from_day"),
                         .expected_end = row.date("expected_end"),
                         .roll_school = row.maybe_id<OrganisationId>("roll_school_id"),
                         .last_held = row.maybe_date("last_held")};
    });
}

void drop_due_review(Transaction& tx, PlacementId placement) { tx.run(sql::drop_due_review, {{"placement", placement}}); }

bool record_review(Transaction& tx, ReviewId id, int seen_version, const ProposedReview& review, int attended, int possible)
{
    return tx.run(sql::record_review, {{"id", id},
                                       {"seen_version", seen_version},
                                       {"held_on", review.held_on},
                                       {"attendees", review.attendees},
                                       {"child_view", review.child_view},
                                       {"child_view_method", review.child_view_method},
                                       {"family_view", review.family_view},
                                       {"is_safe", review.is_safe},
                                       {"meets_need", review.meets_need},
                                       {"summary", review.summary},
                                       {"attended", attended},
                                       {"possible", possible},
                                       {"next_step", review.next_step},
                                       {"next_step_reason", review.next_step_reason}}) == 1;
}

std::optional<Review> find_review(Transaction& tx, ReviewId id) { return tx.maybe_one(sql::review_by_id, {{"id", id}}, review_of); }

std::vector<Review> reviews_of_placement(Transaction& tx, PlacementId placement)
{
    return tx.all(sql::reviews_of_placement, {{"placement", placement}}, review_of);
}

std::optional<Date> last_held(Transaction& tx, PlacementId placement)
{
    const auto held = tx.maybe_one(sql::last_held, {{"placement", placement}}, [](const Row& row) { return row.maybe_date("held_on"); });
    return held ? *held : std::nullopt;
}

std::vector<ReviewLine> due_reviews(Transaction& tx, Date until)
{
    Bindings bindings = pupils::visible_to(tx.context().who);
    bindings.emplace_back("until", until);
    return tx.all(sql::due_reviews, bindings, line_of);
}

std::vector<ReviewLine> held_reviews(Transaction& tx, Date since)
{
    Bindings bindings = pupils::visible_to(tx.context().who);
    bindings.emplace_back("since", since);
    return tx.all(sql::held_reviews, bindings, line_of);
}

std::optional<PlacementUnderReview> placement_under_review(Transaction& tx, PlacementId placement)
{
    return tx.maybe_one(sql::placement_under_review, {{"placement", placement}}, [](const Row& row) {
        return PlacementUnderReview{
            .id = row.id<PlacementId>("id"),
            .pupil = row.id<PupilId>("pupil_id"),
            .setting = row.id<OrganisationId>("organisation_id"),
            .reference = row.text("reference"),
            .known_as = row.text("known_as"),
            .setting_name = row.text("setting_name"),
            .programme_name = row.text("programme_name"),
            .school_name = row.text_or_empty("school_name"),
            .purpose = row.text("purpose"),
            .authority_officer = row.text("authority_officer"),
            .school_lead = row.text("school_lead"),
            .provider_lead = row.text("provider_lead"),
            .from = row.date("from_day"),
            .expected_end = row.date("expected_end"),
            .state = row.one_of<placements::PlacementState>("state"),
            .roll_school = row.maybe_id<OrganisationId>("roll_school_id"),
        };
    });
}

}  // namespace waymark::reviews
