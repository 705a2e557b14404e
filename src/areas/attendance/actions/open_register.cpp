// One transaction: the rows, and the looks.
#include "attendance/actions/open_register.hpp"

#include "platform/audit/view_log.hpp"

namespace waymark::attendance {

Result<std::vector<RegisterRow>> open_register(Context& context, Date day, Session session)
{
    return context.in_transaction([&](Transaction& tx) -> Result<std::vector<RegisterRow>> {
        auto rows = register_rows(tx, context.who.organisation, day, session);
        for (const RegisterRow& row : rows) audit::log_view(tx, row.pupil.value, "register");
        return rows;
    });
}

}  // namespace waymark::attendance
