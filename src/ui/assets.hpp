// The built stylesheet and scripts, embedded in the binary under names that change with their content.
#pragma once

#include <string_view>

namespace waymark::ui {

struct Asset {
    std::string_view name;          // "app.3f9c2a71.css"
    std::string_view content_type;
    std::string_view bytes;
    std::string_view gzip;          // the same, compressed; empty when that saves nothing
};

/// The asset of that hashed name; null when there is none. Served at /assets/{name}, to be kept for a year.
[[nodiscard]] const Asset* find_asset(std::string_view name);

/// The address of an asset by its plain name: "app.css" → "/assets/app.3f9c2a71.css". Expects that it exists.
[[nodiscard]] std::string_view asset_href(std::string_view logical_name);

}  // namespace waymark::ui
