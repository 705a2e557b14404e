// What is happening now; saying that one is not happy; leaving.
#include <algorithm>

#include "family/actions/family_links.hpp"
#include "family/web/pages.hpp"
#include "foundation/form.hpp"
#include "platform/access/cookies.hpp"

namespace waymark::family {
namespace {

Happening load(Context& context)
{
    expects(context.who.family.has_value());  // the guard let nobody else through
    return context.read([&](Transaction& tx) { return happening_of(tx, PupilId{context.who.family->pupil}); });
}

void place_view(ui::Buffer& out, const Place& place)
{
    std::vector<ui::SummaryRow> rows;
    const auto add_lines = [&](std::string_view label, const std::vector<std::string>& lines) {
        if (lines.empty()) return;
        rows.push_back({std::string{label}, ui::render([&](ui::Buffer& text) {
            for (const auto& line : lines) ui::lines(text, line);
        })});
    };
    add_lines("Where", place.addresses);
    const auto week = week_words(place.week);
    if (week.empty()) rows.push_back({"Days", "Not set yet"});
    else rows.push_back({"Days", ui::render([&](ui::Buffer& text) {
        std::string all;
        for (const auto& line : week) all += (all.empty() ? "" : "\n") + line;
        ui::lines(text, all);
    })});
    if (!place.telephone.empty()) rows.push_back({"To say that they are ill", ui::telephone(place.telephone)});
    ui::summary_list(out, {.rows = std::move(rows), .card = ui::SummaryCard{.title = ui::SummaryCardTitle{place.provider, 2}}});
}

void unhappy_fields(ui::Buffer& out, const Form& form)
{
    ui::form(out, {}, [&](ui::Buffer& fields) {
        ui::radios_field(fields, {.name = "when", .legend = "When can we ring you?", .items = ui::choices<RingWhen>(ring_words), .size = ui::LabelSize::medium}, form);
        ui::submit_row(fields, {.text = "Ask us to ring"});
    });
}

Response unhappy_page(const Request& request, Context& context, const Form& form)
{
    return family_page(request, context,
                       {.title = "If you are not happy", .status = form.problems.empty() ? 200 : 422, .problems = form.problems, .back = ui::Link{"Back", family_href(request)}}, [&](ui::Buffer& body) {
        ui::inset_text(body, {.text = "Is somebody in danger now? Ring 999."});
        ui::paragraph(body, "A young person can ring Childline on 0800 1111 at any time. It is free.");
        ui::paragraph(body, "You can tell us what is wrong. You can say that you want something else. You can ask how to complain or appeal. We can ring you. The school or the place your child goes to is not told that you asked.");
        unhappy_fields(body, form);
    });
}

}  // namespace

Result<Response> show_now(const Request& request, Context& context)
{
    const Happening happening = load(context);
    const HappeningWords words = words_of(happening, context.today);
    const auto ring = context.read([](Transaction& tx) { return who_to_ring(tx); });
    const auto named = std::ranges::find_if(happening.places, [](const Place& place) { return !place.officer.empty(); });
    const std::string officer = named == happening.places.end() ? std::string{} : named->officer;
    return family_page(request, context, {.title = "What is happening now", .problems = {}, .back = {}, .says_whom_to_ring = true}, [&](ui::Buffer& body) {
        ui::paragraph(body, words.now);
        ui::heading(body, 2, "What comes next");
        for (const auto& next : words.next) ui::paragraph(body, next);
        ring_view(body, ring, officer);
        for (const auto& place : happening.places) place_view(body, place);
        ui::paragraph(body, "This is what we know today, " + weekday_date(context.today) + ".");
    });
}

Result<Response> show_unhappy(const Request& request, Context& context) { return unhappy_page(request, context, Form{}); }

Result<Response> submit_unhappy(const Request& request, Context& context)
{
    const Form form = request.form();
    FormReader read{form};
    const auto when = read.one_of<RingWhen>("when", "Choose when we can ring you.");
    if (const auto typed = read.result(); !typed) return unhappy_page(request, context, form.with(typed.error()));
    ask_to_be_rung(context, when);
    return family_page(request, context, {.title = "We will ring you", .problems = {}, .back = ui::Link{"Back", family_href(request)}}, [](ui::Buffer& body) {
        ui::paragraph(body, "We ring the number that we have for you. We try by the end of the next day that we are at work.");
    });
}

Result<Response> submit_leave(const Request& request, Context& context)
{
    leave(context);
    return family_page(request, context, {.title = "These pages are closed", .problems = {}, .back = {}, .is_visiting = false}, [&](ui::Buffer& body) {
        ui::paragraph(body, "Nobody can open them on this phone or computer now. To come back, open your link and ask for a new one.");
    }).with_header("Set-Cookie", access::clear_family_cookie(request, request.path("family")));
}

}  // namespace waymark::family
