// Problems: collecting, ranking, and the short ways to fail.
#include "foundation/result.hpp"

#include <algorithm>
#include <stdexcept>

namespace waymark {

void Problems::add(std::string code, std::string message, std::string field)
{
    items_.push_back({ProblemKind::refused, std::move(code), std::move(message), std::move(field)});
}

void Problems::add_invalid(std::string code, std::string message, std::string field)
{
    items_.push_back({ProblemKind::invalid, std::move(code), std::move(message), std::move(field)});
}

void Problems::append(const Problems& others)
{
    items_.insert(items_.end(), others.begin(), others.end());
}

ProblemKind Problems::kind() const
{
    expects(!empty());
    using enum ProblemKind;
    for (const ProblemKind strongest : {forbidden, not_found, stale, refused})
        if (std::ranges::any_of(items_, [&](const Problem& problem) { return problem.kind == strongest; }))
            return strongest;
    return invalid;
}

bool Problems::correctable() const
{
    return !empty() && (kind() == ProblemKind::invalid || kind() == ProblemKind::refused);
}

std::string_view Problems::code() const { return empty() ? std::string_view{} : std::string_view{items_.front().code}; }

bool Problems::has(std::string_view code) const
{
    return std::ranges::any_of(items_, [&](const Problem& problem) { return problem.code == code; });
}

std::string_view Problems::message_for(std::string_view field) const
{
    const auto found = std::ranges::find_if(items_, [&](const Problem& problem) { return problem.field == field; });
    return found == items_.end() ? std::string_view{} : std::string_view{found->message};
}

Result<void> Problems::as_result() const
{
    if (empty()) return {};
    return std::unexpected(*this);
}

namespace {
std::unexpected<Problems> one(ProblemKind kind, std::string code, std::string message, std::string field)
{
    return std::unexpected(Problems{Problem{kind, std::move(code), std::move(message), std::move(field)}});
}
}  // namespace

std::unexpected<Problems> refused(std::string code, std::string message, std::string field)
{
    return one(ProblemKind::refused, std::move(code), std::move(message), std::move(field));
}

std::unexpected<Problems> invalid(std::string code, std::string message, std::string field)
{
    return one(ProblemKind::invalid, std::move(code), std::move(message), std::move(field));
}

std::unexpected<Problems> not_found(std::string code, std::string message)
{
    return one(ProblemKind::not_found, std::move(code), std::move(message), {});
}

std::unexpected<Problems> forbidden(std::string code, std::string message)
{
    return one(ProblemKind::forbidden, std::move(code), std::move(message), {});
}

std::unexpected<Problems> stale(std::string code, std::string message)
{
    return one(ProblemKind::stale, std::move(code), std::move(message), {});
}

void expects(bool condition, std::source_location where)
{
    if (condition) [[likely]]
        return;
    throw std::logic_error(std::string{"broken expectation at "} + where.file_name() + ":" + std::to_string(where.line()));
}

}  // namespace waymark
