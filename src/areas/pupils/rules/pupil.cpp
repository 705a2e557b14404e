// The words of the identity bar.
#include "pupils/rules/pupil.hpp"

namespace waymark::pupils {

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

std::string year_group_name(int year_group)
{
    if (year_group < 0) return "Nursery";
    return year_group == 0 ? "Reception" : "Year " + std::to_string(year_group);
}

std::string sen_name(SenProvision provision)
{
    switch (provision) {
    case SenProvision::none: return "No SEN recorded";
    case SenProvision::support: return "SEN support";
    case SenProvision::ehcp: return "EHC plan";
    }
    return {};
}

}  // namespace waymark::pupils
