// Gathering the facts of a letter.
#include "panel/actions/draft_letters.hpp"

#include "foundation/enum_text.hpp"
#include "panel/store/letters.hpp"
#include "panel/store/meetings.hpp"
#include "people/store/organisations.hpp"
#include "people/store/users.hpp"

namespace waymark::panel {
namespace {

std::string school_of(const Case& the_case)
{
    return the_case.pupil.school_name.empty() ? the_case.referral.organisation_name : the_case.pupil.school_name;
}

std::string addressee_of(const Case& the_case, Recipient recipient)
{
    if (recipient == Recipient::school) return "The head teacher, " + school_of(the_case);
    return the_case.family.empty() ? "Parent or carer" : the_case.family.front().name;
}

/// The clerk, whom readers ring: who asks if that is one, else the first of them.
void set_contact(Transaction& tx, LetterFacts& facts)
{
    const Who& who = tx.context().who;
    auto clerk = who.role == Role::panel_clerk ? who.user : UserId{};
    facts.contact_name = who.name;
    if (clerk.value.is_nil())
        if (const auto clerks = people::colleagues(tx, Role::panel_clerk); !clerks.empty()) {
            clerk = clerks.front().user;
            facts.contact_name = clerks.front().name;
        }
    if (const auto user = people::user(tx, clerk)) {
        facts.contact_telephone = user->telephone;
        facts.contact_email = user->email;
    }
    for (const auto& team : people::organisations_of_kind(tx, people::OrganisationKind::authority_team)) {
        facts.council_name = team.name;
        if (facts.contact_telephone.empty()) facts.contact_telephone = team.telephone;
        break;
    }
}

}  // namespace

void draft_letters(Transaction& tx, const Case& the_case, const Decision& decision, const std::optional<Decision>& earlier)
{
    const auto category = find_category(tx, decision.what.category);
    const auto meeting = decision.meeting ? find_meeting(tx, *decision.meeting) : Result<Meeting>{Meeting{}};
    LetterFacts facts{.child_name = the_case.pupil.known_as,
                      .child_full_name = pupils::full_name(the_case.pupil),
                      .child_reference = the_case.pupil.reference,
                      .school_name = the_case.pupil.school_name,
                      .was_excluded = the_case.was_excluded,
                      .has_ehc_plan = the_case.pupil.sen == pupils::SenProvision::ehcp,
                      .decision = decision.what,
                      .category_name = decision.category_name,
                      .category_description = category ? category->description : "",
                      .child_view = decision.child_view,
                      .family_view = decision.family_view,
                      .decided_on = decision.decided_on,
                      .panel_name = meeting ? meeting->panel_name : "",
                      .chair_name = decision.chair_name,
                      .next_news_by = news_by(tx, the_case, decision.decided_on),
                      .earlier_letter_of = earlier ? std::optional{earlier->decided_on} : std::nullopt};
    set_contact(tx, facts);
    for (const Recipient recipient : enum_values<Recipient>()) {
        facts.recipient = recipient;
        facts.addressee = addressee_of(the_case, recipient);
        insert_letter(tx, decision.id, recipient, facts.addressee, letter_of(facts));
    }
}

}  // namespace waymark::panel
