// Every provider for one child: which fit, which do not, what is not known, each with why; up to three are asked.
#include <algorithm>

#include <fmt/format.h>

#include "directory/store/programmes.hpp"
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "people/store/calendars.hpp"
#include "placements/actions/checks.hpp"
#include "placements/actions/send_offers.hpp"
#include "placements/web/pages.hpp"
#include "placements/web/parts.hpp"
#include "pupils/store/pupils.hpp"

namespace waymark::placements {
namespace {

struct ShortlistScreen {
    pupils::PupilSummary pupil;
    std::optional<OfferDraft> draft;           // none: nothing has been decided yet
    std::string why_not;                       // then: why nothing can be offered
    std::vector<ShortlistEntry> entries;
    std::vector<Offer> offers;
    int open = 0;
    bool may_offer = false;
};

Result<ShortlistScreen> load_shortlist_screen(Context& context, const Request& request)
{
    return context.read([&](Transaction& tx) -> Result<ShortlistScreen> {
        ShortlistScreen screen;
        screen.pupil = TRY(pupils::pupil_of_page(tx, request.path("pupil")));
        screen.may_offer = may(context.who, Permission::make_offers);
        auto draft = draft_offer(tx, screen.pupil.id);
        if (!draft) {
            screen.why_not = draft.error().front().message;
            return screen;
        }
        auto wanted = draft->place.wanted;
        wanted.sessions_per_week = std::max(1, draft->place.sessions_left());
        screen.entries = shortlist(tx, draft->child, wanted, draft->place.referral.id, draft->start_on, draft->end_on);
        screen.offers = offers_of_referral(tx, draft->place.referral.id);
        screen.open = count_open_offers(tx, draft->place.referral.id);
        screen.draft = *std::move(draft);
        return screen;
    });
}

void write_decided(ui::Buffer& out, const ShortlistScreen& screen)
{
    const auto& place = screen.draft->place;
    ui::SummaryListOptions list;
    list.rows = {{"Decided", place.wanted.category ? place.wanted.category_name : std::string{"Any category"}},
                 {"Sessions a week", place.sessions_placed > 0
                                         ? fmt::format("{}, of which {} found", place.wanted.sessions_per_week, place.sessions_placed)
                                         : std::to_string(place.wanted.sessions_per_week)},
                 {"For how long", fmt::format("{} from {}", counted(place.weeks, "week"), long_date(screen.draft->start_on))},
                 {"Agreed also", listed([&] {
                      std::vector<std::string> agreed;
                      if (place.wanted.split_agreed) agreed.push_back("a week split between settings");
                      if (place.wanted.unregistered_agreed) agreed.push_back("unregistered provision");
                      if (place.wanted.out_of_area_agreed) agreed.push_back("a place outside this area");
                      return agreed.empty() ? std::vector<std::string>{"nothing more"} : agreed;
                  }())}};
    ui::summary_list(out, list);
}

void write_offers(ui::Buffer& out, const ShortlistScreen& screen, Date today)
{
    if (screen.offers.empty()) return;
    ui::TableOptions table{.caption = "Offers made", .head = {"Provider", "Sent", "Reply by", "Answer"}, .first_cell_is_header = true};
    for (const auto& offer : screen.offers)
        table.rows.push_back({ui::two_lines(ui::link_html("/offers/" + offer.id.text(), offer.provider_name), offer.programme_name),
                              short_date(uk_date(offer.sent_at)), short_date(offer.reply_by), offer_tag(offer, today)});
    ui::table(out, table);
}

/// The reasons that decide come first; what is fine is a click away.
void write_reasons(ui::Buffer& out, const Fit& fit)
{
    std::vector<ui::Content> against, unknown, in_favour;
    for (const auto& reason : fit.reasons) {
        auto& list = reason.verdict == Verdict::does_not_fit ? against : reason.verdict == Verdict::not_known ? unknown : in_favour;
        list.emplace_back(reason.words);
    }
    if (!against.empty()) ui::bullet_list(out, against);
    if (!unknown.empty()) {
        ui::small_print(out, "Not known:");
        ui::bullet_list(out, unknown);
    }
    ui::details(out, {.summary = against.empty() && unknown.empty() ? "Why it fits" : "What does fit",
                      .text = ui::render([&](ui::Buffer& inner) { ui::bullet_list(inner, in_favour); })});
}

ui::Html facts_of(const ShortlistEntry& entry)
{
    const auto* distance = entry.fit.reason("fit.distance");
    std::string facts = weekly_price(entry.programme.price, entry.programme.price_unit, entry.fit.sessions);
    if (distance) facts += " · " + distance->words;
    if (!entry.fit.sessions.empty()) facts += " · " + directory::sessions_words(entry.fit.sessions);
    return ui::two_lines(entry.provider_name + ", " + entry.programme.name, facts);
}

bool can_be_asked(const ShortlistEntry& entry)
{
    const bool asked = entry.offered == OfferState::sent || entry.offered == OfferState::question_asked || entry.offered == OfferState::accepted;
    return entry.fit.verdict != Verdict::does_not_fit && !entry.set_aside && !asked;
}

void write_choice(ui::Buffer& out, const ShortlistScreen& screen, const Form& form)
{
    std::vector<ui::Choice> items;
    for (const auto& entry : screen.entries) {
        if (!can_be_asked(entry)) continue;
        items.push_back({.value = entry.programme.id.text(),
                         .text = facts_of(entry),
                         .hint = ui::render([&](ui::Buffer& hint) {
                             hint.html(verdict_tag(entry.fit.verdict));
                             for (const auto& reason : entry.fit.reasons)
                                 if (reason.verdict == Verdict::not_known) hint.text(" " + reason.words + ".");
                         })});
    }
    if (items.empty()) {
        ui::inset_text(out, {.text = "No provider fits now. Each one below says why. A change to the decision, or another start date, may open one."});
        return;
    }
    ui::form(out, {.action = "/pupils/" + screen.pupil.reference + "/offers/new", .method = "get"}, [&](ui::Buffer& inner) {
        ui::checkboxes_field(inner, {.name = "programme",
                                     .legend = "Which providers do you want to ask?",
                                     .hint = screen.open == 0 ? fmt::format("Choose up to {}. The first to accept has the place.", offers_open_max)
                                                              : fmt::format("{} already open. You can ask {} more.", counted(screen.open, "offer is", "offers are"),
                                                                            offers_open_max - screen.open),
                                     .items = items,
                                     .size = ui::LabelSize::medium}, form);
        ui::submit_row(inner, {.text = "Continue"});
    });
}

void write_every_provider(ui::Buffer& out, const ShortlistScreen& screen)
{
    ui::section(out, "Why each provider fits or not", [&](ui::Buffer& body) {
        ui::TableOptions table{.caption = fmt::format("{}, those that fit first", counted(static_cast<long long>(screen.entries.size()), "programme")),
                               .head = {"Programme", "Answer", "Why", "Put aside"}, .first_cell_is_header = true};
        for (const auto& entry : screen.entries) {
            const auto aside_href = fmt::format("/pupils/{}/shortlist/aside?programme={}", screen.pupil.reference, entry.programme.id.text());
            ui::Content aside = "";
            if (entry.set_aside) aside = ui::two_lines(entry.set_aside->reason, entry.set_aside->by);
            else if (screen.may_offer) aside = ui::link_html(aside_href, "Put aside", entry.provider_name + ", " + entry.programme.name);
            table.rows.push_back({ui::two_lines(ui::link_html("/providers/" + entry.programme.provider.text(), entry.provider_name), entry.programme.name),
                                  verdict_tag(entry.fit.verdict),
                                  ui::render([&](ui::Buffer& cell) { write_reasons(cell, entry.fit); }), aside});
        }
        ui::table(body, table);
    });
}

void shortlist_view(ui::Buffer& out, const ShortlistScreen& screen, const Form& form, Date today)
{
    ui::page(out, {.title = "Shortlist", .record = screen.pupil.reference,
                   .breadcrumbs = {{"Waiting for a place", "/waiting"}}, .problems = form.problems, .wide = true}, [&](ui::Buffer& body) {
        child_bar(body, screen.pupil);
        if (!screen.draft) {
            ui::empty_state(body, screen.why_not + " Providers can be compared once a panel has decided.", {"Open the child’s page", "/pupils/" + screen.pupil.reference});
            return;
        }
        if (screen.pupil.sen == pupils::SenProvision::ehcp)
            ui::warning_text(body, {.text = "This child has an EHC plan. If section I names a school, the plan must be changed first: ask the SEND team."});
        if (screen.pupil.looked_after)
            ui::warning_text(body, {.text = "This child is looked after. The virtual school must be consulted before a place is made."});
        write_decided(body, screen);
        write_offers(body, screen, today);
        if (screen.draft->place.sessions_left() <= 0)
            ui::inset_text(body, {.text = "Every session that was decided has a provider."});
        else if (screen.may_offer && screen.open < offers_open_max) write_choice(body, screen, form);
        write_every_provider(body, screen);
    });
}

}  // namespace

Result<Response> show_shortlist(const Request& request, Context& context)
{
    const auto screen = TRY(load_shortlist_screen(context, request));
    return page_of(200, [&](ui::Buffer& out) { shortlist_view(out, screen, {}, context.today); });
}

namespace {

void aside_view(ui::Buffer& out, const pupils::PupilSummary& pupil, const std::string& programme, const Form& form)
{
    ui::page(out, {.title = "Put a provider aside", .record = pupil.reference,
                   .back = ui::Link{"Back to the shortlist", "/pupils/" + pupil.reference + "/shortlist"}, .problems = form.problems}, [&](ui::Buffer& body) {
        ui::paragraph(body, programme);
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::hidden_field(inner, "programme", form.value("programme"));
            ui::text_area_field(inner, {.name = "reason", .label = "Why is this provider not right for this child?",
                                        .hint = "Kept with the referral. An inspector may read it.", .rows = 3, .characters_max = 500}, form);
            ui::submit_row(inner, {.text = "Put aside", .cancel = {"Cancel", "/pupils/" + pupil.reference + "/shortlist"}});
        });
    });
}

Result<Response> aside_page(int status, const Request& request, Context& context, const Form& form)
{
    return context.read([&](Transaction& tx) -> Result<Response> {
        const auto pupil = TRY(pupils::pupil_of_page(tx, request.path("pupil")));
        const auto id = ProgrammeId::parse(form.value("programme"));
        const auto programme = id ? directory::find_programme(tx, *id) : std::nullopt;
        if (!programme) return not_found("placement.no_such_programme", "There is no such programme.");
        return page_of(status, [&](ui::Buffer& out) { aside_view(out, pupil, programme->name, form); });
    });
}

}  // namespace

Result<Response> show_aside(const Request& request, Context& context)
{
    return aside_page(200, request, context, request.query_form());
}

Result<Response> submit_aside(const Request& request, Context& context)
{
    const Form form = request.form();
    FormReader read{form};
    const auto programme = read.id<ProgrammeId>("programme", "Choose a programme from the shortlist.");
    TRY(read.result());
    const auto pupil = TRY(context.read([&](Transaction& tx) { return pupils::pupil_of_page(tx, request.path("pupil")); }));
    const auto done = set_aside(context, pupil.id, programme, std::string{form.value("reason")});
    if (done) return see_other_with_success("/pupils/" + pupil.reference + "/shortlist", "The provider is put aside.");
    if (!done.error().correctable()) return std::unexpected(done.error());
    return aside_page(422, request, context, form.with(done.error()));
}

}  // namespace waymark::placements
