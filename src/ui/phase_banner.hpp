// A line on top of every page that says what state the service is in.
#pragma once

#include <string>

#include "ui/tag.hpp"

namespace waymark::ui {

struct PhaseBannerOptions {
    TagOptions tag;
    Content text;
    std::string classes;
    Attributes attributes;
};
void phase_banner(Buffer& out, const PhaseBannerOptions& options);

}  // namespace waymark::ui
