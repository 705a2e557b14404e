// The table. Each row is one permission and who holds it; a permission without a row is nobody's.
#include "people/rules/roles.hpp"

#include <cstdint>
#include <initializer_list>

#include "foundation/result.hpp"

namespace waymark::people {
namespace {

using enum Role;

/// A set of roles as bits.
struct Roles {
    std::uint32_t bits = 0;
    constexpr Roles(std::initializer_list<Role> roles)
    {
        for (const Role role : roles) bits |= 1U << static_cast<unsigned>(role);
    }
    constexpr Roles(std::uint32_t set) : bits{set} {}
    [[nodiscard]] constexpr bool has(Role role) const { return (bits >> static_cast<unsigned>(role)) & 1U; }
    [[nodiscard]] constexpr Roles and_also(Roles others) const { return {bits | others.bits}; }
};

constexpr Roles everybody{commissioner,   panel_clerk,   panel_chair, panel_member,      qa_officer, finance_officer,
                          sen_caseworker, virtual_school, agency_worker, school_lead,    school_attendance, trust_lead,
                          provider_manager, provider_tutor, director, inspector,         administrator};
/// Everybody who works with children's records: all but the administrator.
constexpr Roles with_children{commissioner,   panel_clerk,    panel_chair,   panel_member, qa_officer,        finance_officer,
                              sen_caseworker, virtual_school, agency_worker, school_lead,  school_attendance, trust_lead,
                              provider_manager, provider_tutor, director,    inspector};
constexpr Roles of_the_authority{commissioner, panel_clerk, panel_chair, qa_officer, finance_officer, sen_caseworker, virtual_school, director};
constexpr Roles of_schools{school_lead, school_attendance, trust_lead};
constexpr Roles of_the_panel{panel_clerk, panel_chair, panel_member};

struct Grant {
    Permission permission;
    Roles roles;
};

constexpr Grant grants[] = {
    {Permission::see_work, everybody},

    {Permission::see_providers, of_the_authority.and_also(of_schools).and_also({panel_member, agency_worker, provider_manager, inspector})},
    {Permission::edit_providers, {commissioner, provider_manager}},  // a provider its own profile only, and checked
    {Permission::approve_provider_changes, {commissioner, qa_officer}},
    {Permission::import_providers, {commissioner}},

    {Permission::see_pupils, with_children},
    {Permission::create_pupils, {commissioner, school_lead}},
    {Permission::edit_pupils, {commissioner, sen_caseworker, virtual_school, school_lead}},
    {Permission::see_pupil_access, {commissioner, inspector}},
    {Permission::send_family_links, {commissioner, sen_caseworker, virtual_school, school_lead}},

    {Permission::see_referrals, {commissioner, panel_clerk, panel_chair, panel_member, sen_caseworker, virtual_school, agency_worker,
                                 school_lead, trust_lead, director, inspector}},
    {Permission::write_referrals, {commissioner, sen_caseworker, virtual_school, school_lead}},
    {Permission::triage_referrals, {commissioner, panel_clerk}},

    {Permission::see_panels, of_the_panel.and_also({commissioner, director, inspector})},
    {Permission::run_panels, {panel_clerk, panel_chair}},
    {Permission::decide_referrals, {panel_clerk, panel_chair}},
    {Permission::sign_off_placements, {commissioner, director}},
    {Permission::send_letters, {panel_clerk}},

    {Permission::see_shortlist, {commissioner, panel_clerk, sen_caseworker, school_lead}},
    {Permission::make_offers, {commissioner, panel_clerk, sen_caseworker}},
    {Permission::see_offers, {commissioner, panel_clerk, sen_caseworker, provider_manager}},
    {Permission::answer_offers, {provider_manager}},

    {Permission::see_placements, with_children},
    {Permission::manage_placements, {commissioner, school_lead}},
    {Permission::give_confirmations, {commissioner, school_lead, provider_manager}},
    {Permission::watch_registration, {commissioner, qa_officer, director, inspector, provider_manager}},  // a provider its own only

    {Permission::take_registers, {provider_manager, provider_tutor}},
    {Permission::correct_registers, {commissioner, provider_manager}},
    {Permission::see_absence, of_schools.and_also({commissioner, virtual_school, inspector})},
    {Permission::record_absence_contact, of_schools.and_also({commissioner, virtual_school})},
    {Permission::see_attendance, of_the_authority.and_also(of_schools).and_also({inspector})},

    {Permission::see_reviews, with_children},
    {Permission::hold_reviews, {commissioner, sen_caseworker, virtual_school, school_lead, provider_manager}},

    {Permission::see_clocks, of_the_authority.and_also(of_schools).and_also({panel_member, agency_worker, inspector})},
    {Permission::record_clock_facts, {commissioner, panel_clerk, sen_caseworker, virtual_school, school_lead, school_attendance}},
    {Permission::record_lawful_reasons, {commissioner, sen_caseworker, virtual_school}},  // a school cannot excuse the authority
    {Permission::see_calendars, everybody},  // whose calendar one may change: people/rules/calendar_access.hpp
    {Permission::change_calendars, {commissioner, administrator, school_lead, provider_manager}},

    {Permission::see_oversight, {commissioner, director, inspector, school_lead, trust_lead}},
    {Permission::see_settings, {commissioner, director, inspector, administrator}},
    {Permission::change_settings, {commissioner, administrator}},
    {Permission::manage_users, {administrator}},
    {Permission::see_audit, {commissioner, administrator}},  // an administrator without what concerns children
    {Permission::answer_subject_access, {commissioner}},
    {Permission::erase_records, {commissioner}},
};

constexpr Destination work{"Work", "/work"}, pupils{"Pupils", "/pupils"}, referrals{"Referrals", "/referrals"},
    meetings{"Meetings", "/meetings"}, providers{"Providers", "/providers"}, placements{"Placements", "/placements"},
    offers{"Offers", "/offers"}, registers{"Registers", "/registers"}, absence{"Absence", "/absence"},
    attendance{"Attendance", "/attendance"}, reviews{"Reviews", "/reviews"}, waiting{"Waiting", "/waiting"}, letters{"Letters", "/letters"},
    clocks{"Clocks", "/clocks"}, calendars{"School calendars", "/admin/settings/terms"},
    inspection{"For inspectors", "/inspection"}, registration{"Not schools", "/registration"}, users{"People", "/admin/users"}, tokens{"API tokens", "/admin/tokens"}, backups{"Backups", "/admin/backups"},
    sharing{"Sharing", "/sharing"}, trail{"Who did what", "/audit"},
    profile{"Profile", "/providers"};  // a provider’s directory is its own record

constexpr Destination for_commissioners[] = {work, pupils, referrals, placements, providers, absence, clocks, reviews, attendance, registration, inspection, sharing};
constexpr Destination for_the_panel[] = {work, referrals, meetings, letters, waiting, pupils, providers, placements};
constexpr Destination for_caseworkers[] = {work, pupils, referrals, placements, absence, reviews, clocks, providers, attendance};
constexpr Destination for_schools[] = {work, pupils, referrals, absence, placements, reviews, clocks, providers, attendance, inspection};
constexpr Destination for_attendance[] = {work, absence, pupils, placements, attendance, providers, clocks};
constexpr Destination for_providers[] = {work, registers, pupils, offers, reviews, profile, placements};
constexpr Destination for_leaders[] = {work, pupils, placements, attendance, providers, inspection, reviews, clocks, referrals, registration};
constexpr Destination for_quality[] = {work, providers, pupils, placements, reviews, registration, attendance, clocks};
constexpr Destination for_finance[] = {work, pupils, placements, attendance, providers, reviews, clocks};
constexpr Destination for_administrators[] = {work, users, calendars, tokens, backups, trail};

}  // namespace

bool may(std::optional<Role> role, Permission permission)
{
    if (permission == Permission::anyone) return true;
    if (!role) return false;
    if (permission == Permission::signed_in) return true;
    for (const auto& grant : grants)
        if (grant.permission == permission) return grant.roles.has(*role);
    return false;
}

std::string_view role_name(Role role)
{
    switch (role) {
    case commissioner: return "commissioner";
    case panel_clerk: return "panel clerk";
    case panel_chair: return "panel chair";
    case panel_member: return "panel member";
    case qa_officer: return "quality officer";
    case finance_officer: return "finance officer";
    case sen_caseworker: return "SEND caseworker";
    case virtual_school: return "virtual school head";
    case agency_worker: return "agency worker";
    case school_lead: return "school inclusion lead";
    case school_attendance: return "school attendance officer";
    case trust_lead: return "trust lead";
    case provider_manager: return "provider manager";
    case provider_tutor: return "tutor";
    case director: return "director";
    case inspector: return "inspector";
    case administrator: return "administrator";
    }
    expects(false);
    return {};
}

std::string_view whom_to_ask(Role role)
{
    switch (role) {
    case school_lead:
    case school_attendance: return "your school’s inclusion lead, or the authority’s commissioning team";
    case trust_lead: return "the school, or the authority’s commissioning team";
    case provider_tutor: return "your manager";
    case provider_manager:
    case agency_worker:
    case panel_member: return "the authority’s commissioning team";
    case commissioner:
    case panel_clerk:
    case panel_chair:
    case qa_officer:
    case finance_officer:
    case sen_caseworker:
    case virtual_school:
    case director:
    case inspector:
    case administrator: return "the person who looks after accounts in your authority";
    }
    expects(false);
    return {};
}

std::span<const Destination> destinations(Role role)
{
    switch (role) {
    case commissioner: return for_commissioners;
    case panel_clerk:
    case panel_chair:
    case panel_member: return for_the_panel;
    case sen_caseworker:
    case virtual_school:
    case agency_worker: return for_caseworkers;
    case school_lead:
    case trust_lead: return for_schools;
    case school_attendance: return for_attendance;
    case provider_manager:
    case provider_tutor: return for_providers;
    case qa_officer: return for_quality;
    case finance_officer: return for_finance;
    case director:
    case inspector: return for_leaders;
    case administrator: return for_administrators;
    }
    expects(false);
    return {};
}

}  // namespace waymark::people
