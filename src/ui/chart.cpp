// Stacked bars: one path for each series, so that forty bars are a few kilobytes; a key above, ticks below.
#include "ui/chart.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "foundation/result.hpp"
#include "ui/details.hpp"
#include "ui/prose.hpp"

namespace waymark::ui {
namespace {

constexpr std::size_t series_max = 3;

/// Where things stand in a drawing. Lengths are in its own units, which are pixels at its natural width.
struct Layout {
    std::string name;  // "wide": part of the ids and the class
    double width, height, left, right, top, bottom;
    double letter;  // how wide a letter is at most, for placing the key
    bool key_in_a_row;
    std::size_t every_tick;
};

Layout wide() { return {.name = "wide", .width = 720, .height = 320, .left = 56, .right = 716, .top = 44, .bottom = 288, .letter = 8.6, .key_in_a_row = true, .every_tick = 1}; }

Layout narrow(std::size_t series)
{
    const double top = 16 + 22 * static_cast<double>(series);
    return {.name = "narrow", .width = 320, .height = top + 232, .left = 48, .right = 318, .top = top, .bottom = top + 200, .letter = 7.6, .key_in_a_row = false, .every_tick = 2};
}

long long total_of(const StackedBar& bar) { return std::accumulate(bar.parts.begin(), bar.parts.end(), 0LL); }

void written(Buffer& out, double x, double y, std::string_view words, std::string_view anchor)
{
    out.raw("<text");
    out.attribute("x", fmt::format("{:.1f}", x));
    out.attribute("y", fmt::format("{:.1f}", y));
    if (!anchor.empty()) out.attribute("text-anchor", anchor);
    out.raw(">");
    out.text(words);
    out.raw("</text>");
}

std::string pattern_id(const StackedBarsOptions& options, const Layout& layout, std::size_t series) { return fmt::format("{}-{}-{}", options.id, layout.name, series + 1); }

std::string fill_of(const StackedBarsOptions& options, const Layout& layout, std::size_t series) { return "url(#" + pattern_id(options, layout, series) + ")"; }

/// The lowest part is plain; the second has stripes and the third dots, in white on their colour.
void patterns(Buffer& out, const StackedBarsOptions& options, const Layout& layout)
{
    out.raw("<defs>");
    for (std::size_t series = 0; series < options.series.size(); ++series) {
        out.raw("<pattern");
        out.attribute("id", pattern_id(options, layout, series));
        out.raw(" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><rect");
        out.attribute("class", fmt::format("wm-chart__fill-{}", series + 1));
        out.raw(" width=\"6\" height=\"6\"/>");
        if (series == 1) out.raw("<path class=\"wm-chart__stripe\" d=\"M-1 1l2-2M0 6l6-6M5 7l2-2\"/>");
        if (series == 2) out.raw("<circle class=\"wm-chart__dot\" cx=\"3\" cy=\"3\" r=\"1\"/>");
        out.raw("</pattern>");
    }
    out.raw("</defs>\n");
}

void key(Buffer& out, const StackedBarsOptions& options, const Layout& layout)
{
    double x = layout.left, y = 6;
    for (std::size_t series = 0; series < options.series.size(); ++series) {
        out.raw("<rect");
        out.attribute("x", fmt::format("{:.1f}", x));
        out.attribute("y", fmt::format("{:.1f}", y));
        out.raw(" width=\"16\" height=\"16\"");
        out.attribute("fill", fill_of(options, layout, series));
        out.raw("/>");
        written(out, x + 22, y + 14, options.series[series], {});
        if (layout.key_in_a_row) x += 22 + layout.letter * static_cast<double>(options.series[series].size()) + 24;
        else y += 22;
    }
    out.raw("\n");
}

void axis(Buffer& out, const Layout& layout)
{
    for (const int percent : {0, 25, 50, 75, 100}) {
        const double y = layout.bottom - (layout.bottom - layout.top) * percent / 100;
        out.raw("<path");
        out.attribute("class", percent == 0 ? "wm-chart__foot" : "wm-chart__line");
        out.attribute("d", fmt::format("M{:.1f} {:.1f}H{:.1f}", layout.left, y, layout.right));
        out.raw("/>");
        written(out, layout.left - 6, y + 5, fmt::format("{}%", percent), "end");
    }
    out.raw("\n");
}

void bars(Buffer& out, const StackedBarsOptions& options, const Layout& layout)
{
    const double room = (layout.right - layout.left) / static_cast<double>(std::max<std::size_t>(1, options.bars.size()));
    const double step = std::min(room, 48.0), gap = step > 12 ? 3 : 1.5;
    std::vector<std::string> paths(options.series.size());
    std::size_t ticks = 0;
    for (std::size_t at = 0; at < options.bars.size(); ++at) {
        const StackedBar& bar = options.bars[at];
        const double x = layout.left + step * static_cast<double>(at) + gap / 2;
        const auto total = total_of(bar);
        long long below = 0;
        for (std::size_t series = 0; total > 0 && series < options.series.size(); ++series) {
            const auto part = bar.parts.at(series);
            const auto height_at = [&](long long of) { return layout.bottom - (layout.bottom - layout.top) * static_cast<double>(of) / static_cast<double>(total); };
            if (part > 0) paths[series] += fmt::format("M{:.1f} {:.1f}h{:.1f}V{:.1f}h-{:.1f}z", x, height_at(below + part), step - gap, height_at(below), step - gap);
            below += part;
        }
        if (bar.tick.empty() || ticks++ % layout.every_tick != 0) continue;
        written(out, x, layout.bottom + 22, bar.tick, {});
    }
    out.raw("\n");
    for (std::size_t series = 0; series < options.series.size(); ++series) {
        if (paths[series].empty()) continue;
        out.raw("<path");
        out.attribute("fill", fill_of(options, layout, series));
        out.attribute("d", paths[series]);
        out.raw("/>\n");
    }
}

void drawing(Buffer& out, const StackedBarsOptions& options, const Layout& layout)
{
    const std::string title = options.id + "-" + layout.name + "-title", description = options.id + "-" + layout.name + "-desc";
    out.raw("<svg");
    out.attribute("class", "wm-chart__drawing wm-chart__drawing--" + layout.name);
    out.attribute("viewBox", fmt::format("0 0 {:.0f} {:.0f}", layout.width, layout.height));
    out.raw(" role=\"img\"");
    out.attribute("aria-labelledby", title + " " + description);
    out.raw("><title");
    out.attribute("id", title);
    out.raw(">");
    out.text(options.message);
    out.raw("</title><desc");
    out.attribute("id", description);
    out.raw(">");
    out.text(options.description);
    out.raw("</desc>\n");
    patterns(out, options, layout);
    key(out, options, layout);
    axis(out, layout);
    bars(out, options, layout);
    out.raw("</svg>\n");
}

}  // namespace

void stacked_bars(Buffer& out, const StackedBarsOptions& options)
{
    expects(!options.series.empty() && options.series.size() <= series_max);
    for (const auto& bar : options.bars) expects(bar.parts.empty() || bar.parts.size() == options.series.size());
    out.raw("<figure class=\"wm-chart\"");
    out.attribute("aria-labelledby", options.id + "-message");
    out.raw(">\n");
    heading(out, 2, options.message, options.id + "-message");
    if (!options.subtitle.empty()) paragraph(out, options.subtitle);
    drawing(out, options, wide());
    drawing(out, options, narrow(options.series.size()));
    details(out, {.summary = "Show this as a table", .text = options.table, .classes = "wm-chart__table"});
    out.html(options.below);
    out.raw("</figure>\n");
}

}  // namespace waymark::ui
