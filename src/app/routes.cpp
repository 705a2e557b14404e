// One line an area.
#include "app/routes.hpp"

#include <span>

#include "app/backups_page.hpp"
#include "app/public_pages.hpp"
#include "attendance/web/routes.hpp"
#include "clocks/web/routes.hpp"
#include "directory/web/routes.hpp"
#include "family/web/routes.hpp"
#include "home/web/routes.hpp"
#include "inspection/web/routes.hpp"
#include "law/web/routes.hpp"
#include "panel/web/routes.hpp"
#include "people/web/routes.hpp"
#include "placements/web/routes.hpp"
#include "pupils/web/routes.hpp"
#include "referrals/web/routes.hpp"
#include "reviews/web/routes.hpp"
#include "sharing/web/routes.hpp"

namespace waymark::app {

std::vector<Route> all_routes()
{
    const std::span<const Route> tables[] = {
        public_routes(),
        backup_routes(),
        people::routes(),
        directory::routes(),
        panel::routes(),
        placements::routes(),
        attendance::routes(),
        pupils::routes(),
        referrals::routes(),
        reviews::routes(),
        clocks::routes(),
        family::routes(),
        sharing::routes(),
        law::routes(),
        inspection::routes(),
        home::routes(),
    };
    std::vector<Route> joined;
    for (const auto table : tables) joined.insert(joined.end(), table.begin(), table.end());
    return joined;
}

}  // namespace waymark::app
