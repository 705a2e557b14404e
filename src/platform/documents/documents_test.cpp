// Documents: known by their bytes, kept once, given back as they came.
#include "platform/documents/documents.hpp"

#include <doctest/doctest.h>

#include <thread>
#include <vector>

#include "platform/documents/made_up_scanner_test.hpp"
#include "support/engines.hpp"

using namespace waymark;
using namespace waymark::testing;
using documents::FileType;

namespace {

const Id referral = Id::from_words("a referral"), child = Id::from_words("a child");
const std::string report = "%PDF-1.7\nA school's report.\n%%EOF\n";

std::string number(std::size_t value, int width)
{
    std::string bytes;
    for (int byte = 0; byte < width; ++byte) bytes += static_cast<char>(value >> (8 * byte) & 0xff);
    return bytes;
}

/// A ZIP archive of empty files with these names.
std::string zip_of(const std::vector<std::string>& names)
{
    std::string files, list;
    for (const auto& name : names) {
        list += std::string{"PK\x01\x02", 4} + std::string(24, '\0') + number(name.size(), 2) + std::string(12, '\0') +
                number(files.size(), 4) + name;
        files += std::string{"PK\x03\x04", 4} + std::string(22, '\0') + number(name.size(), 2) + std::string(2, '\0') + name;
    }
    return files + list + std::string{"PK\x05\x06", 4} + std::string(4, '\0') + number(names.size(), 2) + number(names.size(), 2) +
           number(list.size(), 4) + number(files.size(), 4) + std::string(2, '\0');
}

Result<documents::Document> store(Context& context, std::string_view name, std::string_view bytes)
{
    const auto file = documents::check_file(context, {.name = name, .bytes = bytes, .entity = "referral", .about = referral, .pupil = child});
    if (!file) return std::unexpected(file.error());
    return context.in_transaction([&](Transaction& tx) {
        return documents::store(tx, *file, {.kind = "school_report", .entity = "referral", .about = referral, .pupil = child});
    });
}

/// The bytes as somebody is given them, or why not.
std::string given_out(Context& context, documents::DocumentId id)
{
    return context.read([&](Transaction& tx) {
        const auto document = documents::find(tx, id);
        REQUIRE(document.has_value());
        const auto bytes = documents::bytes_of(tx, *document);
        return bytes ? *bytes : code_of(bytes);
    });
}

constexpr std::string_view of_authority[] = {"authority"};
constexpr Statement last_event{"test.last_event", "select verb, entity, after from event where authority_id = ?1 order by sequence desc limit 1",
                               "select verb, entity, after from event where authority_id = $1 order by sequence desc limit 1", of_authority};

std::string last_on_trail(Context& context)
{
    return context.read([](Transaction& tx) {
        return tx.maybe_one(last_event, {}, [](const Row& row) { return row.text("entity") + " " + row.text("verb") + " " + row.text_or_empty("after"); });
    }).value_or("nothing");
}

const std::string infected = "Notes. " + std::string{made_up_virus};

}  // namespace

TEST_CASE("a file is known by its bytes, whatever its name")
{
    CHECK(documents::file_type_of(report) == FileType::pdf);
    CHECK(documents::file_type_of("\x89PNG\r\n\x1a\n....") == FileType::png);
    CHECK(documents::file_type_of("\xff\xd8\xff\xe0") == FileType::jpeg);
    CHECK(documents::file_type_of(zip_of({"[Content_Types].xml", "word/document.xml"})) == FileType::docx);
    CHECK(documents::file_type_of(zip_of({"[Content_Types].xml", "xl/workbook.xml"})) == FileType::xlsx);
    CHECK(documents::file_type_of("Notes of the meeting, Zoë.\r\n") == FileType::txt);
}

TEST_CASE("a file that cannot be trusted or read says why not")
{
    CHECK(code_of(documents::file_type_of("")) == "document.empty");
    CHECK(code_of(documents::file_type_of("MZ\x90\x01program")) == "document.unknown_type");
    CHECK(code_of(documents::file_type_of(zip_of({"photos/one.jpg"}))) == "document.unknown_type");
    CHECK(code_of(documents::file_type_of(zip_of({"[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"}))) == "document.macros");
    CHECK(code_of(documents::file_type_of("\xd0\xcf\x11\xe0 an old .doc")) == "document.old_or_locked");
    CHECK(documents::file_type_of("", "evidence").error().front().field == "evidence");
}

TEST_CASE("an archive that is cut off anywhere is refused, and never read past its end")
{
    const std::string whole = zip_of({"[Content_Types].xml", "word/document.xml"});
    for (std::size_t length = 4; length < whole.size(); ++length)
        CHECK(code_of(documents::file_type_of(std::string_view{whole}.substr(0, length))) == "document.unknown_type");
}

TEST_CASE("a file's name is offered without folders or tricks, with the ending of its type")
{
    CHECK(documents::safe_file_name("C:\\Users\\jo\\Report.PDF", FileType::pdf) == "Report.pdf");
    CHECK(documents::safe_file_name("../../etc/passwd", FileType::txt) == "passwd.txt");
    CHECK(documents::safe_file_name("invoice.exe", FileType::pdf) == "invoice.exe.pdf");
    CHECK(documents::safe_file_name("photo.jpeg", FileType::jpeg) == "photo.jpeg");
    CHECK(documents::safe_file_name("\"\r\n", FileType::docx) == "document.docx");
    CHECK(documents::safe_file_name(std::string(119, 'a') + "ë", FileType::txt) == std::string(119, 'a') + ".txt");
}

TEST_CASE("sizes are said as people say them")
{
    CHECK(documents::size_text(1) == "1KB");
    CHECK(documents::size_text(340 * 1024) == "340KB");
    CHECK(documents::size_text(1024 * 1024 * 6 / 5) == "1.2MB");
    CHECK(documents::size_text(documents::bytes_most) == "10MB");
}

TEST_CASE("a document comes back as it was uploaded, with its name and the record it belongs to")
{
    for_each_engine([](World& world) {
        const auto stored = store(world.context, "Report.pdf", report);
        REQUIRE(stored);
        world.context.read([&](Transaction& tx) {
            const auto found = documents::find(tx, stored->id);
            REQUIRE(found);
            CHECK(found->name == "Report.pdf");
            CHECK(found->type == FileType::pdf);
            CHECK(found->size == static_cast<std::int64_t>(report.size()));
            CHECK(found->about == referral);
            CHECK(found->uploaded_by == world.context.who.user);
            CHECK(documents::bytes_of(tx, *found).value() == report);
            CHECK(documents::about(tx, referral).size() == 1);
            CHECK(documents::of_pupil(tx, child).size() == 1);
        });
        Context neighbour = world.of_authority("991");
        CHECK_FALSE(neighbour.read([&](Transaction& tx) { return documents::find(tx, stored->id); }));
    });
}

TEST_CASE("the same bytes uploaded twice are two documents and kept once")
{
    for_each_engine([](World& world) {
        const auto first = store(world.context, "Report.pdf", report), second = store(world.context, "Report again.pdf", report);
        REQUIRE(first);
        REQUIRE(second);
        CHECK(first->id != second->id);
        CHECK(first->sha256 == second->sha256);
        CHECK(world.context.read([](Transaction& tx) { return documents::about(tx, referral); }).size() == 2);
    });
}

TEST_CASE("a file of ten megabytes is taken, one byte more is not")
{
    for_each_engine([](World& world) {
        std::string bytes(documents::bytes_most, 'a');
        CHECK(store(world.context, "notes.txt", bytes));
        bytes += 'a';
        CHECK(code_of(store(world.context, "notes.txt", bytes)) == "document.too_large");
    });
}

TEST_CASE("bytes that were changed behind our back are never given out")
{
    for_each_engine([](World& world) {
        const auto stored = store(world.context, "Report.pdf", report);
        REQUIRE(stored);
        const auto connection = world.database.lease(true);
        connection->begin(true, "990");
        const bool is_sqlite = world.database.engine() == Engine::sqlite;
        connection->run_script(is_sqlite ? "drop trigger document_content_refuses_update" : "set local session_replication_role = replica");
        connection->run_script("update document_content set bytes = 'other'");
        connection->commit();
        CHECK_THROWS_AS(world.context.read([&](Transaction& tx) { return documents::bytes_of(tx, *stored); }), DatabaseFailure);
    });
}

TEST_CASE("a file that the scanner finds clean is kept and given out; without a scanner it is kept unchecked")
{
    for_each_engine([](World& world) {
        const auto unchecked = store(world.context, "a.txt", "One.");
        REQUIRE(unchecked);
        CHECK(unchecked->scan == documents::ScanState::not_scanned);
        MadeUpScanner scanner;
        const ScannerOn on{scanner.as_configured()};
        const auto clean = store(world.context, "b.txt", "Two.");
        REQUIRE(clean);
        CHECK(clean->scan == documents::ScanState::clean);
        CHECK(scanner.received == "Two.");
        CHECK(given_out(world.context, clean->id) == "Two.");
        CHECK(given_out(world.context, unchecked->id) == "One.");
    });
}

TEST_CASE("a file with a virus is refused at its field, and the trail has the virus’s name but not the file’s")
{
    for_each_engine([](World& world) {
        MadeUpScanner scanner;
        const ScannerOn on{scanner.as_configured()};
        const auto outcome = store(world.context, "Ashley Smith.txt", infected);
        REQUIRE(code_of(outcome) == "document.virus");
        CHECK(outcome.error().front().field == "file");
        const auto told = last_on_trail(world.context);
        CHECK(told.starts_with("referral sent_virus"));
        CHECK(told.contains("Made.Up.Virus-1"));
        CHECK_FALSE(told.contains("Ashley"));
        CHECK(world.context.read([](Transaction& tx) { return documents::about(tx, referral); }).empty());
    });
}

TEST_CASE("a file that the scanner cannot be asked about is kept from everybody until it answers")
{
    for_each_engine([](World& world) {
        auto& context = world.context;
        std::optional<documents::Document> good, bad, bad_again;
        {
            const ScannerOn off{scanner_that_is_not_there()};
            good = store(context, "good.txt", "Good.").value();
            bad = store(context, "bad.txt", infected).value();
            bad_again = store(context, "again.txt", infected).value();
            CHECK(good->scan == documents::ScanState::waiting);
            CHECK(documents::scan_words(good->scan) == "Waiting to be checked for viruses");
            CHECK(given_out(context, good->id) == "document.waits_for_scan");
            const auto round = documents::scan_the_unscanned(context, documents::Unscanned::waiting);
            CHECK_FALSE(round.scanner_is_there);
            CHECK(given_out(context, good->id) == "document.waits_for_scan");
        }
        CHECK(given_out(context, good->id) == "document.waits_for_scan");  // also when nobody names a scanner any more
        MadeUpScanner scanner;
        const ScannerOn on{scanner.as_configured()};
        scanner.says = std::string{"INSTREAM size limit exceeded. ERROR\0", 36};
        CHECK(documents::scan_the_unscanned(context, documents::Unscanned::waiting).unclear == 2);
        CHECK(given_out(context, good->id) == "document.waits_for_scan");
        scanner.says.clear();
        const auto round = documents::scan_the_unscanned(context, documents::Unscanned::waiting);
        CHECK(round.clean == 1);
        CHECK(round.infected == 1);
        CHECK(given_out(context, good->id) == "Good.");
        CHECK(given_out(context, bad->id) == "document.virus_kept_back");
        CHECK(given_out(context, bad_again->id) == "document.virus_kept_back");
        CHECK(last_on_trail(context).starts_with("document virus_found"));
        const int asked = scanner.asked;
        CHECK(documents::scan_the_unscanned(context, documents::Unscanned::waiting).clean == 0);
        CHECK(scanner.asked == asked);
    });
}

TEST_CASE("what was found to hold a virus is not taken again while the scanner says nothing, and is when it is found to be clean after all")
{
    for_each_engine([](World& world) {
        auto& context = world.context;
        MadeUpScanner scanner;
        documents::DocumentId first;
        {
            const ScannerOn off{scanner_that_is_not_there()};
            first = store(context, "bad.txt", infected).value().id;
        }
        {
            const ScannerOn on{scanner.as_configured()};
            CHECK(documents::scan_the_unscanned(context, documents::Unscanned::waiting).infected == 1);
        }
        CHECK(code_of(store(context, "bad.txt", infected)) == "document.virus");
        const ScannerOn on{scanner.as_configured()};
        scanner.says = std::string{"stream: OK\0", 11};  // its makers took the signature back
        CHECK(store(context, "bad.txt", infected).has_value());
        CHECK(given_out(context, first) == infected);
    });
}

TEST_CASE("files that were kept before there was a scanner are looked at too, and given out meanwhile")
{
    for_each_engine([](World& world) {
        auto& context = world.context;
        std::vector<documents::DocumentId> kept;
        for (int number = 0; number < 25; ++number) kept.push_back(store(context, "a.txt", "File " + std::to_string(number)).value().id);
        kept.push_back(store(context, "bad.txt", infected).value().id);
        MadeUpScanner scanner;
        const ScannerOn on{scanner.as_configured()};
        CHECK(given_out(context, kept.front()) == "File 0");
        const auto round = documents::scan_the_unscanned(context, documents::Unscanned::kept_before);
        CHECK(round.clean == 25);
        CHECK(round.infected == 1);
        CHECK(given_out(context, kept.front()) == "File 0");
        CHECK(given_out(context, kept.back()) == "document.virus_kept_back");
        Context neighbour = world.of_authority("991");
        CHECK(documents::scan_the_unscanned(neighbour, documents::Unscanned::kept_before).clean == 0);
    });
}

TEST_CASE("servers that have the same files looked at at the same time find each virus once")
{
    for_each_engine([](World& world) {
        for (const std::string name : {"1", "2", "3", "4"}) {
            const ScannerOn off{scanner_that_is_not_there()};
            REQUIRE(store(world.context, name + ".txt", std::string{infected} + name).has_value());
        }
        MadeUpScanner scanner;
        const ScannerOn on{scanner.as_configured()};
        std::vector<std::thread> servers;
        for (int server = 0; server < 3; ++server)
            servers.emplace_back([&] {
                Context own{world.database, world.context.authority, world.context.today, world.context.now};
                (void)documents::scan_the_unscanned(own, documents::Unscanned::waiting);
            });
        for (auto& server : servers) server.join();
        CHECK(scanner.asked > 4);  // more than one looked, which does no harm
        constexpr static std::string_view authority[] = {"authority"};
        constexpr static Statement found{"test.found", "select count(*) as count from event where authority_id = ?1 and verb = 'virus_found'",
                                         "select count(*) as count from event where authority_id = $1 and verb = 'virus_found'", authority};
        CHECK(world.context.read([](Transaction& tx) { return tx.number(found); }) == 4);
    });
}

TEST_CASE("with the child’s record goes what a scanner said of its files")
{
    for_each_engine([](World& world) {
        auto& context = world.context;
        MadeUpScanner scanner;
        const ScannerOn on{scanner.as_configured()};
        REQUIRE(store(context, "a.txt", "One.").has_value());
        const auto erased = context.in_transaction([](Transaction& tx) -> Result<void> {
            documents::erase_of_pupil(tx, child);
            return {};
        });
        CHECK(erased.has_value());
        static constexpr Statement rows{"test.scans", "select count(*) as count from document_scan where authority_id = ?1", "select count(*) as count from document_scan where authority_id = $1", of_authority};
        CHECK(context.read([](Transaction& tx) { return tx.number(rows); }) == 0);
    });
}
