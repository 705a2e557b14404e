// Somebody rang about a child who is not there.
#include "attendance/actions/record_contact.hpp"

#include "foundation/text.hpp"

namespace waymark::attendance {

Result<void> record_contact(Context& context, const Contact& contact, Date day)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        Problems problems;
        if (trimmed(contact.spoke_to).empty())
            problems.add("attendance.spoke_to_missing", "Say whom you tried to reach.", "spoke_to");
        if (day > tx.today()) problems.add("attendance.future_day", "That day has not come yet.", "day");
        TRY(problems.as_result());
        insert_contact(tx, contact, day);
        return tx.record({.verb = "made_contact",
                          .entity = "pupil",
                          .about = contact.pupil.value,
                          .pupil = contact.pupil.value,
                          .after = std::string{R"({"outcome":")"} + std::string{enum_text(contact.outcome)} + R"("})"});
    });
}

}  // namespace waymark::attendance
