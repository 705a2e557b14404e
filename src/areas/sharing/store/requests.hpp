// Subject access requests as they are kept.
#pragma once

#include <vector>

#include "platform/context.hpp"
#include "platform/database/database.hpp"
#include "sharing/rules/requests.hpp"

namespace waymark::sharing {

/// Of this child only: another child's answers none.
[[nodiscard]] std::optional<AccessRequest> find_request(Transaction& tx, PupilId pupil, RequestId id);
/// Newest first.
[[nodiscard]] std::vector<AccessRequest> requests_of(Transaction& tx, PupilId pupil);
/// Those not answered yet, of the whole authority, in the order they came.
[[nodiscard]] std::vector<AccessRequest> open_requests(Transaction& tx);
/// Newest first.
[[nodiscard]] std::vector<AccessRequest> answered_requests(Transaction& tx, int most = 100);

void insert_request(Transaction& tx, const AccessRequest& request);
/// False when somebody else has changed it since.
[[nodiscard]] bool set_complex(Transaction& tx, RequestId id, std::string_view why, int seen_version);
[[nodiscard]] bool set_answered(Transaction& tx, RequestId id, Date answered, std::string_view left_out, int seen_version);

}  // namespace waymark::sharing
