#include <doctest/doctest.h>

#include "platform/http/response.hpp"

using namespace waymark;

TEST_CASE("a redirect cannot smuggle a header")
{
    CHECK(see_other("/work\r\nSet-Cookie: a=b").header("location") == "/workSet-Cookie: a=b");
}

TEST_CASE("a download keeps its name, accents and all, for new and old browsers")
{
    CHECK(csv_download("Zoë \"plan\".csv", "").header("Content-Disposition") ==
          "attachment; filename=\"Zo__ _plan_.csv\"; filename*=UTF-8''Zo%C3%AB%20%22plan%22.csv");
}

TEST_CASE("a success message travels beside the redirect")
{
    const auto response = see_other_with_success("/pupils", "Saved");
    CHECK(response.status == 303);
    CHECK(response.success == "Saved");
}
