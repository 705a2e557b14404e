// UPNs: the worked examples of R48, all from establishment 0000 but the published one, so they are no real child's.
#include "vocabulary/upn.hpp"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("a UPN with the right check letter is taken, however it was typed")
{
    for (const auto* text : {"B801200005001", "R373000026001", "F931000026017", "C37300002600A"}) CHECK(Upn::parse(text)->text() == text);
    CHECK(Upn::parse(" r373 0000 26001 ")->text() == "R373000026001");
    CHECK(Upn::parse("R373000026001")->allocating_authority() == "373");
}

TEST_CASE("a wrong check letter or digit is refused")
{
    CHECK(code_of(Upn::parse("A801200005001")) == "upn.check");
    CHECK(code_of(Upn::parse("B801200005002")) == "upn.check");
    CHECK(Upn::parse("Q801200005002"));
    CHECK(code_of(Upn::parse("B801200005010")) == "upn.check");
}

TEST_CASE("what has not the shape of a UPN is refused with what is wrong")
{
    CHECK(code_of(Upn::parse("")) == "upn.length");
    CHECK(code_of(Upn::parse("B80120000500")) == "upn.length");
    CHECK(code_of(Upn::parse("B8012000050011")) == "upn.length");
    for (const auto* text : {"I801200005001", "O801200005001", "S801200005001", "B80120000500I", "B80120000500S", "B8012O0005001", "8801200005001"})
        CHECK(code_of(Upn::parse(text)) == "upn.letters");
}

TEST_CASE("a UPN that ends in a letter is temporary")
{
    CHECK(Upn::parse("C37300002600A")->is_temporary());
    CHECK_FALSE(Upn::parse("R373000026001")->is_temporary());
}

TEST_CASE("a child that gets its permanent UPN still answers to the temporary one, never the other way round")
{
    const Upn temporary = *Upn::parse("C37300002600A"), permanent = *Upn::parse("R373000026001");
    const auto numbers = with_new_upn({.current = temporary}, permanent);
    CHECK(numbers->current == permanent);
    CHECK(numbers->answers_to(temporary));
    CHECK_FALSE(numbers->answers_to(*Upn::parse("F931000026017")));
    CHECK(code_of(with_new_upn(*numbers, temporary)) == "upn.back_to_temporary");
    CHECK(with_new_upn(*numbers, permanent)->former == temporary.text());
}

}  // namespace waymark
