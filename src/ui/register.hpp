// The register: a real table with one group of radio buttons a row, large enough for a thumb. Minutes and reason open only
// where they are needed (by style sheet alone); nothing is preselected.
#pragma once

#include <string>
#include <vector>

#include "ui/fields.hpp"

namespace waymark::ui {

struct RegisterLine {
    std::string key;      // the fields are mark-KEY, minutes-KEY and reason-KEY
    std::string name;
    std::string detail;   // a quieter line: the site
    Html marked;          // what stands already, instead of the choices
};
struct RegisterTable {
    std::string caption;
    std::vector<Choice> choices;   // "here", "late", "not_here"
    std::vector<Choice> reasons;   // for not_here
    std::vector<RegisterLine> lines;
};
void register_table(Buffer& out, const RegisterTable& table, const Form& form);

}  // namespace waymark::ui
