// Pages and API of the inspection area, each with its permission and the record it shows.
#include "inspection/web/routes.hpp"

#include "inspection/web/pages.hpp"

namespace waymark::inspection {

std::span<const Route> routes()
{
    using enum Method;
    static constexpr Route table[] = {
        {get, "/inspection", Permission::see_oversight, show_overview},
        {get, "/inspection/pupils", Permission::see_oversight, show_pupils},
        {get, "/inspection/pupils/export.csv", Permission::see_oversight, export_pupils},
        {get, "/inspection/support", Permission::see_oversight, show_support},
        {get, "/inspection/support/export.csv", Permission::see_oversight, export_support},
        {get, "/inspection/providers/export.csv", Permission::see_oversight, export_providers},
        {get, "/api/v1/inspection/pupils", Permission::see_oversight, api_pupils},
    };
    return table;
}

}  // namespace waymark::inspection
