// One row a kind of record: its parameter in the path, and the statement that finds the child.
#include "app/subjects.hpp"

#include "app/subjects.sql.hpp"
#include "foundation/enum_text.hpp"

namespace waymark::app {
namespace {

struct SubjectRow {
    Subject subject;
    std::string_view parameter;
    const Statement* statement;
    bool is_id = true;
};

constexpr SubjectRow table[] = {
    {Subject::pupil, "pupil", &sql::pupil_of_reference, false},
    {Subject::referral, "referral", &sql::pupil_of_referral},
    {Subject::decision, "decision", &sql::pupil_of_decision},
    {Subject::offer, "offer", &sql::pupil_of_offer},
    {Subject::placement, "placement", &sql::pupil_of_placement},
    {Subject::review, "review", &sql::pupil_of_review},
    {Subject::document, "document", &sql::pupil_of_document},
};

std::unexpected<Problems> no_such_record() { return not_found("http.no_such_record", "There is no such page."); }

}  // namespace

Result<std::optional<pupils::PupilId>> pupil_of(Transaction& tx, Subject subject, const Request& request)
{
    for (const auto& row : table) {
        if (row.subject != subject) continue;
        const auto& key = request.path(row.parameter);
        if (row.is_id && !Id::parse(key)) return no_such_record();
        const auto found = tx.maybe_one(*row.statement, {{"key", key}}, [](const Row& record) { return record.maybe_id<pupils::PupilId>("pupil_id"); });
        if (!found) return no_such_record();
        return *found;
    }
    expects(subject == Subject::none);
    return std::nullopt;
}

std::string_view subject_name(Subject subject) { return enum_text(subject); }

}  // namespace waymark::app
