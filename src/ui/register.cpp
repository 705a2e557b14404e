// The register table.
#include "ui/register.hpp"

#include "ui/prose.hpp"

namespace waymark::ui {
namespace {

Html hidden_legend(const RegisterLine& line)
{
    return render([&](Buffer& out) {
        out.raw("<span class=\"govuk-visually-hidden\">");
        out.text(line.name);
        out.raw("</span>");
    });
}

void choices(Buffer& out, const RegisterTable& table, const RegisterLine& line, const Form& form)
{
    radios_field(out, {.name = "mark-" + line.key, .legend = hidden_legend(line), .items = table.choices, .inline_items = true}, form);
    out.raw("<div class=\"wm-register__minutes\">");
    text_field(out, {.name = "minutes-" + line.key, .label = "Minutes late", .width = BoxWidth::three, .inputmode = "numeric"}, form);
    out.raw("</div><div class=\"wm-register__reason\">");
    select_field(out, {.name = "reason-" + line.key, .label = "Reason", .items = table.reasons, .empty_text = ""}, form);
    out.raw("</div>");
}

}  // namespace

void register_table(Buffer& out, const RegisterTable& table, const Form& form)
{
    out.raw("<table class=\"govuk-table wm-register\" data-register><caption class=\"govuk-table__caption govuk-table__caption--m\">");
    out.text(table.caption);
    out.raw("</caption><thead class=\"govuk-visually-hidden\"><tr><th scope=\"col\">Name</th><th scope=\"col\">Mark</th></tr></thead>"
            "<tbody class=\"govuk-table__body\">");
    for (const RegisterLine& line : table.lines) {
        out.raw("<tr class=\"govuk-table__row wm-register__row\"");
        if (line.marked.empty()) out.raw(" data-register-row");
        out.raw("><th scope=\"row\" class=\"govuk-table__header wm-register__name\">");
        out.text(line.name);
        if (!line.detail.empty()) {
            out.raw("<span class=\"wm-register__detail\">");
            out.text(line.detail);
            out.raw("</span>");
        }
        out.raw("</th><td class=\"govuk-table__cell wm-register__mark\"");
        // What the page says above about a mark that stands leads to it.
        if (!line.marked.empty() && !form.problems.message_for("mark-" + line.key).empty()) {
            out.raw(" tabindex=\"-1\" id=\"");
            out.text("mark-" + line.key);
            out.raw("\"");
        }
        out.raw(">");
        if (line.marked.empty()) choices(out, table, line, form);
        else out.html(line.marked);
        out.raw("</td></tr>");
    }
    out.raw("</tbody></table><p class=\"govuk-body wm-register__left\" role=\"status\" data-register-left></p>");
}

}  // namespace waymark::ui
