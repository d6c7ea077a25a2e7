#include "design/square.h"

#include <memory>
#include <qrencode.h>
#include <string>

namespace onroll::design {

Html square_of(std::string_view text, std::string_view words)
{
    constexpr int border = 4;
    std::unique_ptr<QRcode, decltype(&QRcode_free)> code(nullptr, QRcode_free);
    // The surer level first; a long text only fits with less to spare.
    for (const auto level : {QR_ECLEVEL_M, QR_ECLEVEL_L})
        if (!code)
            code.reset(QRcode_encodeString(std::string(text).c_str(), 0, level, QR_MODE_8, 1));
    if (!code) return {};
    std::string path;
    for (int row = 0; row < code->width; ++row)
        for (int column = 0; column < code->width; ++column)
            if (code->data[row * code->width + column] & 1)
                path += "M" + std::to_string(column + border) + "," + std::to_string(row + border) +
                        "h1v1h-1z";
    const auto side = std::to_string(code->width + 2 * border);
    return element("svg",
                   {{"class", "onr-square"},
                    {"viewBox", "0 0 " + side + " " + side},
                    {"role", "img"},
                    {"aria-label", words},
                    {"shape-rendering", "crispEdges"}},
                   element("rect", {{"width", side}, {"height", side}, {"fill", "#ffffff"}}),
                   element("path", {{"d", path}, {"fill", "#000000"}}));
}

} // namespace onroll::design
