// A form that somebody sent, shown again over its page as it stands now: nothing typed is lost, and where the two differ it is
// said. The edge puts it in place; fields and page do the rest, and pages never need to touch it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/form.hpp"

namespace waymark::ui {

/// A field whose value changed under the hands of whoever typed. In words, as a reader sees them.
struct Difference {
    std::string label, now, typed;
};

struct TypedAgain {
    Form form;
    Problems because;     // stands in the error summary: "Sam Okoro changed this at 2:14pm."
    std::string notice;   // or in a banner, where nothing is wrong: "You were signed out …"
    std::vector<Difference> differences;  // noted by the fields as they are written
};

/// Puts it in place for the current thread while it lives.
class TypedScope {
public:
    explicit TypedScope(TypedAgain& again);
    ~TypedScope();
    TypedScope(const TypedScope&) = delete;
    TypedScope& operator=(const TypedScope&) = delete;

private:
    TypedAgain* previous_;
};
/// What is to be shown again now; none almost always.
[[nodiscard]] TypedAgain* typed_again();

}  // namespace waymark::ui
