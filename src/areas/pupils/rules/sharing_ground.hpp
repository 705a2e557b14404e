// R53: on which lawful ground what is known of a child is used or shared.
#pragma once

#include <string_view>
#include <vector>

namespace waymark::pupils {

enum class SharingPurpose { placing, safeguarding, photograph_or_survey };
enum class InformationKind { ordinary, special_category, health, criminal };

/// Articles of the UK GDPR and paragraphs of Schedule 1 of the Data Protection Act 2018.
enum class LawfulGround {
    consent_6_1_a, legal_obligation_6_1_c, public_task_6_1_e,
    explicit_consent_9_2_a, substantial_public_interest_9_2_g, health_care_9_2_h, criminal_data_10,
    statutory_purpose_schedule_1_6, safeguarding_schedule_1_18,
};

struct SharingGround {
    std::vector<LawfulGround> grounds;  // all of them together; none: nothing here allows it
    bool asks_consent = false;
    bool records_disclosure = false;    // what, to whom, why and on which ground is written down
};

/// The grounds for one purpose and kind of information. Placing and keeping a child safe rest on the law, never on consent: what
/// cannot be refused is not asked. A photograph or a survey is asked for, and nothing criminal belongs in one.
/// Rule       R53
/// Source     UK GDPR arts 6, 9 and 10; Data Protection Act 2018 Sch. 1 paras 6 and 18; DfE, Information sharing advice (2024)
[[nodiscard]] SharingGround sharing_ground(SharingPurpose purpose, InformationKind kind);

[[nodiscard]] std::string_view ground_name(LawfulGround ground);  // "UK GDPR article 6(1)(e): public task"

}  // namespace waymark::pupils
