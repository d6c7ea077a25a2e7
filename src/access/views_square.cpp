#include "access/views_square.h"

#include "kernel/ensure.h"

#include <memory>
#include <qrencode.h>
#include <string>

namespace onroll::access {

design::Html square_of(std::string_view text, std::string_view words)
{
    constexpr int border = 4;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M), QRcode_free);
    ensure(code != nullptr, "an address of this length fits in a square");
    std::string path;
    for (int row = 0; row < code->width; ++row)
        for (int column = 0; column < code->width; ++column)
            if (code->data[row * code->width + column] & 1)
                path += "M" + std::to_string(column + border) + "," + std::to_string(row + border) +
                        "h1v1h-1z";
    const auto side = std::to_string(code->width + 2 * border);
    return design::element(
        "svg",
        {{"class", "onr-square"},
         {"viewBox", "0 0 " + side + " " + side},
         {"role", "img"},
         {"aria-label", words},
         {"shape-rendering", "crispEdges"}},
        design::element("rect", {{"width", side}, {"height", side}, {"fill", "#ffffff"}}),
        design::element("path", {{"d", path}, {"fill", "#000000"}}));
}

} // namespace onroll::access
