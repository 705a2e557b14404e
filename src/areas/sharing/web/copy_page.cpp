// All that is held about one child: to read through, print and hand over, or to take into another system.
#include <algorithm>

#include "foundation/json.hpp"
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "pupils/store/pupils.hpp"
#include "sharing/store/copy.hpp"
#include "sharing/web/pages.hpp"
#include "ui/ui.hpp"

namespace waymark::sharing {
namespace {

struct CopyScreen {
    pupils::PupilSummary pupil;
    std::vector<CopiedPart> parts;
};

Result<CopyScreen> load_copy(const Request& request, Context& context)
{
    return context.read([&](Transaction& tx) -> Result<CopyScreen> {
        auto pupil = TRY(pupils::pupil_of_page(tx, request.path("pupil")));
        auto parts = copy_of_record(tx, pupil.id);
        return CopyScreen{std::move(pupil), std::move(parts)};
    });
}

/// The labels of all entries, each once.
std::vector<std::string> labels_of(const CopiedPart& part)
{
    std::vector<std::string> labels;
    for (const auto& entry : part.entries)
        for (const auto& [label, value] : entry)
            if (std::ranges::find(labels, label) == labels.end()) labels.push_back(label);
    return labels;
}

std::string value_of(const CopiedEntry& entry, const std::string& label)
{
    const auto found = std::ranges::find(entry, label, [](const auto& said) { return said.first; });
    return found == entry.end() ? "" : found->second;
}

void as_table(ui::Buffer& out, const CopiedPart& part, const std::vector<std::string>& labels)
{
    ui::TableOptions table{.caption = part.title, .caption_classes = "govuk-visually-hidden"};
    for (const auto& label : labels) table.head.emplace_back(label);
    for (const auto& entry : part.entries) {
        auto& row = table.rows.emplace_back();
        for (const auto& label : labels) row.emplace_back(value_of(entry, label));
    }
    ui::table(out, table);
}

/// Many short entries read best as a table, a few long ones as lists.
void write_part(ui::Buffer& out, const CopiedPart& part)
{
    constexpr std::size_t columns_most = 6, entries_least = 3;
    const auto labels = labels_of(part);
    if (labels.size() <= columns_most && part.entries.size() >= entries_least) return as_table(out, part, labels);
    for (const auto& entry : part.entries) {
        ui::SummaryListOptions list;
        for (const auto& [label, value] : entry) list.rows.push_back({label, value});
        ui::summary_list(out, list);
    }
}

}  // namespace

Result<Response> show_copy(const Request& request, Context& context)
{
    const auto screen = TRY(load_copy(request, context));
    return html(200, ui::render([&](ui::Buffer& out) {
        ui::page(out, {.title = "All that is held", .record = screen.pupil.reference, .breadcrumbs = {{"Information sharing", "/sharing"}, {screen.pupil.reference, "/pupils/" + screen.pupil.reference}},
                       .caption = pupils::full_name(screen.pupil)}, [&](ui::Buffer& body) {
            ui::paragraph(body, "As of " + uk_date_time(context.now) + ". It says what others wrote, and may tell about other people: read it through before it leaves.");
            ui::paragraph(body, ui::link_html("/api/v1/pupils/" + screen.pupil.reference + "/copy", "The same as a file that a computer can read (JSON)"));
            std::vector<std::string> nothing_in;
            for (const auto& part : screen.parts) {
                if (part.entries.empty()) nothing_in.push_back(part.title);
                else ui::section(body, part.title, [&](ui::Buffer& inside) { write_part(inside, part); });
            }
            if (nothing_in.empty()) return;
            ui::section(body, "Nothing is held under", [&](ui::Buffer& inside) { ui::bullet_list(inside, {nothing_in.begin(), nothing_in.end()}); });
        });
    }).markup());
}

Result<Response> api_copy(const Request& request, Context& context)
{
    const auto screen = TRY(load_copy(request, context));
    // A file that leaves the house is noted beside the look.
    TRY(context.in_transaction([&](Transaction& tx) {
        return tx.record({.verb = "copied", .entity = "pupil", .about = screen.pupil.id.value, .pupil = screen.pupil.id.value, .before = {}, .after = {}, .reason = {}});
    }));
    auto parts = Json::object();
    for (const auto& part : screen.parts) {
        auto entries = Json::array();
        for (const auto& entry : part.entries) {
            auto said = Json::object();
            for (const auto& [label, value] : entry) said[label] = value;
            entries.push_back(std::move(said));
        }
        parts[part.title] = std::move(entries);
    }
    return json(200, json_text({{"as_of", iso_instant(context.now)}, {"reference", screen.pupil.reference}, {"held", std::move(parts)}}));
}

}  // namespace waymark::sharing
