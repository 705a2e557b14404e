// One pointer a thread.
#include "ui/typed.hpp"

#include <utility>

namespace waymark::ui {
namespace {

thread_local TypedAgain* in_place = nullptr;

}  // namespace

TypedScope::TypedScope(TypedAgain& again) : previous_{std::exchange(in_place, &again)} {}
TypedScope::~TypedScope() { in_place = previous_; }

TypedAgain* typed_again() { return in_place; }

}  // namespace waymark::ui
