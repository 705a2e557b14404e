// Panels: their terms, their quorum, and who sits on them.
#include <algorithm>

#include "foundation/text.hpp"
#include "panel/actions/panels.hpp"
#include "panel/store/panels.hpp"
#include "panel/web/pages.hpp"
#include "panel/web/parts.hpp"
#include "people/rules/roles.hpp"
#include "people/store/users.hpp"

namespace waymark::panel {
namespace {

std::string quorum_words(const Panel& panel)
{
    return counted(panel.members_min, "member") + " from " + counted(panel.agencies_min, "agency", "agencies");
}

void panels_view(ui::Buffer& out, const std::vector<Panel>& all, bool may_run)
{
    ui::page(out, {.title = "Panels", .about_a_person = false}, [&](ui::Buffer& body) {
        if (all.empty()) {
            ui::empty_state(body, "No panel yet. A panel is the people who decide about referrals together, with a quorum that you set.",
                            may_run ? ui::Link{"Set up a panel", "/panels/new"} : ui::Link{});
            return;
        }
        ui::TableOptions table{.caption = "Panels of this authority", .caption_classes = "govuk-visually-hidden", .head = {"Panel", "Quorum"}, .first_cell_is_header = true};
        for (const Panel& panel : all) table.rows.push_back({ui::link_html("/panels/" + panel.id.text(), panel.name), quorum_words(panel)});
        ui::table(body, table);
        if (may_run) ui::action_link(body, "/panels/new", "Set up a panel");
    });
}

void new_panel_view(ui::Buffer& out, const Form& form)
{
    ui::page(out, {.title = "Set up a panel", .back = ui::Link{"Back", "/panels"}, .problems = form.problems, .about_a_person = false}, [&](ui::Buffer& body) {
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::text_field(inner, {.name = "name", .label = "Name of the panel", .hint = "For example, Alternative Provision Panel"}, form);
            ui::text_area_field(inner, {.name = "terms", .label = "Terms of reference", .hint = "What it decides, how often it meets, who may ask it"}, form);
            ui::field_group(inner, "Quorum", ui::LabelSize::medium, [&](ui::Buffer& group) {
                ui::paragraph(group, "Members who declare a conflict in a case are not counted in it.");
                ui::text_field(group, {.name = "members_min", .label = "How many members it takes to decide", .width = ui::BoxWidth::two, .inputmode = "numeric"}, form);
                ui::text_field(group, {.name = "agencies_min", .label = "From how many different agencies", .width = ui::BoxWidth::two, .inputmode = "numeric"}, form);
            });
            ui::submit_row(inner, {.text = "Set up panel", .cancel = {"Cancel", "/panels"}});
        });
    });
}

Result<PanelId> set_up_as_typed(Context& context, const Form& form)
{
    FormReader read{form};
    const PanelTerms terms{.name = read.text("name", "Enter the name of the panel", 200),
                           .terms = read.text_if_any("terms"),
                           .members_min = read.whole_number("members_min", "Enter how many members it takes, from 1 to 30", 1, 30),
                           .agencies_min = read.whole_number("agencies_min", "Enter how many agencies, from 1 to 5", 1, 5)};
    TRY(read.result());
    return set_up_panel(context, terms);
}

struct PanelScreen {
    Panel panel;
    std::vector<PanelMember> members;
    std::vector<people::Colleague> may_join;
    bool may_run = false;
};

Result<PanelScreen> load_panel(Context& context, PanelId id)
{
    return context.read([&](Transaction& tx) -> Result<PanelScreen> {
        PanelScreen screen{.panel = TRY(find_panel(tx, id)),
                           .members = members_of_panel(tx, id, context.today),
                           .may_join = {},
                           .may_run = people::may(context.who.role, Permission::run_panels)};
        const auto sits = [&](UserId user) { return std::ranges::find(screen.members, user, &PanelMember::user) != screen.members.end(); };
        for (const Role role : {Role::panel_chair, Role::panel_member, Role::commissioner, Role::sen_caseworker, Role::virtual_school})
            for (auto& one : people::colleagues(tx, role))
                if (!sits(one.user) && std::ranges::find(screen.may_join, one.user, &people::Colleague::user) == screen.may_join.end())
                    screen.may_join.push_back(std::move(one));
        return screen;
    });
}

ui::Html end_button(const PanelScreen& screen, const PanelMember& member)
{
    return ui::render([&](ui::Buffer& out) {
        act_button(out, "/panels/" + screen.panel.id.text() + "/members/" + member.id.text() + "/end", "End today", member.name + "’s membership", {});
    });
}

void member_form(ui::Buffer& out, const PanelScreen& screen, const Form& form)
{
    std::vector<ui::Choice> people_to_choose;
    for (const auto& one : screen.may_join) people_to_choose.push_back({.value = one.user.text(), .text = one.name + ", " + one.organisation_name});
    ui::section(out, "Add a member", [&](ui::Buffer& part) {
        ui::form(part, {.action = "/panels/" + screen.panel.id.text() + "/members"}, [&](ui::Buffer& inner) {
            ui::select_field(inner, {.name = "user", .label = "Who", .items = people_to_choose}, form);
            ui::select_field(inner, {.name = "agency", .label = "Speaks for", .items = ui::choices<Agency>([](Agency agency) { return agency_name(agency); })}, form);
            ui::checkboxes_field(inner, {.name = "is_chair", .legend = "The chair", .items = {{"yes", "May take the chair"}}}, form);
            ui::submit_row(inner, {.text = "Add member"});
        });
    });
}

void panel_view(ui::Buffer& out, const PanelScreen& screen, const Form& form)
{
    ui::page(out, {.title = screen.panel.name, .breadcrumbs = {{"Meetings", "/meetings"}, {"Panels", "/panels"}}, .problems = form.problems, .about_a_person = false},
             [&](ui::Buffer& body) {
                 ui::summary_list(body, {.rows = {{"Quorum", quorum_words(screen.panel)}}});
                 ui::section(body, "Terms of reference", [&](ui::Buffer& part) {
                     if (screen.panel.terms.empty()) ui::paragraph(part, "Not recorded");
                     else ui::lines(part, screen.panel.terms);
                 });
                 ui::section(body, "Members", [&](ui::Buffer& part) {
                     if (screen.members.empty()) {
                         ui::paragraph(part, "Nobody sits on this panel yet.");
                         return;
                     }
                     ui::TableOptions table{.caption = "Who sits on the panel today", .caption_classes = "govuk-visually-hidden", .head = {"Member", "Speaks for", "Since"}, .first_cell_is_header = true};
                     if (screen.may_run) table.head.push_back("Membership");
                     for (const PanelMember& member : screen.members) {
                         table.rows.push_back({ui::two_lines(member.name, member.is_chair ? member.organisation_name + ". May take the chair" : member.organisation_name),
                                               agency_name(member.agency), short_date(member.term.from)});
                         if (screen.may_run) table.rows.back().push_back(end_button(screen, member));
                     }
                     ui::table(part, table);
                 });
                 if (screen.may_run) member_form(body, screen, form);
             });
}

Result<PanelMemberId> seat_as_typed(Context& context, PanelId panel, const Form& form)
{
    FormReader read{form};
    const SeatMember command{.panel = panel,
                             .user = read.id<UserId>("user", "Choose who joins the panel"),
                             .agency = read.one_of<Agency>("agency", "Choose whom they speak for"),
                             .is_chair = read.checked("is_chair"),
                             .from = context.today};
    TRY(read.result());
    return seat_member(context, command);
}

}  // namespace

Result<Response> show_panels(const Request&, Context& context)
{
    const auto all = context.read([](Transaction& tx) { return panels(tx); });
    return page_with(200, [&](ui::Buffer& out) { panels_view(out, all, people::may(context.who.role, Permission::run_panels)); });
}

Result<Response> show_new_panel(const Request&, Context&)
{
    Form form;
    form.set("members_min", "3").set("agencies_min", "2");
    return page_with(200, [&](ui::Buffer& out) { new_panel_view(out, form); });
}

Result<Response> submit_new_panel(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto made = set_up_as_typed(context, form);
    if (made) return see_other_with_success("/panels/" + made->text(), "Panel set up. Add its members.");
    if (!made.error().correctable()) return std::unexpected(made.error());
    return page_with(422, [&](ui::Buffer& out) { new_panel_view(out, form.with(made.error())); });
}

Result<Response> show_panel(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<PanelId>("panel"));
    const auto screen = TRY(load_panel(context, id));
    return page_with(200, [&](ui::Buffer& out) { panel_view(out, screen, {}); });
}

Result<Response> submit_member(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<PanelId>("panel"));
    const Form form = request.form();
    const auto seated = seat_as_typed(context, id, form);
    if (seated) return see_other_with_success("/panels/" + id.text(), "Member added.");
    if (!seated.error().correctable()) return std::unexpected(seated.error());
    const auto screen = TRY(load_panel(context, id));
    return page_with(422, [&](ui::Buffer& out) { panel_view(out, screen, form.with(seated.error())); });
}

Result<Response> submit_member_end(const Request& request, Context& context)
{
    const auto panel = TRY(request.path_id<PanelId>("panel"));
    const auto member = TRY(request.path_id<PanelMemberId>("member"));
    TRY(end_membership(context, panel, member, context.today));
    return see_other_with_success("/panels/" + panel.text(), "Membership ends today.");
}

}  // namespace waymark::panel
