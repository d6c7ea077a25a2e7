#include "design/components/finding_card.h"

namespace onroll::design {
namespace finding_card_detail {

std::string_view modifier(FindingTone tone)
{
    switch (tone) {
    case FindingTone::unlawful:
        return "onr-finding--unlawful";
    case FindingTone::ask:
        return "onr-finding--ask";
    case FindingTone::rule:
        return "";
    }
    return "";
}

void write_line(HtmlWriter& out, std::string_view name, const Html& words)
{
    if (words.empty()) return;
    out.open("dt").add(name).close().open("dd").add(words).close();
}

void write_foot(HtmlWriter& out, const FindingCard& finding, const SourceWords& words)
{
    if (!finding.strength && finding.sources.empty()) return;
    out.open("p", {{"class", "onr-finding__foot"}});
    if (finding.strength) out.add(render(*finding.strength)).add(" ");
    if (!finding.sources.empty()) {
        out.open("span", {{"class", "onr-src"}}).add(source_words(finding.sources, words)).close();
    }
    out.close();
}

} // namespace finding_card_detail

Html render(const FindingCard& finding, const FindingLabels& labels)
{
    const std::string heading = "h" + std::to_string(finding.heading_level);
    HtmlWriter out;
    out.open("article",
             {{"class", classes({"onr-finding", finding_card_detail::modifier(finding.tone)})},
              maybe("id", finding.id)});
    out.open(heading, {{"class", "onr-finding__title"}}).add(finding.title).close();
    out.open("dl", {{"class", "onr-why"}});
    finding_card_detail::write_line(out, labels.told_us, finding.told_us);
    finding_card_detail::write_line(out, labels.rule, finding.rule);
    finding_card_detail::write_line(out, labels.so, finding.so);
    finding_card_detail::write_line(out, labels.would_change, finding.would_change);
    out.close();
    finding_card_detail::write_foot(out, finding, labels.sources);
    out.close();
    return std::move(out).done();
}

} // namespace onroll::design
