// The support of a school year by tier: the rows behind the three figures.
#include <fmt/format.h>

#include "foundation/csv.hpp"
#include "foundation/text.hpp"
#include "inspection/web/pages.hpp"
#include "inspection/web/parts.hpp"
#include "ui/ui.hpp"

namespace waymark::inspection {
namespace {

constexpr std::string_view outreach = "Outreach in school";

struct SupportScreen {
    DayAsked asked;
    std::optional<Tier> tier;
    std::vector<SupportBegun> support;
};

SupportScreen load_support(const Request& request, Context& context)
{
    SupportScreen screen{.asked = day_asked_for(request, context.today), .tier = enum_from_text<Tier>(request.query("tier")), .support = {}};
    screen.support = context.read([&](Transaction& tx) { return support_begun(tx, SchoolYear::of(screen.asked.day), screen.asked.day); });
    std::erase_if(screen.support, [&](const SupportBegun& one) { return screen.tier && one.tier != *screen.tier; });
    return screen;
}

std::string support_address(const SupportScreen& screen, std::string_view path, bool with_tier = true, int page = 1)
{
    std::string address = fmt::format("{}?day={}", path, iso(screen.asked.day));
    if (screen.tier && with_tier) address += fmt::format("&tier={}", enum_text(*screen.tier));
    if (page > 1) address += fmt::format("&page={}", page);
    return address;
}

}  // namespace

Result<Response> show_support(const Request& request, Context& context)
{
    const auto screen = load_support(request, context);
    const int page = ui::page_asked_for(request.query("page"));
    ui::TableOptions table{.caption = "Support that began in the school year", .caption_classes = "govuk-visually-hidden", .head = {"Child", "Where", "From", "Tier"}, .first_cell_is_header = true};
    for (const auto& one : ui::rows_of_page(screen.support, page))
        table.rows.push_back({ui::two_lines(ui::link_html("/pupils/" + one.reference, one.known_as + " " + one.last_name), one.reference),
                              one.setting_name.empty() ? std::string{outreach} : one.setting_name, short_date(one.on), std::string{tier_name(one.tier)}});
    std::vector<ui::ChosenFilter> chosen;
    if (screen.tier) chosen.push_back({"Tier", std::string{tier_name(*screen.tier)}, support_address(screen, "/inspection/support", false)});
    return html(200, ui::render([&](ui::Buffer& out) {
        ui::page(out, {.title = "Support by tier", .breadcrumbs = {{"For inspectors", "/inspection"}}, .problems = screen.asked.form.problems, .wide = true,
                       .caption = fmt::format("School year {}, up to {}", SchoolYear::of(screen.asked.day).text(), long_date(screen.asked.day))}, [&](ui::Buffer& body) {
            ui::filter_page(body, {.action = "/inspection/support", .count = counted(static_cast<long long>(screen.support.size()), "start"), .chosen = std::move(chosen),
                                   .downloads = {{"Download as CSV", support_address(screen, "/inspection/support/export.csv")}},
                                   .empty = screen.support.empty() ? "No such support began in that time for anyone you can see." : ""},
                            [&](ui::Buffer& filters) {
                                ui::text_field(filters, {.name = "day", .label = "Up to", .hint = "For example, 23 11 2026", .width = ui::BoxWidth::ten}, screen.asked.form);
                                ui::select_field(filters, {.name = "tier", .label = "Tier", .items = ui::choices<Tier>(tier_name), .empty_text = "Any"}, screen.asked.form);
                            },
                            [&](ui::Buffer& results) {
                                ui::table(results, table);
                                ui::pages_below(results, page, screen.support.size(), [&](int number) { return support_address(screen, "/inspection/support", true, number); });
                            });
        });
    }).markup());
}

Result<Response> export_support(const Request& request, Context& context)
{
    const auto screen = load_support(request, context);
    if (!screen.asked.form.problems.empty()) return std::unexpected{screen.asked.form.problems};
    CsvWriter csv{{"reference", "known as", "last name", "where", "from", "tier"}};
    for (const auto& one : screen.support)
        csv.row({one.reference, one.known_as, one.last_name, one.setting_name.empty() ? std::string{outreach} : one.setting_name, iso(one.on), std::string{enum_text(one.tier)}});
    return csv_download("support-by-tier.csv", csv.text());
}

}  // namespace waymark::inspection
