#include "platform/documents/print_html.h"

#include <algorithm>
#include <string_view>

namespace onroll::documents {

namespace print_html_detail {

std::string escaped(const std::string& words)
{
    std::string html;
    for (const char letter : printable(words)) {
        switch (letter) {
        case '&':
            html += "&amp;";
            break;
        case '<':
            html += "&lt;";
            break;
        case '>':
            html += "&gt;";
            break;
        case '"':
            html += "&quot;";
            break;
        case '\n':
            html += "<br>";
            break;
        default:
            html += letter;
        }
    }
    return html;
}

std::string lines_of(const std::vector<std::string>& lines)
{
    std::string html;
    for (const auto& line : lines) html += (html.empty() ? "" : "<br>") + escaped(line);
    return html;
}

class Writer {
public:
    Writer(int top_heading, std::size_t sources) : top_(top_heading), sources_(sources) {}

    void operator()(const Heading& one)
    {
        const auto tag = "h" + std::to_string(std::clamp(top_ + one.level - 1, 1, 6));
        html += "<" + tag + " class=\"onr-document__heading\">" + escaped(one.words) + "</" + tag +
                ">\n";
    }
    void operator()(const Paragraph& one)
    {
        html += "<p class=\"onr-document__paragraph\">" + linked(one.words) + "</p>\n";
    }
    void operator()(const List& one)
    {
        const std::string tag = one.numbered ? "ol" : "ul";
        const auto lang =
            one.language.empty() ? std::string() : " lang=\"" + escaped(one.language) + "\"";
        html += "<" + tag + " class=\"onr-document__list\"" + lang + ">\n";
        std::size_t number = 0;
        for (const auto& item : one.items) {
            const auto place = "source-" + std::to_string(++number);
            html += one.sources ? "<li id=\"" + place + "\">" + escaped(item) + "</li>\n"
                                : "<li>" + linked(item) + "</li>\n";
        }
        html += "</" + tag + ">\n";
    }
    void operator()(const Table& one)
    {
        // Three columns find room on a narrow screen. The rows of a wider table become blocks
        // there, which would lose their roles in some browsers.
        html += std::string("<table class=\"onr-document__table") +
                (one.headings.size() > 3 ? " onr-document__table--wide" : "") +
                "\" role=\"table\">\n";
        if (!one.caption.empty()) html += "<caption>" + escaped(one.caption) + "</caption>\n";
        if (!one.headings.empty()) {
            html += "<thead role=\"rowgroup\"><tr role=\"row\">";
            for (const auto& words : one.headings)
                html += "<th scope=\"col\" role=\"columnheader\">" + escaped(words) + "</th>";
            html += "</tr></thead>\n";
        }
        html += "<tbody role=\"rowgroup\">\n";
        for (const auto& row : one.rows) add_row(row, one);
        html += "</tbody></table>\n";
    }
    void operator()(const AddressBlock& one)
    {
        const std::string side =
            one.side == AddressBlock::Side::sender ? "onr-document__sender" : "";
        html += "<p class=\"onr-document__address" + (side.empty() ? "" : " " + side) + "\">" +
                lines_of(one.lines) + "</p>\n";
    }
    void operator()(const SignatureBlock& one)
    {
        html += "<div class=\"onr-document__signature\"><p>" + escaped(one.closing) +
                "</p><p class=\"onr-document__signed\">" + lines_of(one.lines) + "</p></div>\n";
    }

    std::string html;

private:
    /// Each cell knows its column, which a narrow screen names before it.
    void add_row(const std::vector<std::string>& row, const Table& table)
    {
        html += "<tr role=\"row\">";
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto column = i < table.headings.size()
                                    ? " data-column=\"" + escaped(table.headings[i]) + "\""
                                    : std::string();
            html += table.row_headings && i == 0
                        ? "<th scope=\"row\" role=\"rowheader\">" + linked(row[i]) + "</th>"
                        : "<td role=\"cell\"" + column + ">" + linked(row[i]) + "</td>";
        }
        html += "</tr>\n";
    }
    /// The words, with each reference to a source as a link to it.
    std::string linked(const std::string& words) const
    {
        std::string all;
        for (const auto& part : parts_of(words, sources_))
            all += part.source == 0 ? escaped(part.words)
                                    : "<a class=\"govuk-link\" href=\"#source-" +
                                          std::to_string(part.source) + "\">" + part.words + "</a>";
        return all;
    }

    int top_;
    std::size_t sources_;
};

constexpr std::string_view styles = R"(
@page { size: A4; margin: 22mm 20mm 24mm 25mm;
  @bottom-left { font: 9pt "Liberation Sans", Arial, sans-serif; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 9pt "Liberation Sans", Arial, sans-serif; } }
html { font-family: "Liberation Sans", Arial, "DejaVu Sans", sans-serif; line-height: 1.5; text-align: start; }
body { margin: 0; hyphens: none; }
h1, h2, h3 { line-height: 1.25; margin: 1.2em 0 0.5em; break-after: avoid; }
h1 { font-size: 1.35em; } h2 { font-size: 1.15em; } h3 { font-size: 1em; }
p, ul, ol, table { margin: 0 0 1em; orphans: 2; widows: 2; overflow-wrap: break-word; }
ul, ol { padding-left: 1.5em; }
[dir=rtl] ul, [dir=rtl] ol { padding-left: 0; padding-right: 1.5em; } li { margin-bottom: 0.35em; }
table { border-collapse: collapse; width: 100%; } caption { text-align: start; font-weight: bold; margin-bottom: 0.4em; }
th, td { border-bottom: 0.5pt solid #505a5f; padding: 0.3em 0.6em 0.3em 0; text-align: start; vertical-align: top; }
thead { display: table-header-group; } tr { break-inside: avoid; }
.onr-document__sender { margin-left: 55%; }
[dir=rtl] .onr-document__sender { margin-left: 0; margin-right: 55%; }
.onr-document__signature { break-inside: avoid; margin-top: 1.5em; }
.onr-document__signed { margin-top: 3.5em; }
)";

} // namespace print_html_detail

std::string body_html(const Document& document, int top_heading)
{
    print_html_detail::Writer writer(top_heading, count_sources(document));
    for (const auto& block : document.blocks) std::visit(writer, block);
    return std::move(writer.html);
}

std::string print_html(const Document& document)
{
    using print_html_detail::escaped;
    std::string foot;
    for (const char letter : printable(document.footer)) {
        if (letter == '"' || letter == '\\') foot += '\\';
        foot += letter == '\n' || letter == '<' ? ' ' : letter;
    }
    std::string html = "<!DOCTYPE html>\n<html lang=\"" + escaped(document.language) + "\"" +
                       (document.right_to_left ? " dir=\"rtl\"" : "") +
                       ">\n<head><meta charset=\"utf-8\"><title>" + escaped(document.title) +
                       "</title>\n<style>" + std::string(print_html_detail::styles) +
                       "body { font-size: " + std::to_string(points(document.size)) +
                       "pt; }\n@page { @bottom-left { content: \"" + foot + "\"; } }\n" +
                       "</style></head>\n<body>\n";
    return html + body_html(document) + "</body>\n</html>\n";
}

} // namespace onroll::documents
