#include "design/components/button.h"

namespace onroll::design {
namespace button_detail {

Html start_arrow()
{
    return element(
        "svg",
        {{"class", "govuk-button__start-icon"},
         {"xmlns", "http://www.w3.org/2000/svg"},
         {"width", "17.5"},
         {"height", "19"},
         {"viewBox", "0 0 33 40"},
         {"aria-hidden", "true"},
         {"focusable", "false"}},
        element("path", {{"fill", "currentColor"}, {"d", "M0 0h13l20 20-20 20H0l20-20z"}}));
}

/// A start button is a flex box, in which white space between elements would be lost: a span keeps
/// them together.
Html content(const Button& button)
{
    if (!button.is_start) return button.content;
    const bool has_elements = button.content.view().find('<') != std::string_view::npos;
    return (has_elements ? element("span", {}, button.content) : button.content) + start_arrow();
}

} // namespace button_detail

Html render(const Button& button)
{
    const Attributes common =
        Attributes{{"class", classes({"govuk-button", button.classes,
                                      button.is_start ? "govuk-button--start" : ""})},
                   {"data-module", "govuk-button"}} +
        button.attributes + Attributes{maybe("id", button.id)};
    if (!button.href.empty()) {
        return element(
            "a",
            Attributes{{"href", button.href}, {"role", "button"}, {"draggable", "false"}} + common,
            button_detail::content(button));
    }
    const std::string_view once = !button.prevent_double_click   ? ""
                                  : *button.prevent_double_click ? "true"
                                                                 : "false";
    return element("button",
                   Attributes{{"type", button.type},
                              maybe("value", button.value),
                              maybe("name", button.name),
                              flag("disabled", button.disabled),
                              maybe("aria-disabled", button.disabled ? "true" : ""),
                              maybe("data-prevent-double-click", once)} +
                       common,
                   button_detail::content(button));
}

Html button_group(const std::vector<Html>& buttons)
{
    HtmlWriter out;
    out.open("div", {{"class", "govuk-button-group"}});
    for (std::size_t i = 0; i < buttons.size(); ++i) out.add(i > 0 ? " " : "").add(buttons[i]);
    out.close();
    return std::move(out).done();
}

} // namespace onroll::design
