// The shared parts.
#include "referrals/web/parts.hpp"

#include <algorithm>

#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "pupils/store/pupils.hpp"
#include "referrals/store/lists.hpp"

namespace waymark::referrals {
namespace {

template <class Record>
void keep_those_of(std::vector<Record>& records, Date today)
{
    std::erase_if(records, [&](const Record& record) { return !record.days.contains(today); });
}

ui::TagColour colour_of(State state)
{
    switch (state) {
    case State::draft: return ui::TagColour::grey;
    case State::submitted: return ui::TagColour::blue;
    case State::information_requested: return ui::TagColour::yellow;
    case State::ready_for_panel: return ui::TagColour::purple;
    case State::decided: return ui::TagColour::teal;
    case State::placed: return ui::TagColour::green;
    case State::withdrawn: return ui::TagColour::grey;
    }
    return ui::TagColour::grey;
}

ui::SummaryRow row(std::string key, ui::Content value) { return {.key = std::move(key), .value = std::move(value)}; }

ui::Content text_lines(std::string_view text)
{
    if (trimmed(text).empty()) return ui::or_not_recorded("");
    return ui::render([&](ui::Buffer& out) { ui::lines(out, text); });
}

std::vector<ui::SummaryRow> rows_of(const ReferralScreen& screen, Section section)
{
    const Referral& referral = screen.referral;
    switch (section) {
    case Section::reasons: {
        std::vector<std::string> names;
        for (const Reason reason : referral.reasons) names.push_back(reason_name(reason));
        return {row("Main reason", referral.primary_reason ? ui::Content{reason_name(*referral.primary_reason)} : ui::or_not_recorded("")),
                row("All reasons", names.empty() ? ui::or_not_recorded("") : text_lines(join(names, "\n"))),
                row("Kind of provision asked for", screen.category_name()),
                row("How soon", urgency_name(referral.urgency)),
                row("First day without suitable education", referral.need_since ? ui::Content{long_date(*referral.need_since)} : ui::or_not_recorded("")),
                row("Taught now", hours_text(referral.minutes_now))};
    }
    case Section::what_was_tried: return {row("What was tried, and what came of it", text_lines(referral.what_was_tried))};
    case Section::strengths: return {row("Strengths and interests", text_lines(referral.strengths))};
    case Section::needs: return {row("What the child needs", text_lines(referral.needs))};
    case Section::risks: return {row("Risks, and what keeps everyone safe", text_lines(referral.risks))};
    case Section::child_view:
        return {row("How they gave it", referral.child_view_method ? ui::Content{view_method_name(*referral.child_view_method)} : ui::or_not_recorded("")),
                row("In their own words", text_lines(referral.child_view))};
    case Section::family_view:
        return {row("In their own words", text_lines(referral.family_view)),
                row("Told about this referral", referral.family_told_on ? ui::Content{long_date(*referral.family_told_on)} : ui::or_not_recorded(""))};
    case Section::documents:
        return {row("Attached", screen.documents.empty() ? ui::Content{"None"}
                                                         : ui::render([&](ui::Buffer& out) { documents_view(out, screen.documents); }))};
    }
    return {};
}

ui::Html fact_list(const std::vector<std::string>& facts)
{
    return ui::render([&](ui::Buffer& out) {
        std::vector<ui::Content> items(facts.begin(), facts.end());
        ui::bullet_list(out, items);
    });
}

std::string exclusion_words(const pupils::Exclusion& exclusion)
{
    std::vector<std::string> reasons;
    for (const auto& code : exclusion.reasons) reasons.push_back(pupils::exclusion_reason_name(code));
    const std::string what = exclusion.kind == pupils::ExclusionKind::permanent
                                 ? "Permanently excluded"
                                 : "Suspended for " + counted(exclusion.sessions.value_or(0), "half day");
    return what + " from " + exclusion.school_name + ", first day " + long_date(exclusion.first_day) + ": " + listed(reasons) + ". " +
           pupils::exclusion_status_name(exclusion.status) + ".";
}

std::vector<std::string> facts_for(const ReferralScreen& screen, Section section)
{
    std::vector<std::string> facts;
    if (section == Section::reasons || section == Section::risks)
        for (const auto& exclusion : screen.exclusions) facts.push_back(exclusion_words(exclusion));
    if (section == Section::reasons || section == Section::needs) {
        for (const auto& sen : screen.sen) {
            std::vector<std::string> needs;
            for (const auto& code : {sen.primary_need, sen.secondary_need})
                if (!code.empty()) needs.push_back(pupils::need_name(code));
            facts.push_back(pupils::sen_name(sen.provision) + (needs.empty() ? "" : ": " + listed(needs)) + ", since " + long_date(sen.days.from) + ".");
        }
        for (const auto& circumstance : screen.circumstances)
            facts.push_back(pupils::circumstance_name(circumstance.kind) + ", since " + long_date(circumstance.days.from) + ".");
    }
    if (section == Section::family_view)
        for (const auto& contact : screen.contacts)
            facts.push_back(contact.name + ", " + contact.relation + (contact.parental_responsibility ? ", has parental responsibility" : "") +
                            (contact.may_contact ? (contact.telephone.empty() ? "" : ", " + contact.telephone) : ", do not contact") + ".");
    return facts;
}

}  // namespace

std::string ReferralScreen::href(std::string_view page) const
{
    return "/referrals/" + referral.id.text() + (page.empty() ? "" : "/" + std::string{page});
}

std::string ReferralScreen::category_name() const
{
    if (!referral.requested_category) return "No preference";
    const auto found = std::ranges::find(categories, *referral.requested_category, &Category::id);
    return found == categories.end() ? words_of(*referral.requested_category) : found->name;
}

Result<ReferralScreen> load_screen(Transaction& tx, const Who& who, ReferralId id)
{
    auto referral = find_referral(tx, id);
    const bool is_own = referral && referral->organisation == who.organisation;
    if (!referral || (referral->state == State::draft && !is_own)) return not_found("referral.not_found", "There is no such referral.");
    auto pupil = pupils::summary_of(tx, referral->pupil);
    expects(pupil.has_value());
    ReferralScreen screen{.referral = *std::move(referral), .pupil = *std::move(pupil), .today = tx.today(), .is_own = is_own};
    screen.states = section_states(tx, id);
    screen.exclusions = pupils::exclusions_of(tx, screen.pupil.id);
    screen.sen = pupils::sen_records_of(tx, screen.pupil.id);
    screen.circumstances = pupils::circumstances_of(tx, screen.pupil.id);
    keep_those_of(screen.sen, tx.today());
    keep_those_of(screen.circumstances, tx.today());
    screen.contacts = pupils::contacts_of(tx, screen.pupil.id);
    screen.documents = documents::about(tx, id.value);
    screen.categories = categories(tx);
    screen.clocks = clocks_of_referral(tx, screen.referral);
    return screen;
}

void referral_head(ui::Buffer& out, const ReferralScreen& screen, std::string_view title, std::string_view caption)
{
    const auto who = pupils::identity_of(screen.pupil);
    ui::IdentityBar bar{.name = who.name, .reference = who.reference};
    if (!screen.pupil.pronouns.empty()) bar.facts.push_back({"Pronouns", screen.pupil.pronouns});
    bar.facts.push_back({"Year group", who.year});
    bar.facts.push_back({"School", who.school});
    bar.facts.push_back({"Born", long_date(screen.pupil.born)});
    if (!who.sen.empty()) bar.marks.push_back(ui::tag_html(who.sen, ui::TagColour::blue));
    if (!who.care.empty()) bar.marks.push_back(ui::tag_html(who.care, ui::TagColour::purple));
    if (!who.address.empty()) bar.marks.push_back(ui::tag_html(who.address, ui::TagColour::red));
    bar.actions.push_back({"Open the pupil’s record", who.href});
    ui::identity_bar(out, bar);
    if (!caption.empty()) ui::caption(out, caption);
    out.raw("<h1 class=\"govuk-heading-l\">");
    out.text(title);
    out.raw("</h1>\n");
}

ui::Html state_tag(State state) { return ui::tag_html(state_name(state), colour_of(state)); }

void sections_view(ui::Buffer& out, const ReferralScreen& screen, bool with_change)
{
    for (const Section section : enum_values<Section>()) {
        ui::SummaryCard card{.title = ui::SummaryCardTitle{section_title(section)}};
        if (with_change) card.actions = ui::change(screen.href(section_slug(section)), lower_ascii(section_title(section)));
        ui::summary_list(out, {.rows = rows_of(screen, section), .card = card});
    }
}

void known_facts_view(ui::Buffer& out, const ReferralScreen& screen, Section section)
{
    const auto facts = facts_for(screen, section);
    if (facts.empty()) return;
    ui::inset_text(out, {.text = ui::render([&](ui::Buffer& inside) {
                             ui::heading(inside, 2, "What the record says already");
                             inside.html(fact_list(facts));
                             ui::small_print(inside, ui::render([&](ui::Buffer& line) {
                                 line.text("Not right? Change it on ");
                                 ui::link(line, "/pupils/" + screen.pupil.reference, "the pupil’s record");
                                 line.text(".");
                             }));
                         })});
}

void documents_view(ui::Buffer& out, const std::vector<documents::Document>& documents)
{
    std::vector<ui::Content> items;
    for (const auto& document : documents)
        items.emplace_back(ui::render([&](ui::Buffer& line) {
            const auto scan = documents::scan_words(document.scan);
            if (scan.empty()) ui::link(line, "/documents/" + document.id.text(), document.name);
            else line.text(document.name);
            line.text(" (" + std::string{documents::type_name(document.type)} + ", " + documents::size_text(document.size) + ", added " +
                      long_date(uk_date(document.uploaded_at)) + ")");
            if (!scan.empty()) line.text(". " + std::string{scan});
        }));
    ui::bullet_list(out, items);
}

std::string who_has_it(const Referral& referral)
{
    switch (referral.state) {
    case State::draft:
    case State::information_requested: return referral.organisation_name;
    case State::submitted:
    case State::ready_for_panel: return "The panel clerk";
    case State::decided:
    case State::placed: return "The commissioning team";
    case State::withdrawn: return "Nobody: it was withdrawn";
    }
    return {};
}

std::string hours_text(std::optional<int> minutes)
{
    if (!minutes) return "Not known";
    if (*minutes == 0) return "Not at all";
    return counted(*minutes / 60, "hour") + (*minutes % 60 ? " " + std::to_string(*minutes % 60) + " minutes" : "") + " a week";
}

}  // namespace waymark::referrals
