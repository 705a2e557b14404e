// The shared parts, from a whole case down to a button.
#include "panel/web/parts.hpp"

#include <fmt/format.h>

#include "foundation/text.hpp"

namespace waymark::panel {
namespace {

void words_view(ui::Buffer& out, std::string_view title, std::string_view text, int level)
{
    ui::heading(out, level, title);
    if (trimmed(text).empty()) ui::paragraph(out, "Not recorded");
    else ui::lines(out, text);
}

std::string reasons_of(const referrals::Referral& referral)
{
    std::vector<std::string> names;
    if (referral.primary_reason) names.push_back(referrals::reason_name(*referral.primary_reason) + " (main reason)");
    for (const auto reason : referral.reasons)
        if (reason != referral.primary_reason) names.push_back(referrals::reason_name(reason));
    return names.empty() ? "Not recorded" : join(names, "\n");
}

std::string hours_now(const referrals::Referral& referral)
{
    if (!referral.minutes_now) return "Not recorded";
    if (*referral.minutes_now % 60 == 0) return counted(*referral.minutes_now / 60, "hour") + " a week";
    return fmt::format("{} hours {} minutes a week", *referral.minutes_now / 60, *referral.minutes_now % 60);
}

}  // namespace

Response page_with(int status, const std::function<void(ui::Buffer&)>& view)
{
    ui::Buffer out;
    view(out);
    return html(status, out.take());
}

ui::IdentityBar identity_bar(const Case& the_case)
{
    const auto identity = pupils::identity_of(the_case.pupil);
    ui::IdentityBar bar{.name = identity.name,
                        .reference = identity.reference,
                        .facts = {{"Year group", identity.year}, {"School", identity.school}},
                        .actions = {{"Referral", "/referrals/" + the_case.referral.id.text()}, {"Pupil", identity.href}}};
    if (!the_case.pupil.pronouns.empty()) bar.facts.push_back({"Pronouns", the_case.pupil.pronouns});
    if (!identity.sen.empty()) bar.marks.push_back(ui::tag_html(identity.sen, ui::TagColour::blue));
    if (!identity.care.empty()) bar.marks.push_back(ui::tag_html(identity.care, ui::TagColour::purple));
    if (!identity.address.empty()) bar.marks.push_back(ui::tag_html(identity.address, ui::TagColour::red));
    return bar;
}

void case_view(ui::Buffer& out, const Case& the_case, std::string_view clock, int heading_level)
{
    const auto& referral = the_case.referral;
    const auto& name = the_case.pupil.known_as;
    ui::heading(out, heading_level, "What " + name + " says");
    if (!the_case.child_view.empty())
        ui::quotation(out, the_case.child_view, referral.child_view_method ? name + ". " + referrals::view_method_name(*referral.child_view_method) : name);
    else if (referral.child_view_method)
        ui::paragraph(out, referrals::view_method_name(*referral.child_view_method) + ".");
    else
        ui::paragraph(out, "Not recorded");
    ui::heading(out, heading_level, "What the family says");
    if (!the_case.family_view.empty()) ui::quotation(out, the_case.family_view, "The family");
    else ui::paragraph(out, "Not recorded");

    ui::heading(out, heading_level, "What is asked for");
    ui::summary_list(out, {.rows = {{"Asked by", referral.organisation_name},
                                    {"Reasons", ui::render([&](ui::Buffer& cell) { ui::lines(cell, reasons_of(referral)); })},
                                    {"Clock", ui::or_not_recorded(clock)},
                                    {"Education now", hours_now(referral)},
                                    {"Without suitable education since", referral.need_since ? long_date(*referral.need_since) : "Not recorded"}}});
    words_view(out, "Strengths", referral.strengths, heading_level);
    words_view(out, "Needs", referral.needs, heading_level);
    words_view(out, "What was tried", referral.what_was_tried, heading_level);
    words_view(out, "Risks", referral.risks, heading_level);
    std::vector<ui::SummaryRow> answers;
    for (const referrals::Question& question : the_case.questions)
        if (question.answered_at) answers.push_back({question.question, ui::render([&](ui::Buffer& lines) { ui::lines(lines, question.answer); })});
    if (answers.empty()) return;
    ui::heading(out, heading_level, "What was asked, and answered");
    ui::summary_list(out, {.rows = std::move(answers)});
}

ui::Html item_state_tag(ItemState state)
{
    switch (state) {
    case ItemState::waiting: return ui::tag_html("To hear", ui::TagColour::blue);
    case ItemState::decided: return ui::tag_html("Decided", ui::TagColour::green);
    case ItemState::deferred: return ui::tag_html("Deferred", ui::TagColour::yellow);
    }
    return {};
}

ui::Html meeting_state_tag(MeetingState state)
{
    switch (state) {
    case MeetingState::planned: return ui::tag_html(meeting_state_name(state), ui::TagColour::blue);
    case MeetingState::published: return ui::tag_html(meeting_state_name(state), ui::TagColour::purple);
    case MeetingState::held: return ui::tag_html(meeting_state_name(state), ui::TagColour::green);
    }
    return {};
}

std::string meeting_title(const Meeting& meeting) { return meeting.panel_name + ", " + weekday_date(meeting.on_day); }

std::string meeting_href(MeetingId meeting, std::string_view rest) { return fmt::format("/meetings/{}{}", meeting.text(), rest); }

void act_button(ui::Buffer& out, std::string action, std::string_view text, std::string_view visually_hidden,
                const std::vector<std::pair<std::string, std::string>>& values)
{
    ui::form(out, {.action = std::move(action), .classes = "wm-act"}, [&](ui::Buffer& form) {
        for (const auto& [name, value] : values) ui::hidden_field(form, name, value);
        ui::button(form, {.text = ui::render([&](ui::Buffer& label) {
                              label.text(text);
                              label.raw(" <span class=\"govuk-visually-hidden\">");
                              label.text(visually_hidden);
                              label.raw("</span>");
                          }),
                          .classes = "govuk-button--secondary wm-button--small"});
    });
}

}  // namespace waymark::panel
