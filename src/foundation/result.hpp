// How things fail that a person can put right: Problem, Problems, Result and TRY.
//
// The world failing (disk, network, database gone) is an exception instead, caught once at the edge; being wrong
// ourselves is `expects`. See docs/decisions/0003-three-ways-to-fail.md.
#pragma once

#include <expected>
#include <source_location>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waymark {

/// The only ways to fail. One table in app/ turns each into a status, a page or an exit code.
enum class ProblemKind { invalid, refused, not_found, forbidden, stale };

struct Problem {
    ProblemKind kind = ProblemKind::refused;
    std::string code;     // area.what, stable: `panel.no_quorum`; search for it to find the rule
    std::string message;  // what to do next, in plain words, no blame
    std::string field;    // the form field or JSON pointer it belongs to; may be empty

    bool operator==(const Problem&) const = default;
};

class Problems;
template <class T>
using Result = std::expected<T, Problems>;

/// All that is wrong with one attempt, so that a person corrects a form once.
class Problems {
public:
    Problems() = default;
    explicit Problems(Problem problem) { items_.push_back(std::move(problem)); }

    /// Adds something the rules refuse (422). `field` names the form field to point at.
    void add(std::string code, std::string message, std::string field = {});
    /// Adds something that could not be understood at all (422): a date that is no date, an unknown choice.
    void add_invalid(std::string code, std::string message, std::string field = {});
    void add(Problem problem) { items_.push_back(std::move(problem)); }
    void append(const Problems& others);

    [[nodiscard]] bool empty() const { return items_.empty(); }
    [[nodiscard]] auto begin() const { return items_.begin(); }
    [[nodiscard]] auto end() const { return items_.end(); }
    [[nodiscard]] std::size_t size() const { return items_.size(); }
    [[nodiscard]] const Problem& front() const { return items_.front(); }
    [[nodiscard]] const std::vector<Problem>& items() const { return items_; }

    /// The kind that decides the answer: forbidden, not_found and stale outrank refused, refused outranks invalid.
    [[nodiscard]] ProblemKind kind() const;
    /// Whether the person can correct what they typed and send again (invalid or refused).
    [[nodiscard]] bool correctable() const;
    /// The code of the first problem; empty when there is none.
    [[nodiscard]] std::string_view code() const;
    [[nodiscard]] bool has(std::string_view code) const;
    /// The message for one form field; empty when it has none.
    [[nodiscard]] std::string_view message_for(std::string_view field) const;

    /// Success when nothing is wrong, otherwise all of it: `TRY(problems_with(…).as_result());`
    [[nodiscard]] Result<void> as_result() const;

private:
    std::vector<Problem> items_;
};

[[nodiscard]] std::unexpected<Problems> refused(std::string code, std::string message, std::string field = {});
[[nodiscard]] std::unexpected<Problems> invalid(std::string code, std::string message, std::string field = {});
[[nodiscard]] std::unexpected<Problems> not_found(std::string code, std::string message);
[[nodiscard]] std::unexpected<Problems> forbidden(std::string code, std::string message);
[[nodiscard]] std::unexpected<Problems> stale(std::string code, std::string message);

/// The code of a failed result, empty for a success: what tests compare.
template <class T>
[[nodiscard]] std::string code_of(const Result<T>& result)
{
    return result ? std::string{} : std::string{result.error().code()};
}

/// Stops the request, in every build, when we were wrong ourselves. Throws std::logic_error.
void expects(bool condition, std::source_location where = std::source_location::current());

namespace detail {
template <class T>
T take(Result<T>&& result)
{
    return std::move(result).value();
}
inline void take(Result<void>&&) {}
template <class T>
T take(const Result<T>& result)
{
    return result.value();
}
inline void take(const Result<void>&) {}
}  // namespace detail

}  // namespace waymark

/// Takes the value of a Result, or returns its problems from the function it stands in. The only macro of ours.
#define TRY(expression)                                                            \
    __extension__({                                                                \
        auto&& waymark_result = (expression);                                      \
        if (!waymark_result.has_value()) [[unlikely]]                              \
            return std::unexpected(waymark_result.error());                        \
        ::waymark::detail::take(std::forward<decltype(waymark_result)>(waymark_result)); \
    })
