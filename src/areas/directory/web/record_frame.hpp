// What surrounds every page about one provider: identity bar, the parts of the record, what must be known before reading on.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "directory/rules/search.hpp"
#include "directory/store/changes.hpp"
#include "directory/web/show.hpp"

namespace waymark::directory {

struct Record {
    Listing listing;
    std::vector<std::string> register_warnings;  // R29
    std::size_t changes_waiting = 0;
    bool may_edit = false, may_decide = false, of_provider = false;
    bool may_watch_registration = false;         // of a provider that is no school: R28
};
/// Fails not_found for a provider that is not there or not theirs.
[[nodiscard]] Result<Record> load_record(Transaction& tx, const Request& request, const Context& context);

/// `part`: "places"; empty for the overview. `title` is the page's h1.
void record_page(ui::Buffer& out, const Record& record, std::string_view part, const std::string& title,
                 const std::function<void(ui::Buffer&)>& body);

}  // namespace waymark::directory
