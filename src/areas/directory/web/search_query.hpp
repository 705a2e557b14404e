// A search of the directory as it stands in an address: read from it, written back, with one thing more or less.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "directory/rules/search.hpp"
#include "platform/database/database.hpp"
#include "platform/http/request.hpp"

namespace waymark::directory {

/// What was asked, as it was asked, with what cannot be read or found said beside it.
struct SearchQuery {
    Form form;                                   // the values of the address, for the fields; problems for the postcode
    Filter filter;
    std::string view;                            // "map", or the list
    std::size_t page = 1;

    /// The same search as an address: "/providers?category=vocational&…". `path` is that of the list, the export, ….
    [[nodiscard]] std::string href(std::string_view path) const;
    /// Without that value; with no value, without all of that name.
    [[nodiscard]] SearchQuery without(std::string_view name, std::string_view value = {}) const;
    [[nodiscard]] SearchQuery with(std::string_view name, std::string_view value) const;
};

/// Reads the search from the address. A postcode is looked up here; one that is unknown is a problem of the form, and the
/// search goes on without it.
[[nodiscard]] SearchQuery read_search(Transaction& tx, const Request& request);

/// What is chosen, each with its words, for the removable filters.
struct Chosen {
    std::string name, value, category, words;
};
[[nodiscard]] std::vector<Chosen> chosen_in(const SearchQuery& query, const std::vector<OfferCategory>& categories);

}  // namespace waymark::directory
