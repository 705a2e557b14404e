// The offers as they will be sent, to be checked: nothing about the child is typed, all of it can be changed.
#include <algorithm>

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "placements/actions/send_offers.hpp"
#include "placements/web/pages.hpp"
#include "placements/web/parts.hpp"
#include "pupils/store/pupils.hpp"

namespace waymark::placements {
namespace {

struct OffersScreen {
    pupils::PupilSummary pupil;
    OfferDraft draft;
    std::vector<ShortlistEntry> chosen;
};

Result<OffersScreen> load_offers_screen(Context& context, const Request& request, const std::vector<std::string>& programmes)
{
    return context.read([&](Transaction& tx) -> Result<OffersScreen> {
        OffersScreen screen;
        screen.pupil = TRY(pupils::pupil_of_page(tx, request.path("pupil")));
        screen.draft = TRY(draft_offer(tx, screen.pupil.id));
        auto wanted = screen.draft.place.wanted;
        wanted.sessions_per_week = std::max(1, screen.draft.place.sessions_left());
        for (auto& entry : shortlist(tx, screen.draft.child, wanted, screen.draft.place.referral.id, screen.draft.start_on, screen.draft.end_on))
            if (std::ranges::find(programmes, entry.programme.id.text()) != programmes.end()) screen.chosen.push_back(std::move(entry));
        return screen;
    });
}

/// What is known, as if it had been typed.
Form prefilled(const OffersScreen& screen)
{
    Form form;
    form.set("needs_summary", screen.draft.needs_summary);
    form.set("start_on", iso(screen.draft.start_on));
    form.set("reply_by", iso(screen.draft.reply_by));
    form.set("weeks", std::to_string(screen.draft.place.weeks));
    for (const auto& entry : screen.chosen) {
        form.values.emplace_back("programme", entry.programme.id.text());
        for (const auto& when : entry.fit.sessions) form.values.emplace_back("sessions-" + entry.programme.id.text(), directory::session_code(when));
    }
    return form;
}

void offers_view(ui::Buffer& out, const OffersScreen& screen, const Form& form)
{
    const auto shortlist_href = "/pupils/" + screen.pupil.reference + "/shortlist";
    ui::page(out, {.title = "Check the offers before you send them", .record = screen.pupil.reference,
                   .back = ui::Link{"Back to the shortlist", shortlist_href}, .problems = form.problems}, [&](ui::Buffer& body) {
        child_bar(body, screen.pupil);
        if (screen.chosen.empty()) {
            ui::empty_state(body, "No provider is chosen yet.", {"Choose up to three on the shortlist", shortlist_href});
            return;
        }
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::text_area_field(inner, {.name = "needs_summary", .label = "What the providers will read",
                                        .hint = "Drafted from the referral. Need, and not more than needed: no name, address, school or reasons.",
                                        .rows = 9, .characters_max = 4000, .size = ui::LabelSize::medium}, form);
            for (const auto& entry : screen.chosen) {
                ui::hidden_field(inner, "programme", entry.programme.id.text());
                sessions_field(inner, "sessions-" + entry.programme.id.text(), entry.provider_name + ", " + entry.programme.name,
                               weekly_price(entry.programme.price, entry.programme.price_unit, entry.fit.sessions) +
                                   ". Sessions that have a place free in the whole time:",
                               entry.fit.open, form);
            }
            ui::field_group(inner, "When", ui::LabelSize::medium, [&](ui::Buffer& group) {
                ui::date_field(group, {.name = "start_on", .legend = "First day", .hint = "A day on which the child’s school meets"}, form);
                ui::text_field(group, {.name = "weeks", .label = "For how many weeks", .width = ui::BoxWidth::two, .inputmode = "numeric"}, form);
                ui::date_field(group, {.name = "reply_by", .legend = "Providers reply by", .hint = "Three school days from today, unless you change it"}, form);
            });
            ui::submit_row(inner, {.text = screen.chosen.size() == 1 ? "Send offer" : fmt::format("Send {} offers", screen.chosen.size()),
                                   .cancel = {"Cancel", shortlist_href}});
        });
    });
}

}  // namespace

Result<Response> show_new_offers(const Request& request, Context& context)
{
    const auto screen = TRY(load_offers_screen(context, request, request.query_all("programme")));
    return page_of(200, [&](ui::Buffer& out) { offers_view(out, screen, prefilled(screen)); });
}

Result<Response> submit_new_offers(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto programmes = form.all("programme");
    const auto screen = TRY(load_offers_screen(context, request, programmes));
    const auto sent = [&]() -> Result<std::vector<OfferId>> {
        FormReader read{form};
        SendOffers command{.pupil = screen.pupil.id, .to = {}, .needs_summary = read.text("needs_summary", "Enter what the providers need to know"),
                           .start_on = read.date("start_on", "the first day"),
                           .weeks = read.whole_number("weeks", "Enter the number of weeks, such as 12", 1, 60),
                           .reply_by = read.date("reply_by", "the date by which providers reply")};
        for (const auto& text : programmes)
            if (const auto id = ProgrammeId::parse(text)) command.to.push_back({*id, read_sessions(read, form, "sessions-" + text)});
        TRY(read.result());
        return send_offers(context, command);
    }();
    if (sent)
        return see_other_with_success("/pupils/" + screen.pupil.reference + "/shortlist",
                                      sent->size() == 1 ? "The offer is sent. The provider has a task to answer it."
                                                        : fmt::format("{} offers are sent. Each provider has a task to answer.", sent->size()));
    if (!sent.error().correctable()) return std::unexpected(sent.error());
    return page_of(422, [&](ui::Buffer& out) { offers_view(out, screen, form.with(sent.error())); });
}

}  // namespace waymark::placements
