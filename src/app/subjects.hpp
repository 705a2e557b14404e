// Which child a record in a path concerns.
#pragma once

#include <optional>

#include "pupils/rules/pupil.hpp"
#include "platform/database/database.hpp"
#include "platform/http/request.hpp"
#include "vocabulary/permission.hpp"

namespace waymark::app {

/// The child that the request's record is about. Fails not_found when there is no such record; none when the record, such
/// as a document of a provider, is about no child.
[[nodiscard]] Result<std::optional<pupils::PupilId>> pupil_of(Transaction& tx, Subject subject, const Request& request);

/// "referral": how the view log names what was looked at.
[[nodiscard]] std::string_view subject_name(Subject subject);

}  // namespace waymark::app
