// One placement: purpose, dates, week, cost, confirmations, who answers for the child, and whether its end has drifted.
#include <fmt/format.h>

#include "directory/store/providers.hpp"
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "people/store/calendars.hpp"
#include "people/store/law_choices.hpp"
#include "placements/actions/checks.hpp"
#include "placements/rules/cost.hpp"
#include "placements/rules/extension.hpp"
#include "placements/store/shortlist.hpp"
#include "placements/web/pages.hpp"
#include "placements/web/parts.hpp"
#include "pupils/store/pupils.hpp"

namespace waymark::placements {
namespace {

struct CostScreen {
    std::string to_year_end, to_end, why_not;
};

struct PlacementScreen {
    Placement placement;
    pupils::PupilSummary pupil;
    std::vector<TimetableSlot> timetable;
    std::vector<MissingConfirmation> missing;
    std::vector<Extension> extensions;
    CostScreen cost;
    std::optional<Date> step_out_end;
    std::optional<RegistrationWarning> registration;    // for those who answer for the placement
    bool may_see_provider = false;
};

std::string cost_words(const Cost& cost) { return fmt::format("{} ({})", money_text(cost.total), cost.working); }

/// Forecast to the end and to 31 March, from the sessions expected and, before the start, from the timetable.
CostScreen cost_of_placement(Transaction& tx, const Placement& placement, const SchoolCalendar& school)
{
    std::vector<ExpectedOn> sessions = expected_of_placement(tx, placement.id, placement.from);
    if (placement.state == PlacementState::planned) {
        std::vector<TimetabledSession> timetable;
        for (const auto& slot : slots_of_placement(tx, placement.id)) timetable.push_back({slot.when, slot.minutes, {}, slot.in_force});
        auto planned = expected_sessions(timetable, {placement.from, placement.expected_end}, school);
        if (!planned) return {.to_year_end = {}, .to_end = {}, .why_not = planned.error().front().message};
        sessions = *std::move(planned);
    }
    const auto whole = cost_of(sessions, placement.price, placement.price_unit, school);
    const Date year_end = financial_year_end(std::max(tx.today(), placement.from));
    std::erase_if(sessions, [&](const ExpectedOn& session) { return session.day > year_end; });
    const auto part = cost_of(sessions, placement.price, placement.price_unit, school);
    if (!whole || !part) return {.to_year_end = {}, .to_end = {}, .why_not = (whole ? part : whole).error().front().message};
    return {.to_year_end = placement.last_day() > year_end ? fmt::format("{} to {}", cost_words(*part), long_date(year_end)) : std::string{},
            .to_end = fmt::format("{} to {}", cost_words(*whole), long_date(placement.last_day())), .why_not = {}};
}

Result<PlacementScreen> load_placement_screen(Context& context, const Request& request)
{
    return context.read([&](Transaction& tx) -> Result<PlacementScreen> {
        PlacementScreen screen{.placement = TRY(placement_of_page(tx, request))};
        const auto& placement = screen.placement;
        screen.pupil = TRY(pupils::pupil_of_page(tx, placement.pupil_reference));
        screen.timetable = timetable_on(tx, placement.id, tx.today());
        screen.missing = missing_confirmations_of(tx, placement.id, placement.from);
        screen.extensions = extensions_of(tx, placement.id);
        screen.may_see_provider = may(context.who, Permission::see_providers);
        const auto school = people::calendar_of(tx, placement.roll_school).calendar;
        screen.cost = cost_of_placement(tx, placement, school);
        if (placement.category == "step_out")
            if (const auto end = step_out_end(placement.from, people::law_for(tx, placement.from).step_out_school_days, school)) screen.step_out_end = *end;
        if (placement.state != PlacementState::ended && may_manage(context.who, placement)) {
            const auto provider = TRY(directory::provider_or_problem(tx, placement.provider));
            screen.registration = registration_warning(tx, provider, {std::max(context.today, placement.from), std::max(context.today, placement.last_day())});
        }
        return screen;
    });
}

void write_alerts(ui::Buffer& out, const PlacementScreen& screen, Date today)
{
    const auto& placement = screen.placement;
    if (const int late = days_past_end(placement.state, placement.expected_end, today); late > 0)
        ui::alert(out, ui::AlertKind::error, fmt::format("The agreed end was {}, {} ago. End it, or extend it with a reason and a new review.",
                                                         long_date(placement.expected_end), counted(late, "day")), "Past its end");
    if (screen.step_out_end && placement.state != PlacementState::ended && placement.expected_end > *screen.step_out_end)
        ui::alert(out, ui::AlertKind::warning, fmt::format("A step-out place ends by its 30th school day, {}.", long_date(*screen.step_out_end)), "Over the limit");
    if (screen.registration) {
        const bool over = screen.registration->level == ThresholdLevel::breach;
        ui::alert(out, over ? ui::AlertKind::error : ui::AlertKind::warning,
                  fmt::format("From {} this unregistered provider is {} at which it must register as a school. {}", long_date(screen.registration->from),
                              over ? "over the line" : "near the line", screen.registration->words),
                  over ? "Must register as a school" : "Near the registration threshold");
    }
    if (placement.state == PlacementState::planned && !screen.missing.empty())
        ui::alert(out, ui::AlertKind::warning,
                  ui::render([&](ui::Buffer& text) {
                      text.text(fmt::format("{} still missing before day one. ", counted(static_cast<long long>(screen.missing.size()), "confirmation is", "confirmations are")));
                      ui::link(text, "/placements/" + placement.id.text() + "/before-day-one", "See which and who gives them");
                  }), "Cannot start yet");
    if (!placement.override_reason.empty())
        ui::alert(out, ui::AlertKind::information, fmt::format("{}: {}", placement.override_by, placement.override_reason), "A rule was set aside");
}

void write_week(ui::Buffer& out, const PlacementScreen& screen)
{
    ui::WeekGrid grid{.caption = screen.timetable.empty() ? std::string{"No sessions"}
                                                          : fmt::format("{} a week", counted(static_cast<int>(screen.timetable.size()), "session"))};
    for (const auto& slot : screen.timetable) {
        auto& row = slot.when.session == Session::am ? grid.morning : grid.afternoon;
        row[static_cast<std::size_t>(slot.when.weekday)] = {ui::two_lines(slot.site_name.empty() ? "Online" : slot.site_name, hours_text(slot.minutes)), ui::WeekCellKind::filled};
    }
    ui::week_grid(out, grid);
    for (const auto& slot : screen.timetable)
        if (!slot.site_address.empty()) {
            ui::small_print(out, slot.site_name + ": " + slot.site_address);
            break;
        }
}

ui::Content or_not_named(const std::string& name)
{
    return name.empty() ? ui::Content{ui::tag_html("Not named", ui::TagColour::yellow)} : ui::Content{name};
}

void write_facts(ui::Buffer& out, const PlacementScreen& screen)
{
    const auto& placement = screen.placement;
    ui::SummaryListOptions list;
    list.rows = {{"Purpose", placement.purpose},
                 {"Goals", ui::link_html("/placements/" + placement.id.text() + "/goals", "See the goals and progress")},
                 {"Provider", ui::two_lines(screen.may_see_provider ? ui::Content{ui::link_html("/providers/" + placement.provider.text(), placement.provider_name)} : ui::Content{placement.provider_name},
                                            placement.programme_name + ", " + placement.category_name)},
                 {"First day", long_date(placement.from)},
                 {placement.ended_on ? "Ended on" : "Agreed end", long_date(placement.last_day())},
                 {"Commissioned by", placement.commissioner_name},
                 {"Paid by", placement.funder_name},
                 {"Legal basis", std::string{legal_basis_name(placement.legal_basis)}},
                 {"Roll", placement.roll_school_name.empty() ? std::string{roll_name(placement.registration)}
                                                             : fmt::format("{}: {}", roll_name(placement.registration), placement.roll_school_name)},
                 {"Price", directory::price_text(placement.price, placement.price_unit)}};
    if (placement.notice_given_on) list.rows.push_back({"Parent told in writing", long_date(*placement.notice_given_on)});
    if (!placement.part_time_reason.empty()) list.rows.push_back({"Why part time", placement.part_time_reason});
    if (placement.end_reason) {
        list.rows.push_back({"Why it ended", std::string{end_reason_name(*placement.end_reason)}});
        list.rows.push_back({"Where to", std::string{destination_name(*placement.destination)}});
        if (!placement.end_note.empty()) list.rows.push_back({"What happens next", placement.end_note});
        if (!placement.provider_report.empty()) list.rows.push_back({"The provider’s report", placement.provider_report});
    }
    ui::summary_list(out, list);
    if (!placement.end_child_view.empty()) ui::quotation(out, placement.end_child_view, screen.pupil.known_as);
}

void write_side(ui::Buffer& out, const PlacementScreen& screen)
{
    const auto& placement = screen.placement;
    ui::section(out, "Cost", [&](ui::Buffer& body) {
        if (!screen.cost.why_not.empty()) ui::paragraph(body, "Not known: " + screen.cost.why_not);
        if (!screen.cost.to_year_end.empty()) ui::paragraph(body, screen.cost.to_year_end);
        if (!screen.cost.to_end.empty()) ui::paragraph(body, screen.cost.to_end);
    });
    ui::section(out, "Who keeps the child safe", [&](ui::Buffer& body) {
        ui::SummaryListOptions people;
        people.rows = {{"Authority", or_not_named(placement.people.authority_officer)}, {"Provider", or_not_named(placement.people.provider_lead)}};
        if (placement.roll_school) people.rows.push_back({"School", or_not_named(placement.people.school_lead)});
        if (!placement.people.social_worker.empty()) people.rows.push_back({"Social worker", placement.people.social_worker});
        ui::summary_list(body, people);
    });
    ui::section(out, "Confirmations", [&](ui::Buffer& body) {
        ui::paragraph(body, screen.missing.empty() ? std::string{"All eight were given before day one."}
                                                   : fmt::format("{} missing.", counted(static_cast<long long>(screen.missing.size()), "is", "are")));
        ui::paragraph(body, ui::link_html("/placements/" + placement.id.text() + "/before-day-one", "See the confirmations"));
    });
}

void write_acts(ui::Buffer& out, const Placement& placement)
{
    const auto href = "/placements/" + placement.id.text();
    if (placement.state == PlacementState::planned) ui::button(out, {.text = "Start the placement", .href = href + "/start"});
    if (placement.state == PlacementState::active) ui::action_link(out, href + "/extend", "Extend");
    if (placement.state != PlacementState::ended) {
        ui::action_link(out, href + "/change", "Change the timetable");
        ui::action_link(out, href + "/end", "End the placement");
    }
}

}  // namespace

Result<Response> show_placement(const Request& request, Context& context)
{
    const auto screen = TRY(load_placement_screen(context, request));
    const auto& placement = screen.placement;
    return page_of(200, [&](ui::Buffer& out) {
        ui::page(out, {.title = "Placement at " + placement.provider_name, .record = placement.pupil_reference, .breadcrumbs = {{"Placements", "/placements"}},
                       .wide = true}, [&](ui::Buffer& body) {
            child_bar(body, screen.pupil);
            ui::paragraph(body, state_tag(placement.state));
            write_alerts(body, screen, context.today);
            ui::two_thirds_and_one(body,
                [&](ui::Buffer& main) {
                    write_facts(main, screen);
                    ui::section(main, "Timetable", [&](ui::Buffer& inner) {
                        write_week(inner, screen);
                        ui::paragraph(inner, ui::link_html("/pupils/" + placement.pupil_reference + "/week", "See the whole week over all settings"));
                    });
                    if (!screen.extensions.empty())
                        ui::section(main, "Extensions", [&](ui::Buffer& inner) {
                            std::vector<ui::TimelineItem> items;
                            for (const auto& one : screen.extensions)
                                items.push_back({.title = fmt::format("From {} to {}", long_date(one.old_end), long_date(one.new_end)), .when = uk_date_time(one.at),
                                                 .when_iso = iso_instant(one.at), .by = one.by, .body = one.reason});
                            ui::timeline(inner, items);
                        });
                    if (may_manage(context.who, placement)) write_acts(main, placement);
                },
                [&](ui::Buffer& side) { write_side(side, screen); });
        });
    });
}

}  // namespace waymark::placements
