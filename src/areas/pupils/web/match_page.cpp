// Find before create: who may be the child already, side by side with what was typed; only then a new record.
#include <algorithm>

#include "foundation/text.hpp"
#include "pupils/actions/keep_record.hpp"
#include "pupils/rules/matching.hpp"
#include "pupils/web/pages.hpp"
#include "pupils/web/parts.hpp"
#include "tasks/store/tasks.hpp"
#include "vocabulary/school_year.hpp"
#include "vocabulary/upn.hpp"

namespace waymark::pupils {
namespace {

struct FoundMatch {
    PupilSummary pupil;
    Match match = Match::possible;
    bool may_see = false;           // else only what the person typed themselves is shown
};

struct MatchScreen {
    bool was_asked = false;
    std::vector<FoundMatch> found;
};

struct Wanted {
    WhoIsLookedFor who;
    Problems problems;
};

Wanted read_wanted(const Form& form)
{
    FormReader read{form};
    Wanted wanted;
    wanted.who.first_name = read.text("first_name", "Enter the child’s first name", 100);
    wanted.who.last_name = read.text("last_name", "Enter the child’s last name", 100);
    wanted.who.born = read.date("born", "the child’s date of birth");
    if (const auto typed = read.text_if_any("upn", 20); !typed.empty()) {
        const auto upn = Upn::parse(typed);
        if (upn) wanted.who.upn = upn->text();
        else read.problem("upn", upn.error().front().message);
    }
    wanted.problems = read.problems();
    return wanted;
}

std::vector<FoundMatch> find_matches(Transaction& tx, const Who& who, const WhoIsLookedFor& wanted)
{
    std::vector<FoundMatch> found;
    for (const auto& candidate : candidates(tx, wanted.upn, wanted.first_name, wanted.last_name, wanted.born)) {
        const auto& pupil = candidate.pupil;
        const Match match = match_of(wanted, {candidate.upn, candidate.former_upn, pupil.first_name, pupil.known_as, pupil.last_name, pupil.born});
        if (match != Match::none) found.push_back({pupil, match, may_see(tx, who, pupil.id)});
    }
    std::ranges::stable_sort(found, [](const FoundMatch& left, const FoundMatch& right) { return left.match > right.match; });
    return found;
}

std::string match_words(Match match)
{
    switch (match) {
    case Match::same: return "The same UPN";
    case Match::likely: return "Likely the same child";
    case Match::possible: return "Possibly the same child";
    case Match::none: return "";
    }
    return "";
}

void asked_fields(ui::Buffer& out, const Form& form)
{
    ui::text_field(out, {.name = "first_name", .label = "First name", .width = ui::BoxWidth::twenty}, form);
    ui::text_field(out, {.name = "last_name", .label = "Last name", .width = ui::BoxWidth::twenty}, form);
    ui::date_field(out, {.name = "born", .legend = "Date of birth", .hint = "For example, 4 5 2012"}, form);
    ui::text_field(out, {.name = "upn", .label = "Unique pupil number (UPN), if you know it", .hint = "13 characters, for example A123456789012", .width = ui::BoxWidth::twenty}, form);
}

/// A child out of sight is asked about by their place among those found: the page gives away no reference.
void found_view(ui::Buffer& out, const FoundMatch& found, std::size_t place, const Form& form)
{
    const Identity who = identity_of(found.pupil);
    if (!found.may_see) {
        ui::summary_list(out, {.rows = {{"How alike", match_words(found.match)},
                                        {"Where", "Known to the authority, outside what your organisation may see"}},
                               .card = ui::SummaryCard{.title = ui::SummaryCardTitle{"A child on record with the authority", 3}}});
        ui::form(out, {.action = "/pupils/match"}, [&](ui::Buffer& inside) {
            for (const auto name : {"first_name", "last_name", "upn", "born-day", "born-month", "born-year"}) ui::hidden_field(inside, name, form.value(name));
            ui::hidden_field(inside, "which", std::to_string(place));
            ui::button(inside, {.text = "Ask to be given sight of this child", .classes = "govuk-button--secondary"});
        });
        return;
    }
    ui::summary_list(out, {.rows = {{"How alike", match_words(found.match)}, {"Born", long_date(found.pupil.born)}, {"School", who.school + ", " + who.year},
                                    {"Reference", ui::link_html(who.href, who.reference)}},
                           .card = ui::SummaryCard{.title = ui::SummaryCardTitle{who.name, 3}}});
    ui::paragraph(out, ui::link_html("/referrals/new?pupil=" + found.pupil.reference, "This is the child: refer them"));
}

Response match_page(int status, const MatchScreen& screen, const Form& form)
{
    ui::Buffer out;
    ui::page(out, {.title = "Find or add a child", .back = ui::Link{"Back to pupils", "/pupils"}, .problems = form.problems}, [&](ui::Buffer& body) {
        ui::paragraph(body, "Look before you add: a child who is on record twice is a child whose absence nobody sees.");
        ui::form(body, {.action = "/pupils/match", .method = "get"}, [&](ui::Buffer& inside) {
            asked_fields(inside, form);
            ui::button(inside, {.text = "Look for this child", .classes = screen.was_asked ? "govuk-button--secondary" : ""});
        });
        if (!screen.was_asked) return;
        ui::section(body, screen.found.empty() ? "No such child is on record" : "Is it one of these?", [&](ui::Buffer& inside) {
            for (std::size_t place = 0; place < screen.found.size(); ++place) found_view(inside, screen.found[place], place, form);
            const bool is_certain = !screen.found.empty() && screen.found.front().match == Match::same;
            if (is_certain) return ui::paragraph(inside, "The UPN belongs to this child, so no second record can be made under it.");
            ui::form(inside, {.action = "/pupils/new", .method = "get"}, [&](ui::Buffer& next) {
                for (const auto name : {"first_name", "last_name", "upn", "born-day", "born-month", "born-year"}) ui::hidden_field(next, name, form.value(name));
                ui::button(next, {.text = screen.found.empty() ? "Add this child" : "None of these: add a new child", .classes = screen.found.empty() ? "" : "govuk-button--secondary"});
            });
        });
    });
    return html(status, out.take());
}

Response new_page(int status, const Form& form, const Who& who)
{
    ui::Buffer out;
    ui::page(out, {.title = "Add a child", .back = ui::Link{"Back", "/pupils/match"}, .problems = form.problems}, [&](ui::Buffer& body) {
        ui::form(body, {.action = "/pupils/new"}, [&](ui::Buffer& inside) {
            asked_fields(inside, form);
            ui::text_field(inside, {.name = "known_as", .label = "Known as", .hint = "The name they use, if it is another", .width = ui::BoxWidth::twenty}, form);
            ui::text_field(inside, {.name = "pronouns", .label = "Pronouns, if they gave them", .width = ui::BoxWidth::ten}, form);
            ui::radios_field(inside, {.name = "sex", .legend = "Legal sex", .items = ui::choices<Sex>(), .inline_items = true}, form);
            ui::text_area_field(inside, {.name = "address", .label = "Home address", .rows = 3}, form);
            ui::text_field(inside, {.name = "postcode", .label = "Postcode", .width = ui::BoxWidth::ten}, form);
            ui::checkboxes_field(inside, {.name = "address_protected", .legend = "Safety", .items = {{"yes", "The address must be kept from others"}}}, form);
            if (who.role == Role::school_lead) {
                ui::date_field(inside, {.name = "enrolled_from", .legend = "On the roll of " + who.organisation_name + " since", .hint = "Leave empty if the child is not on your roll"}, form);
                ui::text_field(inside, {.name = "year_group", .label = "Year group", .width = ui::BoxWidth::two, .inputmode = "numeric"}, form);
            }
            ui::submit_row(inside, {.text = "Add child", .cancel = {"Cancel", "/pupils"}});
        });
    });
    return html(status, out.take());
}

}  // namespace

Result<Response> show_match(const Request& request, Context& context)
{
    const Form form = request.query_form();
    MatchScreen screen{.was_asked = form.sent("first_name"), .found = {}};
    if (!screen.was_asked) return match_page(200, screen, form);
    const Wanted wanted = read_wanted(form);
    if (!wanted.problems.empty()) {
        screen.was_asked = false;
        return match_page(422, screen, form.with(wanted.problems));
    }
    screen.found = context.read([&](Transaction& tx) { return find_matches(tx, context.who, wanted.who); });
    return match_page(200, screen, form);
}

Result<Response> show_new(const Request& request, Context& context) { return new_page(200, request.query_form(), context.who); }

Result<Response> submit_new(const Request& request, Context& context)
{
    const Form form = request.form();
    const Wanted wanted = read_wanted(form);
    FormReader read{form};
    NewPupil command{.upn = wanted.who.upn,
                     .first_name = wanted.who.first_name,
                     .last_name = wanted.who.last_name,
                     .known_as = read.text_if_any("known_as", 100),
                     .pronouns = read.text_if_any("pronouns", 50),
                     .born = wanted.who.born,
                     .sex = read.one_of_if_any<Sex>("sex").value_or(Sex::unknown),
                     .address = read.text_if_any("address", 500),
                     .postcode = read.text_if_any("postcode", 10),
                     .address_protected = read.checked("address_protected")};
    const auto enrolled_from = read.date_if_any("enrolled_from", "the day the child joined your roll");
    if (enrolled_from && context.who.role == Role::school_lead)
        command.roll = NewEnrolment{.school = context.who.organisation,
                                    .year_group = read.whole_number_if_any("year_group", "Enter a year group from 0 to 13", 0, 13).value_or(year_group(command.born, context.today)),
                                    .from = *enrolled_from};
    Problems problems = wanted.problems;
    problems.append(read.problems());
    const auto created = problems.empty() ? create_pupil(context, command) : Result<PupilId>{std::unexpected(problems)};
    if (!created) {
        if (!created.error().correctable()) return std::unexpected(created.error());
        return new_page(422, form.with(created.error()), context.who);
    }
    const auto pupil = context.read([&](Transaction& tx) { return summary_of(tx, *created); });
    return see_other_with_success("/pupils/" + pupil->reference, "Child added");
}

/// Opens a task for the commissioning team, who know the child and decide who may.
Result<Response> ask_for_access(const Request& request, Context& context)
{
    const Form form = request.form();
    const Wanted wanted = read_wanted(form);
    TRY(wanted.problems.as_result());
    FormReader read{form};
    const auto which = static_cast<std::size_t>(read.whole_number("which", "Choose the child.", 0, 200));
    TRY(read.result());
    const auto asked = context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto found = find_matches(tx, context.who, wanted.who);
        const auto team = tasks::team_of_role(tx, Role::commissioner);
        if (which >= found.size() || !team) return not_found("pupil.not_found", "There is no such pupil.");
        const PupilSummary& pupil = found[which].pupil;
        tasks::open_task(tx, {.kind = "sight_wanted",
                              .title = context.who.organisation_name + " asks to see pupil " + pupil.reference,
                              .why = "They looked for a child with the same name and birth date. If the child has joined them, record the new roll.",
                              .due_on = context.today + Days{2},
                              .about_entity = "pupil",
                              .about = pupil.id.value,
                              .href = "/pupils/" + pupil.reference + "/people",
                              .pupil = pupil.id.value,
                              .organisation = *team,
                              .role = Role::commissioner});
        return tx.record({.verb = "asked_for_sight", .entity = "pupil", .about = pupil.id.value, .pupil = pupil.id.value});
    });
    TRY(asked);
    return see_other_with_success("/pupils", "The commissioning team has been asked. They will tell you whether you may see this child.");
}

}  // namespace waymark::pupils
