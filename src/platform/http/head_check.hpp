// The strict reading of a request's head, before any parser sees it: what two programs could read in two ways is refused.
//
// A proxy in front of us and we must never disagree where one request ends and the next begins (request smuggling), so
// whatever RFC 9112 lets a server tolerate but does not ask it to, is answered 400 here.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace waymark {

struct HeadScan {
    enum class State { incomplete, complete, broken } state = State::incomplete;
    std::size_t length = 0;  // of the head with its empty line, when complete
};

/// Where the head ends. Broken at a line feed without its carriage return, or the reverse.
[[nodiscard]] HeadScan scan_head(std::string_view bytes);

struct Refusal {
    int status = 400;
    std::string_view why;  // for the answer's body: short, and never an echo of what was sent
};

/// Checks a complete head. None when every reader would understand it alike.
[[nodiscard]] std::optional<Refusal> check_head(std::string_view head);

}  // namespace waymark
