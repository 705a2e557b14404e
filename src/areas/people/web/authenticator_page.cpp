// One’s own authenticator: set up, moved to another phone, turned off; new recovery codes.
#include "foundation/uk_time.hpp"
#include "people/rules/second_step.hpp"
#include "people/store/second_steps.hpp"
#include "people/web/account_show.hpp"
#include "people/web/pages.hpp"

namespace waymark::people {
namespace {

/// What is done with a password and a code: three pages that differ in words.
struct Deed {
    std::string path, title, why, button;
    bool is_warning = false;
};
const Deed moving{"/account/authenticator/move", "Move your authenticator to another phone",
                  "You get a new secret for the new phone. The old phone goes on working until you have typed the first code of the new one.", "Continue"};
const Deed turning_off{"/account/authenticator/off", "Turn off your authenticator",
                       "Then your password alone signs you in, and your recovery codes no longer work.", "Turn it off", true};
const Deed making_codes{"/account/recovery-codes", "Make new recovery codes", "You get ten new ones. Those you have now no longer work.", "Make new codes"};

void deed_view(ui::Buffer& out, const Deed& deed, const Form& form)
{
    ui::page(out, {.title = deed.title, .back = ui::Link{"Back", "/account/authenticator"}, .problems = form.problems, .about_a_person = false}, [&](ui::Buffer& body) {
        ui::paragraph(body, deed.why);
        ui::form(body, {.action = deed.path}, [&](ui::Buffer& inner) {
            ui::password_field(inner, {}, form);
            code_field_view(inner, {.label = "Code from your authenticator app, or a recovery code", .hint = ""}, form);
            ui::submit_row(inner, {.text = deed.button, .warning = deed.is_warning, .cancel = {"Cancel", "/account/authenticator"}});
        });
    });
}

Response deed_page(int status, const Deed& deed, const Form& form)
{
    return account_page_of(status, [&](ui::Buffer& out) { deed_view(out, deed, form); });
}

Proof proof_of(const Request& request, const Form& form)
{
    return {std::string{form.value("password")}, {std::string{form.value(code_field)}, came_from(request)}};
}

struct Standing {
    std::optional<Authenticator> authenticator;
    std::vector<RecoveryCode> codes;
    bool is_moving = false;
    bool is_needed = false;
};

Standing standing_of(Context& context, const User& user)
{
    return context.read([&](Transaction& tx) {
        return Standing{authenticator(tx, user.id), recovery_codes(tx, user.id), set_up_under_way(tx, user.id).has_value(), must_have_authenticator(tx, user.id)};
    });
}

void standing_view(ui::Buffer& out, const Standing& standing)
{
    ui::page(out, {.title = "Your authenticator", .back = ui::Link{"Your account", "/account"}, .about_a_person = false}, [&](ui::Buffer& body) {
        ui::SummaryListOptions list;
        list.rows = {{"In use since", uk_date_time(standing.authenticator->since), ui::action(moving.path, "Move", "it to another phone")},
                     {"Recovery codes", recovery_codes_words(standing.codes), ui::action(making_codes.path, "Make new ones", "of your recovery codes")}};
        ui::summary_list(body, list);
        if (standing.is_needed) ui::paragraph(body, "A role of yours must have an authenticator, so it cannot be turned off.");
        else ui::paragraph(body, ui::link_html(turning_off.path, "Turn it off"));
    });
}

void nothing_to_add_to_view(ui::Buffer& out)
{
    ui::page(out, {.title = "Your authenticator", .back = ui::Link{"Your account", "/account"}, .about_a_person = false}, [](ui::Buffer& body) {
        ui::paragraph(body, "An authenticator adds a code to your password. You sign in without a password here, so there is nothing to add it to.");
    });
}

SetUpScreen set_up_screen(SetUp set_up)
{
    return {.set_up = std::move(set_up), .action = "/account/authenticator", .picture_href = "/account/authenticator/picture.svg", .next = {}, .asks_password = true, .why = {}};
}

/// Nothing to set up: turned off, or there already.
bool has_nothing_to_set_up(const User& user, const Standing& standing)
{
    return user.password_hash.empty() || (standing.authenticator && !standing.is_moving);
}

}  // namespace

std::string recovery_codes_words(const std::vector<RecoveryCode>& codes)
{
    std::optional<Instant> last;
    long long left = 0;
    for (const auto& code : codes) {
        if (!code.used_at) ++left;
        else if (!last || *last < *code.used_at) last = code.used_at;
    }
    std::string words = std::to_string(left) + " of " + std::to_string(codes.size()) + " left";
    if (last) words += ", the last used on " + uk_date_time(*last);
    return words;
}

Result<Response> show_authenticator(const Request&, Context& context)
{
    const auto user = asking_user(context);
    const auto standing = standing_of(context, user);
    if (user.password_hash.empty()) return account_page_of(200, nothing_to_add_to_view);
    if (has_nothing_to_set_up(user, standing)) return account_page_of(200, [&](ui::Buffer& out) { standing_view(out, standing); });
    auto set_up = TRY(set_up_to_show(context, user));
    return account_page_of(200, [&](ui::Buffer& out) { set_up_view(out, set_up_screen(std::move(set_up)), Form{}); });
}

Result<Response> submit_authenticator(const Request& request, Context& context)
{
    const auto user = asking_user(context);
    if (has_nothing_to_set_up(user, standing_of(context, user))) return see_other("/account/authenticator");
    const Form form = request.form();
    auto set_up = TRY(set_up_to_show(context, user));
    const auto again = [&](const Problems& problems) {
        return account_page_of(422, [&](ui::Buffer& out) { set_up_view(out, set_up_screen(std::move(set_up)), without_code(form, problems)); });
    };
    if (form.value("password").empty()) return again(Problems{{ProblemKind::invalid, "people.password_missing", "Enter your password.", "password"}});
    if (const auto proven = prove_by_password(context, user, form.value("password"), came_from(request)); !proven) return again(proven.error());
    const auto codes = confirm_set_up(context, user, {std::string{form.value(code_field)}, came_from(request)});
    if (!codes) return again(codes.error());
    return account_page_of(200, [&](ui::Buffer& out) { recovery_codes_view(out, *codes, "/account", "I have kept them"); });
}

Result<Response> show_authenticator_picture(const Request&, Context& context)
{
    const auto user = asking_user(context);
    if (has_nothing_to_set_up(user, standing_of(context, user))) return not_found("people.no_picture", "There is no such picture.");
    return picture_of(TRY(set_up_to_show(context, user)));
}

Result<Response> show_moving_authenticator(const Request&, Context&) { return deed_page(200, moving, Form{}); }

Result<Response> submit_moving_authenticator(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto begun = begin_move(context, asking_user(context), proof_of(request, form));
    if (!begun) return deed_page(422, moving, without_code(form, begun.error()));
    return see_other("/account/authenticator");
}

Result<Response> show_turning_off_authenticator(const Request&, Context&) { return deed_page(200, turning_off, Form{}); }

Result<Response> submit_turning_off_authenticator(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto off = turn_off(context, asking_user(context), proof_of(request, form));
    if (!off) return deed_page(422, turning_off, without_code(form, off.error()));
    return see_other_with_success("/account", "Your authenticator is turned off");
}

Result<Response> show_new_recovery_codes(const Request&, Context&) { return deed_page(200, making_codes, Form{}); }

Result<Response> submit_new_recovery_codes(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto codes = make_recovery_codes(context, asking_user(context), proof_of(request, form));
    if (!codes) return deed_page(422, making_codes, without_code(form, codes.error()));
    return account_page_of(200, [&](ui::Buffer& out) { recovery_codes_view(out, *codes, "/account/authenticator", "I have kept them"); });
}

}  // namespace waymark::people
