// Removes this area's rows about one child.
#include "referrals/store/erase.hpp"

#include "referrals/store/erase.sql.hpp"

namespace waymark::referrals {

void erase_pupil(Transaction& tx, Id pupil)
{
    tx.run(sql::erase_referral_question, {{"pupil", pupil}});
    tx.run(sql::erase_referral_reason, {{"pupil", pupil}});
    tx.run(sql::erase_referral_section, {{"pupil", pupil}});
    tx.run(sql::erase_referral_triage, {{"pupil", pupil}});
    tx.run(sql::erase_referral, {{"pupil", pupil}});
}

}  // namespace waymark::referrals
