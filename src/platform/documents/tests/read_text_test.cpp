#include "platform/documents/open_document.h"
#include "platform/documents/pdf.h"
#include "platform/documents/print_html.h"
#include "platform/documents/read_text.h"
#include "platform/documents/tests/make_files.h"
#include "platform/documents/tests/read_documents.h"

#include <doctest/doctest.h>

namespace read_text_test {

using namespace onroll::documents;

bool has(const ReadText& read, const std::string& words)
{
    for (const auto& place : read.places)
        if (place.words.find(words) != std::string::npos) return true;
    return false;
}

bool asks_to_look(const ReadText& read, const std::string& words)
{
    for (const auto& sentence : read.to_look_at)
        if (sentence.find(words) != std::string::npos) return true;
    return false;
}

TEST_CASE("a PDF of words is read page by page, and nothing is left to look at")
{
    if (!tests::poppler_is_installed()) {
        MESSAGE("poppler-utils is not installed: no PDF is read");
        return;
    }
    const auto pdf = html_to_pdf("<html lang='en'><title>A report</title><p>First page of words"
                                 "<p style='page-break-before: always'>Second page of words");
    REQUIRE(pdf);
    const auto read = read_text(*pdf);
    CHECK(read.kind == FileKind::pdf);
    CHECK(has(read, "First page of words"));
    CHECK(has(read, "Second page of words"));
    CHECK(has(read, "A report"));
    CHECK(read.to_look_at.empty());
}

TEST_CASE("a PDF of scans is named for a person to look at, page by page")
{
    if (!tests::poppler_is_installed()) return;
    const auto read = read_text(tests::pdf_of_a_scan());
    CHECK(read.kind == FileKind::pdf);
    REQUIRE(read.to_look_at.size() == 1);
    CHECK(read.to_look_at.front() == "Page 1 has no words that can be searched. It may be a scan");
}

TEST_CASE("a broken PDF is named for a person to look at")
{
    CHECK(asks_to_look(read_text("%PDF-1.7 and then nothing"), "could not be read"));
}

TEST_CASE("a DOCX is read with its tables, deleted words, header, comments and links")
{
    const auto docx = tests::docx_of({
        {"word/document.xml",
         "<w:document><w:body><w:p><w:r><w:t>Spl</w:t></w:r><w:r><w:t>it run</w:t></w:r></w:p>"
         "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell one</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>"
         "Cell two</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:del><w:r><w:delText>Taken out"
         "</w:delText></w:r></w:del></w:body></w:document>"},
        {"word/header1.xml", "<w:hdr><w:p><w:r><w:t>In the header</w:t></w:r></w:p></w:hdr>"},
        {"word/comments.xml", "<w:comments><w:t>In a comment</w:t></w:comments>"},
        {"word/_rels/document.xml.rels",
         "<Relationships><Relationship Target=\"mailto:somebody@example.org\"/></Relationships>"},
    });
    const auto read = read_text(docx);
    CHECK(read.kind == FileKind::docx);
    for (const auto* words : {"Split run", "Cell one", "Cell two", "Taken out", "In the header",
                              "In a comment", "somebody@example.org"})
        CHECK_MESSAGE(has(read, words), words);
    CHECK(read.to_look_at.empty());
}

TEST_CASE("pictures and files inside a DOCX are named for a person to look at")
{
    const auto read = read_text(tests::docx_of({{"word/document.xml", "<w:document/>"},
                                                {"word/media/image1.png", "png"},
                                                {"word/embeddings/sheet.xlsx", "xlsx"}}));
    CHECK(asks_to_look(read, "has a picture"));
    CHECK(asks_to_look(read, "Other files are hidden"));
}

TEST_CASE("an open document that we wrote ourselves is read whole")
{
    const auto read = read_text(open_document(tests::a_letter()));
    CHECK(read.kind == FileKind::odt);
    CHECK(has(read, "1 Example Street"));
    CHECK(has(read, "Maths"));
    CHECK(has(read, "Onroll")); // of the footer
    CHECK(read.to_look_at.empty());
}

TEST_CASE("an archive that unpacks to more than the limit is not unpacked, and is named")
{
    const auto large =
        tests::docx_of({{"word/document.xml", "<w:t>" + std::string(200'000, 'a') + "</w:t>"}});
    CHECK(asks_to_look(read_text(large, {.unpacked_bytes = 100'000}), "could not be read"));
}

TEST_CASE("what is neither is named for a person, and is never said to be clean")
{
    CHECK(asks_to_look(read_text("\xFF\xD8\xFF rest of a photograph"), "picture"));
    CHECK(asks_to_look(read_text("ID3 rest of a recording"), "Listen"));
    CHECK(asks_to_look(read_text("{\\rtf1 words}"), "cannot be searched"));
    CHECK(asks_to_look(read_text(std::string("\x01\x02\x00z", 4)), "cannot be searched"));
    CHECK(read_text("Plain words\n") == ReadText{FileKind::text, {{"Text", "Plain words\n"}}, {}});
}

} // namespace read_text_test
