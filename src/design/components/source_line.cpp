#include "design/components/source_line.h"

namespace onroll::design {

Html source_words(const std::vector<Source>& sources)
{
    if (sources.empty()) return {};
    HtmlWriter out;
    out.add(sources.size() == 1 ? "Source: " : "Sources: ");
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (i > 0) out.add("; ");
        const Source& source = sources[i];
        out.add(source.href.empty() ? Html(source.text) : link(source.href, source.text));
    }
    return std::move(out).done();
}

Html source_line(const std::vector<Source>& sources)
{
    if (sources.empty()) return {};
    return element("p", {{"class", "onr-src"}}, source_words(sources));
}

} // namespace onroll::design
