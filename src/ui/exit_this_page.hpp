// A way for a family to leave the page at once.
#pragma once

#include <string>

#include "ui/attributes.hpp"

namespace waymark::ui {

struct ExitThisPageOptions {
    Content text;
    std::string redirect_url = "https://www.bbc.co.uk/weather";
    std::string activated_text, timed_out_text, press_two_more_times_text, press_one_more_time_text;
    std::string id;
    std::string classes;
    Attributes attributes;
};
void exit_this_page(Buffer& out, const ExitThisPageOptions& options);

}  // namespace waymark::ui
