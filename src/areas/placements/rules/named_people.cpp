#include "placements/rules/named_people.hpp"

#include "foundation/result.hpp"
#include "foundation/text.hpp"

namespace waymark::placements {

std::vector<Responsible> unnamed_people(const NamedPeople& people, bool is_on_roll, bool has_social_worker)
{
    std::vector<Responsible> unnamed;
    const auto need = [&](Responsible whom, const std::string& name) {
        if (trimmed(name).empty()) unnamed.push_back(whom);
    };
    need(Responsible::authority_officer, people.authority_officer);
    need(Responsible::provider_lead, people.provider_lead);
    if (is_on_roll) need(Responsible::school_lead, people.school_lead);
    if (has_social_worker) need(Responsible::social_worker, people.social_worker);
    return unnamed;
}

std::string_view naming_words(Responsible whom)
{
    switch (whom) {
    case Responsible::authority_officer: return "Name the officer at the authority who answers for this placement.";
    case Responsible::provider_lead: return "Name the safeguarding lead at the provider.";
    case Responsible::school_lead: return "Name the safeguarding lead at the child’s school.";
    case Responsible::social_worker: return "Name the child’s social worker.";
    }
    expects(false);
    return {};
}

}  // namespace waymark::placements
