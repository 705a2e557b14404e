// Reads and writes proposed changes.
#include "directory/store/changes.hpp"

#include "directory/store/changes.sql.hpp"
#include "foundation/json.hpp"

namespace waymark::directory {
namespace {

ProfileChange change_from(const Row& row)
{
    return {.id = row.id<ProfileChangeId>("id"),
            .provider = row.id<OrganisationId>("organisation_id"),
            .provider_name = row.text("provider_name"),
            .section = row.one_of<ChangeSection>("section"),
            .programme = row.maybe_id<ProgrammeId>("about_id"),
            .was = fields_in(row.text("was")),
            .becomes = fields_in(row.text("becomes")),
            .state = row.one_of<ChangeState>("state"),
            .question = row.text_or_empty("question"),
            .author = row.text_or_empty("author_name"),
            .decider = row.text_or_empty("decider_name"),
            .at = row.instant("created_at"),
            .version = row.number("version")};
}

}  // namespace

std::vector<ProfileChange> open_changes(Transaction& tx, std::optional<OrganisationId> provider)
{
    return tx.all(sql::changes, {{"organisation", provider}}, change_from);
}

Result<ProfileChange> change_or_problem(Transaction& tx, ProfileChangeId id)
{
    auto found = tx.maybe_one(sql::change_by_id, {{"id", id}}, change_from);
    if (!found) return not_found("directory.no_such_change", "There is no such change.");
    return *std::move(found);
}

void propose_change(Transaction& tx, const ProfileChange& change)
{
    tx.run(sql::withdraw_open_changes, {{"organisation", change.provider}, {"section", change.section}, {"about", change.programme}});
    tx.run(sql::insert_change, {{"id", change.id},
                                {"organisation", change.provider},
                                {"section", change.section},
                                {"about", change.programme},
                                {"was", json_of(change.was)},
                                {"becomes", json_of(change.becomes)}});
}

Result<void> decide_change(Transaction& tx, ProfileChangeId id, ChangeState state, const std::string& question, int seen_version)
{
    const Bindings bindings{{"id", id},
                            {"state", state},
                            {"question", question.empty() ? std::nullopt : std::optional{question}},
                            {"seen_version", seen_version}};
    if (tx.run(sql::decide_change, bindings) == 0)
        return stale("directory.change_decided", "This change was decided, withdrawn or proposed anew while you had it open. Look at it again.");
    return {};
}

std::string json_of(const Fields& fields)
{
    Json object = Json::object();
    for (const auto& [field, value] : fields) object[field] = value;
    return json_text(object);
}

Fields fields_in(const std::string& json)
{
    Fields fields;
    const auto object = read_json(json);
    if (!object.is_object()) return fields;
    for (const auto& [field, value] : object.items())
        if (value.is_string()) fields.emplace_back(field, value.get<std::string>());
    return fields;
}

}  // namespace waymark::directory
