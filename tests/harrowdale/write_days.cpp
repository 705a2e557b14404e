// Every day up to today: the registers as they were taken, and the reviews as they were held or missed.
#include <fmt/format.h>

#include "attendance/store/counts.hpp"
#include "attendance/store/registers.hpp"
#include "harrowdale/names.hpp"
#include "harrowdale/registers.sql.hpp"
#include "harrowdale/writer.hpp"
#include "placements/store/timetable.hpp"
#include "reviews/actions/follow_placement.hpp"
#include "reviews/store/goals.hpp"

namespace waymark::harrowdale {
namespace {

attendance::AbsenceReason reason_of(Dice& dice)
{
    using enum attendance::AbsenceReason;
    const int drawn = dice.between(1, 100);
    if (drawn <= 38) return ill;
    if (drawn <= 48) return medical_appointment;
    if (drawn <= 52) return transport_not_provided;
    if (drawn <= 60) return suspended;
    return no_good_reason;
}

/// The mark a child gets that session; none when this register was never taken.
std::optional<attendance::NewMark> mark_of(Writer& writer, const PlacedChild& child, const placements::ExpectedOn& expected)
{
    Dice& dice = writer.dice;
    const bool today = expected.day == writer.options.today;
    if (today && (expected.session == Session::pm || dice.in_hundred(30))) return std::nullopt;
    if (dice.between(1, 400) == 1) return std::nullopt;
    attendance::NewMark mark{.pupil = child.pupil, .placement = child.placement, .setting = organisation_id(child.provider), .day = expected.day, .session = expected.session};
    if (dice.in_hundred(child.attendance_percent)) {
        mark.arrival = dice.in_hundred(7) ? attendance::Arrival::late : attendance::Arrival::here;
        if (mark.arrival == attendance::Arrival::late) mark.minutes_late = dice.between(3, 40);
    } else {
        mark.arrival = attendance::Arrival::not_here;
        const bool settled = !today && expected.day < writer.options.today - Days{5};
        const auto reason = settled || dice.in_hundred(45) ? reason_of(dice) : attendance::AbsenceReason::not_known;
        mark.reason = enum_text(reason);
        mark.code = attendance::suggested_code(mark.arrival, mark.session, child.arrangement, reason);
        return mark;
    }
    mark.code = attendance::suggested_code(mark.arrival, mark.session, child.arrangement);
    return mark;
}

void registers(Writer& writer, Transaction& tx, const PlacedChild& child)
{
    Context& context = writer.context;
    for (const auto& expected : placements::expected_of_placement(tx, child.placement, child.from)) {
        if (expected.day > writer.options.today) break;
        const auto mark = mark_of(writer, child, expected);
        if (!mark) continue;
        context.today = expected.day;
        context.now = uk_instant(expected.day, expected.session == Session::am ? 9 : 13, writer.dice.between(5, 40));
        attendance::insert_mark(tx, *mark);
    }
}

void goals(Writer& writer, Transaction& tx, const PlacedChild& child)
{
    const int first = writer.dice.between(0, static_cast<int>(harrowdale::goals().size()) - 3);
    for (int goal = 0; goal < 2; ++goal)
        reviews::insert_goal(tx, {.id = goal_id(child.placement, goal), .words = std::string{harrowdale::goals()[static_cast<std::size_t>(first + goal)]},
                                  .measure = goal == 0 ? "sessions attended out of ten" : "what adults see, each week", .baseline = goal == 0 ? std::optional{2.0} : std::nullopt,
                                  .target = goal == 0 ? std::optional{9.0} : std::nullopt, .unit = goal == 0 ? "sessions in ten" : ""},
                             child.pupil, child.placement);
}

/// Reviews at the end of each half-term that has closed; the last one is missing where the story says that it is overdue.
void reviews_of(Writer& writer, Transaction& tx, const PlacedChild& child)
{
    goals(writer, tx, child);
    const Date last = child.ended.value_or(writer.options.today);
    for (int round = 0; round < 12; ++round) {
        must(reviews::schedule_next_review(tx, child.placement), "a review");
        const auto due = reviews::reviews_of_placement(tx, child.placement).front();
        if (due.due_on >= last || (child.review_overdue && due.due_on + Days{60} > last)) break;
        const Date held = due.due_on - Days{writer.dice.between(0, 6)};
        writer.context.today = held;
        writer.context.now = uk_instant(held, 14, 0);
        const auto counts = attendance::counts_of_placement(tx, child.placement, child.from, held);
        const reviews::ProposedReview proposed{.held_on = held, .child_view = std::string{writer.dice.one_of(child_words())}, .family_view = std::string{writer.dice.one_of(family_words())},
                                               .attendees = "The young person, their family, the setting, the school", .is_safe = true, .meets_need = true,
                                               .summary = "Going well enough to carry on. School to visit before the next half-term.", .next_step = reviews::NextStep::go_on};
        expects(reviews::record_review(tx, due.id, due.version, proposed, counts.present, counts.possible()));
        for (int goal = 0; goal < 2; ++goal)
            reviews::insert_reading(tx, {.goal = goal_id(child.placement, goal), .read_on = held, .value = goal == 0 ? std::optional<double>{writer.dice.between(4, 9)} : std::nullopt,
                                         .words = goal == 0 ? "" : "Some weeks better than others."}, due.id);
    }
    if (child.ended) reviews::drop_due_review(tx, child.placement);
}

}  // namespace

reviews::GoalId goal_id(placements::PlacementId placement, int number)
{
    return {Id::from_words(fmt::format("goal {} of {}", number, placement.text()))};
}

void write_days(Writer& writer)
{
    must(writer.context.in_transaction([&](Transaction& tx) -> Result<void> {
        std::size_t done = 0, next_count = 1;
        for (const PlacedChild& child : writer.placed) {
            if (done + 1 >= next_count) {
                tx.run(sql::count_rows_afresh);
                next_count = 2 * (done + 1);
            }
            writer.at(child.from, 9, 0, child.recorded_by);
            registers(writer, tx, child);
            reviews_of(writer, tx, child);
            if (++done % 500 == 0) writer.options.progress(fmt::format("registers and reviews: {} of {} placements", done, writer.placed.size()));
        }
        return {};
    }), "registers and reviews");
}

}  // namespace waymark::harrowdale
