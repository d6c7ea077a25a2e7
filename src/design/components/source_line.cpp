#include "design/components/source_line.h"

namespace onroll::design {

Html source_words(const std::vector<Source>& sources, const SourceWords& words)
{
    if (sources.empty()) return {};
    HtmlWriter out;
    out.add(sources.size() == 1 ? words.one : words.many);
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (i > 0) out.add("; ");
        const Source& source = sources[i];
        const Html said = source.href.empty() ? Html(source.text) : link(source.href, source.text);
        out.add(words.lang.empty() ? said : element("span", {{"lang", words.lang}}, said));
    }
    return std::move(out).done();
}

Html source_line(const std::vector<Source>& sources, const SourceWords& words)
{
    if (sources.empty()) return {};
    return element("p", {{"class", "onr-src"}}, source_words(sources, words));
}

} // namespace onroll::design
