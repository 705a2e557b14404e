// A square of dots that a telephone's camera reads.
#pragma once

#include <string>
#include <string_view>

#include "ui/buffer.hpp"

namespace waymark::ui {

/// An SVG picture of that text, to be served by its own route. Expects at most 1,000 bytes.
/// Source     ISO/IEC 18004, drawn up by libqrencode
[[nodiscard]] std::string qr_code_svg(std::string_view text);

/// Shows such a picture. `alt` says what else there is for those who cannot point a camera at it.
void qr_picture(Buffer& out, std::string_view href, std::string_view alt);

}  // namespace waymark::ui
