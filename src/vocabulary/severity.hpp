// How pressing something is, the same three everywhere (rules.md): a breach closes when the thing is done, never because
// time has passed.
#pragma once

namespace waymark {

enum class Severity {
    info,
    warn,    // action within days
    breach,  // a duty is unmet now
};

}  // namespace waymark
