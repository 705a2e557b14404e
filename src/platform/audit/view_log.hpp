// The view log: every look at a child's record, kept so that a family can be told who looked and when.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/context.hpp"
#include "platform/database/database.hpp"

namespace waymark::audit {

/// One look, complete in itself: it can be written later, and by another.
struct ViewRow {
    Id id;
    Instant at;
    std::optional<Id> actor;
    std::optional<std::string> acting_as;
    std::optional<OrganisationId> organisation;
    Id pupil;
    std::string what;
    std::string from_address;
};

/// That whoever asks now looks at this child's record.
[[nodiscard]] ViewRow view_row(const Context& context, Id pupil, std::string_view what);
void insert_view(Transaction& tx, const ViewRow& row);

/// Notes that whoever asks now looks at this child's record. `what` names the page, never its content: "referral".
void log_view(Transaction& tx, Id pupil, std::string_view what);

struct View {
    Instant at;
    std::optional<UserId> actor;
    std::string acting_as;
    std::optional<OrganisationId> organisation;
    std::string what;
};

/// Who looked at this child's record before that instant, newest first.
[[nodiscard]] std::vector<View> views_of(Transaction& tx, Id pupil, Instant before, int most = 100);

}  // namespace waymark::audit
