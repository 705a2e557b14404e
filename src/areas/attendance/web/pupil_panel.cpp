// Today's sessions in words, and the rate.
#include "attendance/web/pupil_panel.hpp"

#include <fmt/format.h>

#include "attendance/store/absence.hpp"
#include "foundation/text.hpp"
#include "placements/store/placements.hpp"

namespace waymark::attendance {
namespace {

constexpr int days_counted = 28;

std::string today_words(const std::vector<PupilSession>& sessions, Date today, bool is_at_provider)
{
    std::vector<std::string> words;
    for (const PupilSession& session : sessions)
        if (session.day == today)
            words.push_back(fmt::format("{} at {}: {}", words_of(session_name(session.session)), session.setting_name, session.code ? "marked " + *session.code : "no mark yet"));
    return words.empty() ? is_at_provider ? "Not expected at your setting today" : "Not expected in alternative provision today" : join(words, ". ");
}

std::string came_words(const std::optional<Arrival>& arrival)
{
    if (!arrival) return "nobody has marked the register yet";
    switch (*arrival) {
    case Arrival::here: return "they came";
    case Arrival::late: return "they came late";
    case Arrival::not_here: return "they did not come";
    case Arrival::left_early: return "they came and left early";
    }
    return {};
}

}  // namespace

std::vector<ui::SummaryRow> now_rows(Transaction& tx, const Who& who, const pupils::PupilSummary& pupil)
{
    const auto sessions = sessions_of_pupil(tx, pupil.id, tx.today() - Days{days_counted - 1}, tx.today());
    if (sessions.empty()) return {};
    const Counts counts = counts_of(sessions);
    return {{"Today", today_words(sessions, tx.today(), placements::is_at_provider(who))},
            {"Attendance", ui::two_lines(ui::link_html("/pupils/" + pupil.reference + "/attendance", rate_words(counts.present, counts.possible())),
                                         fmt::format("Last {} days, {}", days_counted, placements::is_at_provider(who) ? "at your setting" : "all settings together"))}};
}

std::vector<ui::SummaryRow> emergency_rows(Transaction& tx, const Who& who, const pupils::PupilSummary& pupil)
{
    if (placements::is_at_provider(who)) return {};
    std::vector<ui::SummaryRow> rows;
    for (const PupilSession& session : sessions_of_pupil(tx, pupil.id, tx.today(), tx.today()))
        rows.push_back({words_of(session_name(session.session)), session.setting_name + ": " + came_words(session.arrival)});
    return rows;
}

}  // namespace waymark::attendance
