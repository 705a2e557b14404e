// One of the eight sections: what the record says is shown, what only the writer knows is asked. It saves itself while it is
// written, may be left half done, and loses nothing when a colleague was quicker.
#include <algorithm>

#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "people/store/drafts.hpp"
#include "referrals/actions/write_referral.hpp"
#include "referrals/web/pages.hpp"
#include "referrals/web/parts.hpp"

namespace waymark::referrals {
namespace {

constexpr std::size_t characters_max = 8000;

struct SectionScreen {
    ReferralScreen of;
    Section section = Section::reasons;
    std::string kept_at;            // "2:14pm": what was typed and not saved is shown again; empty: nothing was
    bool changed_meanwhile = false;
};

std::string draft_key(const SectionScreen& screen)
{
    return "referral-" + screen.of.referral.id.text() + "-" + section_slug(screen.section);
}

/// What is saved, as the form shows it.
Form form_of(const Referral& referral)
{
    Form form;
    for (const Reason reason : referral.reasons) form.values.emplace_back("reasons", enum_text(reason));
    if (referral.primary_reason) form.set("primary_reason", std::string{enum_text(*referral.primary_reason)});
    form.set("requested_category", referral.requested_category.value_or(""));
    form.set("urgency", std::string{enum_text(referral.urgency)});
    if (referral.need_since) form.set("need_since", iso(*referral.need_since));
    if (referral.minutes_now) form.set("hours_now", std::to_string(*referral.minutes_now / 60));
    form.set("what_was_tried", referral.what_was_tried).set("strengths", referral.strengths).set("needs", referral.needs);
    form.set("risks", referral.risks).set("child_view", referral.child_view).set("family_view", referral.family_view);
    if (referral.child_view_method) form.set("child_view_method", std::string{enum_text(*referral.child_view_method)});
    if (referral.family_told_on) form.set("family_told_on", iso(*referral.family_told_on));
    return form;
}

/// Somebody's own words, as typed: nothing is trimmed. Browsers send line ends as CR LF; LF is kept.
std::string exact_words(FormReader& read, const Form& form, std::string_view field)
{
    std::string words{form.value(field)};
    std::erase(words, '\r');
    if (words.size() > characters_max) read.problem(field, "Their words are too long to keep here. Attach them as a document.");
    return words;
}

Referral read_section(FormReader& read, const Form& form, const SectionScreen& screen)
{
    Referral typed;
    switch (screen.section) {
    case Section::reasons: {
        typed.reasons = read.several_of<Reason>("reasons");
        typed.primary_reason = typed.reasons.size() == 1 ? std::optional{typed.reasons.front()} : read.one_of_if_any<Reason>("primary_reason");
        for (const auto& category : screen.of.categories)
            if (form.value("requested_category") == category.id) typed.requested_category = category.id;
        typed.urgency = read.one_of_if_any<Urgency>("urgency").value_or(Urgency::routine);
        typed.need_since = read.date_if_any("need_since", "the first day without suitable education");
        const auto hours = read.whole_number_if_any("hours_now", "Hours a week must be a whole number from 0 to 40", 0, 40);
        if (hours) typed.minutes_now = *hours * 60;
        break;
    }
    case Section::what_was_tried: typed.what_was_tried = read.text_if_any("what_was_tried", characters_max); break;
    case Section::strengths: typed.strengths = read.text_if_any("strengths", characters_max); break;
    case Section::needs: typed.needs = read.text_if_any("needs", characters_max); break;
    case Section::risks: typed.risks = read.text_if_any("risks", characters_max); break;
    case Section::child_view:
        typed.child_view = exact_words(read, form, "child_view");
        typed.child_view_method = read.one_of_if_any<ViewMethod>("child_view_method");
        break;
    case Section::family_view:
        typed.family_view = exact_words(read, form, "family_view");
        typed.family_told_on = read.date_if_any("family_told_on", "the day the family was told");
        break;
    case Section::documents: break;
    }
    return typed;
}

void area_field(ui::Buffer& out, const Form& form, std::string name, std::string label, std::string hint, int rows = 10)
{
    ui::text_area_field(out, {.name = std::move(name), .label = std::move(label), .hint = std::move(hint), .rows = rows, .size = ui::LabelSize::medium}, form);
}

void reasons_fields(ui::Buffer& out, const SectionScreen& screen, const Form& form)
{
    ui::checkboxes_field(out, {.name = "reasons", .legend = "Why is alternative provision needed?", .hint = "Choose all that apply.",
                               .items = ui::choices<Reason>(reason_name), .size = ui::LabelSize::medium}, form);
    ui::select_field(out, {.name = "primary_reason", .label = "Which is the main reason?", .hint = "It must be one of those chosen above.",
                           .items = ui::choices<Reason>(reason_name), .size = ui::LabelSize::medium}, form);
    ui::date_field(out, {.name = "need_since", .legend = "First day without suitable education",
                         .hint = "Leave empty if the child is still being taught full-time. For example, 23 11 2026", .size = ui::LabelSize::medium}, form);
    ui::text_field(out, {.name = "hours_now", .label = "Hours the child is taught in a week now", .hint = "All settings together, without breaks. Leave empty if not known.",
                         .width = ui::BoxWidth::two, .size = ui::LabelSize::medium, .inputmode = "numeric", .suffix = "hours a week"}, form);
    ui::radios_field(out, {.name = "urgency", .legend = "How soon is it needed?", .items = ui::choices<Urgency>(urgency_name), .size = ui::LabelSize::medium}, form);
    std::vector<ui::Choice> categories;
    for (const auto& category : screen.of.categories) categories.push_back({.value = category.id, .text = category.name});
    ui::select_field(out, {.name = "requested_category", .label = "Kind of provision you have in mind",
                           .hint = "The panel decides; leave it open if you are not sure.", .items = categories, .empty_text = "No preference",
                           .size = ui::LabelSize::medium}, form);
}

void documents_fields(ui::Buffer& out, const SectionScreen& screen, const Form& form)
{
    const bool needs_plan = std::ranges::any_of(screen.of.categories, [&](const Category& category) {
        return category.treatment_plan_required && screen.of.referral.requested_category == category.id;
    });
    if (needs_plan) ui::paragraph(out, "Medical provision works beside a treatment plan. Attach it here, or say under Needs when it will come.");
    if (!screen.of.documents.empty()) {
        ui::heading(out, 2, "Attached so far");
        documents_view(out, screen.of.documents);
    }
    ui::select_field(out, {.name = "kind", .label = "What is it?",
                           .items = {{"school_report", "School report"}, {"plan", "Support plan, PEP or EHC plan"}, {"assessment", "Assessment or professional’s report"},
                                     {"medical", "Treatment plan or health evidence"}, {"risk_assessment", "Risk assessment"}, {"other", "Something else"}},
                           .size = ui::LabelSize::medium}, form);
    ui::file_field(out, {.name = "file", .label = "Choose files", .multiple = true, .size = ui::LabelSize::medium}, form);
}

void section_fields(ui::Buffer& out, const SectionScreen& screen, const Form& form)
{
    switch (screen.section) {
    case Section::reasons: reasons_fields(out, screen, form); break;
    case Section::what_was_tried:
        area_field(out, form, "what_was_tried", "What has been tried, when, and what came of it?",
                   "For example mentoring, a changed timetable, work with the family, outreach, other agencies. Say what helped a little, too.", 12);
        break;
    case Section::strengths:
        area_field(out, form, "strengths", "What is the child good at, and what do they enjoy?", "Interests, friends, subjects, people they trust. This is read first.");
        break;
    case Section::needs:
        area_field(out, form, "needs", "What does the child need in order to learn?", "What a new setting must offer, and what works now.");
        break;
    case Section::risks:
        area_field(out, form, "risks", "What are the risks, and what keeps everyone safe?", "To the child, and to others. Say “None known” if there are none.");
        break;
    case Section::child_view:
        ui::radios_field(out, {.name = "child_view_method", .legend = "How did the child give their view?", .items = ui::choices<ViewMethod>(view_method_name),
                               .size = ui::LabelSize::medium}, form);
        area_field(out, form, "child_view", "The child’s own words", "Exactly as they said or wrote it. We never correct them.");
        break;
    case Section::family_view:
        area_field(out, form, "family_view", "The family’s own words", "What they hope for, what worries them, whether they agree. Say who spoke.");
        ui::date_field(out, {.name = "family_told_on", .legend = "When was the family told about this referral?", .hint = "For example, 23 11 2026", .size = ui::LabelSize::medium}, form);
        break;
    case Section::documents: documents_fields(out, screen, form); break;
    }
}

/// What is saved now, beside what was typed: nobody's words are overwritten unseen.
void theirs_view(ui::Buffer& out, const SectionScreen& screen)
{
    ui::alert(out, ui::AlertKind::warning, "A colleague saved this section while you had it open. What they saved is below; what you typed is still in the form. "
                                           "Bring the two together, then save.", "Changed meanwhile");
    ui::details(out, {.summary = "What your colleague saved", .text = ui::render([&](ui::Buffer& inside) {
                          const Form saved = form_of(screen.of.referral);
                          for (const auto& [name, value] : saved.values)
                              if (!value.empty()) {
                                  ui::heading(inside, 3, words_of(name));
                                  ui::lines(inside, value);
                              }
                      }), .open = true});
}

Response section_page(int status, const SectionScreen& screen, const Form& form)
{
    ui::Buffer out;
    const std::string title = section_title(screen.section);
    ui::page(out, {.title = title, .record = screen.of.referral.reference, .back = ui::Link{"Back to the referral", screen.of.href()},
                   .problems = form.problems, .heading = false}, [&](ui::Buffer& body) {
        referral_head(body, screen.of, title, "Referral " + screen.of.referral.reference);
        if (screen.changed_meanwhile) theirs_view(body, screen);
        if (!screen.kept_at.empty())
            ui::alert(body, ui::AlertKind::information, "You typed this earlier, at " + screen.kept_at + ", and did not save it. Save it, or change it first.", "Kept for you");
        known_facts_view(body, screen.of, screen.section);
        const bool has_files = screen.section == Section::documents;
        ui::form(body, {.files = has_files, .autosave = has_files ? "" : "/drafts/" + draft_key(screen)}, [&](ui::Buffer& inside) {
            ui::hidden_field(inside, "version", std::to_string(screen.of.referral.version));
            section_fields(inside, screen, form);
            ui::submit_row(inside, {.text = "Save and mark as complete", .name = "action", .value = "complete", .second_text = "Save and come back later",
                                    .second_name = "action", .second_value = "later"});
        });
    });
    return html(status, out.take());
}

Result<SectionScreen> load_section_screen(Transaction& tx, const Request& request, const Who& who)
{
    const auto section = section_from_slug(request.path("section"));
    if (!section) return not_found("referral.no_such_section", "There is no such page.");
    const auto id = TRY(request.path_id<ReferralId>("referral"));
    SectionScreen screen{.of = TRY(load_screen(tx, who, id)), .section = *section};
    if (!screen.of.is_own) return not_found("referral.not_found", "There is no such referral.");
    return screen;
}

Result<void> save(Context& context, const SectionScreen& screen, const Form& form)
{
    FormReader read{form};
    const int seen_version = read.seen_version();
    const Referral typed = read_section(read, form, screen);
    TRY(read.result());
    std::vector<documents::CheckedFile> files;
    for (const auto& file : form.files)
        if (screen.section == Section::documents && file.field == "file" && !file.bytes.empty())
            files.push_back(TRY(check_attachment(context, screen.of.referral.id, file)));
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        for (const auto& file : files)
            TRY(attach_document(context, {.referral = screen.of.referral.id, .kind = form.value("kind").empty() ? "other" : std::string{form.value("kind")}, .file = file}));
        TRY(save_section(context, {.referral = screen.of.referral.id, .seen_version = seen_version, .section = screen.section,
                                   .content = typed, .complete = form.value("action") == "complete"}));
        people::discard_draft(tx, draft_key(screen));
        return {};
    });
}

}  // namespace

Result<Response> show_section(const Request& request, Context& context)
{
    return context.read([&](Transaction& tx) -> Result<Response> {
        SectionScreen screen = TRY(load_section_screen(tx, request, context.who));
        if (screen.of.referral.state != State::draft && screen.of.referral.state != State::information_requested) return see_other(screen.of.href());
        const auto draft = people::load_draft(tx, draft_key(screen));
        if (draft) screen.kept_at = uk_clock_time(draft->saved_at);
        return section_page(200, screen, draft ? draft->form : form_of(screen.of.referral));
    });
}

Result<Response> submit_section(const Request& request, Context& context)
{
    const Form form = request.form();
    SectionScreen screen = TRY(context.read([&](Transaction& tx) { return load_section_screen(tx, request, context.who); }));
    const auto saved = save(context, screen, form);
    if (saved) return see_other_with_success(screen.of.href(), section_title(screen.section) + " saved");
    if (saved.error().kind() == ProblemKind::stale) {
        screen.changed_meanwhile = true;
        return section_page(409, screen, form);
    }
    if (!saved.error().correctable()) return std::unexpected(saved.error());
    return section_page(422, screen, form.with(saved.error()));
}

}  // namespace waymark::referrals
