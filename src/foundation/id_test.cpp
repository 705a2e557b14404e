// Ids sort by time, never collide in practice and read back; references can be read out over the telephone.
#include "foundation/id.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("an id reads back from its text, in either case")
{
    const Id id = Id::make(date(2026, 11, 23) + std::chrono::hours{9});
    CHECK(Id::parse(id.text()) == id);
    std::string upper = id.text();
    std::ranges::transform(upper, upper.begin(), [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
    CHECK(Id::parse(upper) == id);
    CHECK(id.text().size() == 36);
    CHECK(id.text()[14] == '7');
    CHECK(std::string_view{"89ab"}.find(id.text()[19]) != std::string_view::npos);
}

TEST_CASE("ids sort by the time they were made")
{
    const Instant now = date(2026, 11, 23);
    CHECK(Id::make(now) < Id::make(now + std::chrono::milliseconds{1}));
    CHECK(Id::make(now).text() < Id::make(now + std::chrono::milliseconds{1}).text());
    CHECK(Id::make(now).text().starts_with("01a205b3-d000-7"));
}

TEST_CASE("what is no id is refused")
{
    for (const auto* text : {"", "7F3K-2M", "0193f2a1-0000-7000-8000-00000000000", "0193f2a1-0000-7000-8000-00000000000g",
                             "0193f2a10-000-7000-8000-000000000000", "0193f2a1-0000-7000-8000-0000000000001"})
        CHECK(code_of(Id::parse(text)) == "id.invalid");
}

TEST_CASE("the same words always give the same id, other words another")
{
    CHECK(Id::from_words("pupil maya") == Id::from_words("pupil maya"));
    CHECK(Id::from_words("pupil maya") != Id::from_words("pupil owen"));
    CHECK(Id::from_words("pupil maya").text()[14] == '8');
}

TEST_CASE("references have six letters that nobody mistakes for others")
{
    std::set<std::string> seen;
    for (int made = 0; made < 1000; ++made) {
        const auto reference = make_reference();
        CHECK(reference.size() == 7);
        CHECK(reference[4] == '-');
        CHECK(reference.find_first_of("ILOU") == std::string::npos);
        seen.insert(reference);
    }
    CHECK(seen.size() > 990);
}

}  // namespace waymark
