// The shared parts of a child's pages.
#include "pupils/web/parts.hpp"

#include <algorithm>

#include "people/rules/roles.hpp"

namespace waymark::pupils {
namespace {

PupilExtensions& extensions_in_force()
{
    static PupilExtensions extensions;
    return extensions;
}

}  // namespace

void extend_pupil_pages(const PupilExtensions& extensions) { extensions_in_force() = extensions; }
const PupilExtensions& pupil_extensions() { return extensions_in_force(); }

bool sees_need_only(const Who& who) { return who.role == Role::provider_manager || who.role == Role::provider_tutor; }

bool is_for_need_only(CircumstanceKind kind)
{
    return kind == CircumstanceKind::medical || kind == CircumstanceKind::looked_after || kind == CircumstanceKind::eal;
}

void contact_view(ui::Buffer& out, const Contact& contact, const std::vector<ContactRestriction>& restrictions)
{
    for (const auto& restriction : restrictions) ui::alert(out, ui::AlertKind::warning, warning_words(restriction), contact.name);
    std::vector<ui::SummaryRow> rows = {{"Relation", contact.relation}, {"Parental responsibility", contact.parental_responsibility ? "Yes" : "No"}};
    if (!contact.may_contact) rows.push_back({"Contact", "Do not contact"});
    else {
        rows.push_back({"Telephone", contact.telephone.empty() ? ui::or_not_recorded("") : ui::Content{ui::telephone(contact.telephone)}});
        rows.push_back({"E-mail", ui::or_not_recorded(contact.email)});
    }
    ui::summary_list(out, {.rows = std::move(rows), .card = ui::SummaryCard{.title = ui::SummaryCardTitle{contact.name, 3}}});
}

HeadOptions head_options(const Who& who, std::string_view title, std::string_view current)
{
    return {.title = title, .current = current, .may_see_access = people::may(who.role, Permission::see_pupil_access),
            .may_refer = people::may(who.role, Permission::write_referrals), .need_only = sees_need_only(who)};
}

ui::PageOptions page_options(const PupilSummary& pupil, std::string title, Problems problems)
{
    return {.title = std::move(title), .record = pupil.reference, .breadcrumbs = {{"Pupils", "/pupils"}, {pupil.reference, "/pupils/" + pupil.reference}},
            .problems = std::move(problems), .wide = true, .heading = false};
}

void pupil_head(ui::Buffer& out, const PupilSummary& pupil, const HeadOptions& options)
{
    const Identity who = identity_of(pupil);
    ui::IdentityBar bar{.name = who.name, .reference = who.reference};
    if (!pupil.pronouns.empty()) bar.facts.push_back({"Pronouns", pupil.pronouns});
    bar.facts.push_back({"Year group", who.year});
    bar.facts.push_back({"School", who.school});
    bar.facts.push_back({"Born", long_date(pupil.born)});
    if (!who.sen.empty()) bar.marks.push_back(ui::tag_html(who.sen, ui::TagColour::blue));
    if (!who.care.empty()) bar.marks.push_back(ui::tag_html(who.care, ui::TagColour::purple));
    if (!who.address.empty()) bar.marks.push_back(ui::tag_html(who.address, ui::TagColour::red));
    if (options.may_refer) bar.actions.push_back({"Refer for alternative provision", "/referrals/new?pupil=" + pupil.reference});
    ui::identity_bar(out, bar);

    std::vector<ui::Link> links = {{"Overview", who.href, options.current.empty()}};
    const auto add = [&](std::string_view text, std::string_view path) {
        links.push_back({std::string{text}, who.href + "/" + std::string{path}, path == options.current});
    };
    for (const auto& subpage : pupil_extensions().subpages)
        if (subpage.for_providers || !options.need_only) add(subpage.text, subpage.path);
    if (!options.need_only) add("Timeline", "timeline");
    add("People", "people");
    add("Needs and care", "sen");
    add("Restricted notes", "notes");
    if (!options.need_only) add("Exclusions", "exclusions");
    if (options.may_see_access) add("Who looked", "access");
    ui::sub_navigation(out, "Parts of this record", links);
    out.raw("<h1 class=\"govuk-heading-l\">");
    out.text(options.title);
    out.raw("</h1>\n");
}

std::string days_text(const DateRange& days)
{
    return days.to ? date_range(days.from, *days.to) : "Since " + long_date(days.from);
}

}  // namespace waymark::pupils
