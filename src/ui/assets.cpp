// Finding an embedded asset: there are half a dozen, so a walk along the table will do.
#include "ui/assets.hpp"

#include <algorithm>

#include "foundation/result.hpp"
#include "ui/embedded_assets.hpp"

namespace waymark::ui {

const Asset* find_asset(std::string_view name)
{
    const auto all = embedded_assets();
    const auto found = std::ranges::find(all, name, [](const EmbeddedAsset& each) { return each.asset.name; });
    return found == all.end() ? nullptr : &found->asset;
}

std::string_view asset_href(std::string_view logical_name)
{
    const auto all = embedded_assets();
    const auto found = std::ranges::find(all, logical_name, &EmbeddedAsset::plain_name);
    expects(found != all.end());
    return found->href;
}

}  // namespace waymark::ui
