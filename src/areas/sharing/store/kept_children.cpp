// Reads the children whose time is over; the rule says when that is.
#include "sharing/store/kept_children.hpp"

#include <algorithm>

#include "foundation/uk_time.hpp"
#include "sharing/store/kept_children.sql.hpp"
#include "vocabulary/keeping.hpp"
#include "vocabulary/school_year.hpp"

namespace waymark::sharing {
namespace {

KeptChild child_from(const Row& row)
{
    const auto sent = row.maybe_instant("last_sent_at");
    return {
        .pupil = row.id<PupilId>("id"),
        .reference = row.text("reference"),
        .known_as = row.text("known_as"),
        .last_name = row.text("last_name"),
        .born = row.date("born"),
        .has_plan = row.boolean("has_plan"),
        .was_looked_after = row.boolean("was_looked_after"),
        .referrals_sent = row.number("referrals_sent"),
        .last_enquiry = sent ? std::optional{uk_date(*sent)} : std::nullopt,
        .placements = row.number("placements"),
        .first_placed = row.maybe_date("first_placed"),
        .is_placed = row.boolean("is_placed"),
        .hold_reason = row.text_or_empty("hold_reason"),
    };
}

/// The same day so many years ago: whoever was born by then has had that birthday.
Date years_before(Date day, int years)
{
    const std::chrono::year_month_day today{day};
    const auto then = today - std::chrono::years{years};
    return then.ok() ? Date{then} : Date{then.year() / then.month() / std::chrono::last};
}

}  // namespace

std::optional<KeptChild> kept_child(Transaction& tx, PupilId pupil)
{
    return tx.maybe_one(sql::kept_child, {{"pupil", pupil}}, child_from);
}

std::vector<ErasureDue> erasures_due(Transaction& tx, const Law& law, int most)
{
    const Date today = tx.today();
    std::vector<ErasureDue> due;
    const auto born_by = years_before(today, law.keep_years_pupil);
    for (auto& child : tx.all(sql::kept_children_born_by, {{"born", born_by}, {"most", most}}, child_from))
        if (const Date until = kept_until(child, law); may_be_deleted(until, today, !child.hold_reason.empty()))
            due.push_back({std::move(child), ErasureGround::kept_long_enough, until});
    const Instant sent_before = uk_instant(years_before(today, law.keep_years_enquiry), 0, 0);
    for (auto& child : tx.all(sql::unplaced_children, {{"sent_before", sent_before}, {"most", most}}, child_from)) {
        const auto until = enquiry_kept_until(child, law);
        const bool is_listed = std::ranges::any_of(due, [&](const ErasureDue& one) { return one.child.pupil == child.pupil; });
        if (until && !is_listed && may_be_deleted(*until, today, !child.hold_reason.empty()))
            due.push_back({std::move(child), ErasureGround::unplaced_enquiry, *until});
    }
    std::ranges::stable_sort(due, {}, &ErasureDue::kept_until);
    return due;
}

std::vector<KeptChild> children_on_hold(Transaction& tx) { return tx.all(sql::children_on_hold, {}, child_from); }

bool insert_hold(Transaction& tx, PupilId pupil, std::string_view reason)
{
    return tx.run(sql::insert_hold, {{"id", tx.new_id<Id>()}, {"pupil", pupil}, {"reason", reason}}) > 0;
}

bool end_hold(Transaction& tx, PupilId pupil, std::string_view reason)
{
    return tx.run(sql::end_hold, {{"pupil", pupil}, {"reason", reason}}) > 0;
}

std::vector<Id> records_of(Transaction& tx, PupilId pupil)
{
    return tx.all(sql::records_of_child, {{"pupil", pupil}}, [](const Row& row) { return row.id<Id>("id"); });
}

void begin_erasure(Transaction& tx, PupilId pupil) { tx.run(sql::begin_erasure, {{"pupil", pupil}}); }

void end_erasure(Transaction& tx, PupilId pupil) { tx.run(sql::end_erasure, {{"pupil", pupil}}); }

void erase_pupil(Transaction& tx, PupilId pupil)
{
    tx.run(sql::erase_requests, {{"pupil", pupil}});
    tx.run(sql::erase_holds, {{"pupil", pupil}});
}

void insert_erasure(Transaction& tx, const KeptChild& child, ErasureGround ground, std::string_view reason)
{
    const auto first_year = child.first_placed ? std::optional{SchoolYear::of(*child.first_placed).starts_in()} : std::nullopt;
    tx.run(sql::insert_erasure, {{"id", tx.new_id<Id>()}, {"pupil", child.pupil}, {"ground", ground}, {"reason", reason},
                                 {"born_year", static_cast<int>(std::chrono::year_month_day{child.born}.year())}, {"placements", child.placements},
                                 {"first_year", first_year}});
}

std::vector<Erased> erasures(Transaction& tx, int most)
{
    return tx.all(sql::erasures, {{"most", most}}, [](const Row& row) {
        return Erased{.ground = row.one_of<ErasureGround>("ground"), .reason = row.text("reason"), .by = row.text_or_empty("erased_by_name"),
                      .born_year = row.number("born_year"), .placements = row.number("placements"), .at = row.instant("erased_at")};
    });
}

}  // namespace waymark::sharing
