// What is expected of each door, as tests/access/expected_access.txt says it.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "access/door.hpp"
#include "platform/http/router.hpp"

namespace waymark::testing {

/// One line: a door, who may pass it, and the record it names.
struct ExpectedDoor {
    std::set<Role> roles;
    bool is_open_to_anybody = false;  // signed out too
    bool is_for_family = false;       // by the link of the child it names; nobody else, whatever their role
    std::string record;               // "referral"; empty: none of a child
};

class ExpectedAccess {
public:
    /// Reads the file; throws std::runtime_error at a line that it cannot read, or a word nothing is said of.
    [[nodiscard]] static ExpectedAccess read();

    [[nodiscard]] const ExpectedDoor* door(Method method, std::string_view path) const;
    /// What this visitor is expected to meet at that door, asking for this child's record.
    [[nodiscard]] Answer answer(const ExpectedDoor& door, const Visitor& visitor, const PlantedChild& child) const;
    [[nodiscard]] bool sees(const Visitor& visitor, const PlantedChild& child) const;

    /// "GET /pupils" of every line.
    [[nodiscard]] const std::map<std::string, ExpectedDoor, std::less<>>& doors() const { return doors_; }
    [[nodiscard]] const std::map<std::string, std::set<Role>, std::less<>>& children() const { return children_; }
    /// Who holds a permission that is behind no door: "sign off placements".
    [[nodiscard]] const std::map<std::string, std::set<Role>, std::less<>>& powers() const { return powers_; }
    /// Roles of which the file says whom they see.
    [[nodiscard]] const std::set<Role>& roles_with_sight() const { return with_sight_; }

private:
    void read_group(std::string_view name, std::string_view members);
    void read_child(std::string_view name, std::string_view seers);
    void read_door(std::string_view line);
    [[nodiscard]] std::set<Role> roles_named(std::string_view list) const;

    std::map<std::string, std::set<Role>, std::less<>> groups_, children_, powers_;
    std::map<std::string, ExpectedDoor, std::less<>> doors_;
    std::set<Role> with_sight_;
};

}  // namespace waymark::testing
