// Of a record that is erased nothing is left, in no table: looked for in every column of the database, not in a list of ours.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include <fmt/format.h>

#include "access/world.hpp"
#include "platform/audit/trail.hpp"
#include "platform/audit/view_log.hpp"
#include "sharing/actions/erase_record.hpp"
#include "sharing/store/copy.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

constexpr std::string_view columns_on_sqlite =
    "select m.name as table_name, c.name as column_name from sqlite_master m join pragma_table_info(m.name) c"
    " where m.type = 'table' and m.name not like 'sqlite_%' order by m.name, c.cid";
constexpr std::string_view columns_on_postgres =
    "select table_name, column_name from information_schema.columns where table_schema = current_schema()"
    " and table_name not in (select relname from pg_class where relispartition) order by table_name, ordinal_position";  // a part's rows are its table's

std::map<std::string, std::vector<std::string>> all_columns(Transaction& tx)
{
    std::map<std::string, std::vector<std::string>> columns;
    tx.each(Statement{"test.columns", columns_on_sqlite, columns_on_postgres, {}}, {}, [&](const Row& row) { columns[row.text("table_name")].push_back(row.text("column_name")); });
    return columns;
}

/// Every row of every table as one text.
std::map<std::string, std::vector<std::string>> everything(Context& context)
{
    return context.read([](Transaction& tx) {
        std::map<std::string, std::vector<std::string>> all;
        for (const auto& [table, columns] : all_columns(tx)) {
            std::string line;
            for (const auto& column : columns) line += fmt::format("{}coalesce(cast({} as text), '')", line.empty() ? "" : " || '|' || ", column);
            const std::string sql = fmt::format("select {} as line from {}", line, table);
            tx.each(Statement{"test.everything", sql, sql, {}}, {}, [&](const Row& row) { all[table].push_back(row.text("line")); });
        }
        return all;
    });
}

std::string in_hexadecimal(std::string_view text)
{
    std::string digits;
    for (const char letter : text) digits += fmt::format("{:02x}", static_cast<unsigned char>(letter));
    return digits;
}

/// The tables in which one of the child's signs stands.
std::set<std::string> tables_that_know(Context& context, const PlantedChild& child)
{
    auto signs = child.signs();
    signs.push_back(child.id.text());
    signs.push_back(in_hexadecimal(child.mark));  // how PostgreSQL writes bytes
    std::set<std::string> found;
    for (const auto& [table, lines] : everything(context))
        for (const auto& line : lines)
            if (std::ranges::any_of(signs, [&](const auto& sign) { return line.contains(sign); })) found.insert(table);
    return found;
}

/// Made from the rest, the full-text index too; the file itself, which is handed over beside the copy; what was not sent; and notes, which their readers hand over.
const std::set<std::string> not_to_be_read{"pupil.search_text", "pupil.search_words", "pupil_words.words", "pupil_words_content.c0", "pupil_words_data.block",
                                          "document.sha256", "document_content.sha256", "document_content.bytes", "draft.content",
                                          "restricted_note.words", "restricted_note.why_restricted"};

/// Labels of a name that stands once in the database and again with each row that belongs to it.
const std::set<std::string> says_what_it_belongs_to{"Referral", "Goal", "Contact"};

/// How many cells of the database say the child's mark.
int cells_with_mark(Context& context, const PlantedChild& child)
{
    return context.read([&](Transaction& tx) {
        int cells = 0;
        for (const auto& [table, columns] : all_columns(tx))
            for (const auto& column : columns) {
                if (not_to_be_read.contains(table + "." + column)) continue;
                const std::string sql = fmt::format("select cast({} as text) as cell from {} where {} is not null", column, table, column);
                tx.each(Statement{"test.cells", sql, sql, {}}, {}, [&](const Row& row) { cells += row.view("cell").contains(child.mark) ? 1 : 0; });
            }
        return cells;
    });
}

/// Tables whose rows belong to a child: they have the child's id, or hang on one that has.
std::set<std::string> tables_of_children(Context& context)
{
    std::set<std::string> found{"pupil", "document_content"};
    context.read([&](Transaction& tx) {
        static constexpr std::string_view hang_on[] = {"pupil_id", "referral_id", "decision_id", "agenda_item_id", "place_offer_id", "placement_id", "goal_id", "note_id"};
        for (const auto& [table, columns] : all_columns(tx))
            if (std::ranges::any_of(columns, [](const auto& column) { return std::ranges::find(hang_on, column) != std::end(hang_on); })) found.insert(table);
    });
    return found;
}

const std::set<std::string> made_by_the_erasure{"erasure", "erasure_under_way"};

/// What happened and who looked stays, by the id of a record that is no more.
const std::set<std::string> keep_the_id{"event", "view_log", "erasure"};

void open_in_an_emergency(Transaction& tx, const TwoAuthorities& town, const PlantedChild& child)
{
    const Visitor& tutor = town.visitor(Role::provider_tutor);
    plant_emergency(tx, {.id = Id::from_words("emergency about " + child.mark), .child = child, .user = tutor.user, .organisation = tutor.organisation, .role = Role::provider_tutor,
                         .opened = tx.now(), .ends = tx.now()});
}

void live_through_something(const TwoAuthorities& town, const PlantedChild& child)
{
    Context& context = town.world.context;
    REQUIRE(context.in_transaction([&](Transaction& tx) -> Result<void> {
        open_in_an_emergency(tx, town, child);
        audit::log_view(tx, child.id, "pupil");
        return tx.record({.verb = "changed", .entity = "pupil", .about = child.id, .pupil = child.id, .before = child.mark, .after = child.mark, .reason = child.mark});
    }));
}

/// Nothing is erased while it is on hold, nor before its time.
void let_time_pass(World& world, const PlantedChild& child)
{
    REQUIRE(sharing::end_hold(world.context, sharing::PupilId{child.id}, "The claim is settled."));
    world.context.today = date(2099, 1, 2);
}

}  // namespace

TEST_CASE("of an erased record nothing is left in any table, and everybody else’s stays")
{
    for_each_engine([](World& world) {
        const TwoAuthorities town{world};
        const PlantedChild& child = town.child("of a part of the organisation");
        const PlantedChild& other = town.child("with an education, health and care plan");
        live_through_something(town, child);
        live_through_something(town, other);
        let_time_pass(world, child);

        const auto before = tables_that_know(world.context, child);
        for (const auto& table : tables_of_children(world.context)) {
            INFO("the made-up child has no row in " << table << ", so nobody knows whether it would be erased");
            CHECK((before.contains(table) || made_by_the_erasure.contains(table)));
        }
        const auto of_other = tables_that_know(world.context, other);

        REQUIRE(sharing::erase_record(world.context, sharing::PupilId{child.id}, {.ground = sharing::ErasureGround::kept_long_enough, .reference = child.in_paths.at("pupil"), .reason = "Its time is over."}));

        std::set<std::string> left;
        for (const auto& [table, lines] : everything(world.context))
            for (const auto& line : lines)
                for (const auto& sign : child.signs()) {
                    INFO(table << ": " << line);
                    CHECK_FALSE(line.contains(sign));
                }
        for (const auto& table : tables_that_know(world.context, child)) CHECK(keep_the_id.contains(table));
        CHECK(tables_that_know(world.context, other) == of_other);
        CHECK_FALSE(world.context.read([](Transaction& tx) { return audit::verify(tx); }));
    });
}

TEST_CASE("an erasure that fails half-way leaves the whole record")
{
    for_each_engine([](World& world) {
        const TwoAuthorities town{world};
        const PlantedChild& child = town.child("of a part of the organisation");
        live_through_something(town, child);
        let_time_pass(world, child);
        const auto before = everything(world.context);
        static const Reaction reactions[] = {{"pupil", "erased", [](Transaction&, const Event&) -> Result<void> { return refused("test.no", "No."); }}};
        world.context.reactions = reactions;
        CHECK(code_of(sharing::erase_record(world.context, sharing::PupilId{child.id}, {.ground = sharing::ErasureGround::kept_long_enough, .reference = child.in_paths.at("pupil"), .reason = "Its time is over."})) == "test.no");
        CHECK(everything(world.context) == before);
    });
}

TEST_CASE("the copy of a record says every text that any table holds about the child, and nothing of another child’s")
{
    for_each_engine([](World& world) {
        const TwoAuthorities town{world};
        const PlantedChild& child = town.child("of a part of the organisation");
        REQUIRE(world.context.in_transaction([&](Transaction& tx) -> Result<void> { return open_in_an_emergency(tx, town, child), Result<void>{}; }));
        const auto copy = world.context.read([&](Transaction& tx) { return sharing::copy_of_record(tx, sharing::PupilId{child.id}); });
        std::set<std::string> empty;
        int said = 0;
        for (const auto& part : copy) {
            if (part.entries.empty()) empty.insert(part.title);
            for (const auto& entry : part.entries)
                for (const auto& [label, value] : entry) {
                    said += value.contains(child.mark) && !says_what_it_belongs_to.contains(label) ? 1 : 0;
                    for (const auto& other : town.children) {
                        INFO(part.title << ", " << label << ": " << value);
                        CHECK((&other == &child || !value.contains(other.mark)));
                    }
                }
        }
        CHECK(empty == std::set<std::string>{"What happened", "Who looked at the record"});  // nothing did, nobody has
        CHECK(said == cells_with_mark(world.context, child));
    });
}
