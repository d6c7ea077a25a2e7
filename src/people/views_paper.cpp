#include "people/views_paper.h"

#include "design/page.h"
#include "platform/documents/print_html.h"

namespace onroll::people {

design::Html paper_view(const documents::Document& document, std::string_view pdf,
                        std::string_view back)
{
    using design::element;
    return element("div", {{"class", "onr-noprint"}},
                   design::paragraph(design::link(back, "Back to the record")),
                   design::paragraph(pdf.empty()
                                         ? design::Html("Print this page.")
                                         : design::Html("Print this page, or ") +
                                               design::link(pdf, "download it as a PDF") + ".")) +
           element("article", {{"class", "onr-document"}},
                   design::raw(documents::body_html(document, 1)));
}

} // namespace onroll::people
