// Drafts are kept as JSON, [[name, value], …], so that repeated names and their order stay.
#include "people/store/drafts.hpp"

#include "foundation/json.hpp"
#include "people/store/drafts.sql.hpp"
#include "platform/access/cookies.hpp"

namespace waymark::people {
namespace {

bool is_kept(std::string_view name) { return name != access::csrf_field && name != access::send_key_field && name.find("password") == std::string_view::npos; }

}  // namespace

void save_draft(Transaction& tx, std::string_view form_key, const Form& form)
{
    auto content = Json::array();
    for (const auto& [name, value] : form.values)
        if (is_kept(name)) content.push_back({name, value});
    tx.run(sql::save_draft, {{"form_key", form_key}, {"content", json_text(content)}});
}

std::optional<Draft> load_draft(Transaction& tx, std::string_view form_key)
{
    return tx.maybe_one(sql::draft, {{"form_key", form_key}}, [](const Row& row) {
        Draft draft{.form = {}, .saved_at = row.instant("saved_at")};
        for (const auto& pair : read_json(row.view("content")))
            draft.form.values.emplace_back(pair.at(0).get<std::string>(), pair.at(1).get<std::string>());
        return draft;
    });
}

void discard_draft(Transaction& tx, std::string_view form_key) { tx.run(sql::discard_draft, {{"form_key", form_key}}); }

void erase_drafts_about(Transaction& tx, std::string_view record)
{
    expects(record.size() >= 6);  // a short word would take others with it
    tx.run(sql::erase_drafts, {{"key", record}});
}

}  // namespace waymark::people
