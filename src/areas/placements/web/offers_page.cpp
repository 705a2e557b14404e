// Offers: the provider's list and answer, made for a phone; the commissioner's view of the same.
#include <algorithm>

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "placements/actions/answer_offer.hpp"
#include "placements/web/pages.hpp"
#include "placements/web/parts.hpp"

namespace waymark::placements {
namespace {

std::string address_of(const Offer& offer, std::string_view part = {}) { return fmt::format("/offers/{}{}", offer.id.text(), part); }

/// A provider sees a reference; the authority the child's name as well.
std::string whom(const Offer& offer, const Who& who)
{
    return is_at_provider(who) ? offer.pupil_reference : fmt::format("{} {}, {}", offer.known_as, offer.last_name, offer.pupil_reference);
}

void write_asked(ui::Buffer& out, const Offer& offer, Date today)
{
    ui::SummaryListOptions list;
    list.rows = {{"Programme", offer.site_name.empty() ? offer.programme_name + ", online" : offer.programme_name + ", " + offer.site_name},
                 {"Sessions", fmt::format("{} ({} a week)", directory::sessions_words(offer.sessions), counted(static_cast<int>(offer.sessions.size()), "session"))},
                 {"First day", weekday_date(offer.start_on)},
                 {"For", counted(offer.weeks, "week")},
                 {"Price", ui::two_lines(directory::price_text(offer.price, offer.price_unit), weekly_price(offer.price, offer.price_unit, offer.sessions))},
                 {"Reply by", offer.is_open() ? due_words(offer.reply_by, today) : long_date(offer.reply_by)},
                 {"Asked by", fmt::format("{}, {}", offer.sent_by_name, uk_date_time(offer.sent_at))}};
    ui::summary_list(out, list);
}

void write_answered(ui::Buffer& out, const Offer& offer)
{
    if (!offer.question.empty()) {
        ui::heading(out, 2, "Question");
        ui::inset_text(out, {.text = offer.question});
        if (!offer.question_answer.empty()) ui::paragraph(out, "Answer: " + offer.question_answer);
        else ui::paragraph(out, "Not answered yet.");
    }
    if (!offer.answer_reason.empty()) {
        ui::heading(out, 2, "Reason");
        ui::paragraph(out, offer.answer_reason);
    }
}

void hidden_version(ui::Buffer& out, const Offer& offer) { ui::hidden_field(out, "version", std::to_string(offer.version)); }

void write_provider_acts(ui::Buffer& out, const Offer& offer)
{
    ui::form(out, {.action = address_of(offer, "/acceptance")}, [&](ui::Buffer& inner) {
        hidden_version(inner, offer);
        ui::submit_row(inner, {.text = "Accept the place"});
    });
    ui::action_link(out, address_of(offer, "/question"), "Ask a question");
    ui::action_link(out, address_of(offer, "/decline"), "Decline with a reason");
}

void write_commissioner_acts(ui::Buffer& out, const Offer& offer, const Form& form)
{
    if (offer.state == OfferState::question_asked)
        ui::form(out, {.action = address_of(offer, "/question-answer")}, [&](ui::Buffer& inner) {
            hidden_version(inner, offer);
            ui::text_area_field(inner, {.name = "answer", .label = "Your answer", .rows = 4, .characters_max = 1000, .size = ui::LabelSize::medium}, form);
            ui::submit_row(inner, {.text = "Send answer"});
        });
    ui::details(out, {.summary = "Withdraw this offer", .text = ui::render([&](ui::Buffer& body) {
                          ui::form(body, {.action = address_of(offer, "/withdrawal")}, [&](ui::Buffer& inner) {
                              hidden_version(inner, offer);
                              ui::text_field(inner, {.name = "withdraw_reason", .label = "Why is it withdrawn? The provider will read this."}, form);
                              ui::submit_row(inner, {.text = "Withdraw offer", .warning = true});
                          });
                      }), .open = form.problems.has("offer.withdraw_reason_missing")});
}

void offer_view(ui::Buffer& out, const Offer& offer, std::optional<PlacementId> placement, const Form& form, Context& context)
{
    ui::page(out, {.title = "Offer of a place", .record = offer.pupil_reference, .breadcrumbs = {{"Offers", "/offers"}},
                   .problems = form.problems, .caption = whom(offer, context.who)}, [&](ui::Buffer& body) {
        ui::paragraph(body, offer_tag(offer, context.today));
        write_asked(body, offer, context.today);
        ui::section(body, "What the young person needs", [&](ui::Buffer& inner) { ui::lines(inner, offer.needs_summary); });
        write_answered(body, offer);
        if (placement) ui::paragraph(body, ui::link_html("/placements/" + placement->text() + "/before-day-one", "See what is needed before day one"));
        if (!offer.is_open()) return;
        if (may(context.who, Permission::answer_offers)) write_provider_acts(body, offer);
        else if (may(context.who, Permission::make_offers)) write_commissioner_acts(body, offer, form);
    });
}

Result<Response> offer_page(int status, const Request& request, Context& context, const Form& form)
{
    return context.read([&](Transaction& tx) -> Result<Response> {
        const auto offer = TRY(offer_of_page(tx, request));
        std::optional<PlacementId> placement;
        if (offer.state == OfferState::accepted)
            for (const auto& one : placements_of_referral(tx, offer.pupil, offer.referral))
                if (one.offer == offer.id) placement = one.id;
        return page_of(status, [&](ui::Buffer& out) { offer_view(out, offer, placement, form, context); });
    });
}

struct Answer {
    OfferId offer;
    int seen_version = 0;
};
Result<Answer> read_answer(const Request& request, const Form& form)
{
    const auto offer = TRY(request.path_id<OfferId>("offer"));
    FormReader read{form};
    const int version = read.seen_version();
    TRY(read.result());
    return Answer{offer, version};
}

struct OffersTable {
    std::string id, caption;
};
/// One page of the offers; `?waiting=2` and `?answered=2` turn the pages of each table for itself.
void offers_table(ui::Buffer& out, const Request& request, const Context& context, const std::vector<Offer>& offers, const OffersTable& which)
{
    ui::TableOptions table{.caption = fmt::format("{} ({})", which.caption, offers.size()), .head = {"Offer", "Sessions", "First day", "Reply by", "State"}, .first_cell_is_header = true};
    table.attributes = {{"id", which.id}};
    const int page = ui::page_asked_for(request.query(which.id));
    for (const auto& offer : ui::rows_of_page(offers, page))
        table.rows.push_back({ui::two_lines(ui::link_html(address_of(offer), whom(offer, context.who)), offer.provider_name + ", " + offer.programme_name),
                              directory::sessions_words(offer.sessions), short_date(offer.start_on), short_date(offer.reply_by), offer_tag(offer, context.today)});
    ui::table(out, table);
    ui::pages_below(out, page, offers.size(), [&](int number) { return fmt::format("/offers?{0}={1}#{0}", which.id, number); }, "Pages: " + which.caption);
}

/// One question with a text box: decline, ask.
void words_view(ui::Buffer& out, const Offer& offer, const std::string& title, const ui::TextAreaField& field, const std::string& button, const Form& form)
{
    ui::page(out, {.title = title, .record = offer.pupil_reference, .back = ui::Link{"Back to the offer", address_of(offer)}, .problems = form.problems},
             [&](ui::Buffer& body) {
                 ui::form(body, {}, [&](ui::Buffer& inner) {
                     hidden_version(inner, offer);
                     ui::text_area_field(inner, field, form);
                     ui::submit_row(inner, {.text = button, .cancel = {"Cancel", address_of(offer)}});
                 });
             });
}

const ui::TextAreaField decline_field{.name = "reason", .label = "Why can you not offer this place?",
                                      .hint = "The commissioner reads this and looks for a better fit.", .rows = 4, .characters_max = 500};
const ui::TextAreaField question_field{.name = "question", .label = "What do you need to know before you answer?",
                                       .hint = "Do not name the young person. The reply date stays as it is.", .rows = 4, .characters_max = 1000};

Result<Response> words_page(int status, const Request& request, Context& context, const std::string& title, const ui::TextAreaField& field,
                            const std::string& button, const Form& form)
{
    const auto offer = TRY(context.read([&](Transaction& tx) { return offer_of_page(tx, request); }));
    if (!offer.is_open()) return see_other(address_of(offer));
    Form shown = form;
    return page_of(status, [&](ui::Buffer& out) { words_view(out, offer, title, field, button, shown); });
}

}  // namespace

Result<Response> show_offers(const Request& request, Context& context)
{
    auto waiting = context.read([&](Transaction& tx) { return list_offers(tx, context.who, false); });
    const auto first_answered = std::ranges::stable_partition(waiting, &Offer::is_open);
    const std::vector<Offer> answered{first_answered.begin(), first_answered.end()};
    waiting.erase(first_answered.begin(), first_answered.end());
    return page_of(200, [&](ui::Buffer& out) {
        ui::page(out, {.title = "Offers", .wide = true}, [&](ui::Buffer& body) {
            if (waiting.empty())
                ui::empty_state(body, is_at_provider(context.who) ? "No offer waits for your answer. A task on your front page tells you when one arrives."
                                                                  : "No offer waits for an answer.");
            else offers_table(body, request, context, waiting, {"waiting", "Waiting for an answer"});
            if (!answered.empty()) offers_table(body, request, context, answered, {"answered", "Answered"});
        });
    });
}

Result<Response> show_offer(const Request& request, Context& context) { return offer_page(200, request, context, {}); }

Result<Response> submit_acceptance(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto answer = TRY(read_answer(request, form));
    const auto accepted = accept_offer(context, answer.offer, answer.seen_version);
    if (accepted)
        return see_other_with_success("/placements/" + accepted->text() + "/before-day-one", "You accepted the place. These confirmations are needed before day one.");
    if (!accepted.error().correctable()) return std::unexpected(accepted.error());
    return offer_page(422, request, context, form.with(accepted.error()));
}

Result<Response> show_decline(const Request& request, Context& context)
{
    return words_page(200, request, context, "Decline the offer", decline_field, "Decline offer", {});
}

Result<Response> submit_decline(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto answer = TRY(read_answer(request, form));
    const auto done = decline_offer(context, answer.offer, answer.seen_version, std::string{form.value("reason")});
    if (done) return see_other_with_success("/offers", "The offer is declined. The commissioner can read why.");
    if (!done.error().correctable()) return std::unexpected(done.error());
    return words_page(422, request, context, "Decline the offer", decline_field, "Decline offer", form.with(done.error()));
}

Result<Response> show_question(const Request& request, Context& context)
{
    return words_page(200, request, context, "Ask a question", question_field, "Send question", {});
}

Result<Response> submit_question(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto answer = TRY(read_answer(request, form));
    const auto done = ask_about_offer(context, answer.offer, answer.seen_version, std::string{form.value("question")});
    if (done) return see_other_with_success("/offers/" + answer.offer.text(), "Your question is sent to the commissioner.");
    if (!done.error().correctable()) return std::unexpected(done.error());
    return words_page(422, request, context, "Ask a question", question_field, "Send question", form.with(done.error()));
}

Result<Response> submit_question_answer(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto answer = TRY(read_answer(request, form));
    const auto done = answer_question_about_offer(context, answer.offer, answer.seen_version, std::string{form.value("answer")});
    if (done) return see_other_with_success("/offers/" + answer.offer.text(), "Your answer is sent. The offer waits for the provider again.");
    if (!done.error().correctable()) return std::unexpected(done.error());
    return offer_page(422, request, context, form.with(done.error()));
}

Result<Response> submit_withdrawal(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto answer = TRY(read_answer(request, form));
    const auto done = withdraw_offer(context, answer.offer, answer.seen_version, std::string{form.value("withdraw_reason")});
    if (done) return see_other_with_success("/offers/" + answer.offer.text(), "The offer is withdrawn.");
    if (!done.error().correctable()) return std::unexpected(done.error());
    return offer_page(422, request, context, form.with(done.error()));
}

}  // namespace waymark::placements
