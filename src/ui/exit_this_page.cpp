// A way for a family to leave the page at once.
#include "ui/exit_this_page.hpp"

#include "ui/button.hpp"

namespace waymark::ui {

void exit_this_page(Buffer& out, const ExitThisPageOptions& options)
{
    const auto wording = [&](auto&& name, const std::string& text) {
        if (!text.empty()) out.attribute(name, text);
    };
    out.raw("<div");
    if (!options.id.empty()) out.attribute("id", options.id);
    write_classes(out, "govuk-exit-this-page", options.classes);
    out.raw(" data-module=\"govuk-exit-this-page\"");
    write(out, options.attributes);
    wording("data-i18n.activated", options.activated_text);
    wording("data-i18n.timed-out", options.timed_out_text);
    wording("data-i18n.press-two-more-times", options.press_two_more_times_text);
    wording("data-i18n.press-one-more-time", options.press_one_more_time_text);
    out.raw(">\n");
    const Content usual{Html{"<span class=\"govuk-visually-hidden\">Emergency</span> Exit this page"}};
    button(out, {.text = options.text.empty() ? usual : options.text,
                 .href = options.redirect_url,
                 .classes = "govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button",
                 .attributes = {{"rel", "nofollow noreferrer"}}});
    out.raw("</div>\n");
}

}  // namespace waymark::ui
