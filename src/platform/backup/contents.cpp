// Heads and counts as JSON; proving a copy.
#include "platform/backup/contents.hpp"

#include <fmt/format.h>

#include "foundation/json.hpp"
#include "foundation/text.hpp"
#include "platform/backup/backup.sql.hpp"
#include "platform/backup/failure.hpp"
#include "platform/database/tables.hpp"

namespace waymark::backup {
namespace {

[[noreturn]] void no_good(const std::string& words) { throw Failure{Failure::What::no_good, words}; }

std::string words_of_count(const Contents& contents, const std::string& table)
{
    const auto found = contents.rows.find(table);
    return found == contents.rows.end() ? "no such table" : counted(found->second, "row");
}

void compare_rows(const Contents& found, const Contents& expected)
{
    std::set<std::string> names;
    for (const auto& [name, rows] : found.rows) names.insert(name);
    for (const auto& [name, rows] : expected.rows) names.insert(name);
    for (const auto& name : names)
        if (words_of_count(found, name) != words_of_count(expected, name))
            no_good("The copy is not what the database held: the table " + name + " had " + words_of_count(expected, name) + ", and the copy has " + words_of_count(found, name) + ".");
}

Contents contents_of(Database& database)
{
    const auto connection = database.lease(false);
    connection->begin(false, "");
    auto contents = contents_in(*connection);
    connection->commit();
    return contents;
}

}  // namespace

std::string head_text(const About& about)
{
    return json_text(Json{{"engine", about.engine == Engine::sqlite ? "sqlite" : "postgresql"},
                          {"at", iso_instant(about.at)},
                          {"at_ms", about.at.time_since_epoch().count()},
                          {"program", about.program},
                          {"schema", about.schema},
                          {"database", about.database},
                          {"key", about.key}});
}

std::optional<About> about_from(std::string_view head)
{
    const auto said = read_json(head);
    if (said.is_discarded() || !said.is_object()) return std::nullopt;
    try {
        const auto engine = said.at("engine").get<std::string>();
        if (engine != "sqlite" && engine != "postgresql") return std::nullopt;
        return About{.engine = engine == "sqlite" ? Engine::sqlite : Engine::postgres,
                     .at = Instant{std::chrono::milliseconds{said.at("at_ms").get<std::int64_t>()}},
                     .program = said.at("program").get<std::string>(),
                     .schema = said.at("schema").get<int>(),
                     .database = said.at("database").get<std::string>(),
                     .key = said.at("key").get<std::string>()};
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

std::int64_t Contents::rows_in_all() const
{
    std::int64_t all = 0;
    for (const auto& [table, count] : rows) all += count;
    return all;
}

std::string text_of(const Contents& contents)
{
    Json rows = Json::object(), trails = Json::object();
    for (const auto& [table, count] : contents.rows) rows[table] = count;
    for (const auto& [authority, seal] : contents.trails) trails[authority] = {{"sequence", seal.sequence}, {"hash", seal.hash}};
    return json_text(Json{{"rows", rows}, {"trails", trails}});
}

std::optional<Contents> contents_from(std::string_view text)
{
    const auto said = read_json(text);
    if (said.is_discarded() || !said.is_object()) return std::nullopt;
    try {
        Contents contents;
        for (const auto& [table, count] : said.at("rows").items()) contents.rows[table] = count.get<std::int64_t>();
        for (const auto& [authority, seal] : said.at("trails").items())
            contents.trails[authority] = {seal.at("sequence").get<std::int64_t>(), seal.at("hash").get<std::string>()};
        return contents;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

Contents contents_in(Connection& connection)
{
    Contents contents;
    contents.rows = rows_by_table(connection);
    if (contents.rows.contains("event_head"))
        connection.execute(sql::heads_of_trails, {}, [&](const Row& row) {
            contents.trails[row.text("authority_id")] = {row.integer("sequence"), row.text("hash")};
        });
    return contents;
}

Proof prove(Database& copy, const Contents& expected)
{
    compare_rows(contents_of(copy), expected);
    migrate(copy);
    std::vector<std::string> authorities;
    {
        const auto connection = copy.lease(false);
        connection->begin(false, "");
        connection->execute(sql::authorities, {}, [&](const Row& row) { authorities.push_back(row.text("id")); });
        connection->commit();
    }
    Proof proof{.rows = expected.rows_in_all(), .events = 0, .authorities = authorities.size()};
    for (const auto& authority : authorities) {
        const auto kept = expected.trails.find(authority);
        const auto seal = kept == expected.trails.end() ? audit::Seal{} : kept->second;
        Context context{copy, authority, uk_date(Instant{}), Instant{}};
        const auto fault = context.read([&](Transaction& tx) -> std::optional<audit::Fault> {
            if (const auto end = audit::seal(tx); end.sequence != seal.sequence || end.hash != seal.hash) return audit::Fault{end.sequence, "the chain does not end where it ended when the backup was made"};
            return audit::verify(tx, seal.sequence > 0 ? std::optional{seal} : std::nullopt);
        });
        if (fault) no_good(fmt::format("The trail of {} is broken at event {}: {}.", authority, fault->sequence, fault->what));
        proof.events += seal.sequence;
    }
    return proof;
}

}  // namespace waymark::backup
