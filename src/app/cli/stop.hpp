// What a verb throws when it refuses: the person at the terminal can put it right.
#pragma once

#include <stdexcept>

#include "foundation/result.hpp"

namespace waymark::app {

class Stop : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
    explicit Stop(const Problems& problems) : std::runtime_error{said(problems)} {}

private:
    static std::string said(const Problems& problems)
    {
        std::string text;
        for (const auto& problem : problems) text += (text.empty() ? "" : "\n") + problem.message;
        return text;
    }
};

}  // namespace waymark::app
