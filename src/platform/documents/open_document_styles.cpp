#include "platform/documents/open_document_styles.h"

#include <string_view>

namespace onroll::documents {

namespace open_document_styles_detail {

std::string escaped(const std::string& words)
{
    std::string xml;
    for (const char letter : printable(words)) {
        switch (letter) {
        case '&':
            xml += "&amp;";
            break;
        case '<':
            xml += "&lt;";
            break;
        case '"':
            xml += "&quot;";
            break;
        default:
            xml += letter;
        }
    }
    return xml;
}

/// One paragraph style that builds on "Body".
std::string style(const std::string& name, const std::string& paragraph, const std::string& text)
{
    return "<style:style style:name=\"" + name +
           "\" style:family=\"paragraph\" style:parent-style-name=\"Body\">" +
           (paragraph.empty() ? "" : "<style:paragraph-properties " + paragraph + "/>") +
           (text.empty() ? "" : "<style:text-properties " + text + "/>") + "</style:style>\n";
}

std::string sized(int points, double times)
{
    const auto tenths = static_cast<int>(points * times * 10 + 0.5);
    return "fo:font-size=\"" + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) +
           "pt\" fo:font-weight=\"bold\"";
}

std::string list_style(const std::string& name, const std::string& level)
{
    return "<text:list-style style:name=\"" + name + "\">" + level +
           "<style:list-level-properties "
           "text:list-level-position-and-space-mode=\"label-alignment\">"
           "<style:list-level-label-alignment text:label-followed-by=\"listtab\" "
           "text:list-tab-stop-position=\"0.8cm\" fo:text-indent=\"-0.6cm\" "
           "fo:margin-left=\"0.8cm\"/></style:list-level-properties>" +
           (name == "Bullets" ? "</text:list-level-style-bullet>"
                              : "</text:list-level-style-number>") +
           "</text:list-style>\n";
}

std::string language_of(const Document& document)
{
    const auto dash = document.language.find('-');
    const auto language = escaped(document.language.substr(0, dash));
    std::string country = language == "en" ? "GB" : "none";
    if (dash != std::string::npos) country = escaped(document.language.substr(dash + 1));
    return "fo:language=\"" + language + "\" fo:country=\"" + country + "\"";
}

std::string paragraph_styles(const Document& document)
{
    const int size = points(document.size);
    const std::string direction =
        document.right_to_left ? "style:writing-mode=\"rl-tb\" " : "style:writing-mode=\"lr-tb\" ";
    const std::string keep = "fo:keep-with-next=\"always\" fo:margin-top=\"0.5cm\"";
    return "<style:default-style style:family=\"paragraph\"><style:paragraph-properties " +
           direction + "/><style:text-properties " + language_of(document) +
           "/></style:default-style>\n"
           "<style:style style:name=\"Body\" style:family=\"paragraph\">"
           "<style:paragraph-properties fo:text-align=\"start\" fo:line-height=\"150%\" "
           "fo:margin-bottom=\"0.42cm\" fo:orphans=\"2\" fo:widows=\"2\" " +
           direction +
           "/><style:text-properties style:font-name=\"Arial\" fo:font-family=\"Arial\" "
           "fo:font-size=\"" +
           std::to_string(size) + "pt\"/></style:style>\n" +
           style("Heading1", keep, sized(size, 1.35)) + style("Heading2", keep, sized(size, 1.15)) +
           style("Heading3", keep, sized(size, 1)) +
           style("Item", "fo:margin-bottom=\"0.15cm\"", "") +
           style("Caption", keep, "fo:font-weight=\"bold\"") +
           style("Sender", "fo:margin-left=\"9cm\"", "") + style("Recipient", "", "") +
           style("Closing", "fo:keep-with-next=\"always\" fo:margin-top=\"0.6cm\"", "") +
           style("Signed", "fo:margin-top=\"1.6cm\"", "") +
           style("CellText", "fo:margin-bottom=\"0.1cm\"", "") +
           style("CellHeading", "fo:margin-bottom=\"0.1cm\"", "fo:font-weight=\"bold\"") +
           style("Foot", "", "fo:font-size=\"9pt\"");
}

} // namespace open_document_styles_detail

std::string open_document_styles(const Document& document)
{
    namespace detail = open_document_styles_detail;
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-styles";
    for (const auto& [prefix, address] : open_document_namespaces)
        xml += " xmlns:" + std::string(prefix) + "=\"" + address + "\"";
    xml += " office:version=\"1.2\">\n<office:styles>\n" + detail::paragraph_styles(document);
    xml += detail::list_style(
        "Bullets", "<text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"\u2022\">");
    xml += detail::list_style("Numbers", "<text:list-level-style-number text:level=\"1\" "
                                         "style:num-format=\"1\" style:num-suffix=\".\">");
    xml += "<style:style style:name=\"Table\" style:family=\"table\"><style:table-properties "
           "table:border-model=\"collapsing\"/></style:style>\n"
           "<style:style style:name=\"Cell\" style:family=\"table-cell\">"
           "<style:table-cell-properties fo:border-bottom=\"0.5pt solid #505a5f\" "
           "fo:padding=\"0.1cm\"/></style:style>\n</office:styles>\n";
    xml += "<office:automatic-styles><style:page-layout style:name=\"A4\">"
           "<style:page-layout-properties fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" "
           "fo:margin-top=\"2.2cm\" fo:margin-bottom=\"2cm\" fo:margin-left=\"2.5cm\" "
           "fo:margin-right=\"2cm\"/></style:page-layout></office:automatic-styles>\n"
           "<office:master-styles><style:master-page style:name=\"Standard\" "
           "style:page-layout-name=\"A4\"><style:footer><text:p text:style-name=\"Foot\">" +
           detail::escaped(document.footer) + (document.footer.empty() ? "" : " ") +
           "<text:page-number text:select-page=\"current\">1</text:page-number></text:p>"
           "</style:footer></style:master-page></office:master-styles>\n"
           "</office:document-styles>\n";
    return xml;
}

} // namespace onroll::documents
