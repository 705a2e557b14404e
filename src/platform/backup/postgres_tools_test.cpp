// What PostgreSQL's own programs are given: where to go, and no secret that everybody on the machine could read.
#include "platform/backup/postgres_tools.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "platform/backup/failure.hpp"

using namespace waymark;

TEST_CASE("a password is in the program’s environment and in none of its arguments")
{
    const std::string address = "postgresql://waymark:s3cret%27%20x@localhost:5433/harrowdale?sslmode=disable";
    for (const auto& line : {backup::dump_of(address, "0001-1"), backup::restore_into(address)}) {
        CAPTURE(line.program);
        CHECK(std::ranges::none_of(line.arguments, [](const auto& argument) { return argument.contains("s3cret"); }));
        CHECK(std::ranges::count(line.environment, std::pair<std::string, std::string>{"PGPASSWORD", "s3cret' x"}) == 1);
        CHECK(line.arguments.back() == "--dbname=dbname='harrowdale' host='localhost' port='5433' sslmode='disable' user='waymark'");
    }
}

TEST_CASE("another database of the same server keeps everything else of the address")
{
    CHECK(backup::address_of_database("postgresql://waymark:a%26b@localhost:5433/harrowdale", "other") ==
          "postgresql:///?dbname=other&host=localhost&password=a%26b&port=5433&user=waymark");
    CHECK(backup::label_of_postgres("postgresql://waymark:secret@db.example/harrowdale") == "db.example/harrowdale");
}

TEST_CASE("the passphrase of a key is refused rather than shown")
{
    CHECK_THROWS_AS((void)backup::dump_of("postgresql://localhost/harrowdale?sslpassword=x", "1"), backup::Failure);
}
