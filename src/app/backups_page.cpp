// Read only: backups are made and fetched by whoever runs the service (docs/manual/backups.md).
#include "app/backups_page.hpp"

#include "app/backups.hpp"
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "ui/ui.hpp"

namespace waymark::app {
namespace {

struct Screen {
    std::vector<backup::Run> runs;
    std::optional<backup::Run> good;
    std::optional<BackupTrouble> trouble;
};

Screen load(Context& context)
{
    return context.read([](Transaction& tx) { return Screen{backup::last_runs(tx, 30), backup::last_good_run(tx), trouble_with_backups(tx)}; });
}

ui::Content state_of(const backup::Run& run)
{
    if (!run.ended) return ui::tag_html("Goes on", ui::TagColour::blue);
    return run.is_good ? ui::tag_html("Good", ui::TagColour::green) : ui::tag_html("Failed", ui::TagColour::red);
}

std::string size_words(std::int64_t bytes)
{
    if (bytes == 0) return "";
    return bytes < 1'000'000 ? with_commas(bytes / 1'000 + 1) + " kB" : with_commas(bytes / 1'000'000) + " MB";
}

std::string file_words(const backup::Run& run)
{
    const auto size = size_words(run.bytes);
    return run.file.empty() || size.empty() ? run.file : run.file + ", " + size;
}

/// Which server made it is for the log and its process number; here the machine is enough.
std::string machine_of(const backup::Run& run) { return run.made_by.substr(0, run.made_by.find(" (")); }

void view(ui::Buffer& out, const Screen& screen)
{
    ui::page(out, {.title = "Backups", .wide = true, .about_a_person = false}, [&](ui::Buffer& body) {
        if (screen.runs.empty()) {
            ui::empty_state(body, "This service has made no backup by itself. Ask whoever runs it how its records are kept safe.");
            return;
        }
        if (screen.trouble) ui::warning_text(body, {.text = screen.trouble->title + "."});
        ui::lead(body, screen.good ? "The last good backup is of " + uk_date_time(screen.good->began) + "." : std::string{"There is no good backup yet."});
        ui::paragraph(body, "Good means that it was restored into an empty place, every row of every table was counted there, and the trail of who did what was verified.");
        ui::TableOptions table{.caption = "The last backups"};
        table.head = {"Begun", "State", "File", "What was found", "Made on"};
        for (const auto& run : screen.runs) table.rows.push_back({uk_date_time(run.began), state_of(run), file_words(run), run.words, machine_of(run)});
        ui::table(body, table);
    });
}

Result<Response> show_backups(const Request&, Context& context)
{
    ui::Buffer out;
    view(out, load(context));
    return html(200, out.take());
}

}  // namespace

std::span<const Route> backup_routes()
{
    using enum Method;
    static constexpr Route table[] = {
        {get, "/admin/backups", Permission::manage_users, show_backups},
    };
    return table;
}

}  // namespace waymark::app
