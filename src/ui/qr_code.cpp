// Each dark dot is one square of a single path; four dots of white stand around them, as readers need.
#include "ui/qr_code.hpp"

#include <memory>
#include <qrencode.h>

#include "foundation/result.hpp"

namespace waymark::ui {

std::string qr_code_svg(std::string_view text)
{
    expects(!text.empty() && text.size() <= 1000);
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code{QRcode_encodeString8bit(std::string{text}.c_str(), 0, QR_ECLEVEL_M), QRcode_free};
    expects(code != nullptr);
    constexpr int margin = 4;
    const int across = code->width + 2 * margin;
    Buffer out;
    out.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"240\" height=\"240\" shape-rendering=\"crispEdges\" viewBox=\"0 0 ");
    out.number(across);
    out.raw(" ");
    out.number(across);
    out.raw("\"><path fill=\"#ffffff\" d=\"M0 0h");
    out.number(across);
    out.raw("v");
    out.number(across);
    out.raw("H0z\"/><path d=\"");
    for (int row = 0; row < code->width; ++row)
        for (int column = 0; column < code->width; ++column) {
            if ((code->data[row * code->width + column] & 1) == 0) continue;
            out.raw("M");
            out.number(column + margin);
            out.raw(" ");
            out.number(row + margin);
            out.raw("h1v1h-1z");
        }
    out.raw("\"/></svg>\n");
    return out.take();
}

void qr_picture(Buffer& out, std::string_view href, std::string_view alt)
{
    out.raw("<p class=\"govuk-body\"><img class=\"wm-qr\" width=\"240\" height=\"240\"");
    out.attribute("src", href);
    out.attribute("alt", alt);
    out.raw("></p>\n");
}

}  // namespace waymark::ui
