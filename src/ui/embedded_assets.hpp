// The table of embedded assets, as tools/embed_assets writes it at build time.
#pragma once

#include <span>
#include <string_view>

#include "ui/assets.hpp"

namespace waymark::ui {

struct EmbeddedAsset {
    std::string_view plain_name;  // "app.css"
    std::string_view href;        // "/assets/app.3f9c2a71.css"
    Asset asset;
};
[[nodiscard]] std::span<const EmbeddedAsset> embedded_assets();

}  // namespace waymark::ui
