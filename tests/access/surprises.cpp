// One door at a time.
#include "access/surprises.hpp"

#include <fmt/format.h>

namespace waymark::testing {

std::vector<std::string> surprises_at(const Route& route, const House& house, const TwoAuthorities& town, const ExpectedAccess& expected, std::size_t most)
{
    std::vector<std::string> found;
    const auto say = [&](std::string what) { found.push_back(fmt::format("{} {}: {}", method_name(route.method), route.path, what)); };
    const ExpectedDoor* door = expected.door(route.method, route.path);
    if (door == nullptr) {
        say("this route has no line in expected_access.txt");
        return found;
    }
    const bool one_for_all = !names_a_child(route.path, town);
    const auto looks_before = town.looks();
    std::int64_t looks = 0;
    for (const auto* group : {&town.visitors, &town.strangers})
        for (const Visitor& visitor : *group)
            for (const PlantedChild& child : town.children) {
                if (one_for_all && &child != &town.children.front()) break;
                const Answer wanted = expected.answer(*door, visitor, child);
                const Answer met = house.knock(visitor, route.method, address_of(route.path, town, child));
                if (met != wanted) say(fmt::format("{} is {}, not {}, for the child {}", visitor.name, answer_words(met), answer_words(wanted), child.name));
                if (found.size() >= most) return found;
                if (wanted == Answer::let_in && !door->record.empty()) ++looks;
            }
    const auto logged = town.looks() - looks_before;
    if (logged != looks) say(fmt::format("{} looks were logged of {}", logged, looks));
    return found;
}

}  // namespace waymark::testing
