// A line is a comment, a group or a power (=), a child (:) or a door (|).
#include "access/expected_access.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "foundation/enum_text.hpp"
#include "foundation/text.hpp"

namespace waymark::testing {
namespace {

constexpr std::string_view file = WAYMARK_SOURCE_DIR "/tests/access/expected_access.txt";

[[noreturn]] void unclear(std::string_view what, std::string_view word)
{
    throw std::runtime_error("expected_access.txt: " + std::string{what} + ": " + std::string{word});
}

std::string words_of(Role role)
{
    std::string words{enum_text(role)};
    std::ranges::replace(words, '_', ' ');
    return words;
}

std::optional<Role> role_of(std::string_view words)
{
    for (const Role role : enum_values<Role>())
        if (words_of(role) == words) return role;
    return std::nullopt;
}

/// The text before and after a sign that stands once.
std::pair<std::string_view, std::string_view> halves(std::string_view line, char sign)
{
    const auto at = line.find(sign);
    return {trimmed(line.substr(0, at)), trimmed(line.substr(at + 1))};
}

}  // namespace

ExpectedAccess ExpectedAccess::read()
{
    ExpectedAccess expected;
    std::ifstream lines{std::string{file}};
    if (!lines) unclear("cannot be opened", file);
    for (std::string line; std::getline(lines, line);) {
        if (trimmed(line).empty() || line.starts_with('#')) continue;
        if (line.contains('|')) {
            expected.read_door(line);
        } else if (line.starts_with("child ")) {
            const auto [name, seers] = halves(std::string_view{line}.substr(6), ':');
            expected.read_child(name, seers);
        } else if (line.starts_with("power ")) {
            const auto [name, holders] = halves(std::string_view{line}.substr(6), '=');
            if (!expected.powers_.emplace(name, expected.roles_named(holders)).second) unclear("said twice", name);
        } else if (line.contains('=')) {
            const auto [name, members] = halves(line, '=');
            expected.read_group(name, members);
        } else {
            unclear("neither group, child nor door", line);
        }
    }
    return expected;
}

std::set<Role> ExpectedAccess::roles_named(std::string_view list) const
{
    std::set<Role> roles;
    for (const auto part : split(list, ',')) {
        const auto word = trimmed(part);
        if (const auto group = groups_.find(word); group != groups_.end()) roles.insert(group->second.begin(), group->second.end());
        else if (const auto role = role_of(word)) roles.insert(*role);
        else unclear("neither role nor group", word);
    }
    return roles;
}

void ExpectedAccess::read_group(std::string_view name, std::string_view members)
{
    const auto roles = roles_named(members);
    if (!groups_.emplace(name, roles).second) unclear("said twice", name);
    if (!name.starts_with("sees ")) return;
    for (const Role role : roles)
        if (!with_sight_.insert(role).second) unclear("sees in two ways", words_of(role));
}

void ExpectedAccess::read_child(std::string_view name, std::string_view seers)
{
    std::set<Role> roles;
    if (seers != "nobody")
        for (const auto part : split(seers, ',')) roles.merge(roles_named("sees " + std::string{trimmed(part)}));
    if (!children_.emplace(name, roles).second) unclear("said twice", name);
}

void ExpectedAccess::read_door(std::string_view line)
{
    const auto columns = split(line, '|');
    if (columns.size() != 3) unclear("not three columns", line);
    const auto [method, path] = halves(columns[0], ' ');
    const auto who = trimmed(columns[1]), record = trimmed(columns[2]);
    ExpectedDoor door{.roles = {}, .is_open_to_anybody = who == "anybody", .is_for_family = who == "the family", .record = record == "-" ? std::string{} : std::string{record}};
    if (!door.is_open_to_anybody && !door.is_for_family) door.roles = roles_named(who);
    if (!doors_.emplace(std::string{method} + " " + std::string{path}, door).second) unclear("said twice", line);
}

const ExpectedDoor* ExpectedAccess::door(Method method, std::string_view path) const
{
    const auto found = doors_.find(std::string{method_name(method)} + " " + std::string{path});
    return found == doors_.end() ? nullptr : &found->second;
}

bool ExpectedAccess::sees(const Visitor& visitor, const PlantedChild& child) const
{
    const auto found = children_.find(child.name);
    if (found == children_.end()) unclear("nothing is said of the child", child.name);
    if (!visitor.family_of.empty()) return visitor.family_of == child.name;
    return visitor.role && found->second.contains(*visitor.role);
}

Answer ExpectedAccess::answer(const ExpectedDoor& door, const Visitor& visitor, const PlantedChild& child) const
{
    if (door.is_open_to_anybody) return Answer::let_in;
    if (door.is_for_family) return visitor.family_of == child.name ? Answer::let_in : Answer::sign_in;
    if (!visitor.role) return Answer::sign_in;
    const bool has_role = door.roles.contains(*visitor.role);
    if (door.record.empty()) return has_role ? Answer::let_in : Answer::refused;
    return has_role && sees(visitor, child) ? Answer::let_in : Answer::hidden;
}

}  // namespace waymark::testing
