// The page shell: what stands around every page of the house.
#include "ui/page.hpp"

#include "foundation/result.hpp"
#include "ui/assets.hpp"
#include "ui/back_link.hpp"
#include "ui/breadcrumbs.hpp"
#include "ui/error_summary.hpp"
#include "ui/fields.hpp"
#include "ui/generic_header.hpp"
#include "ui/notification_banner.hpp"
#include "ui/phase_banner.hpp"
#include "ui/prose.hpp"
#include "ui/service_navigation.hpp"
#include "ui/skip_link.hpp"
#include "ui/table.hpp"
#include "ui/time_left.hpp"
#include "ui/typed.hpp"

namespace waymark::ui {
namespace {

thread_local const Shell* shell_in_force = nullptr;

// The first script of the body: says that script is there, before anything is drawn. Its hash is in the policy below.
constexpr char enabling_script[] =
    "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');";

void write_title(Buffer& out, const PageOptions& options, const Shell& shell)
{
    out.raw("<title>");
    if (!options.problems.empty()) out.raw("Error: ");
    out.text(options.title);
    for (const std::string_view part : {std::string_view{options.record}, std::string_view{shell.service_name}, std::string_view{shell.authority_name}}) {
        if (part.empty()) continue;
        out.raw(" – ");
        out.text(part);
    }
    out.raw("</title>\n");
}

void write_page_head(Buffer& out, const PageOptions& options, const Shell& shell)
{
    out.raw(
        "<!DOCTYPE html>\n<html lang=\"en\" class=\"govuk-template\">\n<head>\n<meta charset=\"utf-8\">\n");
    write_title(out, options, shell);
    out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">\n");
    if (options.about_a_person) out.raw("<meta name=\"robots\" content=\"noindex, nofollow\">\n");
    out.raw("<link rel=\"stylesheet\"");
    out.attribute("href", asset_href("app.css"));
    out.raw(">\n");
    out.raw("<link rel=\"icon\" type=\"image/svg+xml\"");
    out.attribute("href", asset_href("waymark.svg"));
    out.raw(">\n</head>\n");
}

/// The longest navigation address that the current one lies under.
std::string_view current_section(const Shell& shell)
{
    std::string_view best;
    for (const auto& item : shell.navigation) {
        const bool under = shell.current_path == item.href || shell.current_path.starts_with(item.href + "/");
        if (under && item.href.size() > best.size()) best = item.href;
    }
    return best;
}

void write_search(Buffer& out)
{
    out.raw(
        "<form class=\"wm-search\" action=\"/search\" method=\"get\" role=\"search\">\n"
        "<label class=\"govuk-visually-hidden\" for=\"site-search\">Search pupils, providers and references</label>\n"
        "<input class=\"wm-search__box\" id=\"site-search\" name=\"q\" type=\"search\" placeholder=\"Search\" autocomplete=\"off\">\n"
        "<button class=\"wm-search__button\" type=\"submit\"><span class=\"govuk-visually-hidden\">Search</span></button>\n"
        "</form>\n");
}

void write_account(Buffer& out, const Shell& shell)
{
    out.raw("<div class=\"wm-account\">\n");
    if (shell.may_search) write_search(out);
    out.raw("<div class=\"wm-account__links\">\n");
    if (shell.person.empty()) {
        out.raw("<a class=\"wm-account__link\" href=\"/sign-in\">Sign in</a>\n");
    } else {
        // On a phone there is room for one word only.
        out.raw("<a class=\"wm-account__link\" href=\"/account\"><span class=\"wm-account__name\">");
        out.text(shell.person);
        out.raw(
            "</span><span class=\"wm-account__short\">Account</span></a>\n"
            "<form class=\"wm-account__out\" action=\"/sign-out\" method=\"post\">\n");
        hidden_field(out, csrf_field, shell.csrf_token);
        out.raw("<button class=\"wm-account__button\" type=\"submit\">Sign out</button>\n</form>\n");
    }
    out.raw("</div>\n</div>\n");
}

void write_main_navigation(Buffer& out, const Shell& shell)
{
    std::vector<ServiceNavigationItem> items;
    const auto section = current_section(shell);
    for (const auto& item : shell.navigation)
        items.push_back({.text = item.text,
                         .href = item.href,
                         .current = shell.current_path == item.href,
                         .active = item.current || (!section.empty() && section == item.href)});
    service_navigation(out, {.service_name = shell.service_name,
                             .service_url = shell.person.empty() ? "/" : "/work",
                             .navigation = std::move(items)});
}

void write_header(Buffer& out, const Shell& shell)
{
    out.raw("<header class=\"govuk-template__header wm-header\">\n<div class=\"wm-header__bar\">\n"
            "<div class=\"govuk-width-container wm-header__row\">\n");
    generic_header(out, {.logo = shell.authority_name.empty() ? shell.service_name : shell.authority_name,
                         .url = shell.person.empty() ? "/" : "/work",
                         .container_classes = "wm-header__logo"});
    if (shell.has_account) write_account(out, shell);
    out.raw("</div>\n</div>\n");
    write_main_navigation(out, shell);
    out.raw("</header>\n");
}

void write_way_back(Buffer& out, const PageOptions& options)
{
    if (options.back) return back_link(out, {.text = options.back->text.empty() ? "Back" : options.back->text, .href = options.back->href});
    if (options.breadcrumbs.empty()) return;
    std::vector<Breadcrumb> items;
    for (const auto& crumb : options.breadcrumbs) items.push_back({.text = crumb.text, .href = crumb.href});
    breadcrumbs(out, {.items = std::move(items), .collapse_on_mobile = true});
}

void write_problems(Buffer& out, const Problems& problems)
{
    if (problems.empty()) return;
    std::vector<ErrorSummaryItem> list;
    for (const auto& problem : problems)
        list.push_back({.text = problem.message, .href = problem.field.empty() ? "" : "#" + problem.field});
    error_summary(out, {.error_list = std::move(list)});
}

void write_heading(Buffer& out, const PageOptions& options)
{
    if (!options.caption.empty()) {
        out.raw("<span class=\"govuk-caption-l\">");
        out.text(options.caption);
        out.raw("</span>\n");
    }
    if (!options.heading) return;
    out.raw("<h1 class=\"govuk-heading-l\">");
    out.text(options.title);
    out.raw("</h1>\n");
}

void write_footer(Buffer& out, const PageOptions& options, const Shell& shell)
{
    out.raw(
        "<footer class=\"govuk-template__footer wm-footer\">\n<div class=\"govuk-width-container\">\n"
        "<nav aria-label=\"Footer\">\n<ul class=\"wm-footer__list\">\n");
    if (!shell.person.empty()) out.raw("<li><a class=\"wm-footer__link\" href=\"/rules\">Rules</a></li>\n");
    out.raw(
        "<li><a class=\"wm-footer__link\" href=\"/accessibility\">Accessibility statement</a></li>\n"
        "<li><a class=\"wm-footer__link\" href=\"/privacy\">Privacy</a></li>\n"
        "<li><a class=\"wm-footer__link\" href=\"/cookies\">Cookies</a></li>\n"
        "<li><a class=\"wm-footer__link\" href=\"/help\">Help</a></li>\n"
        "</ul>\n</nav>\n<p class=\"wm-footer__words\">");
    out.text(shell.service_name);
    out.raw(" is run by ");
    out.text(shell.authority_name);
    out.raw(".</p>\n</div>\n</footer>\n");
    if (!options.about_a_person) return;
    out.raw("<p class=\"wm-print-mark\">Official-Sensitive");
    if (!options.record.empty()) {
        out.raw(" · ");
        out.text(options.record);
    }
    if (!shell.person.empty()) {
        out.raw(" · printed by ");
        out.text(shell.person);
    }
    out.raw("</p>\n");
}

}  // namespace

ShellScope::ShellScope(const Shell& shell) : previous_{shell_in_force}
{
    shell_in_force = &shell;
}

ShellScope::~ShellScope()
{
    shell_in_force = previous_;
}

const Shell& current_shell()
{
    static const Shell plain{};
    return shell_in_force ? *shell_in_force : plain;
}

std::string content_security_policy(std::string_view form_origins)
{
    std::string policy =
        "default-src 'none'; script-src 'self' 'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='; style-src 'self'; "
        "img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'";
    if (!form_origins.empty()) policy.append(" ").append(form_origins);
    return policy + "; frame-ancestors 'none'; base-uri 'none'";
}

namespace {

/// What somebody typed, over a page that changed: yours and theirs side by side, and yours in the form below.
void write_differences(Buffer& out, const TypedAgain& again)
{
    if (!again.notice.empty()) notification_banner(out, {.text = again.notice});
    if (again.differences.empty()) return;
    TableOptions table{.caption = "What you typed, beside what stands now", .head = {"", "Now", "You typed"}, .first_cell_is_header = true};
    for (const auto& [label, now, typed] : again.differences)
        table.rows.push_back({label, now.empty() ? "Nothing" : now, typed.empty() ? "Nothing" : typed});
    ui::table(out, table);
    paragraph(out, "The form below holds what you typed. Put back what should stay as it is now, then save.");
}

}  // namespace

void page(Buffer& out, const PageOptions& asked, const std::function<void(Buffer&)>& body)
{
    const Shell& shell = current_shell();
    TypedAgain* again = typed_again();
    PageOptions options = asked;
    const Html written = again ? render(body) : Html{};  // first, for its fields note what differs
    if (again) options.problems.append(again->because);
    write_page_head(out, options, shell);
    out.raw("<body class=\"govuk-template__body\">\n<script>");
    out.raw(enabling_script);
    out.raw("</script>\n");
    skip_link(out, {.text = "Skip to main content", .href = "#main"});
    write_header(out, shell);
    if (!shell.demonstration_note.empty())
        phase_banner(out, {.tag = {.text = "Demonstration"}, .text = shell.demonstration_note});
    out.raw("<div");
    write_classes(out, "govuk-width-container", options.wide ? "wm-wide" : "");
    out.raw(">\n");
    write_way_back(out, options);
    out.raw("<main class=\"govuk-main-wrapper wm-main\" id=\"main\">\n");
    if (shell.success) notification_banner(out, {.text = *shell.success, .type = "success"});
    if (!options.wide) out.raw("<div class=\"wm-column\">\n");
    write_problems(out, options.problems);
    write_heading(out, options);
    if (again) {
        write_differences(out, *again);
        out.html(written);
    } else {
        body(out);
    }
    if (!options.wide) out.raw("</div>\n");
    out.raw("</main>\n</div>\n");
    write_time_left(out);
    write_footer(out, options, shell);
    out.raw("<script type=\"module\"");
    out.attribute("src", asset_href("core.js"));
    out.raw("></script>\n</body>\n</html>\n");
}

void form(Buffer& out, const FormOptions& options, const std::function<void(Buffer&)>& body)
{
    expects(options.method == "post" || options.method == "get");
    out.raw("<form");
    out.attribute("method", options.method);
    if (!options.action.empty()) out.attribute("action", options.action);
    if (options.files) out.raw(" enctype=\"multipart/form-data\"");
    if (!options.classes.empty()) out.attribute("class", options.classes);
    if (!options.autosave.empty()) out.attribute("data-autosave", options.autosave);
    out.raw(" novalidate>\n");
    if (options.method == "post") {
        const Shell& shell = current_shell();
        hidden_field(out, csrf_field, shell.csrf_token);
        if (!shell.send_key.empty()) hidden_field(out, send_key_field, shell.send_key);
    }
    body(out);
    if (!options.autosave.empty()) out.raw("<p class=\"govuk-body-s wm-saved\" role=\"status\" data-saved></p>\n");
    out.raw("</form>\n");
}

}  // namespace waymark::ui
