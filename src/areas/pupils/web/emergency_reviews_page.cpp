// /emergency-access/reviews: who opened whose record in an emergency, what they looked at, and whether it was right.
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "people/rules/roles.hpp"
#include "platform/audit/view_log.hpp"
#include "pupils/actions/look_in_emergency.hpp"
#include "pupils/web/pages.hpp"
#include "ui/ui.hpp"

namespace waymark::pupils {
namespace {

std::string who_opened(const EmergencyAccess& opened) { return opened.by_name + ", " + std::string{people::role_name(opened.role)} + " at " + opened.organisation_name; }

ui::Html state_tag(const EmergencyAccess& opened, Date today)
{
    if (opened.finding) return ui::tag_html(finding_words(*opened.finding), *opened.finding == Finding::right_to_look ? ui::TagColour::green : ui::TagColour::red);
    if (opened.review_due < today) return ui::tag_html("Review overdue", ui::TagColour::red);
    return ui::tag_html("Review by " + short_date(opened.review_due), ui::TagColour::yellow);
}

std::string open_words(const EmergencyAccess& opened, Instant now)
{
    if (opened.is_open(now)) return "Open until " + uk_date_time(opened.ends_at);
    if (opened.ended_early) return "Ended by " + opened.ended_by_name + " on " + uk_date_time(opened.ends_at);
    return "Ended on " + uk_date_time(opened.ends_at);
}

struct ReviewScreen {
    EmergencyAccess opened;
    std::vector<Instant> looks;
};

void facts_view(ui::Buffer& out, const ReviewScreen& screen, const Context& context)
{
    const auto& opened = screen.opened;
    std::vector<ui::Content> looks;
    for (const Instant at : screen.looks) looks.push_back("Emergency look, " + uk_date_time(at));
    std::vector<ui::SummaryRow> rows = {{"Who", who_opened(opened)},
                                        {"Pupil", ui::link_html("/pupils/" + opened.reference, opened.reference)},
                                        {"Danger", danger_words(opened.danger)},
                                        {"Why", ui::render([&](ui::Buffer& text) { ui::lines(text, opened.why); })},
                                        {"Opened", uk_date_time(opened.opened_at)},
                                        {"How long", open_words(opened, context.now)},
                                        {"Looked at", looks.empty() ? ui::Content{"Nothing yet"} : ui::Content{ui::render([&](ui::Buffer& text) { ui::bullet_list(text, looks); })}},
                                        {"Review", state_tag(opened, context.today)}};
    if (opened.finding) {
        rows.push_back({"What was found out", ui::render([&](ui::Buffer& text) { ui::lines(text, opened.review_words); })});
        rows.push_back({"Reviewed", opened.reviewed_by_name + ", " + uk_date_time(opened.reviewed_at.value())});
    }
    ui::summary_list(out, {.rows = std::move(rows)});
}

void review_form(ui::Buffer& out, const std::string& href, const Form& form)
{
    ui::section(out, "Was it right to look?", [&](ui::Buffer& inside) {
        ui::paragraph(inside, "Ask the person, their manager and whoever knows the child. What you write is kept for good, and the family can ask to see it.");
        ui::form(inside, {.action = href}, [&](ui::Buffer& fields) {
            ui::radios_field(fields, {.name = "finding", .legend = "What did you find?", .items = {{.value = "right_to_look", .text = "Right to look", .hint = "There was a danger, and looking was needed"},
                                                                                                   {.value = "not_right", .text = "Not right", .hint = "It ends at once. Tell the person’s manager and the data protection officer"}}}, form);
            ui::text_area_field(fields, {.name = "words", .label = "What did you find out, and from whom?", .rows = 4}, form);
            ui::submit_row(fields, {.text = "Record the review"});
        });
    });
}

Result<ReviewScreen> load_review(const Request& request, Context& context)
{
    return context.read([&](Transaction& tx) -> Result<ReviewScreen> {
        const auto id = EmergencyId::parse(request.path("emergency_access"));
        const auto opened = id ? find_emergency(tx, *id) : std::nullopt;
        if (!opened) return not_found("emergency.not_found", "There is no such emergency access.");
        return ReviewScreen{*opened, looks_of(tx, *opened)};
    });
}

Response review_page(int status, const ReviewScreen& screen, const Context& context, const Form& form)
{
    const std::string href = "/emergency-access/reviews/" + screen.opened.id.text();
    const bool may_review = context.who.role == Role::commissioner;
    ui::Buffer out;
    ui::page(out, {.title = "Emergency access", .record = screen.opened.reference, .back = ui::Link{"Back to emergency access", "/emergency-access/reviews"}, .problems = form.problems}, [&](ui::Buffer& body) {
        facts_view(body, screen, context);
        if (!may_review) return;
        if (screen.opened.is_open(context.now))
            ui::form(body, {.action = href + "/end"}, [](ui::Buffer& inside) { ui::button(inside, {.text = "End it now", .classes = "govuk-button--warning"}); });
        if (screen.opened.finding) return;
        if (screen.opened.by == context.who.user) return ui::paragraph(body, "You opened this record yourself. Another commissioner reviews it.");
        review_form(body, href, form);
    });
    return html(status, out.take());
}

Response hours_page(int status, const Form& form)
{
    ui::Buffer out;
    ui::page(out, {.title = "How long a record stays open in an emergency", .problems = form.problems, .about_a_person = false}, [&](ui::Buffer& body) {
        ui::paragraph(body, "Somebody who opens a child’s record in an emergency sees it for so many hours, to read only. The law names no number: keep it as short as your offices’ hours allow.");
        ui::form(body, {}, [&](ui::Buffer& inside) {
            ui::text_field(inside, {.name = "hours", .label = "Hours", .hint = "From 1 to 72. Waymark’s own choice is 24: a night and a morning.", .width = ui::BoxWidth::two, .inputmode = "numeric"}, form);
            ui::submit_row(inside, {.text = "Save"});
        });
    });
    return html(status, out.take());
}

}  // namespace

Result<Response> show_emergency_reviews(const Request&, Context& context)
{
    struct Screen {
        std::vector<EmergencyAccess> all;
        int hours = 0;
    };
    const Screen screen = context.read([](Transaction& tx) { return Screen{emergencies(tx), emergency_hours_now(tx)}; });
    std::vector<std::vector<ui::TableCell>> rows;
    for (const auto& opened : screen.all)
        rows.push_back({ui::link_html("/emergency-access/reviews/" + opened.id.text(), uk_date_time(opened.opened_at)), who_opened(opened), opened.reference,
                        danger_words(opened.danger), open_words(opened, context.now), ui::Content{state_tag(opened, context.today)}});
    ui::Buffer out;
    ui::page(out, {.title = "Emergency access", .wide = true}, [&](ui::Buffer& body) {
        ui::paragraph(body, "Records that somebody opened because a child was in danger, although they do not work with the child. A commissioner reviews each within two working days.");
        if (people::may(context.who.role, Permission::change_settings))
            ui::paragraph(body, ui::link_html("/emergency-access/hours", "A record stays open for " + counted(screen.hours, "hour") + ": change"));
        if (rows.empty()) return ui::empty_state(body, "Nobody has opened a record in an emergency.");
        ui::table(body, {.caption = "Emergency access", .caption_classes = "govuk-visually-hidden", .head = {"Opened", "Who", "Pupil", "Danger", "How long", "Review"}, .rows = rows, .first_cell_is_header = true});
    });
    return html(200, out.take());
}

/// It tells of a child, so reading it is a look too; the path names no child for the guard to log.
Result<Response> show_emergency_review(const Request& request, Context& context)
{
    const auto screen = TRY(load_review(request, context));
    TRY(context.in_transaction([&](Transaction& tx) -> Result<void> {
        audit::log_view(tx, screen.opened.pupil.value, "emergency_access");
        return {};
    }));
    return review_page(200, screen, context, {});
}

Result<Response> submit_emergency_review(const Request& request, Context& context)
{
    const Form form = request.form();
    FormReader read{form};
    const auto screen = TRY(load_review(request, context));
    const EmergencyReview review{.finding = read.one_of_if_any<Finding>("finding"), .words = read.text_if_any("words", 2000)};
    const auto done = read.problems().empty() ? review_emergency(context, screen.opened.id, review) : read.result();
    if (done) return see_other_with_success("/emergency-access/reviews/" + screen.opened.id.text(), "Review recorded");
    if (!done.error().correctable()) return std::unexpected(done.error());
    return review_page(422, screen, context, form.with(done.error()));
}

Result<Response> submit_emergency_end(const Request& request, Context& context)
{
    const auto screen = TRY(load_review(request, context));
    TRY(end_emergency_look(context, screen.opened.id));
    return see_other_with_success("/emergency-access/reviews/" + screen.opened.id.text(), "The record is shut again");
}

Result<Response> show_emergency_hours(const Request&, Context& context)
{
    Form form;
    form.set("hours", std::to_string(context.read([](Transaction& tx) { return emergency_hours_now(tx); })));
    return hours_page(200, form);
}

Result<Response> submit_emergency_hours(const Request& request, Context& context)
{
    const Form form = request.form();
    FormReader read{form};
    const int hours = read.whole_number("hours", "Enter a number of hours from 1 to 72.", emergency_hours_least, emergency_hours_most);
    const auto chosen = read.problems().empty() ? choose_emergency_hours(context, hours) : read.result();
    if (chosen) return see_other_with_success("/emergency-access/hours", "From now on, a record stays open for " + counted(hours, "hour"));
    if (!chosen.error().correctable()) return std::unexpected(chosen.error());
    return hours_page(422, form.with(chosen.error()));
}

}  // namespace waymark::pupils
