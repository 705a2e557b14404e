// One task a file. Its name stays out of it: names of files often hold names of children.
#include "app/virus_tasks.hpp"

#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "people/store/users.hpp"
#include "platform/documents/documents.hpp"
#include "quality/store/assurance.hpp"
#include "tasks/store/tasks.hpp"

namespace waymark::app {
namespace {

/// Where the file is sent again.
std::string page_of(Transaction& tx, const documents::Document& document)
{
    if (document.entity == "referral") return "/referrals/" + document.about.text() + "/documents";
    const auto of_provider = quality::find_document(tx, {document.about});
    return of_provider ? "/providers/" + of_provider->provider.text() + "/documents" : "/";
}

}  // namespace

Result<void> tell_of_virus(Transaction& tx, const Event& found)
{
    const auto document = documents::find(tx, {found.about});
    if (!document) return {};
    tasks::NewTask task{.kind = "file_with_virus",
                        .title = "Replace a file that holds a virus",
                        .why = "You added it on " + long_date(uk_date(document->uploaded_at)) + ". Nobody can open it any more. Do not open your own copy: send the file again from a "
                               "computer that is clean, and tell whoever looks after your computers.",
                        .severity = Severity::warn,
                        .due_on = tx.today(),
                        .about_entity = "document",
                        .about = document->id.value,
                        .href = page_of(tx, *document),
                        .pupil = document->pupil,
                        .organisation = {}};
    const auto works_at = document->uploaded_by ? people::memberships_of(tx, *document->uploaded_by) : std::vector<people::Membership>{};
    if (!works_at.empty()) {
        task.organisation = works_at.front().organisation;
        task.user = *document->uploaded_by;
    } else if (const auto team = tasks::team_of_role(tx, Role::administrator)) {
        task.why = "Somebody who works here no more added it on " + long_date(uk_date(document->uploaded_at)) + ". Nobody can open it any more. Ask their organisation for it.";
        task.organisation = *team;
        task.role = Role::administrator;
        task.href = "/";
        task.pupil = {};
    } else {
        return {};
    }
    tasks::open_task(tx, task);
    return {};
}

}  // namespace waymark::app
