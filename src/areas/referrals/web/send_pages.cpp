// Check your answers, the declaration, sending; and withdrawing.
#include "foundation/text.hpp"
#include "referrals/actions/send_referral.hpp"
#include "referrals/web/pages.hpp"
#include "referrals/web/parts.hpp"

namespace waymark::referrals {
namespace {

Result<ReferralScreen> load_own(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<ReferralId>("referral"));
    auto screen = TRY(context.read([&](Transaction& tx) { return load_screen(tx, context.who, id); }));
    if (!screen.is_own) return not_found("referral.not_found", "There is no such referral.");
    return screen;
}

Response check_page(int status, const ReferralScreen& screen, const Form& form)
{
    ui::Buffer out;
    ui::page(out, {.title = "Check your answers", .record = screen.referral.reference, .back = ui::Link{"Back to the referral", screen.href()},
                   .problems = form.problems, .heading = false}, [&](ui::Buffer& body) {
        referral_head(body, screen, "Check your answers before you send the referral", "Referral " + screen.referral.reference);
        sections_view(body, screen, true);
        ui::heading(body, 2, "Send the referral");
        ui::paragraph(body, "By sending it you confirm that:");
        ui::bullet_list(body, {"what you wrote is right as far as you know", "the family knows about this referral, and the child was asked",
                               "the school goes on teaching the child until education elsewhere begins"});
        ui::paragraph(body, "The authority counts as told from today, and its clocks start.");
        ui::form(body, {.action = screen.href("send")}, [&](ui::Buffer& inside) {
            ui::hidden_field(inside, "version", std::to_string(screen.referral.version));
            ui::text_field(inside, {.name = "declared_by", .label = "Your full name", .width = ui::BoxWidth::twenty, .autocomplete = "name"}, form);
            ui::submit_row(inside, {.text = "Send referral", .cancel = {"Back to the referral", screen.href()}});
        });
    });
    return html(status, out.take());
}

Response withdraw_page(int status, const ReferralScreen& screen, const Form& form)
{
    ui::Buffer out;
    ui::page(out, {.title = "Withdraw the referral", .record = screen.referral.reference, .back = ui::Link{"Back to the referral", screen.href()},
                   .problems = form.problems, .heading = false}, [&](ui::Buffer& body) {
        referral_head(body, screen, "Withdraw the referral", "Referral " + screen.referral.reference);
        ui::paragraph(body, "It stays on record with your reason. The child can be referred again at any time.");
        ui::form(body, {}, [&](ui::Buffer& inside) {
            ui::hidden_field(inside, "version", std::to_string(screen.referral.version));
            ui::text_area_field(inside, {.name = "reason", .label = "Why do you withdraw it?", .rows = 3}, form);
            ui::submit_row(inside, {.text = "Withdraw referral", .warning = true, .cancel = {"Keep it", screen.href()}});
        });
    });
    return html(status, out.take());
}

/// A form that was overtaken is shown again with the record as it now is.
template <class Page>
Result<Response> page_again(const Result<void>& done, const Request& request, Context& context, const Form& form, Page page)
{
    if (!done.error().correctable()) return std::unexpected(done.error());
    const auto screen = TRY(load_own(request, context));
    return page(422, screen, form.with(done.error()));
}

}  // namespace

Result<Response> show_check(const Request& request, Context& context)
{
    const auto screen = TRY(load_own(request, context));
    if (screen.referral.state != State::draft) return see_other(screen.href());
    Form form;
    form.set("declared_by", context.who.name);
    return check_page(200, screen, form);
}

Result<Response> submit_send(const Request& request, Context& context)
{
    const Form form = request.form();
    FormReader read{form};
    const auto id = TRY(request.path_id<ReferralId>("referral"));
    const SendReferral command{.referral = id, .seen_version = read.seen_version(), .declared_by = std::string{form.value("declared_by")}};
    const auto sent = read.result() ? send_referral(context, command) : read.result();
    if (sent) return see_other("/referrals/" + id.text() + "?sent=now");
    return page_again(sent, request, context, form, check_page);
}

Result<Response> show_withdraw(const Request& request, Context& context)
{
    return withdraw_page(200, TRY(load_own(request, context)), {});
}

Result<Response> submit_withdraw(const Request& request, Context& context)
{
    const Form form = request.form();
    FormReader read{form};
    const auto id = TRY(request.path_id<ReferralId>("referral"));
    const WithdrawReferral command{.referral = id, .seen_version = read.seen_version(), .reason = std::string{trimmed(form.value("reason"))}};
    const auto done = read.result() ? withdraw_referral(context, command) : read.result();
    if (done) return see_other_with_success("/referrals", "Referral withdrawn");
    return page_again(done, request, context, form, withdraw_page);
}

}  // namespace waymark::referrals
