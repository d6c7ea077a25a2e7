// Documents leave without what programs wrote beside their words.
#include "platform/documents/document_metadata.h"

#include "platform/documents/read_text.h"
#include "platform/documents/tests/make_files.h"
#include "platform/documents/zip_entries.h"
#include "platform/documents/zip_of.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace platform_documents_document_metadata_test {

using namespace onroll;
using namespace onroll::documents;

constexpr std::string_view xmp =
    "<?xpacket begin=\"\" id=\"W5M0\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF>"
    "<dc:creator>Ann Invented</dc:creator></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";

std::string stream_of(const std::string& dictionary, const std::string& bytes)
{
    return "<< " + dictionary + " /Length " + std::to_string(bytes.size()) + " >>\nstream\n" +
           bytes + "\nendstream";
}

/// A page that says "Hello there everybody", with these objects from the sixth on.
std::vector<std::string> a_page(const std::vector<std::string>& more)
{
    std::vector<std::string> objects{
        "<< /Type /Catalog /Pages 2 0 R /Metadata 7 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font "
        "<< /F1 5 0 R >> >> >>",
        stream_of("", "BT /F1 24 Tf 72 700 Td (Hello there everybody) Tj ET"),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
    objects.insert(objects.end(), more.begin(), more.end());
    return objects;
}

std::string numbered(std::string text)
{
    return std::string(10 - text.size(), '0') + text;
}

/// With a table of places and a trailer, as PDF 1.4 has it.
std::string pdf_of(const std::vector<std::string>& objects)
{
    std::string file = "%PDF-1.4\n";
    std::string table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        table += numbered(std::to_string(file.size())) + " 00000 n \n";
        file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const auto start = file.size();
    return file + table + "trailer\n<< /Size " + std::to_string(objects.size() + 1) +
           " /Root 1 0 R /Info 6 0 R >>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
}

/// With what tells of the document packed into a stream of objects, as PDF 1.5 may have it.
std::string pdf_with_packed_info()
{
    auto objects = a_page({});
    objects.front() = "<< /Type /Catalog /Pages 2 0 R >>";
    const std::string inside = "<< /Author (Ann Invented) /Producer (A program) >>";
    const std::string head = "7 0 ";
    objects.push_back(
        stream_of("/Type /ObjStm /N 1 /First " + std::to_string(head.size()), head + inside));
    std::string file = "%PDF-1.5\n";
    std::string rows{'\0', '\0', '\0', '\0'};
    const auto row = [&](char type, std::size_t value, char last) {
        rows += type;
        rows += static_cast<char>(value >> 8U);
        rows += static_cast<char>(value & 0xFFU);
        rows += last;
    };
    for (std::size_t i = 0; i < objects.size(); ++i) {
        row('\1', file.size(), '\0');
        file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    row('\2', 6, '\0');
    const auto start = file.size();
    row('\1', start, '\0');
    return file + "8 0 obj\n" +
           stream_of("/Type /XRef /Size 9 /W [1 2 1] /Root 1 0 R /Info 7 0 R", rows) +
           "\nendobj\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
}

bool holds(std::string_view bytes, std::string_view words)
{
    return bytes.find(words) != std::string_view::npos;
}

std::string words_in(std::string_view bytes)
{
    std::string words;
    for (const auto& place : read_text(bytes).places) words += place.place + ": " + place.words;
    return words;
}

TEST_CASE("a PDF leaves without its author, its program and its XML, and every place stays")
{
    const auto pdf = pdf_of(
        a_page({"<< /Author (Ann \\(Invented\\)) /Creator <416E6E> /Title (For (Bo) alone) >>",
                stream_of("/Type /Metadata /Subtype /XML", std::string(xmp))}));
    REQUIRE(holds(words_in(pdf), "Invented"));
    const auto clean = pdf_without_metadata(pdf);
    REQUIRE(clean.has_value());
    CHECK(clean->size() == pdf.size());
    for (const auto* told : {"Invented", "416E6E", "(Bo", "dc:creator", "Ann"})
        CHECK_FALSE(holds(*clean, told));
    CHECK(holds(words_in(*clean), "Hello there everybody"));
    CHECK(pdf_without_metadata(*clean).value() == *clean);
}

TEST_CASE("a PDF whose author is packed away is drawn anew, and its words can still be read")
{
    const auto pdf = pdf_with_packed_info();
    REQUIRE(holds(words_in(pdf), "Invented"));
    const auto clean = pdf_without_metadata(pdf);
    REQUIRE(clean.has_value());
    CHECK_FALSE(holds(*clean, "Invented"));
    CHECK_FALSE(holds(words_in(*clean), "Ann"));
    CHECK(holds(words_in(*clean), "Hello there everybody"));
}

TEST_CASE("a file that calls itself a PDF and that no program reads stays for a person to look at")
{
    CHECK(pdf_without_metadata("%PDF-1.7 broken").value() == "%PDF-1.7 broken");
}

std::vector<std::string> names_in(std::string_view archive)
{
    std::vector<std::string> names;
    const auto entries = zip_entries_in(archive);
    REQUIRE(entries.has_value());
    for (const auto& entry : *entries) names.push_back(entry.name);
    return names;
}

bool has_part(std::string_view archive, std::string_view name)
{
    const auto names = names_in(archive);
    return std::find(names.begin(), names.end(), name) != names.end();
}

const std::string body = "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>Hello there</w:t></w:r>"
                         "</w:p></w:body></w:document>";

TEST_CASE("a DOCX leaves without author, company, template and thumbnail")
{
    const auto docx = tests::docx_of(
        {{"[Content_Types].xml", "<Types/>"},
         {"_rels/.rels",
          "<Relationships><Relationship Id=\"a\" Type=\"x/thumbnail\" "
          "Target=\"docProps/thumbnail.jpeg\"/><Relationship Id=\"b\" Type=\"x/officeDocument\" "
          "Target=\"word/document.xml\"/></Relationships>"},
         {"word/document.xml", body},
         {"word/settings.xml", "<w:settings xmlns:w=\"w\"><w:attachedTemplate/><w:rsids/>"
                               "<w:zoom/></w:settings>"},
         {"word/_rels/settings.xml.rels",
          "<Relationships><Relationship Id=\"t\" Type=\"x/attachedTemplate\" "
          "Target=\"file:///C:/Users/ann.invented/Normal.dotm\"/></Relationships>"},
         {"docProps/core.xml", "<c><dc:creator>Ann Invented</dc:creator></c>"},
         {"docProps/app.xml", "<p><Company>Invented Council</Company></p>"},
         {"docProps/custom.xml", "<p>Invented</p>"},
         {"docProps/thumbnail.jpeg", "picture"}});
    const auto clean = document_without_metadata(docx);
    REQUIRE(clean.has_value());
    const auto words = words_in(*clean);
    CHECK(holds(words, "Hello there"));
    CHECK_FALSE(holds(words, "Invented"));
    CHECK_FALSE(holds(words, "ann.invented"));
    CHECK_FALSE(has_part(*clean, "docProps/thumbnail.jpeg"));
    CHECK(has_part(*clean, "docProps/core.xml"));
    CHECK(kind_of(*clean) == FileKind::docx);
    CHECK(document_without_metadata(*clean).value() == *clean);
}

TEST_CASE("comments and tracked changes are for a person to settle first")
{
    for (const std::string unsettled :
         {"<w:p><w:del><w:r><w:delText>no</w:delText></w:r></w:del></w:p>",
          "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>",
          "<w:p><w:r><w:commentReference/></w:r></w:p>",
          // Another prefix for the same words, a cell that came in, and what cannot be read.
          "<x:p xmlns:x=\"w\"><x:del><x:r><x:delText>no</x:delText></x:r></x:del></x:p>",
          "<w:tbl><w:tr><w:tc><w:tcPr><w:cellIns/></w:tcPr></w:tc></w:tr></w:tbl>", "<w:p>"}) {
        CAPTURE(unsettled);
        const auto docx =
            tests::docx_of({{"[Content_Types].xml", "<Types/>"},
                            {"word/document.xml", "<w:document xmlns:w=\"w\"><w:body>" + unsettled +
                                                      "</w:body></w:document>"}});
        const auto clean = document_without_metadata(docx);
        REQUIRE_FALSE(clean.has_value());
        CHECK(clean.error().kind == ErrorKind::bad_input);
        CHECK(holds(clean.error().message, "tracked changes"));
    }
}

std::string an_odt(const std::string& content)
{
    const std::string type = "application/vnd.oasis.opendocument.text";
    const std::string meta = "<office:document-meta><meta:creator>Ann Invented</meta:creator>"
                             "</office:document-meta>";
    const std::string settings = "<s><i name=\"PrinterName\">Printer of Ann Invented</i></s>";
    const std::string manifest =
        "<manifest:manifest><manifest:file-entry manifest:full-path=\"content.xml\"/>"
        "<manifest:file-entry manifest:full-path=\"Thumbnails/thumbnail.png\"/>"
        "</manifest:manifest>";
    return zip_of({{"mimetype", type, Packed::no},
                   {"content.xml", content},
                   {"meta.xml", meta},
                   {"settings.xml", settings},
                   {"Thumbnails/thumbnail.png", "picture"},
                   {"META-INF/manifest.xml", manifest}});
}

TEST_CASE("an ODT leaves without its author, printer and thumbnail")
{
    const auto clean = document_without_metadata(
        an_odt("<office:document-content><text:p>Hello there</text:p></office:document-content>"));
    REQUIRE(clean.has_value());
    const auto words = words_in(*clean);
    CHECK(holds(words, "Hello there"));
    CHECK_FALSE(holds(words, "Invented"));
    CHECK_FALSE(has_part(*clean, "Thumbnails/thumbnail.png"));
    CHECK(names_in(*clean).front() == "mimetype");
    CHECK(kind_of(*clean) == FileKind::odt);
    CHECK_FALSE(document_without_metadata(
                    an_odt("<office:document-content><office:annotation><text:p>mine</text:p>"
                           "</office:annotation></office:document-content>"))
                    .has_value());
}

TEST_CASE("an RTF leaves without the group that tells of it, and text as it is")
{
    CHECK(rtf_without_metadata("{\\rtf1 {\\info{\\author Ann \\} Invented}}{\\b Hello} there}") ==
          "{\\rtf1 {\\b Hello} there}");
    CHECK(rtf_without_metadata("{\\rtf1 {\\info{\\author Ann") == "{\\rtf1 ");
    CHECK_FALSE(document_without_metadata("{\\rtf1 Kept {\\deleted gone}}").has_value());
    CHECK_FALSE(document_without_metadata("{\\rtf1 {\\*\\annotation Ask Ann}}").has_value());
    CHECK(document_without_metadata("{\\rtf1\\deletedx Hello}").has_value());
    CHECK(document_without_metadata("Hello there").value() == "Hello there");
}

} // namespace platform_documents_document_metadata_test
