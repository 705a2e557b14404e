// One line a row, a panel, a page or a filter.
#include "app/pupil_pages.hpp"

#include "attendance/web/pupil_panel.hpp"
#include "family/web/contact_rows.hpp"
#include "panel/web/referral_rows.hpp"
#include "placements/web/pupil_panel.hpp"
#include "pupils/web/panels.hpp"
#include "referrals/web/panels.hpp"
#include "referrals/web/pupil_panel.hpp"

namespace waymark::app {

void join_pupil_pages()
{
    static constexpr pupils::NowRows now[] = {attendance::now_rows, placements::now_rows, referrals::now_rows};
    static constexpr pupils::NowRows emergency[] = {attendance::emergency_rows};
    static constexpr pupils::PupilPanel panels[] = {{"Referrals", referrals::has_referrals, referrals::referrals_panel}};
    static constexpr pupils::PupilSubpage subpages[] = {{"Attendance", "attendance"}, {"Clocks", "clocks", false}};
    static constexpr pupils::PupilListFilter filters[] = {{"reason", "Referred mainly for", referrals::reason_choices, referrals::referred_for}};
    static constexpr pupils::ContactLink contact_links[] = {family::contact_link};
    pupils::extend_pupil_pages({.now = now, .emergency = emergency, .panels = panels, .subpages = subpages, .filters = filters, .contact_links = contact_links});
    static constexpr referrals::ReferralRows of_referrals[] = {panel::referral_rows, placements::referral_rows};
    referrals::extend_referral_page(of_referrals);
}

}  // namespace waymark::app
