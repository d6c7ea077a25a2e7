#include "design/mark.h"

namespace onroll::design {
namespace mark_detail {

Html stroke(std::string_view path, std::string_view class_name = {})
{
    return element("path", {maybe("class", class_name), {"d", path}});
}

Html ring(std::string_view x)
{
    return element("circle", {{"cx", x}, {"cy", "22"}, {"r", "9"}});
}

} // namespace mark_detail

Html wordmark()
{
    using mark_detail::ring;
    using mark_detail::stroke;
    return element("svg",
                   {{"class", "onr-wordmark"},
                    {"viewBox", "0 0 160 36"},
                    {"width", "169"},
                    {"height", "38"},
                    {"fill", "none"},
                    {"stroke", "currentColor"},
                    {"stroke-width", "3.8"},
                    {"stroke-linecap", "round"},
                    {"stroke-linejoin", "round"},
                    {"aria-hidden", "true"},
                    {"focusable", "false"}},
                   stroke("M2 31H13C24 31 31 23.5 31 15.5A8.5 8.5 0 0 0 14 15.5C14 23.5 21 31 32 "
                          "31H43",
                          "onr-wordmark__line"),
                   ring("64"), stroke("M81 13V31M81 21.5a8.3 8.5 0 0 1 16.6 0V31"),
                   stroke("M106 13V31M106 21.5a8.3 8.5 0 0 1 8.3 -8.5h1.2"), ring("130"),
                   stroke("M147 4V31M156 4V31"));
}

} // namespace onroll::design
