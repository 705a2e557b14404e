// The words of a child's record.
#include "pupils/rules/pupil.hpp"

#include <span>
#include <utility>

#include "vocabulary/school_year.hpp"

namespace waymark::pupils {
namespace {

using Code = std::pair<std::string_view, std::string_view>;

/// Reasons of suspension and exclusion since September 2020.
constexpr Code exclusion_reasons[] = {
    {"PP", "physical assault against a pupil"},
    {"PA", "physical assault against an adult"},
    {"VP", "verbal abuse or threat against a pupil"},
    {"VA", "verbal abuse or threat against an adult"},
    {"OW", "use or threat of an offensive weapon or banned item"},
    {"BU", "bullying"},
    {"RA", "racist abuse"},
    {"LG", "abuse about sexual orientation or gender identity"},
    {"DS", "abuse relating to disability"},
    {"SM", "sexual misconduct"},
    {"DA", "drugs and alcohol"},
    {"DM", "damage"},
    {"TH", "theft"},
    {"DB", "persistent or general disruptive behaviour"},
    {"MT", "inappropriate use of social media or online technology"},
    {"PH", "wilful and repeated breach of public-health measures"},
};

/// Types of special educational need.
constexpr Code needs[] = {
    {"SPLD", "specific learning difficulty"},
    {"MLD", "moderate learning difficulty"},
    {"SLD", "severe learning difficulty"},
    {"PMLD", "profound and multiple learning difficulty"},
    {"DS", "Down syndrome"},
    {"SEMH", "social, emotional and mental health"},
    {"SLCN", "speech, language and communication"},
    {"ASD", "autism"},
    {"HI", "hearing impairment"},
    {"VI", "vision impairment"},
    {"MSI", "multi-sensory impairment"},
    {"PD", "physical disability"},
    {"OTH", "other difficulty"},
    {"NSA", "no specialist assessment of the type of need yet"},
};

std::string meaning(std::span<const Code> codes, std::string_view code)
{
    for (const auto& [known, words] : codes)
        if (known == code) return std::string{words};
    return std::string{code};
}

}  // namespace

Identity identity_of(const PupilSummary& pupil)
{
    return {
        .name = full_name(pupil),
        .reference = pupil.reference,
        .href = "/pupils/" + pupil.reference,
        .year = pupil.year_group ? year_group_name(*pupil.year_group) : "Year group not recorded",
        .school = pupil.school_name.empty() ? "Not on a school’s roll" : pupil.school_name,
        .sen = pupil.sen == SenProvision::none ? "" : sen_name(pupil.sen),
        .care = pupil.looked_after ? "Looked after" : "",
        .address = pupil.address_protected ? "Address protected" : "",
    };
}

std::string full_name(const PupilSummary& pupil) { return pupil.known_as + " " + pupil.last_name; }

std::string sen_name(SenProvision provision)
{
    switch (provision) {
    case SenProvision::none: return "No SEN recorded";
    case SenProvision::support: return "SEN support";
    case SenProvision::ehcp: return "EHC plan";
    }
    return {};
}

std::string enrolment_status_name(EnrolmentStatus status)
{
    switch (status) {
    case EnrolmentStatus::current_single: return "On this roll only";
    case EnrolmentStatus::current_main: return "Main school of two";
    case EnrolmentStatus::current_subsidiary: return "Second school of two";
    case EnrolmentStatus::guest: return "Guest";
    }
    return {};
}

std::string circumstance_name(CircumstanceKind kind)
{
    switch (kind) {
    case CircumstanceKind::looked_after: return "Looked after";
    case CircumstanceKind::previously_looked_after: return "Previously looked after";
    case CircumstanceKind::child_in_need: return "Child in need";
    case CircumstanceKind::protection_plan: return "Child protection plan";
    case CircumstanceKind::young_carer: return "Young carer";
    case CircumstanceKind::youth_justice: return "Involved with the youth justice system";
    case CircumstanceKind::fsm: return "Free school meals";
    case CircumstanceKind::eal: return "English as an additional language";
    case CircumstanceKind::medical: return "Medical need";
    case CircumstanceKind::social_worker: return "Has a social worker";
    }
    return {};
}

std::string exclusion_status_name(ExclusionStatus status)
{
    switch (status) {
    case ExclusionStatus::in_force: return "In force";
    case ExclusionStatus::governors_pending: return "Waiting for the governors";
    case ExclusionStatus::upheld: return "Upheld";
    case ExclusionStatus::review_panel: return "Before an independent review panel";
    case ExclusionStatus::reinstated: return "Reinstated";
    case ExclusionStatus::rescinded: return "Withdrawn by the school";
    case ExclusionStatus::ended: return "Ended";
    }
    return {};
}

std::string exclusion_reason_name(std::string_view code) { return meaning(exclusion_reasons, code); }
std::string need_name(std::string_view code) { return meaning(needs, code); }

}  // namespace waymark::pupils
