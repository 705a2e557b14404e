// Documents: known by their bytes, kept once, given back as they came.
#include "platform/documents/documents.hpp"

#include <doctest/doctest.h>

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
    return context.in_transaction([&](Transaction& tx) {
        return documents::store(tx, {.name = name, .bytes = bytes, .kind = "school_report", .entity = "referral", .about = referral, .pupil = child});
    });
}

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
            CHECK(documents::bytes_of(tx, *found) == report);
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
