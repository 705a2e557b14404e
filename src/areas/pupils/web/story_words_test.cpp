#include <doctest/doctest.h>

#include "pupils/web/story_words.hpp"

using waymark::pupils::story_words;

TEST_CASE("a child's story is told in people's words, and a deed without words of its own as its record and verb")
{
    CHECK(story_words("placement", "confirmed") == "Safeguarding confirmation given");
    CHECK(story_words("referral", "put_on_agenda") == "Referral put on a panel’s agenda");
    CHECK(story_words("placement", "started") == "Placement started");
    CHECK(story_words("sen_record", "looked_over") == "Sen record looked over");
}
