// Today's sessions of my setting, taken or not, and what is left from the last two weeks.
#include <algorithm>

#include <fmt/format.h>

#include "attendance/store/registers.hpp"
#include "attendance/web/pages.hpp"
#include "foundation/text.hpp"
#include "ui/ui.hpp"

namespace waymark::attendance {
namespace {

struct RegistersScreen {
    std::string setting;
    Date today;
    std::vector<SessionOfDay> sessions;
    std::vector<SessionOfDay> unfinished;
};

std::string capital(std::string text)
{
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

ui::Html state_tag(const SessionOfDay& session)
{
    if (session.finished()) return ui::tag_html("Taken", ui::TagColour::green);
    if (session.marked == 0) return ui::tag_html("Not taken", ui::TagColour::yellow);
    return ui::tag_html(fmt::format("{} left", session.expected - session.marked), ui::TagColour::yellow);
}

ui::WorkItem work_item(const SessionOfDay& session, bool with_day)
{
    return {.title = with_day ? fmt::format("{}, {}", weekday_date(session.day), session_name(session.session))
                              : capital(session_name(session.session)),
            .href = register_href(session.day, session.session),
            .detail = counted(session.expected, "young person expected", "young people expected"),
            .mark = state_tag(session)};
}

void registers_view(ui::Buffer& out, const RegistersScreen& screen)
{
    ui::page(out, {.title = "Registers", .caption = screen.setting}, [&](ui::Buffer& body) {
        ui::section(body, "Today, " + weekday_date(screen.today), [&](ui::Buffer& section) {
            if (screen.sessions.empty()) {
                ui::empty_state(section, "Nobody is expected here today.");
                return;
            }
            std::vector<ui::WorkItem> items;
            for (const auto& session : screen.sessions) items.push_back(work_item(session, false));
            const auto to_take = std::ranges::count_if(screen.sessions, [](const SessionOfDay& session) { return !session.finished(); });
            ui::paragraph(section, to_take == 0 ? "All registers of today are taken." : counted(to_take, "register to take", "registers to take") + " today.");
            ui::work_list(section, items);
        });
        if (!screen.unfinished.empty())
            ui::section(body, "Still to be finished", [&](ui::Buffer& section) {
                ui::paragraph(section, "Schools and the council cannot see these sessions until they have a mark.");
                std::vector<ui::WorkItem> items;
                for (const auto& session : screen.unfinished) items.push_back(work_item(session, true));
                ui::work_list(section, items);
            });
    });
}

}  // namespace

Result<Response> show_registers(const Request&, Context& context)
{
    const RegistersScreen screen = context.read([&](Transaction& tx) {
        const auto setting = context.who.organisation;
        return RegistersScreen{context.who.organisation_name, context.today, sessions_of_day(tx, setting, context.today),
                               days_not_finished(tx, setting)};
    });
    return html(200, ui::render([&](ui::Buffer& out) { registers_view(out, screen); }).markup());
}

}  // namespace waymark::attendance
