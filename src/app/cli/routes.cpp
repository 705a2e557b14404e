// waymark routes: every route with its permission and the record it names.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/verbs.hpp"
#include "app/routes.hpp"
#include "foundation/enum_text.hpp"
#include "platform/http/router.hpp"

namespace waymark::app {

void add_routes(CLI::App& app)
{
    auto* verb = app.add_subcommand("routes", "List every address, what it asks for, and what record it names");
    verb->callback([] {
        const Router router{all_routes()};
        for (const auto& route : router.routes())
            fmt::print("{:<6} {:<52} {:<24} {}\n", method_name(route.method), route.path, enum_text(route.permission),
                       route.subject == Subject::none ? "" : enum_text(route.subject));
    });
}

}  // namespace waymark::app
