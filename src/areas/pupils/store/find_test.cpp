// Children are found by the beginnings of their names, the same ones on both engines, whatever is typed.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "foundation/text.hpp"
#include "platform/database/search_words.hpp"
#include "platform/database/tables.hpp"
#include "pupils/store/erase.hpp"
#include "pupils/store/pupil_page.hpp"
#include "support/engines.hpp"

namespace waymark::pupils {
namespace {

using namespace waymark::testing;

struct Named {
    std::string first, last, known_as;
};

PupilId add(Transaction& tx, int number, const Named& name, std::optional<std::string> upn = {})
{
    const PupilId id{Id::from_words(tx.context().authority + " found child " + std::to_string(number))};
    REQUIRE(insert_pupil(tx, {.id = id, .reference = "F" + std::to_string(number), .upn = std::move(upn), .first_name = name.first, .last_name = name.last,
                              .known_as = name.known_as.empty() ? name.first : name.known_as, .born = date(2012, 5, 4), .home_authority = "990"}));
    return id;
}

/// The references of those who are found, in the order of the list.
std::vector<std::string> found(Transaction& tx, std::string_view typed)
{
    std::vector<std::string> references;
    for (const auto& pupil : list_pupils(tx, tx.context().who, {.words = std::string{typed}})) references.push_back(pupil.reference);
    return references;
}

using References = std::vector<std::string>;

/// The same question, asked of the names themselves.
bool is_found(const Named& name, std::string_view typed)
{
    const std::string names = folded_for_search(name.first + " " + name.last + " " + name.known_as), wanted = folded_for_search(typed);
    const auto words = split(names, ' ');
    return std::ranges::all_of(split(wanted, ' '), [&](std::string_view beginning) {
        return std::ranges::any_of(words, [&](std::string_view word) { return word.starts_with(beginning); });
    });
}

void in(Context& context, const std::function<void(Transaction&)>& work)
{
    const auto done = context.in_transaction([&](Transaction& tx) -> Result<void> { return work(tx), Result<void>{}; });
    REQUIRE(code_of(done) == "");
}

/// All that the full-text index of SQLite keeps in its own tables.
std::string bytes_of_index(Database& database)
{
    std::string bytes;
    const auto connection = database.lease(false);
    run_text(*connection, "select block from pupil_words_data", {}, [&](const Row& row) { bytes += row.blob("block"); });
    run_text(*connection, "select c0 || ' ' || c1 as words from pupil_words_content", {}, [&](const Row& row) { bytes += row.text("words"); });
    return bytes;
}

/// Rows that stand in the index and not in its view, or the other way round.
int differences(Database& database)
{
    int count = 0;
    run_text(*database.lease(false),
             "select id, words from (select id, words from pupil_words except select id, words from pupil_words_fill)"
             " union all select id, words from (select id, words from pupil_words_fill except select id, words from pupil_words)",
             {}, [&](const Row&) { ++count; });
    return count;
}

}  // namespace

TEST_CASE("a child is found by the beginnings of names, in any order, by reference and by UPN")
{
    for_each_engine([](World& world) {
        in(world.context, [](Transaction& tx) {
            add(tx, 1, {"Kofi", "Mensah", "Kai"}, "Z990202614007");
            add(tx, 2, {"Aoife", "O’Neil", ""});
            add(tx, 3, {"Defne", "Çelik-Öztürk", ""});
            add(tx, 4, {"Mary Anne", "van der Meer", "Maz"});
            add(tx, 5, {"Борис", "Łuczak", ""});
            for (const char* typed : {"mensah", "MEN", "men kof", "kof men", "kai m", "f1", "F1 ", "z990202614007", "m k"}) {
                CAPTURE(typed);
                CHECK(found(tx, typed) == References{"F1"});
            }
            for (const char* typed : {"o'neil", "oneil", "O’Nei", "o'n ao"}) CHECK(found(tx, typed) == References{"F2"});
            for (const char* typed : {"çelik", "celik", "ozturk", "çelik-öz", "ozt cel def"}) CHECK(found(tx, typed) == References{"F3"});
            for (const char* typed : {"meer", "van der", "maz", "anne", "mary-anne van"}) CHECK(found(tx, typed) == References{"F4"});
            for (const char* typed : {"Бор", "lucz", "Łucz Борис"}) CHECK(found(tx, typed) == References{"F5"});
            for (const char* typed : {"ensah", "mensahh", "men zof", "eer", "f", "990", "990mensah", "z99020261400", "nobody"}) {
                CAPTURE(typed);
                CHECK(found(tx, typed).empty());
            }
            CHECK(found(tx, "m") == References{"F1", "F4"});
            CHECK(found(tx, "").size() == 5);
            CHECK(found(tx, " ?! ").size() == 5);
        });
    });
}

TEST_CASE("what is typed is never read as the syntax of a query")
{
    for_each_engine([](World& world) {
        in(world.context, [](Transaction& tx) {
            add(tx, 1, {"Kofi", "Mensah", ""});
            add(tx, 2, {"Norma", "Andrews", ""});
            for (const char* typed : {"kofi OR norma", "kofi AND norma", "NOT kofi", "NEAR(kofi mensah)", "kofi | norma", "words : kofi zz", "^kofi zz", "kofi:*b", "'kofi':*B", "{words} : zz", "kofi + norma"}) {
                CAPTURE(typed);
                CHECK(found(tx, typed).empty());
            }
            for (const char* typed : {"\"kofi", "kofi\"", "'kofi'", "kofi*", "kofi:*", "!kofi", "(kofi", "kofi)", "kofi & mensah", "kofi && mensah", "kofi <-> mensah", "\\kofi", "-kofi", "kofi;--", "^kofi",
                                      "kofi\" \"mensah", "“kofi”", "kofi % _"}) {
                CAPTURE(typed);
                CHECK(found(tx, typed) == References{"F1"});
            }
            CHECK(found(tx, "nor") == References{"F2"});
            CHECK(found(tx, "and") == References{"F2"});
            CHECK(found(tx, "norma andrews and") == References{"F2"});  // a word typed twice or shortened asks for nothing more
            CHECK(found(tx, std::string(5000, 'k')).empty());
            std::string many;
            for (int count = 0; count < 5000; ++count) many += "k ";
            CHECK(found(tx, many) == References{"F1"});
            CHECK(found(tx, "\xFF kofi \xC3") == References{"F1"});
        });
    });
}

TEST_CASE("among made-up names both engines find those whose names begin so, and no others")
{
    for_each_engine([](World& world) {
        in(world.context, [](Transaction& tx) {
            std::mt19937 random{20261123};
            const auto pick = [&](std::size_t below) { return std::uniform_int_distribution<std::size_t>{0, below - 1}(random); };
            static constexpr std::string_view parts[] = {"an", "O’", "da", "-", "é", "ma", " ", "Ł", "ri", "ß", "be", "Жу", "3", "the", "æ", "not", "or", "z", "ç", "🙂", "李", "."};
            const auto made_up = [&](std::size_t length) {
                std::string name;
                for (std::size_t part = 0; part < length; ++part) name += parts[pick(std::size(parts))];
                return name;
            };
            std::vector<Named> names;
            for (int number = 0; number < 120; ++number) {
                names.push_back({"x" + made_up(3), made_up(4) + "y", made_up(2)});
                if (names.back().known_as.empty()) names.back().known_as = names.back().first;
                add(tx, number, names.back());
            }
            int asked = 0, answered = 0;
            for (int question = 0; question < 400; ++question) {
                std::string typed = made_up(1 + pick(2)) + (pick(3) == 0 ? " " + made_up(1) : "");
                if (pick(3) == 0) typed = std::string{split(folded_for_search(names[pick(names.size())].last), ' ').front()};
                if (folded_for_search(typed).empty()) continue;
                std::set<std::string> expected;
                for (std::size_t number = 0; number < names.size(); ++number)
                    if (is_found(names[number], typed)) expected.insert("F" + std::to_string(number));
                const auto references = found(tx, typed);
                CAPTURE(typed);
                CHECK(std::set<std::string>(references.begin(), references.end()) == expected);
                CHECK(references.size() == expected.size());
                ++asked;
                answered += expected.empty() ? 0 : 1;
            }
            CHECK(asked > 200);
            CHECK(answered > 60);
        });
    });
}

TEST_CASE("only children of the authority that asks are found")
{
    for_each_engine([](World& world) {
        Context neighbour = world.of_authority("991");
        neighbour.who = world.context.who;  // whoever it is: the words are another authority's
        in(world.context, [](Transaction& tx) { add(tx, 1, {"Kofi", "Mensah", ""}); });
        in(neighbour, [](Transaction& tx) { add(tx, 2, {"Kofi", "Mensah", ""}); });
        in(world.context, [](Transaction& tx) { CHECK(found(tx, "mensah") == References{"F1"}); });
        in(neighbour, [](Transaction& tx) { CHECK(found(tx, "mensah") == References{"F2"}); });
    });
}

TEST_CASE("of an erased child’s names nothing stays in the index, not even as bytes")
{
    for_each_engine([](World& world) {
        PupilId gone;
        in(world.context, [&](Transaction& tx) {
            for (int number = 0; number < 40; ++number) add(tx, number, {"Kofi" + std::string(1, static_cast<char>('a' + number % 26)), "Mensah", ""});
            gone = add(tx, 99, {"Xyloqua", "Vwuzip", "Jqx"});
        });
        in(world.context, [](Transaction& tx) { add(tx, 100, {"Mina", "Other", ""}); });  // another segment
        const bool is_sqlite = world.database.engine() == Engine::sqlite;
        if (is_sqlite) CHECK(bytes_of_index(world.database).contains("wuzip"));
        in(world.context, [&](Transaction& tx) {
            CHECK(found(tx, "vwuz xylo") == References{"F99"});
            erase_pupil(tx, gone.value);
            CHECK(found(tx, "vwuz").empty());
            CHECK(found(tx, "mensah").size() == 40);
        });
        if (!is_sqlite) return;  // PostgreSQL takes what no row has out of an index when it vacuums: docs/manual
        for (const char* trace : {"wuzip", "yloqua", "jqx", "vwu", "xyl"}) CHECK_FALSE(bytes_of_index(world.database).contains(trace));
        CHECK_FALSE(bytes_of_index(world.database).contains(gone.text()));
        CHECK(differences(world.database) == 0);
    });
}

TEST_CASE("an erasure that is rolled back leaves the child to be found")
{
    for_each_engine([](World& world) {
        PupilId child;
        in(world.context, [&](Transaction& tx) { child = add(tx, 1, {"Kofi", "Mensah", ""}); });
        const auto refused_after = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            add(tx, 2, {"Mina", "Other", ""});
            erase_pupil(tx, child.value);
            return refused("test.no", "No.");
        });
        CHECK(code_of(refused_after) == "test.no");
        in(world.context, [](Transaction& tx) {
            CHECK(found(tx, "mensah") == References{"F1"});
            CHECK(found(tx, "other").empty());
        });
        if (world.database.engine() == Engine::sqlite) CHECK(differences(world.database) == 0);
    });
}

TEST_CASE("rows that came in by another way are found once the index is filled")
{
    for_each_engine([](World& world) {
        in(world.context, [](Transaction& tx) { add(tx, 1, {"Kofi", "Mensah", ""}); });
        {
            const auto connection = world.database.lease(true);
            connection->begin(true, "990");
            connection->run_script("update pupil set search_text = 'ada oduya'");
            fill_word_indexes(*connection, world.database.engine());
            fill_word_indexes(*connection, world.database.engine());
            connection->commit();
        }
        in(world.context, [](Transaction& tx) {
            CHECK(found(tx, "ada") == References{"F1"});
            CHECK(found(tx, "mensah").empty());
        });
    });
}

}  // namespace waymark::pupils
