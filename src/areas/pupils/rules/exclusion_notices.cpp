// Notices to the parent, and who else is told.
#include "pupils/rules/exclusion_notices.hpp"

namespace waymark::pupils {

std::vector<ToTell> people_to_tell(const PeopleOfChild& child)
{
    std::vector<ToTell> people{ToTell::parent, ToTell::authority};
    if (child.has_social_worker) people.push_back(ToTell::social_worker);
    if (child.has_virtual_head) people.push_back(ToTell::virtual_head);
    return people;
}

ProvisionNotice provision_notice(const ProvisionFacts& facts, const Law& law)
{
    ProvisionNotice notice;
    if (facts.known_on_first_day) notice.latest = facts.first_afternoon_ends;
    else if (facts.starts_before_day_six && facts.parent_consents) notice = {.latest = facts.starts, .is_waived = true};
    else notice.latest = facts.starts - std::chrono::hours{law.exclusion_notice_hours};
    if (facts.told) notice.is_in_time = *facts.told <= notice.latest;
    return notice;
}

std::vector<NoticeDetail> missing_from(const NoticeContents& notice)
{
    std::vector<NoticeDetail> missing;
    if (!notice.start_date) missing.push_back(NoticeDetail::start_date);
    if (!notice.times) missing.push_back(NoticeDetail::times);
    if (!notice.address) missing.push_back(NoticeDetail::address);
    if (!notice.person) missing.push_back(NoticeDetail::person);
    return missing;
}

}  // namespace waymark::pupils
