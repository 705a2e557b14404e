#include "pupils/rules/sharing_ground.hpp"

#include <algorithm>

#include <doctest/doctest.h>

using namespace waymark;
using pupils::InformationKind;
using pupils::LawfulGround;
using pupils::SharingPurpose;

namespace {

bool rests_on(const pupils::SharingGround& found, LawfulGround ground) { return std::ranges::find(found.grounds, ground) != found.grounds.end(); }

}  // namespace

TEST_CASE("R53: consent is never the ground for placing a child or keeping a child safe")
{
    for (const auto purpose : {SharingPurpose::placing, SharingPurpose::safeguarding})
        for (const auto kind : {InformationKind::ordinary, InformationKind::special_category, InformationKind::health, InformationKind::criminal}) {
            const auto found = pupils::sharing_ground(purpose, kind);
            CHECK_FALSE(found.asks_consent);
            CHECK(found.records_disclosure);
            CHECK(rests_on(found, LawfulGround::public_task_6_1_e));
            CHECK_FALSE(rests_on(found, LawfulGround::consent_6_1_a));
            CHECK_FALSE(rests_on(found, LawfulGround::explicit_consent_9_2_a));
        }
}

TEST_CASE("R53: sensitive information needs a condition besides: statutory purposes for placing, safeguarding for safety")
{
    const auto placing = pupils::sharing_ground(SharingPurpose::placing, InformationKind::special_category);
    CHECK(rests_on(placing, LawfulGround::statutory_purpose_schedule_1_6));
    CHECK_FALSE(rests_on(placing, LawfulGround::safeguarding_schedule_1_18));
    const auto safety = pupils::sharing_ground(SharingPurpose::safeguarding, InformationKind::special_category);
    CHECK(rests_on(safety, LawfulGround::safeguarding_schedule_1_18));
    CHECK(rests_on(pupils::sharing_ground(SharingPurpose::placing, InformationKind::health), LawfulGround::health_care_9_2_h));
    CHECK(rests_on(pupils::sharing_ground(SharingPurpose::safeguarding, InformationKind::health), LawfulGround::safeguarding_schedule_1_18));
    CHECK(rests_on(pupils::sharing_ground(SharingPurpose::placing, InformationKind::criminal), LawfulGround::criminal_data_10));
    CHECK(pupils::sharing_ground(SharingPurpose::placing, InformationKind::ordinary).grounds.size() == 2);
}

TEST_CASE("R53: a photograph or a survey is asked for, and holds nothing criminal")
{
    CHECK(pupils::sharing_ground(SharingPurpose::photograph_or_survey, InformationKind::ordinary).asks_consent);
    CHECK(rests_on(pupils::sharing_ground(SharingPurpose::photograph_or_survey, InformationKind::health), LawfulGround::explicit_consent_9_2_a));
    CHECK(pupils::sharing_ground(SharingPurpose::photograph_or_survey, InformationKind::criminal).grounds.empty());
}
