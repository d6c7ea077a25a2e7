#include "platform/documents/pdf.h"

#include <mutex>
#include <utility>

namespace onroll::documents {

namespace pdf_detail {

/// WeasyPrint's own command would fetch what the HTML names; its library is told to refuse.
/// Variant pdf/ua-1 is what makes version 57 write the tags that readers aloud need.
constexpr const char* program = R"(
import sys
try:
    from weasyprint import HTML
except Exception:
    sys.exit(3)
def refuse(url, *rest, **named):
    raise ValueError("nothing is fetched")
html = sys.stdin.buffer.read().decode("utf-8", "replace")
HTML(string=html, url_fetcher=refuse).write_pdf(sys.stdout.buffer, variant="pdf/ua-1")
)";
constexpr int not_installed = 3;
constexpr const char* interpreter = "/usr/bin/python3";

Error unavailable(std::string message, std::string detail)
{
    return Error{ErrorKind::unavailable, std::move(message), std::move(detail), {}};
}

Error could_not_be_made(std::string detail)
{
    return unavailable("The PDF could not be made. Print the page, or try again in a minute",
                       std::move(detail));
}

Result<std::string> print(std::string_view html, const PdfLimits& limits)
{
    // -I: no packages of a user, no variables; -B: writes no compiled files.
    auto made = run_bounded({interpreter, "-IB", "-c", program}, html,
                            {.time = limits.time,
                             .memory_bytes = limits.memory_bytes,
                             .output_bytes = limits.pdf_bytes});
    switch (made.end) {
    case ProcessEnd::not_there:
        return unavailable("PDFs are not set up on this server. Print the page instead",
                           "python3 is not installed");
    case ProcessEnd::no_room:
        return could_not_be_made("no room for the document");
    case ProcessEnd::limited:
        return could_not_be_made("weasyprint reached a limit");
    case ProcessEnd::exited:
        break;
    }
    if (made.code == not_installed)
        return unavailable("PDFs are not set up on this server. Print the page instead",
                           "weasyprint is not installed");
    if (made.code != 0 || !made.output.starts_with("%PDF-"))
        return could_not_be_made("weasyprint ended with code " + std::to_string(made.code));
    return std::move(made.output);
}

/// What prints instead, where something does.
struct Instead {
    std::mutex turn;
    std::function<std::string(std::string_view)> print;
};
Instead& instead()
{
    static Instead one;
    return one;
}

} // namespace pdf_detail

Result<std::string> html_to_pdf(std::string_view html, const PdfLimits& limits)
{
    if (html.size() > limits.html_bytes)
        return Error{
            ErrorKind::too_large, "The document is too long to print. Make it shorter", {}, {}};
    {
        const std::lock_guard turn(pdf_detail::instead().turn);
        if (pdf_detail::instead().print) return pdf_detail::instead().print(html);
    }
    static Turns turns(pdfs_at_once);
    if (!turns.take(limits.wait))
        return pdf_detail::unavailable(
            "Many documents are being made just now. Try again in a minute", "no turn came free");
    struct Turn {
        ~Turn() { turns.give_back(); }
    } turn;
    return pdf_detail::print(html, limits);
}

PrintInstead::PrintInstead(std::function<std::string(std::string_view html)> print)
{
    const std::lock_guard turn(pdf_detail::instead().turn);
    before_ = std::exchange(pdf_detail::instead().print, std::move(print));
}

PrintInstead::~PrintInstead()
{
    const std::lock_guard turn(pdf_detail::instead().turn);
    pdf_detail::instead().print = std::move(before_);
}

} // namespace onroll::documents
