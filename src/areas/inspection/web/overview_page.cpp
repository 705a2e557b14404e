// What inspectors ask for, on one page: how many, the tiers of the year, whom to follow, what to download, what is not kept here.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "directory/store/providers.hpp"
#include "foundation/csv.hpp"
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "inspection/rules/tracking.hpp"
#include "inspection/web/pages.hpp"
#include "inspection/web/parts.hpp"
#include "quality/store/assurance.hpp"
#include "ui/ui.hpp"

namespace waymark::inspection {
namespace {

struct Overview {
    DayAsked asked;
    std::vector<PlacedChild> children;
    std::map<Tier, int> tiers;
    std::vector<PlacedChild> followed;
};

Overview load_overview(const Request& request, Context& context)
{
    Overview overview{.asked = day_asked_for(request, context.today), .children = {}, .tiers = {}, .followed = {}};
    const Date day = overview.asked.day;
    context.read([&](Transaction& tx) {
        overview.children = placed_children(tx, day);
        for (const auto& support : support_begun(tx, SchoolYear::of(day), day)) ++overview.tiers[support.tier];
    });
    std::vector<std::vector<std::string>> kinds;
    for (const auto& child : overview.children) {
        kinds.push_back(child.kinds());
        kinds.back().push_back(child.setting_name);  // rather six settings than one
    }
    for (const auto at : children_to_follow(kinds)) overview.followed.push_back(overview.children[at]);
    log_looks(context, overview.followed);
    return overview;
}

void figures_view(ui::Buffer& out, const Overview& overview)
{
    const std::string list = "/inspection/pupils?day=" + iso(overview.asked.day);
    std::vector<ui::Stat> figures;
    const auto add = [&](auto&& belongs, std::string one, std::string many, std::string_view filter, bool pressing = false) {
        const auto count = std::ranges::count_if(overview.children, belongs);
        figures.push_back({.number = with_commas(count), .href = list + std::string{filter}, .sentence = count == 1 ? std::move(one) : std::move(many), .pressing = pressing});
    };
    add([](const auto&) { return true; }, "place in alternative provision", "places in alternative provision", "");
    add([](const auto& child) { return !child.place.is_registered; }, "at an unregistered setting", "at unregistered settings", "&setting=unregistered");
    add([](const auto& child) { return child.has_plan; }, "of a child with an education, health and care plan", "of children with an education, health and care plan", "&about=plan");
    add([](const auto& child) { return child.is_looked_after; }, "of a child who is looked after", "of children who are looked after", "&about=care");
    add([](const auto& child) { return !child.is_setting_in_authority; }, "out of area", "out of area", "&about=area");
    add([](const auto& child) { return !child.questions.empty(); }, "about which inspectors would have a question", "about which inspectors would have a question", "&questions=1", true);
    ui::stats(out, figures);
}

void tiers_view(ui::Buffer& out, const Overview& overview)
{
    const auto year = SchoolYear::of(overview.asked.day);
    ui::heading(out, 2, "The three tiers, " + year.text());
    ui::paragraph(out, fmt::format("Support that began from {} to {}. The tier follows from the record: who keeps the child’s place, and where the child went. Rule R24.",
                                   long_date(year.first_day()), long_date(overview.asked.day)));
    std::vector<ui::Stat> figures;
    for (const Tier tier : {Tier::targeted_support, Tier::time_limited, Tier::transitional}) {
        const auto found = overview.tiers.find(tier);
        figures.push_back({.number = with_commas(found == overview.tiers.end() ? 0 : found->second),
                           .href = fmt::format("/inspection/support?day={}&tier={}", iso(overview.asked.day), enum_text(tier)), .sentence = std::string{tier_name(tier)}});
    }
    ui::stats(out, figures);
}

void followed_view(ui::Buffer& out, const Overview& overview)
{
    ui::heading(out, 2, "Children to follow in detail");
    if (overview.followed.empty()) {
        ui::paragraph(out, "Nobody was in a place on that day.");
        return;
    }
    ui::paragraph(out, "Inspectors follow about six. These show between them the most of what there is; each opens the whole record in order of time.");
    ui::TableOptions table{.caption = "Children to follow in detail", .caption_classes = "govuk-visually-hidden", .head = {"Child", "Setting", "Stands for"}, .first_cell_is_header = true};
    for (const auto& child : overview.followed)
        table.rows.push_back({ui::two_lines(ui::link_html("/pupils/" + child.reference + "/timeline", child.known_as + " " + child.last_name), child.reference), child.setting_name, join(child.kinds(), ", ")});
    ui::table(out, table);
}

void downloads_view(ui::Buffer& out, const Overview& overview)
{
    const std::string day = "?day=" + iso(overview.asked.day);
    ui::heading(out, 2, "To hand over");
    ui::paragraph(out, ui::link_html("/inspection/pupils/export.csv" + day, "All children in places, with what is known of each (CSV)"));
    ui::paragraph(out, ui::link_html("/inspection/providers/export.csv" + day, "All providers with their quality assurance on that day (CSV)"));
    ui::paragraph(out, ui::link_html("/inspection/support/export.csv" + day, "Support of the school year by tier (CSV)"));
    ui::paragraph(out, "Waymark does not keep the authority’s strategy and self-evaluation, complaints, serious incidents and allegations, or surveys: bring these from where they are kept.");
}

}  // namespace

Result<Response> show_overview(const Request& request, Context& context)
{
    const auto overview = load_overview(request, context);
    return html(200, ui::render([&](ui::Buffer& out) {
        ui::page(out, {.title = "For inspectors", .problems = overview.asked.form.problems, .wide = true, .caption = "As of " + long_date(overview.asked.day)}, [&](ui::Buffer& body) {
            ui::paragraph(body, "What Ofsted and the Care Quality Commission ask an area for, and Ofsted a school, from the records as they stand on " + uk_date_time(context.now) +
                                    ". A school sees its own children. Rule R56.");
            ui::form(body, {.method = "get", .classes = "wm-period"}, [&](ui::Buffer& inner) {
                ui::text_field(inner, {.name = "day", .label = "As of", .hint = "For example, 23 11 2026", .width = ui::BoxWidth::ten}, overview.asked.form);
                ui::submit_row(inner, {.text = "Show"});
            });
            figures_view(body, overview);
            tiers_view(body, overview);
            followed_view(body, overview);
            downloads_view(body, overview);
        });
    }).markup());
}

Result<Response> export_providers(const Request& request, Context& context)
{
    const auto asked = day_asked_for(request, context.today);
    if (!asked.form.problems.empty()) return std::unexpected{asked.form.problems};
    CsvWriter csv{{"as of", "provider", "URN", "registration", "assurance", "reasons", "last visit", "good until", "children placed there"}};
    context.read([&](Transaction& tx) {
        const auto assurance = quality::assurance_of_all(tx, asked.day);
        const auto never_looked_at = quality::assurance_on(asked.day, {});
        std::map<OrganisationId, int> placed;
        for (const auto& child : placed_children(tx, asked.day)) ++placed[child.setting];
        for (const auto& provider : directory::providers(tx)) {
            const auto found = assurance.find(provider.id);
            const auto& status = found == assurance.end() ? never_looked_at : found->second;
            csv.row({iso(asked.day), provider.name, provider.urn, directory::registration_words(provider.registration), quality::status_words(status.status), join(status.reasons, " "),
                     status.last_visit ? iso(*status.last_visit) : "", status.good_until ? iso(*status.good_until) : "", std::to_string(placed[provider.id])});
        }
    });
    return csv_download("providers.csv", csv.text());
}

}  // namespace waymark::inspection
