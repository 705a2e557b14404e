// Reading and writing the address of a page of totals, and the parts that these pages share.
#include "attendance/web/totals_asked.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"

namespace waymark::attendance {
namespace {

std::optional<int> number_in(std::string_view text)
{
    int number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return number;
}

std::vector<GroupChoice> all_choices()
{
    std::vector<GroupChoice> all{{"all", "All year groups", {}}};
    for (const KeyStage stage : enum_values<KeyStage>()) {
        if (stage == KeyStage::early_years) continue;  // Reception alone, which stands below
        YearGroups groups{13, 0};
        for (int group = 0; group <= 13; ++group)
            if (key_stage_of_year(group) == stage) groups = {std::min(groups.first, group), std::max(groups.last, group)};
        all.push_back({fmt::format("ks{}", static_cast<int>(stage)), key_stage_name(stage), groups});
    }
    for (int group = 0; group <= 13; ++group) all.push_back({std::to_string(group), year_group_name(group), {group, group}});
    return all;
}

}  // namespace

const std::vector<GroupChoice>& group_choices()
{
    static const auto all = all_choices();
    return all;
}

std::optional<GroupChoice> group_of_name(std::string_view name)
{
    const auto known = std::ranges::find(group_choices(), name, &GroupChoice::name);
    if (known != group_choices().end()) return *known;
    const auto number = number_in(name);
    if (!number || *number < -20 || *number > 120) return std::nullopt;
    return GroupChoice{std::string{name}, year_group_name(*number), {*number, *number}};
}

AskedOfTotals totals_asked_for(const Request& request, Date today)
{
    const int now = SchoolYear::of(today).starts_in(), begins = number_in(request.query("year")).value_or(now);
    AskedOfTotals asked{.totals = {.year = SchoolYear{begins >= 2000 && begins <= now ? begins : now}, .setting = {}}, .group = group_choices().front()};
    if (const auto setting = OrganisationId::parse(request.query("setting"))) asked.totals.setting = *setting;
    if (const auto group = group_of_name(request.query("group"))) asked.group = *group;
    asked.totals.groups = asked.group.groups;
    return asked;
}

std::string query_of(const AskedOfTotals& asked, std::string_view more)
{
    std::string query = "?year=" + std::to_string(asked.totals.year.starts_in());
    if (asked.totals.setting) query += "&setting=" + asked.totals.setting->text();
    if (!asked.group.groups.are_all()) query += "&group=" + asked.group.name;
    return query + std::string{more};
}

std::string year_words(SchoolYear year, Date today)
{
    const std::string words = "School year " + year.text();
    return today > year.last_day() ? words : words + ", up to " + long_date(today);
}

void views_of_attendance(ui::Buffer& out, TotalsView current)
{
    ui::sub_navigation(out, "Attendance", {{"By setting", "/attendance", current == TotalsView::settings},
                                           {"By year group", "/attendance/year-groups", current == TotalsView::year_groups},
                                           {"Week by week", "/attendance/weeks", current == TotalsView::weeks}});
}

void how_worked_out(ui::Buffer& out)
{
    ui::details(out, {.summary = "How these are worked out",
                      .text = "Attended sessions divided by possible sessions, as the Department for Education does. Sessions that were not possible "
                              "and sessions without a mark enter no rate. Totals add up sessions; they never average rates."});
}

void as_of(ui::Buffer& out, Instant now)
{
    ui::paragraph(out, fmt::format("As of {}. A register saved or a mark corrected changes these figures at once.", uk_date_time(now)));
}

std::vector<ui::TableCell> total_cells(ui::TableCell first, const Counts& counts, const std::string& about, const std::function<std::string(std::string_view showing)>& href)
{
    const auto number = [&](int sessions, std::string_view showing) -> ui::TableCell {
        const std::string address = sessions == 0 ? "" : href(showing);
        return address.empty() ? ui::TableCell{with_commas(sessions)} : ui::TableCell{ui::number_link(sessions, address, about)};
    };
    return {std::move(first), number(counts.possible(), "possible"), number(counts.present, "attended"), number(counts.authorised, "authorised"),
            number(counts.unauthorised, "unauthorised"), percent_words(counts.present, counts.possible()), number(counts.not_taken, "no-mark")};
}

ui::TableOptions totals_table(std::string caption, std::string first_head)
{
    return {.caption = std::move(caption),
            .head = {std::move(first_head), ui::numeric("Sessions possible"), ui::numeric("Attended"), ui::numeric("Authorised absence"), ui::numeric("Unauthorised absence"),
                     ui::numeric("Attendance rate"), ui::numeric("No mark yet")},
            .first_cell_is_header = true};
}

std::vector<std::string> total_columns() { return {"Possible", "Attended", "Authorised absence", "Unauthorised absence", "Attendance rate in percent", "Not possible", "No mark yet"}; }

std::vector<std::string> total_fields(const Counts& counts)
{
    const int tenths = rate_in_tenths(counts.present, counts.possible());
    return {std::to_string(counts.possible()), std::to_string(counts.present), std::to_string(counts.authorised), std::to_string(counts.unauthorised),
            tenths < 0 ? "" : fmt::format("{}.{}", tenths / 10, tenths % 10), std::to_string(counts.not_possible), std::to_string(counts.not_taken)};
}

}  // namespace waymark::attendance
