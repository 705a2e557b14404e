// A record as named pieces of text: how changes are compared, checked by the authority, kept on the trail and shown.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "directory/rules/programme.hpp"
#include "directory/rules/provider.hpp"

namespace waymark::directory {

/// Names as in the schema, values as they are stored; an absent value is empty.
using Fields = std::vector<std::pair<std::string, std::string>>;

struct FieldChange {
    std::string field, was, becomes;
    bool operator==(const FieldChange&) const = default;
};

[[nodiscard]] Fields fields_of(const Provider& provider);
[[nodiscard]] Fields fields_of(const Site& site);
[[nodiscard]] Fields fields_of(const Programme& programme);

/// The record with those fields set; unknown names and values that cannot be read are left alone.
[[nodiscard]] Programme with_fields(Programme programme, const Fields& fields);
[[nodiscard]] Provider with_fields(Provider provider, const Fields& fields);

[[nodiscard]] std::vector<FieldChange> changes_between(const Fields& was, const Fields& becomes);

/// Whether somebody at the authority looks at this change before it stands, when a provider makes it of its own profile:
/// the name and the register number, full or part time, the price, and more places in a session. Fewer places, words,
/// addresses and telephone numbers stand at once.
[[nodiscard]] bool waits_for_check(const FieldChange& change);

/// The changes parted: those that stand at once and those that wait.
struct PartedChanges {
    Fields at_once;
    std::vector<FieldChange> waiting;
};
[[nodiscard]] PartedChanges parted(const std::vector<FieldChange>& changes);

[[nodiscard]] Fields was_of(const std::vector<FieldChange>& changes);
[[nodiscard]] Fields becomes_of(const std::vector<FieldChange>& changes);

[[nodiscard]] std::string field_words(std::string_view field);                          // "Places on Monday morning"
[[nodiscard]] std::string value_words(std::string_view field, std::string_view value);  // "£90", "Part time", "Not recorded"

}  // namespace waymark::directory
