// Kept months, loose days at either end, and sessions without a mark: three sources, one sum.
#include "attendance/store/counts.hpp"

#include <map>
#include <tuple>

#include <fmt/format.h>

#include "attendance/rules/kept_months.hpp"
#include "attendance/store/counts.sql.hpp"
#include "attendance/store/totals.hpp"
#include "pupils/store/access.hpp"

namespace waymark::attendance {
namespace {

/// Adds the sessions of one code; no code: the register has not been taken.
void add_sessions(Counts& counts, const Row& row, Date day)
{
    const int sessions = row.number("sessions");
    if (row.is_null("code")) counts.not_taken += sessions;
    else add_mark(counts, row.view("code"), day, sessions);
}

Bindings between(const Transaction& tx, Date from, Date to, Bindings bindings)
{
    const KeptMonths split = by_kept_months(from, to, tx.today());
    for (auto&& [name, day] : std::initializer_list<std::pair<const char*, Date>>{{"from_day", from}, {"to_day", to},
             {"first_month", split.first_month}, {"last_month", split.last_month}, {"head_from", split.head_from},
             {"head_to", split.head_to}, {"tail_from", split.tail_from}, {"tail_to", split.tail_to}})
        bindings.emplace_back(name, day);
    return bindings;
}

void count(Transaction& tx, PupilId pupil, PlacementId placement, OrganisationId setting, Date day, std::string_view code, int sessions)
{
    tx.run(sql::count_mark, {{"placement", placement},
                             {"month", first_of_month(day)},
                             {"code", code},
                             {"setting", setting},
                             {"pupil", pupil},
                             {"sessions", sessions}});
    move_totals(tx, pupil, setting, day, code, sessions);
}

}  // namespace

void keep_count(Transaction& tx, const NewMark& mark)
{
    count(tx, mark.pupil, mark.placement, mark.setting, mark.day, mark.code, 1);
    if (mark.revision == 1) return;
    struct Earlier {
        PlacementId placement;
        OrganisationId setting;
        std::string code;
    };
    const auto earlier = tx.maybe_one(
        sql::mark_of_revision, {{"pupil", mark.pupil}, {"day", mark.day}, {"session", mark.session}, {"revision", mark.revision - 1}},
        [](const Row& row) { return Earlier{row.id<PlacementId>("placement_id"), row.id<OrganisationId>("organisation_id"), row.text("code")}; });
    if (earlier) count(tx, mark.pupil, earlier->placement, earlier->setting, mark.day, earlier->code, -1);
}

Counts counts_of_placement(Transaction& tx, PlacementId placement, Date from, Date to)
{
    Counts counts;
    tx.each(sql::codes_of_placement, between(tx, from, to, {{"placement", placement}}),
            [&](const Row& row) { add_sessions(counts, row, from); });
    return counts;
}

std::map<PlacementId, Counts> counts_by_placement(Transaction& tx, Date from, Date to)
{
    std::map<PlacementId, Counts> found;
    tx.each(sql::codes_by_placement, between(tx, from, to, pupils::visible_to(tx.context().who)),
            [&](const Row& row) { add_sessions(found[row.id<PlacementId>("placement_id")], row, from); });
    return found;
}

std::vector<SettingCounts> counts_by_setting(Transaction& tx, Date from, Date to)
{
    return counts_by_setting(tx, from, to, counted_from(tx.context().who));
}

std::vector<SettingCounts> counts_by_setting(Transaction& tx, Date from, Date to, CountedFrom source)
{
    std::vector<SettingCounts> found;
    const auto add = [&](const Row& row) {
        const auto setting = row.id<OrganisationId>("organisation_id");
        if (found.empty() || found.back().setting != setting) found.push_back({.setting = setting, .name = row.text("name")});
        add_sessions(found.back().counts, row, from);
    };
    if (source == CountedFrom::kept_totals) tx.each(sql::kept_codes_by_setting, between(tx, from, to, {}), add);
    else tx.each(sql::codes_by_setting, between(tx, from, to, pupils::visible_to(tx.context().who)), add);
    return found;
}

std::vector<PupilCounts> counts_by_pupil(Transaction& tx, OrganisationId setting, Date from, Date to)
{
    Bindings bindings = pupils::visible_to(tx.context().who);
    bindings.emplace_back("setting", setting);
    std::vector<PupilCounts> found;
    tx.each(sql::codes_by_pupil, between(tx, from, to, std::move(bindings)), [&](const Row& row) {
        const auto pupil = row.id<PupilId>("pupil_id");
        if (found.empty() || found.back().pupil != pupil)
            found.push_back({.pupil = pupil,
                             .reference = row.text("reference"),
                             .known_as = row.text("known_as"),
                             .last_name = row.text("last_name"),
                             .setting_name = row.text("setting_name")});
        add_sessions(found.back().counts, row, from);
    });
    return found;
}

std::vector<PupilId> expected_pupils(Transaction& tx)
{
    return tx.all(sql::expected_pupils, {}, [](const Row& row) { return row.id<PupilId>("pupil_id"); });
}

std::vector<std::string> recount(Transaction& tx, PupilId pupil)
{
    struct Stands {
        int kept = 0, last = 0;
        PlacementId placement;
        std::string code;
    };
    std::map<std::pair<Date, std::string>, Stands> sessions;
    tx.each(sql::revisions_of_pupil, {{"pupil", pupil}}, [&](const Row& row) {
        Stands& stands = sessions[{row.date("day"), row.text("session")}];
        stands.kept = row.number("standing_revision");
        if (row.is_null("revision")) return;
        stands.last = row.number("revision");
        stands.placement = row.id<PlacementId>("placement_id");
        stands.code = row.text("code");
    });

    std::vector<std::string> differences;
    std::map<std::tuple<std::string, Date, std::string>, int> months;  // marks counted afresh, less those kept
    for (const auto& [when, stands] : sessions) {
        if (stands.kept != stands.last)
            differences.push_back(fmt::format("{} {}: revision {} stands, {} is kept", iso(when.first), when.second, stands.last, stands.kept));
        if (stands.last > 0) ++months[{stands.placement.text(), first_of_month(when.first), stands.code}];
    }
    tx.each(sql::months_of_pupil, {{"pupil", pupil}}, [&](const Row& row) {
        months[{row.id<PlacementId>("placement_id").text(), row.date("month"), row.text("code")}] -= row.number("sessions");
    });
    for (const auto& [what, difference] : months)
        if (difference != 0)
            differences.push_back(fmt::format("placement {}, month {}, code {}: {} sessions {} than are kept", std::get<0>(what),
                                              iso(std::get<1>(what)), std::get<2>(what), std::abs(difference), difference > 0 ? "more" : "fewer"));
    return differences;
}

}  // namespace waymark::attendance
