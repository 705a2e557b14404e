// Attributes that a caller adds to a component, as its `attributes` option.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/buffer.hpp"

namespace waymark::ui {

/// ` name="value"`, or the bare ` name` without a value. The name must be one that HTML allows unescaped.
struct Attribute {
    std::string name;
    std::optional<std::string> value;
};
using Attributes = std::vector<Attribute>;

void write(Buffer& out, const Attributes& attributes);

/// ` class="base extra"`; `extra` may be empty.
void write_classes(Buffer& out, std::string_view base, std::string_view extra, std::string_view modifier = {});

/// "base extra", or "base" alone.
[[nodiscard]] std::string class_names(std::string_view base, std::string_view extra);

}  // namespace waymark::ui
