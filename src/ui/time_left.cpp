// One pointer a thread, and the form.
#include "ui/time_left.hpp"

#include <utility>

#include "ui/button.hpp"
#include "ui/fields.hpp"
#include "ui/page.hpp"

namespace waymark::ui {
namespace {

thread_local const TimeLeft* in_place = nullptr;

}  // namespace

TimeLeftScope::TimeLeftScope(const TimeLeft& left) : previous_{std::exchange(in_place, &left)} {}
TimeLeftScope::~TimeLeftScope() { in_place = previous_; }

void write_time_left(Buffer& out)
{
    if (!in_place) return;
    out.raw("<form class=\"wm-time-left\" method=\"post\" action=\"/account/session\" data-time-left hidden");
    out.raw(" data-idle=\"");
    out.number(in_place->idle.count());
    out.raw("\" data-whole=\"");
    out.number(in_place->whole.count());
    out.raw("\">\n");
    hidden_field(out, csrf_field, current_shell().csrf_token);
    out.raw("<p class=\"govuk-body\" role=\"alert\" data-time-left-words></p>\n");
    button(out, {.text = "Stay signed in", .classes = "govuk-button--secondary govuk-!-margin-bottom-0"});
    out.raw("</form>\n");
}

}  // namespace waymark::ui
