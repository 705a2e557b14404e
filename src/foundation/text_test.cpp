// Words for people, and names found however they are typed.
#include "foundation/text.hpp"

#include <doctest/doctest.h>

#include "foundation/first_letter.hpp"

namespace waymark {

TEST_CASE("names fold to what somebody would type when searching")
{
    CHECK(folded_for_search("O'Neil-Çelik") == "oneil celik");
    CHECK(folded_for_search("O’Neil") == "oneil");
    CHECK(folded_for_search("  Siân   ÉLODIE ") == "sian elodie");
    CHECK(folded_for_search("Łukasz Żółć") == "lukasz zolc");
    CHECK(folded_for_search("Strauß Þór Ørsted Ægir") == "strauss thor orsted aegir");
    CHECK(folded_for_search("Ștefan Țiriac Ŷs") == "stefan tiriac ys");
    CHECK(folded_for_search("e\xCC\x81lan") == "elan");  // the accent as a letter of its own
    CHECK(folded_for_search("St. John's (Upper)") == "st johns upper");
    CHECK(folded_for_search("Борис") == "Борис");
    CHECK(folded_for_search("\xFF-") == "");
}

TEST_CASE("text that is not UTF-8 is noticed")
{
    CHECK(is_valid_utf8("Siân £5 — 😀"));
    for (const auto* bytes : {"\x80", "\xC3", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "Si\xE2n"})
        CHECK_FALSE(is_valid_utf8(bytes));
    CHECK(is_valid_utf8("\xF4\x8F\xBF\xBF"));
}

TEST_CASE("the first letter of a name is a whole letter")
{
    CHECK(first_letter("Whitfield") == "W");
    CHECK(first_letter("Łukasik") == "Ł");
    CHECK(first_letter("Özil") == "Ö");
    CHECK(first_letter("") == "");
    CHECK(first_letter("\xC5") == "");
}

TEST_CASE("old Windows text keeps its quotes, dashes and pounds")
{
    CHECK(utf8_from_windows_1252("\x93Si\xE2n\x94 \x96 \xA3""5 \x80""6 \x81") == "“Siân” – £5 €6 \xEF\xBF\xBD");
}

TEST_CASE("numbers and nouns agree")
{
    CHECK(counted(1, "pupil") == "1 pupil");
    CHECK(counted(0, "pupil") == "0 pupils");
    CHECK(counted(1204, "pupil") == "1,204 pupils");
    CHECK(counted(2, "child", "children") == "2 children");
    CHECK(with_commas(999) == "999");
    CHECK(with_commas(1000) == "1,000");
    CHECK(with_commas(-1234567) == "-1,234,567");
}

TEST_CASE("lists read as a sentence")
{
    CHECK(listed({}) == "");
    CHECK(listed({"a"}) == "a");
    CHECK(listed({"a", "b"}) == "a and b");
    CHECK(listed({"a", "b", "c"}) == "a, b and c");
    CHECK(listed({"a", "b"}, "or") == "a or b");
    CHECK(words_of("place_in_provision") == "Place in provision");
}

TEST_CASE("text is cut and joined")
{
    CHECK(trimmed(" \t a b \r\n") == "a b");
    CHECK(trimmed("  ").empty());
    CHECK(split("a,,b", ',') == std::vector<std::string_view>{"a", "", "b"});
    CHECK(split("", ',').size() == 1);
    CHECK(join({"a", "b"}, ", ") == "a, b");
    CHECK(lower_ascii("LS7 3QA") == "ls7 3qa");
}

}  // namespace waymark
