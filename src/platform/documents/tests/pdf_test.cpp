#include "platform/documents/pdf.h"
#include "platform/documents/print_html.h"
#include "platform/documents/tests/read_documents.h"

#include <doctest/doctest.h>

using namespace onroll;
using namespace onroll::documents;
using namespace std::chrono_literals;

namespace pdf_test {

bool has(const std::string& words, const std::string& part)
{
    return words.find(part) != std::string::npos;
}

/// `said` without its runs of spaces, so that `Title:    x` reads `Title: x`.
std::string squeezed(const std::string& said)
{
    std::string words;
    for (const char letter : said)
        if (letter != ' ' || words.empty() || words.back() != ' ') words += letter;
    return words;
}

TEST_CASE("a letter becomes a tagged PDF with its title, its language and its own letters")
{
    if (!tests::poppler_is_installed()) {
        MESSAGE("poppler-utils is not installed: the PDF is not read again");
        return;
    }
    const auto pdf = html_to_pdf(print_html(tests::a_letter()));
    REQUIRE(pdf);
    const auto words = tests::poppler("pdftotext", *pdf);
    for (const auto* part :
         {"1 Example Street", "Dear chair", "Work & tests < 5 days", "Second", "Yours faithfully"})
        CHECK_MESSAGE(has(words, part), part);
    const auto about = squeezed(tests::poppler("pdfinfo", *pdf));
    CHECK(has(about, "Title: Request for work"));
    CHECK(has(about, "Tagged: yes"));
    CHECK(has(about, "(A4)"));
    CHECK(has(*pdf, "/Lang (en)"));
    const auto structure = tests::poppler("pdfinfo -struct", *pdf);
    for (const auto* tag : {"H1", "LI", "TH", "P "}) CHECK_MESSAGE(has(structure, tag), tag);
}

TEST_CASE("nothing that the HTML names is fetched, and the letter is printed all the same")
{
    const auto pdf = html_to_pdf("<html lang='en'><title>t</title><link rel=stylesheet "
                                 "href='http://127.0.0.1:9/x.css'><p>Words</p><img alt='' "
                                 "src='file:///etc/hostname'><img alt='' src='data:image/png,x'>");
    REQUIRE(pdf);
    CHECK(pdf->starts_with("%PDF-"));
}

TEST_CASE("a printing that takes too long or too much is ended, and says what to do instead")
{
    const auto late = html_to_pdf("<p>x", {.time = 0ms});
    REQUIRE_FALSE(late);
    CHECK(late.error().kind == ErrorKind::unavailable);
    CHECK(late.error().message ==
          "The PDF could not be made. Print the page, or try again in a minute");
    CHECK_FALSE(html_to_pdf("<p>x", {.memory_bytes = std::size_t{64} << 20}));
    CHECK_FALSE(html_to_pdf(print_html(tests::a_letter()), {.pdf_bytes = 100}));
}

TEST_CASE("more HTML than the limit is refused before anything is started")
{
    const auto refused = html_to_pdf("<p>four", {.html_bytes = 3});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::too_large);
}

TEST_CASE("turns are given out up to their number, and again when given back")
{
    Turns turns(2);
    CHECK(turns.take(0ms));
    CHECK(turns.take(0ms));
    CHECK_FALSE(turns.take(0ms));
    turns.give_back();
    CHECK(turns.take(0ms));
}

} // namespace pdf_test
