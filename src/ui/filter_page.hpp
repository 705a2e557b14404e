// A list with its filters: the filters beside it (above it on a phone), each chosen one a link that takes it away again.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ui/page.hpp"

namespace waymark::ui {

struct ChosenFilter {
    std::string category;     // "Weekday"
    std::string text;         // "Tuesday"
    std::string remove_href;  // the same list without it
};
struct FilterPage {
    std::string action;               // the list's own path: "/providers"
    std::string count;                // "42 providers": the h2 above the list, announced when it changes
    std::vector<ChosenFilter> chosen;
    std::vector<Link> downloads;      // CSV, print
    std::string empty;                // shown instead of the list when nothing matches; empty: the list is shown
};
/// `filters` writes the fields, with compact = true; `results` the table and pages(). Works as a plain GET form; with script the
/// list is fetched as the filters change.
void filter_page(Buffer& out, const FilterPage& page, const std::function<void(Buffer&)>& filters,
                 const std::function<void(Buffer&)>& results);

}  // namespace waymark::ui
