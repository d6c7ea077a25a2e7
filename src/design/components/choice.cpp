#include "design/components/choice.h"

namespace onroll::design {
namespace choice_detail {

std::string part(const Choice& choice, std::string_view name)
{
    return std::string(choice.block).append("__").append(name);
}

Html conditional(const Choice& choice, std::string_view id)
{
    const std::string revealed = part(choice, "conditional");
    return element(
        "div",
        {{"class", classes({revealed, choice.checked ? "" : revealed + "--hidden"})}, {"id", id}},
        choice.conditional);
}

} // namespace choice_detail

Html render(const Choice& choice)
{
    using choice_detail::part;
    if (!choice.divider.empty()) {
        return element("div", {{"class", part(choice, "divider")}}, choice.divider);
    }
    const bool has_hint = choice.hint && !choice.hint->content.empty();
    const std::string hint_id = has_hint ? choice.id + "-item-hint" : std::string();
    const std::string conditional_id =
        choice.conditional.empty() ? std::string() : "conditional-" + choice.id;

    Label label = choice.label;
    label.for_id = choice.id;
    label.classes = classes({part(choice, "label"), label.classes});

    HtmlWriter out;
    out.open("div", {{"class", part(choice, "item")}});
    out.empty_element(
        "input", Attributes{{"class", part(choice, "input")},
                            {"id", choice.id},
                            {"name", choice.name},
                            {"type", choice.type},
                            {"value", choice.value},
                            flag("checked", choice.checked),
                            flag("disabled", choice.disabled),
                            maybe("data-aria-controls", conditional_id),
                            maybe("aria-describedby", classes({choice.described_by, hint_id}))} +
                     choice.attributes);
    out.add(render(label));
    if (has_hint) {
        Hint hint = *choice.hint;
        hint.id = hint_id;
        hint.classes = classes({part(choice, "hint"), hint.classes});
        out.add(render(hint));
    }
    out.close();
    if (!conditional_id.empty()) out.add(choice_detail::conditional(choice, conditional_id));
    return std::move(out).done();
}

std::string choice_id(std::string_view prefix, std::size_t index)
{
    std::string id(prefix);
    if (index > 0) id.append("-").append(std::to_string(index + 1));
    return id;
}

} // namespace onroll::design
