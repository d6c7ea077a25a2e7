#include "design/components/language_navigation.h"

namespace onroll::design {
namespace language_navigation_detail {

void write(HtmlWriter& out, const Language& language)
{
    out.open("li", {{"class", "govuk-language-navigation__list-item"}});
    if (language.current || language.href.empty()) {
        out.open(
            "span",
            Attributes{{"class", classes({"govuk-language-navigation__text", language.classes})},
                       {"aria-current", "true"},
                       maybe("lang", language.lang),
                       maybe("dir", language.dir)} +
                language.attributes);
        out.add(language.content).close().close();
        return;
    }
    const std::string& target = language.href_lang.empty() ? language.lang : language.href_lang;
    out.open("a",
             Attributes{{"class", classes({"govuk-language-navigation__link", language.classes})},
                        {"href", language.href},
                        {"rel", "alternate"},
                        maybe("lang", language.lang),
                        maybe("hreflang", target),
                        maybe("dir", language.dir)} +
                 language.attributes);
    out.add(language.content);
    if (!language.description.empty()) out.add(visually_hidden(" " + language.description));
    out.close().close();
}

} // namespace language_navigation_detail

Html render(const LanguageNavigation& navigation)
{
    HtmlWriter out;
    out.open("nav",
             Attributes{{"class", classes({"govuk-language-navigation", navigation.classes})}} +
                 navigation.attributes + Attributes{{"aria-label", navigation.label}});
    out.open("ul", {{"class", "govuk-language-navigation__list"}});
    for (const auto& language : navigation.items) {
        language_navigation_detail::write(out, language);
    }
    out.close().close();
    return std::move(out).done();
}

} // namespace onroll::design
