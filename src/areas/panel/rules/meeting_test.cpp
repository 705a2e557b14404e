// Who makes a quorum, who may take the chair, and what the minute says.
#include "panel/rules/meeting.hpp"

#include <doctest/doctest.h>

namespace waymark::panel {
namespace {

PanelMemberId member(std::string_view name) { return {Id::from_words(name)}; }

Attendee here(std::string name, Agency agency, bool present = true)
{
    return {.member = {.id = member(name), .organisation = {Id::from_words(name + "'s employer")}, .name = name, .agency = agency, .term = {date(2026, 9, 1), {}}},
            .present = present};
}

/// Four of Harrowdale's panel, three needed from two agencies, Margaret Oduya in the chair.
Sitting panel_of_four()
{
    Meeting meeting{.on_day = date(2026, 11, 26), .starts = "09:30", .chair = member("Margaret Oduya"), .members_min = 3, .agencies_min = 2};
    meeting.attendees = {here("Margaret Oduya", Agency::education), here("Dr Sam Okoro", Agency::health),
                         here("Leah Brannigan", Agency::social_care), here("Helen Marsh", Agency::schools)};
    return {.meeting = meeting, .conflicts = {}};
}

TEST_CASE("a member who declares a conflict is not counted, and the last one who does takes the quorum away")
{
    Sitting sitting = panel_of_four();
    CHECK(sitting.quorum().is_met());
    sitting.conflicts.push_back({member("Helen Marsh"), "Head of the school that refers"});
    CHECK(sitting.quorum().members == 3);
    CHECK(problems_with_sitting(sitting).empty());
    sitting.conflicts.push_back({member("Dr Sam Okoro"), "Treats the child's brother"});
    CHECK(problems_with_sitting(sitting).has("panel.no_quorum"));
}

TEST_CASE("enough heads from one agency are no quorum when two agencies are needed")
{
    Sitting sitting = panel_of_four();
    for (Attendee& one : sitting.meeting.attendees) one.member.agency = Agency::education;
    CHECK(sitting.quorum().members == 4);
    CHECK(problems_with_sitting(sitting).code() == "panel.no_quorum");
}

TEST_CASE("those who are absent, or of whom nobody has said, are not counted")
{
    Sitting sitting = panel_of_four();
    sitting.meeting.attendees[1].present = false;
    sitting.meeting.attendees[2].present = std::nullopt;
    CHECK(sitting.quorum().members == 2);
}

TEST_CASE("the chair must be chosen, present and without a conflict")
{
    Sitting sitting = panel_of_four();
    sitting.meeting.chair.reset();
    CHECK(problems_with_sitting(sitting).has("panel.no_chair"));
    sitting = panel_of_four();
    sitting.meeting.attendees[0].present = false;
    CHECK(problems_with_sitting(sitting).has("panel.chair_absent"));
    sitting = panel_of_four();
    sitting.conflicts.push_back({member("Margaret Oduya"), "Knows the family"});
    CHECK(problems_with_sitting(sitting).has("panel.chair_conflicted"));
}

TEST_CASE("the minute names who decided, who stood aside and why, and who was away")
{
    Sitting sitting = panel_of_four();
    sitting.meeting.attendees[2].present = false;
    sitting.conflicts.push_back({member("Helen Marsh"), "Head of the school that refers"});
    CHECK(minute_of(sitting) ==
          "Present: Margaret Oduya (education, in the chair) and Dr Sam Okoro (health).\n"
          "Stood aside for this case: Helen Marsh (schools): Head of the school that refers.\n"
          "Not present: Leah Brannigan (social care).");
}

TEST_CASE("a member who works for the school that refers is asked about a conflict until they declare it")
{
    Sitting sitting = panel_of_four();
    const std::vector<OrganisationId> school{{Id::from_words("Helen Marsh's employer")}};
    REQUIRE(likely_conflicts(sitting, school).size() == 1);
    CHECK(likely_conflicts(sitting, school).front()->name == "Helen Marsh");
    sitting.conflicts.push_back({member("Helen Marsh"), "Head of the school that refers"});
    CHECK(likely_conflicts(sitting, school).empty());
}

TEST_CASE("times are read as people write them")
{
    CHECK(parse_start_time("9:30am") == "09:30");
    CHECK(parse_start_time("9.30") == "09:30");
    CHECK(parse_start_time("2 pm") == "14:00");
    CHECK(parse_start_time("12pm") == "12:00");
    CHECK(parse_start_time("12am") == "00:00");
    for (const auto* wrong : {"", "9", "25:00", "9:61", "13pm", "half nine"}) CHECK(code_of(parse_start_time(wrong)) == "panel.time_not_understood");
    CHECK(start_time_name("09:30") == "9:30am");
    CHECK(start_time_name("12:00") == "midday");
    CHECK(start_time_name("14:00") == "2pm");
}

}  // namespace
}  // namespace waymark::panel
