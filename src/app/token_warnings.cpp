// One task a token: asked again, the one that is open stays.
#include "app/token_warnings.hpp"

#include "foundation/text.hpp"
#include "people/rules/api_scopes.hpp"
#include "people/store/api_tokens.hpp"
#include "tasks/store/tasks.hpp"

namespace waymark::app {

int warn_of_tokens_that_end(Transaction& tx)
{
    int ending = 0;
    for (const auto& token : people::api_tokens(tx)) {
        if (!token.holds(tx.today())) {
            tasks::close_tasks_about(tx, token.id.value, "api_token_ends", tasks::State::no_longer_needed);
            continue;
        }
        if (token.last_day > tx.today() + people::warned_before) continue;
        ++ending;
        tasks::open_task(tx, {.kind = "api_token_ends",
                              .title = "Renew or drop the API token of " + token.name,
                              .why = "Its last day is " + long_date(token.last_day) + ". The program stops working then.",
                              .severity = Severity::warn,
                              .due_on = token.last_day,
                              .about_entity = "api_token",
                              .about = token.id.value,
                              .href = "/admin/tokens/" + token.id.text(),
                              .organisation = token.kept_at,
                              .role = Role::administrator});
    }
    return ending;
}

Result<void> close_warning_of_token(Transaction& tx, const Event& revoked)
{
    tasks::close_tasks_about(tx, revoked.about, "api_token_ends");
    return {};
}

}  // namespace waymark::app
