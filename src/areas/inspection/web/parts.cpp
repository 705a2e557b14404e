// The day asked about, and what is shown of each child.
#include "inspection/web/parts.hpp"

#include <set>

#include "placements/rules/registration_threshold.hpp"
#include "platform/audit/view_log.hpp"

namespace waymark::inspection {
namespace {

bool is_about(const PlacedChild& child, std::string_view what)
{
    if (what == "plan") return child.has_plan;
    if (what == "care") return child.is_looked_after;
    if (what == "need") return child.is_in_need;
    if (what == "area") return !child.is_setting_in_authority;
    return true;
}

}  // namespace

DayAsked day_asked_for(const Request& request, Date today)
{
    DayAsked asked{.day = today, .form = request.query_form()};
    FormReader read{asked.form};
    const Date typed = read.date_if_any("day", "the day").value_or(today);
    if (typed > today) read.problem("day", "That day has not come yet. Enter today or an earlier day.");
    if (const auto result = read.result(); !result) asked.form = asked.form.with(result.error());
    else asked.day = typed;
    return asked;
}

std::vector<PlacedChild> children_asked_for(Context& context, const Request& request, Date day)
{
    auto children = context.read([&](Transaction& tx) { return placed_children(tx, day); });
    std::erase_if(children, [&](const PlacedChild& child) {
        if (request.query("setting") == "unregistered" && child.place.is_registered) return true;
        if (request.query("setting") == "registered" && !child.place.is_registered) return true;
        if (request.query("questions") == "1" && child.questions.empty()) return true;
        return !is_about(child, request.query("about"));
    });
    return children;
}

void log_looks(Context& context, std::span<const PlacedChild> shown)
{
    std::set<std::string> logged;
    const auto done = context.in_transaction([&](Transaction& tx) -> Result<void> {
        logged.clear();
        for (const auto& child : shown)
            if (logged.insert(child.reference).second) audit::log_view(tx, child.pupil.value, "inspection list");
        return {};
    });
    expects(done.has_value());
}

std::string attendance_of(const PlacedChild& child)
{
    const auto& counts = child.place.attendance;
    return attendance::rate_words(counts.present, counts.possible());
}

std::string hours_a_week(const PlacedChild& child) { return placements::hours_of(child.place.minutes_a_week); }

std::vector<std::string> questions_about(const PlacedChild& child)
{
    std::vector<std::string> words;
    for (const Question question : child.questions) words.emplace_back(question_words(question));
    return words;
}

}  // namespace waymark::inspection
