// R29: what the register says a provider is, and when it disagrees with the directory.
#include "directory/rules/provider.hpp"

#include <doctest/doctest.h>

namespace waymark::directory {
namespace {

Provider oakfield() { return {.name = "Oakfield School", .registration = Registration::independent_school, .urn = "900205"}; }
RegisterEntry entry()
{
    return {.urn = "900205", .name = "Oakfield School", .type_code = "11", .type_name = "Other independent school",
            .status_code = "1", .status_name = "Open", .age_low = 11, .age_high = 16};
}

}  // namespace

TEST_CASE("the register's type decides what a provider is")
{
    CHECK(registration_on_register("14") == Registration::pru);
    CHECK(registration_on_register("42") == Registration::ap_academy);
    CHECK(registration_on_register("43") == Registration::ap_academy);
    CHECK(registration_on_register("38") == Registration::ap_free_school);
    CHECK(registration_on_register("10") == Registration::independent_school);
    CHECK(registration_on_register("7") == Registration::special_school);
}

TEST_CASE("a mainstream school or a children's centre is no kind of provider")
{
    CHECK_FALSE(registration_on_register("01").has_value());
    CHECK_FALSE(registration_on_register("35").has_value());
    CHECK_FALSE(registration_on_register("").has_value());
}

TEST_CASE("an open school within its ages needs no warning")
{
    CHECK(register_warnings(oakfield(), entry(), 11, 16).empty());
}

TEST_CASE("a school that the register has closed is warned of, with the date")
{
    RegisterEntry closed = entry();
    closed.status_code = "2";
    closed.closed_on = date(2026, 8, 31);
    CHECK(register_warnings(oakfield(), closed, 11, 16) ==
          std::vector<std::string>{"The national register shows this school as closed since 31 August 2026."});
}

TEST_CASE("places offered outside the registered ages are warned of, at the edge they are not")
{
    CHECK(register_warnings(oakfield(), entry(), 10, 16).size() == 1);
    CHECK(register_warnings(oakfield(), entry(), 11, 17).size() == 1);
    CHECK(register_warnings(oakfield(), entry(), 10, 17).size() == 2);
}

TEST_CASE("a hospital school stands in the register as a special school, which is no disagreement")
{
    Provider hospital = oakfield();
    hospital.registration = Registration::hospital_school;
    RegisterEntry special = entry();
    special.type_code = "07";
    CHECK(register_warnings(hospital, special, 11, 16).empty());
    CHECK(register_warnings(oakfield(), special, 11, 16).size() == 1);
}

TEST_CASE("an unregistered provider is not looked up, a registered one that cannot be found is warned of")
{
    CHECK(register_warnings({.name = "Greenways Farm"}, std::nullopt, 11, 16).empty());
    CHECK(register_warnings(oakfield(), std::nullopt, 11, 16).size() == 1);
}

}  // namespace waymark::directory
