// /pupils/{pupil}: the child's own words first, then where they are now, what comes next, and the clocks.

#include "foundation/json.hpp"
#include "foundation/text.hpp"
#include "people/rules/roles.hpp"
#include "people/store/law_choices.hpp"
#include "pupils/rules/day_six.hpp"
#include "pupils/store/counted_clocks.hpp"
#include "pupils/store/restricted_notes.hpp"
#include "pupils/web/pages.hpp"
#include "pupils/web/panels.hpp"
#include "pupils/web/parts.hpp"
#include "tasks/store/tasks.hpp"
#include "vocabulary/school_year.hpp"

namespace waymark::pupils {
namespace {

struct PupilScreen {
    PupilSummary pupil;
    Pupil record;
    std::vector<ClockShown> clocks;             // those that are open
    std::vector<ui::SummaryRow> now;
    std::vector<tasks::Task> tasks;             // of the person, in the role they act in
    SuspensionTotal suspensions;
    std::size_t restricted_notes = 0;           // how many there are; never what they say
    ui::Html panels;
};

Result<PupilScreen> load_pupil_screen(Transaction& tx, const Who& who, std::string_view reference)
{
    PupilScreen screen{.pupil = TRY(pupil_of_page(tx, reference))};
    screen.record = *find_pupil(tx, screen.pupil.id);
    if (!sees_need_only(who)) {
        screen.clocks = clocks_of_child(tx, screen.pupil.id);
        std::erase_if(screen.clocks, [](const ClockShown& shown) { return !shown.is_open(); });
        screen.suspensions = suspension_total(exclusions_of(tx, screen.pupil.id), SchoolYear::of(tx.today()), people::law_for(tx, tx.today()));
    }
    for (const auto& rows : pupil_extensions().now)
        for (auto& row : rows(tx, who, screen.pupil)) screen.now.push_back(std::move(row));
    screen.restricted_notes = notes_of(tx, who, screen.pupil).size();
    screen.tasks = tasks::open_tasks_of_pupil(tx, screen.pupil.id.value);
    std::erase_if(screen.tasks, [&](const tasks::Task& task) {
        return task.organisation != who.organisation || (task.role && task.role != who.role);
    });
    screen.panels = ui::render([&](ui::Buffer& out) {
        for (const auto& panel : pupil_extensions().panels)
            if (panel.has_something(tx, who, screen.pupil))
                ui::section(out, panel.title, [&](ui::Buffer& inside) { panel.write(inside, tx, who, screen.pupil); });
    });
    return screen;
}

/// "Year 9. By age the child would be in Year 10."
std::string year_words(const PupilSummary& pupil, Date today)
{
    if (!pupil.year_group) return "Not on a school’s roll; by age " + year_group_name(year_group(pupil.born, today));
    const int by_age = year_group(pupil.born, today);
    const std::string taught = year_group_name(*pupil.year_group);
    return by_age == *pupil.year_group ? taught : taught + ". By age the child would be in " + year_group_name(by_age) + ".";
}

void pupil_view(ui::Buffer& out, const PupilScreen& screen, const HeadOptions& head, Date today)
{
    ui::page(out, page_options(screen.pupil, "Pupil"), [&](ui::Buffer& body) {
        pupil_head(body, screen.pupil, head);
        ui::two_thirds_and_one(body, [&](ui::Buffer& main) {
            ui::section(main, screen.pupil.known_as + "’s own words", [&](ui::Buffer& words) {
                if (screen.record.one_page_words.empty()) ui::paragraph(words, "Not recorded yet. A child’s words come here from a referral, a decision or a review.");
                else ui::quotation(words, screen.record.one_page_words, screen.pupil.known_as);
            });
            ui::section(main, "Now", [&](ui::Buffer& now) {
                std::vector<ui::SummaryRow> rows = {{"School", screen.pupil.school_name.empty() ? ui::Content{"Not on a school’s roll"} : ui::Content{screen.pupil.school_name}},
                                                    {"Year", year_words(screen.pupil, today)}};
                for (const auto& row : screen.now) rows.push_back(row);
                ui::summary_list(now, {.rows = std::move(rows)});
            });
            main.html(screen.panels);
            if (screen.restricted_notes > 0)
                ui::section(main, "Restricted notes", [&](ui::Buffer& inside) {
                    const auto count = counted(static_cast<long long>(screen.restricted_notes), "note");
                    ui::paragraph(inside, ui::link_html("/pupils/" + screen.pupil.reference + "/notes", "There " + std::string{screen.restricted_notes == 1 ? "is " : "are "} + count + " that only some may read"));
                });
        }, [&](ui::Buffer& aside) {
            if (!screen.clocks.empty() || screen.suspensions.half_days > 0)
                ui::section(aside, "Clocks", [&](ui::Buffer& inside) {
                    ui::clock_list(inside, screen.clocks);
                    if (screen.suspensions.half_days > 0) ui::paragraph(inside, "Suspended: " + screen.suspensions.words + ".");
                });
            ui::section(aside, "To do", [&](ui::Buffer& inside) {
                if (screen.tasks.empty()) return ui::paragraph(inside, "Nothing for you to do.");
                std::vector<ui::WorkItem> items;
                for (const auto& task : screen.tasks)
                    items.push_back({.title = task.title, .href = task.href, .detail = "Due " + long_date(task.due_on) + ". " + task.why});
                ui::work_list(inside, items);
            });
        });
    });
}

}  // namespace

Result<Response> show_pupil(const Request& request, Context& context)
{
    const auto screen = TRY(context.read([&](Transaction& tx) { return load_pupil_screen(tx, context.who, request.path("pupil")); }));
    ui::Buffer out;
    pupil_view(out, screen, head_options(context.who, "Overview", ""), context.today);
    return html(200, out.take());
}

Result<Response> api_pupil(const Request& request, Context& context)
{
    const auto screen = TRY(context.read([&](Transaction& tx) { return load_pupil_screen(tx, context.who, request.path("pupil")); }));
    const auto& pupil = screen.pupil;
    Json record{{"reference", pupil.reference}, {"known_as", pupil.known_as}, {"first_name", pupil.first_name}, {"last_name", pupil.last_name},
                {"born", iso(pupil.born)}, {"sen", enum_text(pupil.sen)}, {"looked_after", pupil.looked_after},
                {"address_protected", pupil.address_protected}};
    if (screen.record.upn) record["upn"] = *screen.record.upn;
    if (pupil.year_group) record["year_group"] = *pupil.year_group;
    if (!pupil.school_name.empty()) record["school"] = pupil.school_name;
    record["clocks"] = Json::array();
    for (const auto& shown : screen.clocks) {
        const Clock& clock = shown.clock;
        Json json{{"name", clock.name}, {"rule", clock.rule}, {"severity", enum_text(clock.severity)}, {"is_met", clock.is_met}, {"working", clock.working}};
        if (clock.due) json["due_on"] = iso(*clock.due);
        if (clock.school_days_left) json[std::string{enum_text(shown.counted_in)} + "_days_left"] = *clock.school_days_left;
        record["clocks"].push_back(std::move(json));
    }
    return json(200, json_text(record));
}

Result<Response> api_list(const Request& request, Context& context)
{
    const auto pupils = context.read([&](Transaction& tx) { return list_pupils(tx, context.who, {.words = std::string{request.query("q")}}); });
    Json items = Json::array();
    for (const auto& pupil : pupils) {
        Json item{{"reference", pupil.reference}, {"known_as", pupil.known_as}, {"last_name", pupil.last_name}};
        if (pupil.year_group) item["year_group"] = *pupil.year_group;
        if (!pupil.school_name.empty()) item["school"] = pupil.school_name;
        items.push_back(std::move(item));
    }
    return json(200, json_text(Json{{"total", items.size()}, {"items", std::move(items)}}));
}

}  // namespace waymark::pupils
