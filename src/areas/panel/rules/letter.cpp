// The words of both letters, part by part.
#include "panel/rules/letter.hpp"

#include <fmt/format.h>

#include "foundation/text.hpp"

namespace waymark::panel {
namespace {

/// The Local Government and Social Care Ombudsman's line for the public.
constexpr std::string_view ombudsman_telephone = "0300 061 0614";

/// A letter as it grows: headings, paragraphs and lists, with an empty line between them.
class Letter {
public:
    void heading(std::string_view text) { add("# ", text); }
    void paragraph(std::string_view text) { add("", text); }
    void list(const std::vector<std::string>& items)
    {
        if (items.empty()) return;
        text_ += '\n';
        for (const std::string& item : items) text_ += "- " + item + "\n";
    }
    [[nodiscard]] std::string text() const { return text_; }

private:
    void add(std::string_view mark, std::string_view text)
    {
        if (trimmed(text).empty()) return;
        if (!text_.empty()) text_ += '\n';
        text_ += fmt::format("{}{}\n", mark, trimmed(text));
    }
    std::string text_;
};

std::string half_days(int sessions) { return sessions == 10 ? "all week" : fmt::format("{} a week", counted(sessions, "half day")); }

std::string contact(const LetterFacts& facts)
{
    std::string how = facts.contact_name;
    if (!facts.contact_telephone.empty()) how += " on " + facts.contact_telephone;
    if (!facts.contact_email.empty()) how += (facts.contact_telephone.empty() ? " at " : ", or write to ") + facts.contact_email;
    return how;
}

void family_place(Letter& letter, const LetterFacts& facts)
{
    const ProposedDecision& decision = facts.decision;
    const std::string& name = facts.child_name;
    letter.paragraph(fmt::format("We said yes to a place for {} to learn and get help. The kind of place is called “{}”.", name, facts.category_name));
    if (decision.weeks && decision.sessions_per_week)
        letter.paragraph(fmt::format("The place is for {}. {} will go there {}.", counted(*decision.weeks, "week"), name, half_days(*decision.sessions_per_week)));
    if (decision.split) letter.paragraph(fmt::format("{} may go to more than one place in the week.", name));
    if (!facts.school_name.empty() && (decision.roll == Roll::stays_on_roll || decision.roll == Roll::dual_registered))
        letter.paragraph(fmt::format("{} is still a pupil at {}.", name, facts.school_name));
    if (!trimmed(decision.exit_plan).empty()) letter.paragraph(fmt::format("What comes after the place: {}", decision.exit_plan));
}

void family_outcome(Letter& letter, const LetterFacts& facts)
{
    const std::string& name = facts.child_name;
    const std::string school = facts.school_name.empty() ? "school" : facts.school_name;
    switch (facts.decision.outcome) {
    case Outcome::place_in_provision: family_place(letter, facts); break;
    case Outcome::outreach_in_school:
        letter.paragraph(fmt::format("{} will stay at {}. Staff who know how to help will come in and work with {} there.", name, school, name));
        break;
    case Outcome::remain_with_support:
        letter.paragraph(fmt::format("{} will stay at {}. The school will give {} more help.", name, school, name));
        break;
    case Outcome::more_information: letter.paragraph("We could not say yes or no yet. We need to know more first."); break;
    case Outcome::not_agreed: letter.paragraph(fmt::format("We did not say yes to a new place for {} this time.", name)); break;
    }
}

void family_next(Letter& letter, const LetterFacts& facts)
{
    letter.heading("What happens next");
    switch (facts.decision.outcome) {
    case Outcome::place_in_provision:
        letter.paragraph("We will now find the right place. We will tell you about it and ask what you think.");
        if (facts.has_ehc_plan) letter.paragraph(fmt::format("This letter does not change the plan that sets out {}’s needs. If we need to change it, we will write to you first.", facts.child_name));
        break;
    case Outcome::outreach_in_school: letter.paragraph("The school will ring you to say who will come and when."); break;
    case Outcome::remain_with_support: letter.paragraph("The school will ask you in to talk about the help."); break;
    case Outcome::more_information: letter.paragraph("Once we know more, we will meet again."); break;
    case Outcome::not_agreed: letter.paragraph("The school can ask us again if things change."); break;
    }
    if (facts.next_news_by) letter.paragraph(fmt::format("You will hear from us by {}.", weekday_date(*facts.next_news_by)));
    letter.paragraph(fmt::format("You can ask us anything. Ring {}.", contact(facts)));
}

std::string family_letter(const LetterFacts& facts)
{
    Letter letter;
    const std::string& name = facts.child_name;
    letter.paragraph(fmt::format("Dear {},", facts.addressee));
    letter.heading(fmt::format("What we decided for {}", name));
    letter.paragraph(facts.panel_name.empty() ? fmt::format("On {} we decided how {} can best learn.", long_date(facts.decided_on), name)
                                              : fmt::format("On {} a group of people met. They talked about how {} can best learn.", long_date(facts.decided_on), name));
    if (facts.earlier_letter_of) letter.paragraph(fmt::format("This letter takes the place of the one about {}.", long_date(*facts.earlier_letter_of)));
    family_outcome(letter, facts);
    letter.heading("Why");
    letter.paragraph(facts.decision.reasons);
    if (!facts.decision.conditions.empty()) {
        letter.heading(facts.decision.outcome == Outcome::more_information ? "What we need to know" : "What we asked for");
        letter.list(facts.decision.conditions);
    }
    if (!trimmed(facts.child_view).empty() || !trimmed(facts.family_view).empty()) {
        letter.heading("What you told us");
        if (!trimmed(facts.child_view).empty()) letter.paragraph(fmt::format("{} said: “{}”", name, trimmed(facts.child_view)));
        if (!trimmed(facts.family_view).empty()) letter.paragraph(fmt::format("You said: “{}”", trimmed(facts.family_view)));
    }
    family_next(letter, facts);
    letter.heading("If you do not agree");
    letter.paragraph(fmt::format("Tell us. Ring {} and ask us to look at it again. We will, and we will write to you.", facts.contact_name));
    letter.paragraph(fmt::format("You can also make a complaint to {}. If that does not help, you can ask the Local Government and Social Care Ombudsman. "
                                 "Ring {}. Their help is free.", facts.council_name, ombudsman_telephone));
    if (facts.was_excluded) letter.paragraph("You have rights about the exclusion too. The letter from the school tells you what they are.");
    letter.paragraph("From");
    letter.paragraph(facts.chair_name);
    letter.paragraph(facts.panel_name.empty() ? facts.council_name : fmt::format("Chair, {}", facts.panel_name));
    return letter.text();
}

std::vector<std::string> school_terms(const LetterFacts& facts)
{
    const ProposedDecision& decision = facts.decision;
    std::vector<std::string> terms;
    if (decision.outcome == Outcome::place_in_provision) {
        terms.push_back(facts.category_description.empty() ? fmt::format("Kind of provision: {}", facts.category_name)
                                                            : fmt::format("Kind of provision: {}. {}", facts.category_name, facts.category_description));
        if (decision.sessions_per_week) terms.push_back(fmt::format("Half days a week: {}", *decision.sessions_per_week));
        if (decision.weeks) terms.push_back(fmt::format("Length: {}", counted(*decision.weeks, "week")));
        if (decision.roll) terms.push_back(fmt::format("Roll: {}", lower_ascii(roll_name(*decision.roll).substr(0, 1)) + roll_name(*decision.roll).substr(1)));
        if (!trimmed(decision.roll_reason).empty()) terms.push_back(fmt::format("Reason for the roll: {}", decision.roll_reason));
        if (!trimmed(decision.outcome_measure).empty()) terms.push_back(fmt::format("What will show that it is working: {}", decision.outcome_measure));
        if (!trimmed(decision.exit_plan).empty()) terms.push_back(fmt::format("What comes after: {}", decision.exit_plan));
    }
    return terms;
}

void school_duties(Letter& letter, const LetterFacts& facts)
{
    letter.heading("What we ask of the school");
    switch (facts.decision.outcome) {
    case Outcome::place_in_provision:
        letter.list({fmt::format("Keep {} on roll as set out above. A placement in alternative provision is not a ground to remove a pupil from the admission register.", facts.child_name),
                     fmt::format("Until the place starts, go on with the education and the safeguarding arrangements that {} has now.", facts.child_name),
                     "Tell us who at the school leads on this placement, so that reviews and the return are planned with them."});
        break;
    case Outcome::outreach_in_school:
        letter.list({"Agree the start and the focus of outreach with the provider, and tell the family.", "Tell us who at the school leads on it."});
        break;
    case Outcome::remain_with_support: letter.list({"Meet the family, and put the support in writing.", "Refer again if it is not enough."}); break;
    case Outcome::more_information: letter.list({"Answer the questions above in the referral. It comes back to the panel when you do."}); break;
    case Outcome::not_agreed: letter.list({"Tell the family what the school will do next.", "Refer again if things change."}); break;
    }
}

std::string school_letter(const LetterFacts& facts)
{
    Letter letter;
    const ProposedDecision& decision = facts.decision;
    letter.paragraph(fmt::format("Dear {},", facts.addressee));
    letter.heading(fmt::format("Decision about {} ({})", facts.child_full_name, facts.child_reference));
    letter.paragraph(facts.panel_name.empty()
                         ? fmt::format("On {} this referral was decided outside a meeting: {}", long_date(facts.decided_on), decision.outside_meeting_reason)
                         : fmt::format("{} decided this referral on {}.", facts.panel_name, long_date(facts.decided_on)));
    if (facts.earlier_letter_of)
        letter.paragraph(fmt::format("It takes the place of the decision of {}: {}", long_date(*facts.earlier_letter_of), decision.supersede_reason));
    letter.paragraph(fmt::format("Outcome: {}.", outcome_name(decision.outcome)));
    letter.list(school_terms(facts));
    letter.heading("Reasons");
    letter.paragraph(decision.reasons);
    if (!decision.conditions.empty()) {
        letter.heading(decision.outcome == Outcome::more_information ? "What we need to know" : "Conditions");
        letter.list(decision.conditions);
    }
    if (decision.outcome == Outcome::place_in_provision) {
        for (const auto& [applies, reason] : {std::pair{decision.unregistered, fmt::format("A provider that is not a registered school may be used: {}", decision.unregistered_reason)},
                                              std::pair{decision.out_of_area, fmt::format("A place out of the area may be used: {}", decision.out_of_area_reason)},
                                              std::pair{decision.split, fmt::format("The week may be split between settings: {}", decision.split_reason)}})
            if (applies) letter.paragraph(reason);
    }
    school_duties(letter, facts);
    letter.heading("What happens next");
    if (decision.outcome == Outcome::place_in_provision) letter.paragraph("We will now find a provider. You will see each step in Waymark, and you will be asked about the timetable before the first day.");
    if (facts.next_news_by) letter.paragraph(fmt::format("The family has been told that they will hear from us by {}.", weekday_date(*facts.next_news_by)));
    letter.paragraph(fmt::format("Questions: {}.", contact(facts)));
    letter.heading("If the school does not agree");
    letter.paragraph(fmt::format("The head teacher can ask the chair to look at the decision again, with what the panel did not know. Ring {}. The decision stands meanwhile.", facts.contact_name));
    letter.paragraph("Yours sincerely");
    letter.paragraph(facts.chair_name);
    letter.paragraph(facts.panel_name.empty() ? facts.council_name : fmt::format("Chair, {}", facts.panel_name));
    return letter.text();
}

}  // namespace

std::string letter_of(const LetterFacts& facts)
{
    switch (facts.recipient) {
    case Recipient::family: return family_letter(facts);
    case Recipient::school: return school_letter(facts);
    }
    return {};
}

std::vector<LetterLine> lines_of_letter(std::string_view body)
{
    std::vector<LetterLine> lines;
    for (std::string_view line : split(body, '\n')) {
        line = trimmed(line);
        if (line.empty()) continue;
        if (line.starts_with("# ")) lines.push_back({LetterLine::Kind::heading, std::string{line.substr(2)}});
        else if (line.starts_with("- ")) lines.push_back({LetterLine::Kind::item, std::string{line.substr(2)}});
        else lines.push_back({LetterLine::Kind::paragraph, std::string{line}});
    }
    return lines;
}

std::string recipient_name(Recipient recipient)
{
    switch (recipient) {
    case Recipient::family: return "Family";
    case Recipient::school: return "School";
    }
    return {};
}

}  // namespace waymark::panel
