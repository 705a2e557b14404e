// What several pages of a referral show: who it is about, its state, its clocks, its eight sections.
#pragma once

#include <string>
#include <vector>

#include "platform/context.hpp"
#include "platform/documents/documents.hpp"
#include "pupils/rules/clock.hpp"
#include "pupils/rules/records.hpp"
#include "referrals/rules/completeness.hpp"
#include "referrals/store/referrals.hpp"
#include "ui/ui.hpp"

namespace waymark::referrals {

/// A referral with all that its pages show of the child: what is known is shown, never asked.
struct ReferralScreen {
    Referral referral;
    SectionStates states;
    pupils::PupilSummary pupil;
    std::vector<pupils::Exclusion> exclusions;
    std::vector<pupils::SenRecord> sen;             // in force today
    std::vector<pupils::Circumstance> circumstances;  // in force today
    std::vector<pupils::Contact> contacts;
    std::vector<documents::Document> documents;
    std::vector<Category> categories;
    std::vector<ClockShown> clocks;
    Date today;
    bool is_own = false;                            // the person's organisation writes it

    [[nodiscard]] std::string href(std::string_view page = {}) const;
    [[nodiscard]] std::string category_name() const;
};

/// Fails `referral.not_found`, also for another organisation's draft: that it exists is their secret.
[[nodiscard]] Result<ReferralScreen> load_screen(Transaction& tx, const Who& who, ReferralId id);

/// The identity bar, and under it the page's h1.
void referral_head(ui::Buffer& out, const ReferralScreen& screen, std::string_view title, std::string_view caption = {});
[[nodiscard]] ui::Html state_tag(State state);
/// Each clock with its due day, its source, and how it was counted behind one click.
/// The eight sections as they stand; with_change adds a Change link to each.
void sections_view(ui::Buffer& out, const ReferralScreen& screen, bool with_change);
/// What the record says already about the matter of this section.
void known_facts_view(ui::Buffer& out, const ReferralScreen& screen, Section section);
void documents_view(ui::Buffer& out, const std::vector<documents::Document>& documents);
[[nodiscard]] std::string who_has_it(const Referral& referral);
[[nodiscard]] std::string hours_text(std::optional<int> minutes_a_week);

}  // namespace waymark::referrals
