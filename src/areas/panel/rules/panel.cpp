// The words for agencies.
#include "panel/rules/panel.hpp"

namespace waymark::panel {

std::string agency_name(Agency agency)
{
    switch (agency) {
    case Agency::education: return "Education";
    case Agency::health: return "Health";
    case Agency::social_care: return "Social care";
    case Agency::youth_justice: return "Youth justice";
    case Agency::schools: return "Schools";
    }
    return {};
}

}  // namespace waymark::panel
