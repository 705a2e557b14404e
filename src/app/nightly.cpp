// R28 and the dates of reviews, once a day.
#include "app/nightly.hpp"

#include <chrono>
#include <optional>

#include <fmt/format.h>

#include "app/backups.hpp"
#include "app/token_warnings.hpp"
#include "foundation/text.hpp"
#include "people/store/forget.hpp"
#include "placements/actions/watch_registration.hpp"
#include "platform/jobs/once_a_day.hpp"
#include "platform/log/log.hpp"
#include "reviews/actions/follow_placement.hpp"

namespace waymark::app {
namespace {

/// How often it asks whether a new day has begun; also how long it waits after a failure.
constexpr std::chrono::minutes between_looks{60};

}  // namespace

std::string look_ahead(Context& context)
{
    placements::LookedAhead found;
    int moved = 0, ending = 0;
    bool no_backup = false;
    std::int64_t forgotten = 0;
    const auto done = context.in_transaction([&](Transaction& tx) -> Result<void> {
        found = placements::look_ahead_at_registration(tx);
        moved = TRY(reviews::count_due_reviews_afresh(tx));
        ending = warn_of_tokens_that_end(tx);
        no_backup = warn_of_backups(tx);
        forgotten = people::forget_what_is_over(tx);
        return {};
    });
    expects(done.has_value());
    return fmt::format("{} looked at over every day ahead: {} over the line where a school must register, or will be; {} near it. {} moved to another day. {} near the last day. {} of signing in forgotten.{}",
                       counted(found.providers, "unregistered setting"), found.over_or_coming, found.near, counted(moved, "review"), counted(ending, "API token"),
                       counted(forgotten, "old trace"), no_backup ? " The backups need somebody." : "");
}

std::optional<std::string> look_ahead_once_today(Context& context)
{
    std::optional<std::string> found;
    const auto done = context.in_transaction([&](Transaction& tx) -> Result<void> {
        found.reset();
        if (jobs::is_ours_today(tx, "nightly")) found = look_ahead(context);
        return {};
    });
    expects(done.has_value());
    return found;
}

NightlyLook::NightlyLook(std::function<Context()> context)
    : context_{std::move(context)}, rounds_{[this](const std::stop_token&) {
          look_on_a_new_day();
          return between_looks;
      }}
{
}

void NightlyLook::look_on_a_new_day()
{
    try {
        Context now = context_();
        if (looked_on_ == now.today) return;
        if (const auto found = look_ahead_once_today(now)) log_note("nightly", *found);
        looked_on_ = now.today;
    } catch (const std::exception& failure) {
        log_note("nightly", fmt::format("could not look ahead, and will try again: {}", failure.what()));
    }
}

}  // namespace waymark::app
