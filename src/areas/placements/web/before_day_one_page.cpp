// The written confirmations before day one: which are there, which are missing, who gives each; given here, on a phone.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "placements/actions/confirm.hpp"
#include "placements/web/pages.hpp"
#include "placements/web/parts.hpp"
#include "pupils/store/pupils.hpp"

namespace waymark::placements {
namespace {

struct DayOneScreen {
    Placement placement;
    pupils::PupilSummary pupil;
    std::vector<Confirmation> given;
    std::vector<MissingConfirmation> missing;
    std::vector<TimetableSlot> timetable;
};

Result<DayOneScreen> load_day_one_screen(Context& context, const Request& request)
{
    return context.read([&](Transaction& tx) -> Result<DayOneScreen> {
        DayOneScreen screen{.placement = TRY(placement_of_page(tx, request))};
        screen.pupil = TRY(pupils::pupil_of_page(tx, screen.placement.pupil_reference));
        screen.given = confirmations_of(tx, screen.placement.id);
        screen.missing = missing_confirmations_of(tx, screen.placement.id, screen.placement.from);
        screen.timetable = timetable_on(tx, screen.placement.id, screen.placement.from);
        return screen;
    });
}

const MissingConfirmation* missing_of(const DayOneScreen& screen, ConfirmationKind kind)
{
    const auto found = std::ranges::find(screen.missing, kind, &MissingConfirmation::kind);
    return found == screen.missing.end() ? nullptr : &*found;
}

std::string_view giver_name(Giver giver) { return giver == Giver::provider ? "The provider gives it" : "The school or the authority gives it"; }

/// All eight with their state: the list that is printed for the single central record.
void write_list(ui::Buffer& out, const DayOneScreen& screen)
{
    ui::TableOptions table{.caption = "Confirmations", .head = {"What", "State", "Given by", "In these words"}, .first_cell_is_header = true};
    for (const auto& words : confirmation_kinds()) {
        const auto* missing = missing_of(screen, words.kind);
        const auto given = std::ranges::find(screen.given, words.kind, &Confirmation::kind);
        const bool there = given != screen.given.end();
        table.rows.push_back({std::string{words.title},
                              missing ? ui::Content{ui::two_lines(ui::tag_html("Missing", ui::TagColour::red), missing->why)} : ui::Content{ui::tag_html("Given", ui::TagColour::green)},
                              there ? ui::Content{ui::two_lines(given->given_by, long_date(given->given_on))} : ui::Content{giver_name(words.giver)},
                              there ? given->words : std::string{words.statement}});
    }
    ui::table(out, table);
}

/// What is missing, as statements to tick. The words can be changed where the provider's own say more.
void write_form(ui::Buffer& out, const DayOneScreen& screen, bool is_provider, const Form& form)
{
    std::vector<ui::Choice> items;
    std::set<ConfirmationKind> offered;
    for (const auto& missing : screen.missing) {
        if (!offered.insert(missing.kind).second) continue;
        const auto& words = words_of(missing.kind);
        if (is_provider && words.giver != Giver::provider) continue;
        const std::string code{enum_text(missing.kind)};
        items.push_back({.value = code, .text = std::string{words.title}, .hint = std::string{words.statement},
                         .conditional = ui::render([&](ui::Buffer& inner) {
                             ui::text_area_field(inner, {.name = "words-" + code, .label = "Add names, numbers or exceptions", .hint = "You can leave this empty", .rows = 2,
                                                         .characters_max = 1000}, form);
                         })});
    }
    if (items.empty()) {
        ui::inset_text(out, {.text = "You have given yours. The school or the authority gives the rest."});
        return;
    }
    ui::form(out, {}, [&](ui::Buffer& inner) {
        ui::checkboxes_field(inner, {.name = "confirm", .legend = "I confirm in writing", .hint = "Tick what is true today. You can come back for the rest.", .items = items,
                                     .size = ui::LabelSize::medium}, form);
        ui::text_field(inner, {.name = "given_by", .label = "Name of the person who confirms", .width = ui::BoxWidth::twenty, .autocomplete = "name"}, form);
        ui::details(inner, {.summary = "It was given on paper earlier", .text = ui::render([&](ui::Buffer& body) {
                                ui::date_field(body, {.name = "given_on", .legend = "Date on the paper"}, form);
                            })});
        ui::submit_row(inner, {.text = "Give confirmations"});
    });
}

void day_one_view(ui::Buffer& out, const DayOneScreen& screen, const Form& form, Context& context)
{
    const auto& placement = screen.placement;
    const auto href = "/placements/" + placement.id.text();
    ui::page(out, {.title = "Before day one", .record = placement.pupil_reference,
                   .breadcrumbs = {{"Placements", "/placements"}, {"Placement at " + placement.provider_name, href}}, .problems = form.problems}, [&](ui::Buffer& body) {
        child_bar(body, screen.pupil);
        const auto first = placement.state == PlacementState::planned ? fmt::format("The first day is {}. ", weekday_date(placement.from)) : std::string{};
        ui::lead(body, screen.missing.empty() ? first + "All eight confirmations are there."
                                              : fmt::format("{}{} missing. The placement cannot start without {}.", first,
                                                            counted(static_cast<long long>(screen.missing.size()), "confirmation is", "confirmations are"),
                                                            screen.missing.size() == 1 ? "it" : "them"));
        const bool may_give = may(context.who, Permission::give_confirmations) && placement.state != PlacementState::ended;
        if (may_give && !screen.missing.empty()) write_form(body, screen, is_at_provider(context.who), form);
        if (screen.missing.empty() && placement.state == PlacementState::planned && may_manage(context.who, placement))
            ui::button(body, {.text = "Start the placement", .href = href + "/start"});
        write_list(body, screen);
    });
}

}  // namespace

Result<Response> show_before_day_one(const Request& request, Context& context)
{
    const auto screen = TRY(load_day_one_screen(context, request));
    Form form;
    if (is_at_provider(context.who)) form.set("given_by", context.who.name);
    return page_of(200, [&](ui::Buffer& out) { day_one_view(out, screen, form, context); });
}

Result<Response> submit_before_day_one(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto id = TRY(request.path_id<PlacementId>("placement"));
    const auto done = [&]() -> Result<void> {
        FormReader read{form};
        const auto kinds = read.several_of<ConfirmationKind>("confirm", "Tick what you confirm.");
        const auto given_by = read.text("given_by", "Enter the name of the person who confirms.", 120);
        const auto given_on = read.date_if_any("given_on", "the date on the paper");
        std::vector<GiveConfirmation> given;
        for (const auto kind : kinds) {
            const auto more = read.text_if_any("words-" + std::string{enum_text(kind)}, 1000);
            given.push_back({.kind = kind, .words = more.empty() ? std::string{} : std::string{words_of(kind).statement} + " " + more, .site = {}, .given_on = given_on, .document = {}});
        }
        TRY(read.result());
        return give_confirmations(context, id, given, given_by);
    }();
    if (done) return see_other_with_success("/placements/" + id.text() + "/before-day-one", "The confirmations are kept with the placement.");
    if (!done.error().correctable()) return std::unexpected(done.error());
    const auto screen = TRY(load_day_one_screen(context, request));
    return page_of(422, [&](ui::Buffer& out) { day_one_view(out, screen, form.with(done.error()), context); });
}

}  // namespace waymark::placements
