#include "design/components/lead.h"

namespace onroll::design {

Html lead(const Html& words)
{
    return element("p", {{"class", "onr-lead"}}, words);
}

Html lines(const std::vector<Line>& items)
{
    HtmlWriter out;
    out.open("ul", {{"class", "onr-lines"}});
    for (const auto& item : items) {
        out.open("li").add(item.main);
        if (!item.note.empty()) {
            out.add(" ").open("span", {{"class", "onr-soft"}}).add(item.note).close();
        }
        out.close();
    }
    out.close();
    return std::move(out).done();
}

Html telephone(const std::string& number)
{
    std::string digits;
    for (const char c : number) {
        if ((c >= '0' && c <= '9') || c == '+') digits += c;
    }
    return element("a", {{"class", "govuk-link onr-tel"}, {"href", "tel:" + digits}}, number);
}

Html scroll_region(const std::string& label, const Html& content)
{
    return element(
        "div",
        {{"class", "onr-scroll"}, {"role", "region"}, {"aria-label", label}, {"tabindex", "0"}},
        content);
}

} // namespace onroll::design
