// The end of keeping, and the conditions of erasing.
#include "sharing/rules/keeping.hpp"

#include "foundation/text.hpp"
#include "vocabulary/keeping.hpp"

namespace waymark::sharing {

Date kept_until(const KeptChild& child, const Law& law)
{
    const auto until = keep_until({.record = KeptRecord::pupil_record, .born = child.born, .from = {}, .pension_day = {}, .has_plan = child.has_plan,
                                   .was_looked_after = child.was_looked_after}, law);
    expects(until.has_value());  // the day of birth is always known
    return *until;
}

std::string_view ground_words(ErasureGround ground)
{
    switch (ground) {
    case ErasureGround::kept_long_enough: return "It was kept for as long as it must be";
    case ErasureGround::unplaced_enquiry: return "It was an enquiry that led to no place, and its time is over";
    case ErasureGround::made_by_mistake: return "It was made by mistake: no referral was sent and no place arranged";
    }
    expects(false);
    return {};
}

std::optional<Date> enquiry_kept_until(const KeptChild& child, const Law& law)
{
    if (!child.last_enquiry || child.placements > 0) return std::nullopt;
    const auto until = keep_until({.record = KeptRecord::unplaced_enquiry, .born = {}, .from = child.last_enquiry, .pension_day = {}}, law);
    expects(until.has_value());
    return *until;
}

Problems problems_with_erasure(const KeptChild& child, const ErasureAsked& asked, Date today, const Law& law)
{
    Problems problems;
    if (trimmed(asked.reference) != child.reference)
        problems.add("erasure.reference", "Type this child’s reference, " + child.reference + ", to show that it is the record you mean.", "reference");
    if (trimmed(asked.reason).empty()) problems.add("erasure.reason_missing", "Write why the record is erased, without the child’s name.", "reason");
    if (!child.hold_reason.empty())
        problems.add("erasure.on_hold", "A legal hold stops this: " + child.hold_reason + ". End the hold first if it no longer holds.");
    const Date until = kept_until(child, law);
    switch (asked.ground) {
    case ErasureGround::kept_long_enough:
        if (!may_be_deleted(until, today, false))
            problems.add("erasure.kept_until", "The record is kept until " + long_date(until) + ". It can be erased from the next day.", "ground");
        break;
    case ErasureGround::unplaced_enquiry:
        if (const auto enquiry = enquiry_kept_until(child, law); !enquiry)
            problems.add("erasure.placed", "This is for a child who was referred and never had a place. The record is kept until " + long_date(until) + ".", "ground");
        else if (!may_be_deleted(*enquiry, today, false))
            problems.add("erasure.kept_until", "An enquiry is kept until " + long_date(*enquiry) + ". It can be erased from the next day.", "ground");
        break;
    case ErasureGround::made_by_mistake:
        if (child.referrals_sent > 0 || child.placements > 0)
            problems.add("erasure.in_use", "A referral was sent or a place arranged for this child, so this record was used. It is kept until " + long_date(until) + ".", "ground");
        break;
    }
    return problems;
}

}  // namespace waymark::sharing
