#include <doctest/doctest.h>

#include "platform/http/multipart.hpp"

#include <string>

using namespace waymark;

namespace {

constexpr std::string_view type = "multipart/form-data; boundary=----form7";

std::string part(const std::string& disposition, const std::string& content, const std::string& more = {})
{
    return "------form7\r\nContent-Disposition: form-data; " + disposition + "\r\n" + more + "\r\n" + content + "\r\n";
}
const std::string last = "------form7--\r\n";

bool is_unreadable(std::string_view content_type, const std::string& body)
{
    const auto form = read_multipart(content_type, body);
    return form.problems.has("form.unreadable") && form.values.empty() && form.files.empty();
}

}  // namespace

TEST_CASE("fields and files come out whole, line breaks and dashes in them included")
{
    const std::string bytes{"\x89PNG\r\n--\0------form7", 22};
    const auto form = read_multipart(type, part("name=\"reason\"", "two\r\nlines") + part("name=\"need\"", "a") + part("name=\"need\"", "b") +
                                               part("name=\"proof\"; filename=\"photo.png\"", bytes, "Content-Type: image/png\r\n") + last);
    CHECK(form.problems.empty());
    CHECK(form.value("reason") == "two\r\nlines");
    CHECK(form.all("need") == std::vector<std::string>{"a", "b"});
    REQUIRE(form.file("proof") != nullptr);
    CHECK(form.file("proof")->name == "photo.png");
    CHECK(form.file("proof")->bytes == bytes);
}

TEST_CASE("a part whose head is longer than a name can be is refused before it is looked into")
{
    std::string name;
    for (int times = 0; times < 2'000; ++times) name += "%22";
    CHECK(read_multipart(type, part("name=\"" + name + "\"", "a") + last).value(std::string(2'000, '"')) == "a");
    for (int times = 0; times < 1'000; ++times) name += "%22";
    CHECK(is_unreadable(type, part("name=\"" + name + "\"", "a") + last));
}

TEST_CASE("an empty value stays, an empty file box does not")
{
    const auto form = read_multipart(type, part("name=\"note\"", "") + part("name=\"proof\"; filename=\"\"", "") + last);
    CHECK(form.sent("note"));
    CHECK(form.value("note").empty());
    CHECK(form.files.empty());
}

TEST_CASE("the name of a file loses its folders, and keeps its accents and quotes")
{
    const auto name_of = [](const std::string& sent) {
        return read_multipart(type, part("name=\"f\"; filename=\"" + sent + "\"", "x") + last).files.at(0).name;
    };
    CHECK(name_of("C:\\Users\\me\\plan.pdf") == "plan.pdf");
    CHECK(name_of("../../etc/passwd") == "passwd");
    CHECK(name_of("Zoë %22plan%22.pdf") == "Zoë \"plan\".pdf");
    CHECK(name_of("a%0D%0Ab.pdf") == "ab.pdf");
}

TEST_CASE("a boundary may stand in quotes, and a name without them")
{
    const auto form = read_multipart("multipart/form-data; charset=utf-8; boundary=\"----form7\"", part("name=plain", "v") + last);
    CHECK(form.value("plain") == "v");
}

TEST_CASE("a body that is broken anywhere gives nothing at all")
{
    const std::string good = part("name=\"a\"", "1");
    CHECK_FALSE(is_unreadable(type, good + last));
    CHECK(is_unreadable(type, good));                                     // cut off before its end
    CHECK(is_unreadable(type, ""));
    CHECK(is_unreadable(type, "preamble\r\n" + good + last));
    CHECK(is_unreadable(type, "------form7\r\nno disposition\r\n\r\nx\r\n" + last));
    CHECK(is_unreadable(type, "------form7\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n" + last));
    CHECK(is_unreadable(type, part("filename=\"nameless\"", "x") + last));
    CHECK(is_unreadable(type, "------form7\nContent-Disposition: form-data; name=\"a\"\n\nx\n" + last));
    CHECK(is_unreadable("multipart/form-data", good + last));
    CHECK(is_unreadable("multipart/form-data; boundary=", good + last));
    CHECK(is_unreadable("multipart/form-data; boundary=" + std::string(71, 'x'), good + last));
}

TEST_CASE("a body cut off at any byte is either whole or nothing, and never reads past its end")
{
    const std::string whole = part("name=\"a\"", "1") + part("name=\"f\"; filename=\"f.txt\"", "bytes") + last;
    for (std::size_t length = 0; length + 2 < whole.size(); ++length) {
        CAPTURE(length);
        const auto form = read_multipart(type, whole.substr(0, length));
        CHECK((form.values.empty() && form.files.empty() && !form.problems.empty()));
    }
}

TEST_CASE("a form of endlessly many parts is not read")
{
    std::string body;
    for (int count = 0; count < 5001; ++count) body += part("name=\"a\"", "1");
    CHECK(is_unreadable(type, body + last));
}
