// Which PostgreSQL has to prove itself: those on another machine, unless somebody said otherwise.
#include <doctest/doctest.h>

#include "platform/database/database.hpp"
#include "platform/database/postgres_address.hpp"

using namespace waymark;
using postgres::asking_for_proof;

namespace {

std::string asked(const std::string& address, const postgres::Surroundings& around = {}) { return asking_for_proof(address, around).address; }

}  // namespace

TEST_CASE("a PostgreSQL on another machine must prove its name, when the address does not say otherwise")
{
    CHECK(asked("postgresql://waymark@db/waymark") == "postgresql://waymark@db/waymark?sslmode=verify-full");
    CHECK(asked("postgres://db.example.gov.uk:5433/waymark?connect_timeout=5") == "postgres://db.example.gov.uk:5433/waymark?connect_timeout=5&sslmode=verify-full");
    CHECK(asked("postgresql:///waymark?host=10.0.0.5") == "postgresql:///waymark?host=10.0.0.5&sslmode=verify-full");
    CHECK(asked("postgresql://localhost,db/waymark") == "postgresql://localhost,db/waymark?sslmode=verify-full");
    CHECK(asked("postgresql:///waymark?host=localhost&hostaddr=10.0.0.5") == "postgresql:///waymark?host=localhost&hostaddr=10.0.0.5&sslmode=verify-full");
    CHECK(asked("postgresql:///waymark", {.host = "db"}) == "postgresql:///waymark?sslmode=verify-full");
    CHECK(asking_for_proof("postgresql://db/waymark", {}).asks_for_proof);
}

TEST_CASE("a PostgreSQL on this machine need not")
{
    for (const std::string here : {"postgresql:///waymark", "postgresql:///waymark?host=/run/postgresql", "postgresql://localhost/waymark", "postgresql://127.0.0.1:5433/waymark",
                                   "postgresql://[::1]/waymark", "postgresql://%2Frun%2Fpostgresql/waymark", "postgresql://localhost,127.0.0.1/waymark"}) {
        CAPTURE(here);
        CHECK(asked(here) == here);
        CHECK_FALSE(asking_for_proof(here, {}).warning);
    }
}

TEST_CASE("whoever says otherwise is believed, and warned where nothing proves who answers")
{
    for (const std::string mode : {"disable", "allow", "prefer", "require", "verify-ca"}) {
        CAPTURE(mode);
        const auto said = asking_for_proof("postgresql://db/waymark?sslmode=" + mode, {});
        CHECK(said.address == "postgresql://db/waymark?sslmode=" + mode);
        REQUIRE(said.warning);
        CHECK(said.warning->starts_with("sslmode=" + mode + " does not prove that db is the right PostgreSQL."));
    }
    CHECK(asking_for_proof("postgresql://db/waymark", {.host = "", .sslmode = "require"}).warning);
    const auto whole = asking_for_proof("postgresql://db/waymark?sslmode=verify-full", {});
    CHECK(whole.address == "postgresql://db/waymark?sslmode=verify-full");
    CHECK_FALSE(whole.warning);
}

TEST_CASE("the machine's own list of authorities is used where there is no other")
{
    const postgres::Surroundings machine{.system_roots = "/etc/ssl/roots.crt"};
    CHECK(asked("postgresql://db/waymark", machine).ends_with("?sslmode=verify-full&sslrootcert=/etc/ssl/roots.crt"));
    CHECK(asked("postgresql://db/waymark?sslrootcert=/own.crt", machine) == "postgresql://db/waymark?sslrootcert=/own.crt&sslmode=verify-full");
    auto with_own = machine;
    with_own.has_own_roots = true;
    CHECK(asked("postgresql://db/waymark", with_own).ends_with("?sslmode=verify-full"));
}

TEST_CASE("what libpq cannot read is left to it")
{
    CHECK(asked("postgresql://db:port/waymark?no=such") == "postgresql://db:port/waymark?no=such");
}

TEST_CASE("every wait for a PostgreSQL has a limit, unless the address sets its own")
{
    const auto limited = postgres::with_limits("postgresql://db/waymark");
    CHECK(limited == "postgresql://db/waymark?connect_timeout=5&tcp_user_timeout=6000&keepalives_idle=5&keepalives_interval=2&keepalives_count=3&target_session_attrs=read-write");
    CHECK(postgres::with_limits(limited) == limited);
    const auto own = postgres::with_limits("postgresql://a,b/waymark?connect_timeout=9&target_session_attrs=any");
    CHECK(own.starts_with("postgresql://a,b/waymark?connect_timeout=9&target_session_attrs=any&tcp_user_timeout="));
    CHECK_FALSE(own.contains("connect_timeout=5"));
    CHECK_FALSE(own.contains("read-write"));
    CHECK(postgres::with_limits("postgresql:///waymark?host=/run/postgresql") == "postgresql:///waymark?host=/run/postgresql&target_session_attrs=read-write");
    CHECK(postgres::with_limits("postgresql:///waymark?service=records") == "postgresql:///waymark?service=records");
    CHECK(postgres::with_limits("postgresql://%zz") == "postgresql://%zz");
}
