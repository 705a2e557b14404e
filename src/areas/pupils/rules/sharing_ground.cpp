// Purpose and kind of information to articles and paragraphs.
#include "pupils/rules/sharing_ground.hpp"

#include "foundation/result.hpp"

namespace waymark::pupils {
namespace {

SharingGround by_consent(InformationKind kind)
{
    switch (kind) {
    case InformationKind::ordinary: return {.grounds = {LawfulGround::consent_6_1_a}, .asks_consent = true};
    case InformationKind::special_category:
    case InformationKind::health: return {.grounds = {LawfulGround::consent_6_1_a, LawfulGround::explicit_consent_9_2_a}, .asks_consent = true};
    case InformationKind::criminal: return {};
    }
    expects(false);
    return {};
}

}  // namespace

SharingGround sharing_ground(SharingPurpose purpose, InformationKind kind)
{
    if (purpose == SharingPurpose::photograph_or_survey) return by_consent(kind);
    const bool keeps_safe = purpose == SharingPurpose::safeguarding;
    const LawfulGround condition = keeps_safe ? LawfulGround::safeguarding_schedule_1_18 : LawfulGround::statutory_purpose_schedule_1_6;
    SharingGround found{.grounds = {LawfulGround::legal_obligation_6_1_c, LawfulGround::public_task_6_1_e}, .records_disclosure = true};
    switch (kind) {
    case InformationKind::ordinary: break;
    case InformationKind::health:
        if (!keeps_safe) {
            found.grounds.push_back(LawfulGround::health_care_9_2_h);
            break;
        }
        [[fallthrough]];
    case InformationKind::special_category:
        found.grounds.push_back(LawfulGround::substantial_public_interest_9_2_g);
        found.grounds.push_back(condition);
        break;
    case InformationKind::criminal:
        found.grounds.push_back(LawfulGround::criminal_data_10);
        found.grounds.push_back(condition);
        break;
    }
    return found;
}

std::string_view ground_name(LawfulGround ground)
{
    switch (ground) {
    case LawfulGround::consent_6_1_a: return "UK GDPR article 6(1)(a): consent";
    case LawfulGround::legal_obligation_6_1_c: return "UK GDPR article 6(1)(c): legal obligation";
    case LawfulGround::public_task_6_1_e: return "UK GDPR article 6(1)(e): public task";
    case LawfulGround::explicit_consent_9_2_a: return "UK GDPR article 9(2)(a): explicit consent";
    case LawfulGround::substantial_public_interest_9_2_g: return "UK GDPR article 9(2)(g): substantial public interest";
    case LawfulGround::health_care_9_2_h: return "UK GDPR article 9(2)(h): health care";
    case LawfulGround::criminal_data_10: return "UK GDPR article 10: criminal data";
    case LawfulGround::statutory_purpose_schedule_1_6: return "Data Protection Act 2018 Schedule 1 paragraph 6: statutory purposes";
    case LawfulGround::safeguarding_schedule_1_18: return "Data Protection Act 2018 Schedule 1 paragraph 18: safeguarding children";
    }
    expects(false);
    return {};
}

}  // namespace waymark::pupils
