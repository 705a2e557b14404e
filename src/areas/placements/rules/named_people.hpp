// Who answers for a child while placed, by name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace waymark::placements {

/// Rule R30
struct NamedPeople {
    std::string authority_officer;
    std::string school_lead;
    std::string provider_lead;
    std::string social_worker;
};

enum class Responsible { authority_officer, provider_lead, school_lead, social_worker };

/// Whom a placement still has to name before day one; none: somebody answers for every part. A name of spaces is none. Placing moves no
/// responsibility away from the school: whoever is on a roll has its safeguarding lead named too.
/// Rule    R30
/// Source  DfE, Keeping children safe in education 2025: the placing school stays responsible
[[nodiscard]] std::vector<Responsible> unnamed_people(const NamedPeople& people, bool is_on_roll, bool has_social_worker);

/// "Name the safeguarding lead at the provider."
[[nodiscard]] std::string_view naming_words(Responsible whom);

}  // namespace waymark::placements
