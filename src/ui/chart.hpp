// Charts, drawn by the server as SVG, with the table of the same figures behind each. The same figures make the same bytes.
#pragma once

#include <string>
#include <vector>

#include "ui/buffer.hpp"

namespace waymark::ui {

/// One bar of parts, each a number of the same things; no part above 0: nothing is known, and a gap stands there.
struct StackedBar {
    std::vector<long long> parts;
    std::string tick;  // what stands below it; empty: nothing. On a phone every second one is shown
};

struct StackedBarsOptions {
    std::string id;                   // of this chart on its page: "weeks"
    std::string message;              // what it shows, as a sentence: the h2 above it
    std::string subtitle;             // of what, where and when
    std::string description;          // one sentence, for whoever does not see the drawing
    std::vector<std::string> series;  // what the parts are called, the lowest first; at most three
    std::vector<StackedBar> bars;
    Html table;                       // the same figures: behind "Show this as a table", open on paper
    Html below;                       // source, date, download
};

/// Bars of equal height, each divided as its own parts are: shares of 100%, from 0. Drawn twice, for a wide screen and for a phone, of
/// which the style sheet shows one. Told apart by colour and by pattern, so that it is read in black and white too.
void stacked_bars(Buffer& out, const StackedBarsOptions& options);

}  // namespace waymark::ui
