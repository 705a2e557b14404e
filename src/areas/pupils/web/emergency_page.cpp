// /emergency-access: opening the record of a child who is not one’s own because they are in danger; and the one page that it opens.
#include <algorithm>

#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "pupils/actions/look_in_emergency.hpp"
#include "pupils/store/contact_restrictions.hpp"
#include "pupils/store/restricted_notes.hpp"
#include "pupils/web/pages.hpp"
#include "pupils/web/parts.hpp"

namespace waymark::pupils {
namespace {

void ring_first(ui::Buffer& out)
{
    ui::warning_text(out, {.text = "If a child is in danger now, ring 999. Tell your safeguarding lead and the council’s children’s social care too: this page tells nobody for you."});
}

Response not_for_this_role(const Who& who)
{
    ui::Buffer out;
    ui::page(out, {.title = "Emergency access"}, [&](ui::Buffer& body) {
        ring_first(body);
        if (who.role == Role::inspector) return ui::paragraph(body, "Emergency access is not part of an inspection. You see every record that an inspector may read.");
        ui::paragraph(body, "Your role covers every child of the authority, so you do not need emergency access.");
        ui::paragraph(body, ui::link_html("/pupils", "Find the child among the pupils"));
    });
    return html(200, out.take());
}

Response ask_page(int status, int hours, const Who& who, const Form& form)
{
    const std::string today = sees_need_only(who) ? "" : ", where they should be today";
    ui::Buffer out;
    ui::page(out, {.title = "Open a child’s record in an emergency", .back = ui::Link{"Back to pupils", "/pupils"}, .problems = form.problems}, [&](ui::Buffer& body) {
        ring_first(body);
        ui::paragraph(body, "You can see what is needed to keep a child safe whom you do not work with: whom to ring, what they need" + today + ". "
                            "You may do so without anybody’s consent where a child’s safety needs it.");
        ui::bullet_list(body, {"It opens for " + counted(hours, "hour") + ", to read only, and never shows where the child lives.",
                               "Each look is logged with your name, for good. The family can ask to see it.",
                               "Every commissioner is told at once, and one of them looks at whether it was right."});
        ui::form(body, {}, [&](ui::Buffer& inside) {
            ui::field_group(inside, "Which child?", ui::LabelSize::medium, [&](ui::Buffer& group) {
                ui::text_field(group, {.name = "reference", .label = "Reference, if you have it", .hint = "For example, 7F3K-2M", .width = ui::BoxWidth::ten}, form);
                ui::paragraph(group, "If you do not, enter both of these, exactly as they are:");
                ui::text_field(group, {.name = "last_name", .label = "Last name", .width = ui::BoxWidth::twenty}, form);
                ui::date_field(group, {.name = "born", .legend = "Date of birth", .hint = "For example, 4 5 2012"}, form);
            });
            ui::radios_field(inside, {.name = "danger", .legend = "What danger is there?", .items = ui::choices<Danger>(danger_words), .size = ui::LabelSize::medium}, form);
            ui::text_area_field(inside, {.name = "why", .label = "What has happened, and why must you look?", .hint = "A commissioner reads this. It cannot be changed later.", .rows = 4, .size = ui::LabelSize::medium}, form);
            ui::submit_row(inside, {.text = "Open the record", .warning = true, .cancel = {"Cancel", "/pupils"}});
        });
    });
    return html(status, out.take());
}

struct LookScreen {
    PupilSummary pupil;
    Instant until;
    std::vector<Contact> contacts;
    std::vector<ContactRestriction> restrictions;
    std::vector<SenRecord> sen;
    std::vector<Circumstance> circumstances;
    std::vector<ui::SummaryRow> today;
    std::size_t restricted_notes = 0;   // that there are some; never what they say
    bool need_only = false;             // people at a provider: where else a child goes is not theirs to know
};

/// What people at a provider see of the children they teach, and no more; where the child is today, unless their address is protected:
/// who hides where they live can be found where they learn.
LookScreen load_look(Transaction& tx, const Who& who, const PupilSummary& pupil, Instant until)
{
    LookScreen screen{.pupil = pupil, .until = until, .contacts = contacts_of(tx, pupil.id), .restrictions = restrictions_of(tx, pupil.id), .sen = sen_records_of(tx, pupil.id), .circumstances = circumstances_of(tx, pupil.id), .today = {}, .restricted_notes = notes_of(tx, who, pupil).size(), .need_only = sees_need_only(who)};
    const Date today = tx.today();
    std::erase_if(screen.sen, [&](const SenRecord& record) { return !record.days.contains(today) || record.provision == SenProvision::none; });
    std::erase_if(screen.circumstances, [&](const Circumstance& circumstance) { return !circumstance.days.contains(today) || !is_for_need_only(circumstance.kind); });
    if (!pupil.address_protected)
        for (const auto& rows : pupil_extensions().emergency)
            for (auto& row : rows(tx, who, pupil)) screen.today.push_back(std::move(row));
    return screen;
}

std::string needs_words(const SenRecord& record)
{
    std::vector<std::string> needs{sen_name(record.provision)};
    for (const auto* code : {&record.primary_need, &record.secondary_need})
        if (!code->empty()) needs.push_back(need_name(*code));
    return join(needs, ", ");
}

void identity_view(ui::Buffer& out, const PupilSummary& pupil)
{
    const Identity who = identity_of(pupil);
    ui::IdentityBar bar{.name = who.name, .reference = who.reference};
    if (!pupil.pronouns.empty()) bar.facts.push_back({"Pronouns", pupil.pronouns});
    bar.facts.push_back({"Born", long_date(pupil.born)});
    if (!pupil.address_protected) bar.facts.push_back({"School", who.school});
    if (!who.address.empty()) bar.marks.push_back(ui::tag_html(who.address, ui::TagColour::red));
    ui::identity_bar(out, bar);
}

Response look_page(const LookScreen& screen, Date today)
{
    ui::Buffer out;
    ui::page(out, {.title = "Emergency look", .record = screen.pupil.reference, .heading = false}, [&](ui::Buffer& body) {
        identity_view(body, screen.pupil);
        body.raw("<h1 class=\"govuk-heading-l\">What you need to keep this child safe</h1>\n");
        ui::alert(body, ui::AlertKind::warning, "Open to you until " + uk_date_time(screen.until) + ", to read only. Each look is logged, and a commissioner will review why you looked.", "You see this in an emergency");
        ring_first(body);
        ui::section(body, "People to ring", [&](ui::Buffer& inside) {
            if (screen.contacts.empty()) ui::paragraph(inside, "No contacts are recorded. Ring the council’s children’s social care.");
            for (const Contact& contact : screen.contacts) contact_view(inside, contact, restrictions_on(screen.restrictions, contact.id, today));
        });
        ui::section(body, "Where they should be today", [&](ui::Buffer& inside) {
            if (screen.pupil.address_protected) return ui::paragraph(inside, "Not shown, because the child’s address is protected. Ring the commissioning team.");
            if (screen.need_only) return ui::paragraph(inside, "Not shown to people at a provider. Ring the child’s school or the commissioning team.");
            if (screen.today.empty()) return ui::paragraph(inside, "Not expected in alternative provision today. Ask the school.");
            ui::summary_list(inside, {.rows = screen.today});
        });
        ui::section(body, "Needs and care", [&](ui::Buffer& inside) {
            std::vector<ui::Content> all;
            for (const auto& record : screen.sen) all.push_back(needs_words(record));
            for (const auto& circumstance : screen.circumstances)
                all.push_back(circumstance_name(circumstance.kind) + (circumstance.note.empty() ? "" : ": " + circumstance.note));
            if (all.empty()) return ui::paragraph(inside, "Nothing that you may see is recorded.");
            ui::bullet_list(inside, all);
        });
        if (screen.restricted_notes > 0)
            ui::section(body, "Restricted notes", [](ui::Buffer& inside) {
                ui::paragraph(inside, "There is something about this child that only some may read. Ask the commissioning team before you ring anybody.");
            });
        ui::section(body, "Where they live", [](ui::Buffer& inside) {
            ui::paragraph(inside, "Not shown here. The police and children’s social care get it from the commissioning team, or from the child’s school.");
        });
    });
    return html(200, out.take());
}

EmergencyRequest as_typed(FormReader& read, const Form& form)
{
    return {.reference = std::string{form.value("reference")}, .last_name = std::string{form.value("last_name")}, .born = read.date_if_any("born", "the child’s date of birth"),
            .danger = read.one_of_if_any<Danger>("danger"), .why = read.text_if_any("why", 2000)};
}

int hours_now(Context& context)
{
    return context.read([](Transaction& tx) { return emergency_hours_now(tx); });
}

}  // namespace

Result<Response> show_emergency_access(const Request&, Context& context)
{
    if (!may_look_in_emergency(context.who.role)) return not_for_this_role(context.who);
    return ask_page(200, hours_now(context), context.who, {});
}

Result<Response> submit_emergency_access(const Request& request, Context& context)
{
    const Form form = request.form();
    FormReader read{form};
    const auto command = as_typed(read, form);
    const auto opened = read.problems().empty() ? look_in_emergency(context, command) : Result<Opened>{std::unexpected(read.problems())};
    if (!opened) {
        if (!opened.error().correctable()) return std::unexpected(opened.error());
        return ask_page(422, hours_now(context), context.who, form.with(opened.error()));
    }
    if (opened->had_a_relation) return see_other_with_success("/pupils/" + opened->reference, "You work with this child, so you see the record without an emergency");
    return see_other("/pupils/" + opened->reference + "/emergency");
}

/// The guard lets in who opened it, and who sees the child anyway: they are led to the record itself.
Result<Response> show_emergency_look(const Request& request, Context& context)
{
    const auto loaded = context.read([&](Transaction& tx) -> Result<std::optional<LookScreen>> {
        const auto pupil = TRY(pupil_of_page(tx, request.path("pupil")));
        if (sight_of(tx, context.who, pupil.id) != Sight::in_emergency) return std::nullopt;
        return load_look(tx, context.who, pupil, open_until(tx, context.who, pupil.id).value());
    });
    const auto screen = TRY(loaded);
    if (!screen) return see_other("/pupils/" + request.path("pupil"));
    return look_page(*screen, context.today);
}

}  // namespace waymark::pupils
