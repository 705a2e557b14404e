// One absence: what is known, whom we tried to reach, and the reason once it is known.
#include <fmt/format.h>

#include "attendance/actions/correct_mark.hpp"
#include "attendance/actions/record_contact.hpp"
#include "attendance/web/pages.hpp"
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "pupils/store/contact_restrictions.hpp"
#include "pupils/store/pupils.hpp"
#include "ui/ui.hpp"

namespace waymark::attendance {
namespace {

struct ContactScreen {
    DayAndSession when;
    pupils::PupilSummary pupil;
    std::optional<StandingMark> mark;
    std::vector<Contact> contacts;
    std::vector<pupils::Contact> people;
    std::vector<pupils::ContactRestriction> restrictions;
};

Result<ContactScreen> load_contact_screen(const Request& request, Context& context)
{
    const auto when = TRY(day_and_session(request));
    return context.read([&](Transaction& tx) -> Result<ContactScreen> {
        const auto pupil = TRY(pupils::pupil_of_page(tx, request.path("pupil")));
        return ContactScreen{when, pupil, standing_mark(tx, pupil.id, when.day, when.session),
                             contacts_between(tx, pupil.id, when.day, when.day), pupils::contacts_of(tx, pupil.id), pupils::restrictions_of(tx, pupil.id)};
    });
}

std::string_view outcome_words(ContactOutcome outcome)
{
    switch (outcome) {
        case ContactOutcome::reason_given: return "They gave a reason";
        case ContactOutcome::no_answer: return "No answer";
        case ContactOutcome::message_left: return "Message left";
        case ContactOutcome::child_seen_safe: return "Child seen and safe";
        case ContactOutcome::concern_raised: return "I am worried: a concern has been raised";
    }
    return "";
}

void known_facts(ui::Buffer& out, const ContactScreen& screen)
{
    ui::SummaryListOptions list{.rows = {{"Session", weekday_date(screen.when.day) + ", " + session_name(screen.when.session)}}};
    if (screen.mark) {
        const auto reason = enum_from_text<AbsenceReason>(screen.mark->reason);
        list.rows.push_back({"Mark", fmt::format("{} ({})", arrival_words(screen.mark->arrival), screen.mark->code)});
        list.rows.push_back({"Reason", reason ? std::string{reason_words(*reason)} : std::string{"Not recorded"}});
        list.rows.push_back({"Marked", fmt::format("{} by {}", uk_clock_time(screen.mark->recorded_at), screen.mark->recorded_by)});
    } else {
        list.rows.push_back({"Mark", "The register has not been taken yet"});
    }
    for (const auto& person : screen.people)
        if (person.may_contact)
            list.rows.push_back({person.name + ", " + person.relation,
                                 person.telephone.empty() ? ui::or_not_recorded("") : ui::Content{ui::telephone(person.telephone)}});
    ui::summary_list(out, list);
}

void contact_view(ui::Buffer& out, const ContactScreen& screen, Date today, const Form& form)
{
    const std::string day = "?day=" + iso(screen.when.day);
    ui::page(out, {.title = "Record contact", .record = screen.pupil.reference, .back = ui::Link{"Back to absence", "/absence" + day},
                   .problems = form.problems, .caption = pupils::full_name(screen.pupil)},
             [&](ui::Buffer& body) {
        for (const auto& person : screen.people)
            for (const auto& restriction : pupils::restrictions_on(screen.restrictions, person.id, today)) ui::alert(body, ui::AlertKind::warning, pupils::warning_words(restriction), person.name);
        known_facts(body, screen);
        for (const Contact& contact : screen.contacts)
            ui::inset_text(body, {.text = fmt::format("{}: {} ({}). {} {}", uk_clock_time(contact.at), outcome_words(contact.outcome),
                                                      contact.spoke_to, contact.words, contact.by)});
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::hidden_field(inner, "revision", std::to_string(screen.mark ? screen.mark->revision : 0));
            ui::text_field(inner, {.name = "spoke_to", .label = "Whom did you try to reach?", .width = ui::BoxWidth::twenty}, form);
            ui::radios_field(inner, {.name = "method", .legend = "How?", .items = ui::choices<ContactMethod>(), .compact = true}, form);
            ui::radios_field(inner, {.name = "outcome", .legend = "What came of it?",
                                     .items = ui::choices<ContactOutcome>([](ContactOutcome outcome) { return outcome_words(outcome); }),
                                     .compact = true}, form);
            ui::text_area_field(inner, {.name = "words", .label = "What was said (optional)", .rows = 3, .characters_max = 1000}, form);
            if (screen.mark && screen.mark->arrival == Arrival::not_here)
                ui::select_field(inner, {.name = "reason", .label = "Reason for the absence, if you know it now",
                                         .hint = "The school decides the code. The first mark stays visible.",
                                         .items = ui::choices<AbsenceReason>([](AbsenceReason reason) { return reason_words(reason); }),
                                         .empty_text = "Leave as it is"}, form);
            ui::submit_row(inner, {.text = "Save contact", .cancel = {"Cancel", "/absence" + day}});
        });
    });
}

}  // namespace

Result<Response> show_contact(const Request& request, Context& context)
{
    const auto screen = TRY(load_contact_screen(request, context));
    return html(200, ui::render([&](ui::Buffer& out) { contact_view(out, screen, context.today, {}); }).markup());
}

Result<Response> submit_contact(const Request& request, Context& context)
{
    const auto screen = TRY(load_contact_screen(request, context));
    const Form form = request.form();
    FormReader read{form};
    const Contact contact{
        .pupil = screen.pupil.id,
        .session = screen.when.session,
        .spoke_to = read.text("spoke_to", "Say whom you tried to reach.", 200),
        .method = read.one_of<ContactMethod>("method", "Choose how you tried."),
        .outcome = read.one_of<ContactOutcome>("outcome", "Choose what came of it."),
        .words = read.text_if_any("words", 1000),
    };
    const auto reason = read.one_of_if_any<AbsenceReason>("reason");
    const int revision = read.whole_number_if_any("revision", "Open the page again.", 0, 1000).value_or(0);
    const auto saved = [&]() -> Result<void> {
        TRY(read.result());
        return context.in_transaction([&](Transaction&) -> Result<void> {
            TRY(record_contact(context, contact, screen.when.day));
            if (!reason) return {};
            return correct_mark(context, {.pupil = screen.pupil.id, .day = screen.when.day, .session = screen.when.session,
                                          .seen_revision = revision, .mark = {.arrival = Arrival::not_here, .reason = *reason},
                                          .correction = "Reason given to " + context.who.name + " by " + contact.spoke_to});
        });
    }();
    if (saved) return see_other_with_success("/absence?day=" + iso(screen.when.day), "Contact saved.");
    if (!saved.error().correctable()) return std::unexpected(saved.error());
    return html(422, ui::render([&](ui::Buffer& out) { contact_view(out, screen, context.today, form.with(saved.error())); }).markup());
}

}  // namespace waymark::attendance
