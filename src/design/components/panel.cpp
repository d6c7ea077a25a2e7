#include "design/components/panel.h"

#include "design/components/button.h"

namespace onroll::design {
namespace panel_detail {

Html action(const PanelAction& action)
{
    if (action.href.empty() || action.type == "button") {
        return render(Button{.content = action.text,
                             .href = action.href,
                             .type = action.type.empty() ? "button" : action.type,
                             .classes = classes({"govuk-button--inverse", action.classes}),
                             .attributes = action.attributes});
    }
    return element(
        "a",
        Attributes{{"class", classes({"govuk-link govuk-link--inverse", action.classes})},
                   {"href", action.href}} +
            action.attributes,
        action.text);
}

Html actions(const Panel& panel)
{
    if (panel.actions.empty() && panel.actions_classes.empty()) return {};
    std::vector<Html> buttons;
    for (const auto& each : panel.actions) buttons.push_back(action(each));
    return element("div",
                   Attributes{{"class", classes({"govuk-panel__actions", panel.actions_classes})}} +
                       panel.actions_attributes,
                   buttons.empty() ? Html() : button_group(buttons));
}

} // namespace panel_detail

Html render(const Panel& panel)
{
    const bool interrupts = panel.classes.find("govuk-panel--interruption") != std::string::npos;
    const std::string heading = "h" + std::to_string(panel.heading_level);
    HtmlWriter out;
    out.open("div", Attributes{{"class", classes({"govuk-panel",
                                                  interrupts ? "" : "govuk-panel--confirmation",
                                                  panel.classes})}} +
                        panel.attributes);
    out.open(heading, {{"class", "govuk-panel__title"}}).add(panel.title).close();
    if (!panel.content.empty()) {
        out.open("div", {{"class", "govuk-panel__body"}}).add(panel.content).close();
    }
    if (interrupts) out.add(panel_detail::actions(panel));
    out.close();
    return std::move(out).done();
}

} // namespace onroll::design
