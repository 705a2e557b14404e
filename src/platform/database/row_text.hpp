// What both engines' rows say when they are asked for the wrong thing.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace waymark {

[[noreturn]] inline void no_such_column(std::string_view statement, std::string_view column)
{
    throw std::logic_error(std::string{statement} + " has no column " + std::string{column});
}

[[noreturn]] inline void unexpected_null(std::string_view statement, std::string_view column)
{
    throw std::logic_error(std::string{statement} + ": column " + std::string{column} + " is null; ask for maybe_…");
}

[[noreturn]] inline void wrong_type(std::string_view statement, std::string_view column, std::string_view wanted)
{
    throw std::logic_error(std::string{statement} + ": column " + std::string{column} + " is no " + std::string{wanted});
}

}  // namespace waymark
