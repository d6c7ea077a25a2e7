#include "casework/rules_files.h"

#include <doctest/doctest.h>

#include <string>

namespace casework_rules_files_test {

using namespace onroll;
using namespace onroll::casework;
using namespace std::string_literals;

Glimpse a_file(std::string name, const std::string& content)
{
    return {.name = std::move(name),
            .bytes = content.size(),
            .head = content.substr(0, head_size),
            .tail = content.substr(content.size() - std::min(content.size(), tail_size)),
            .is_plain_text = may_be_text(content)};
}

Glimpse an_archive(std::string name, std::vector<ArchiveEntry> entries)
{
    auto file = a_file(std::move(name), "PK\x03\x04"s + std::string(200, '\0') + "PK\x05\x06"s);
    file.entries = std::move(entries);
    return file;
}

const std::vector<ArchiveEntry> word_entries{{"[Content_Types].xml", 300, 900},
                                             {"word/document.xml", 2'000, 9'000}};

std::string odt_head()
{
    return "PK\x03\x04"s + std::string(26, '\0') +
           "mimetypeapplication/vnd.oasis.opendocument.textPK\x03\x04"s + std::string(50, '\0') +
           "PK\x05\x06"s;
}

TEST_CASE("each type that is kept is told from its content, whatever its name")
{
    const auto type_of = [](const std::string& content) {
        return type_of_content(a_file("x", content));
    };
    CHECK(type_of("%PDF-1.7\n...") == FileType::pdf);
    CHECK(type_of("{\\rtf1\\ansi Dear parent}") == FileType::rtf);
    CHECK(type_of("\xff\xd8\xff\xe0 JFIF") == FileType::jpeg);
    CHECK(type_of("\x89PNG\r\n\x1a\n and more") == FileType::png);
    CHECK(type_of("\0\0\0\x18"s + "ftypheic\0\0\0\0"s) == FileType::heic);
    CHECK(type_of("\0\0\0\x18"s + "ftypM4A \0\0\0\0"s) == FileType::m4a);
    CHECK(type_of("ID3\x03 and a title") == FileType::mp3);
    CHECK(type_of("\xff\xfb\x90\x44 a frame") == FileType::mp3);
    CHECK(type_of("Dear parent,\r\n\tSami was sent home.") == FileType::text);
    CHECK(type_of_content(an_archive("x", word_entries)) == FileType::docx);
    auto odt = a_file("x", odt_head());
    odt.entries = {{"mimetype", 39, 39}, {"content.xml", 500, 3'000}};
    CHECK(type_of_content(odt) == FileType::odt);
}

TEST_CASE("what is none of them is not kept: programs, pages, archives, pictures that can act")
{
    for (const auto& content : {"MZ\x90\0\x03\0\0\0"s,
                                "\x7f"
                                "ELF\x02\x01\x01\0"s,
                                "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"s, "GIF89a\0"s, "\0\0\0\0"s,
                                "\0\0\0\x18"s + "ftypqt  "s}) {
        CAPTURE(content);
        CHECK_FALSE(type_of_content(a_file("x", content)));
    }
    CHECK_FALSE(type_of_content(an_archive("x", {{"run.exe", 10, 10}})));
    CHECK_FALSE(type_of_content(an_archive("x", {})));
    CHECK_FALSE(type_of_name("page.html"));
    CHECK_FALSE(type_of_name("drawing.svg"));
    CHECK_FALSE(type_of_name("letter.pdf.exe"));
    CHECK_FALSE(type_of_name(".pdf"));
    CHECK(type_of_name("Letter.PDF") == FileType::pdf);
}

TEST_CASE("a file that could be read as two things is refused")
{
    CHECK_FALSE(type_of_content(a_file("a.jpg", "\xff\xd8\xff\xe0 %PDF-1.4 hidden")));
    CHECK_FALSE(type_of_content(a_file("a.txt", "hello\n%PDF-1.4\nhidden")));
    CHECK_FALSE(type_of_content(a_file("a.pdf", "%PDF-1.4 ... PK\x05\x06 an archive at the end")));
    CHECK_FALSE(type_of_content(a_file("a.png", "\x89PNG\r\n\x1a\n ... PK\x05\x06")));
}

TEST_CASE("a document that unpacks to far more than it holds, reaches outside, or holds another "
          "archive or a macro is refused")
{
    const auto with = [](ArchiveEntry entry) {
        auto entries = word_entries;
        entries.push_back(std::move(entry));
        return type_of_content(an_archive("a.docx", std::move(entries)));
    };
    CHECK(with({"word/media/image1.png", 90'000, 91'000}) == FileType::docx);
    CHECK_FALSE(with({"word/bomb.xml", 1'000, 900'000'000}));
    CHECK_FALSE(with({"word/large.xml", 10'000'000, 600'000'000}));
    CHECK_FALSE(with({"../../etc/passwd", 10, 10}));
    CHECK_FALSE(with({"/etc/passwd", 10, 10}));
    CHECK_FALSE(with({"word\\..\\x", 10, 10}));
    CHECK_FALSE(with({"word/inside.zip", 10, 10}));
    CHECK_FALSE(with({"word/vbaProject.bin", 10, 10}));
    CHECK_FALSE(with({"word/sealed.xml", 10, 10, false}));
}

TEST_CASE("name and content must agree, and the message says what to do")
{
    CHECK(type_to_keep(a_file("letter.pdf", "%PDF-1.7")).value() == FileType::pdf);
    const auto disguised = type_to_keep(a_file("letter.pdf", "MZ\x90 a program"));
    REQUIRE_FALSE(disguised);
    CHECK(disguised.error().message.find("not what its name says") != std::string::npos);
    CHECK_FALSE(type_to_keep(a_file("photo.png", "\xff\xd8\xff\xe0 JFIF")));
    const auto other = type_to_keep(a_file("Sami Rahman.doc", "\xd0\xcf\x11\xe0"));
    REQUIRE_FALSE(other);
    CHECK(other.error().message.find("Save or export it") != std::string::npos);
    CHECK(other.error().message.find("Sami") == std::string::npos);
    CHECK(type_to_keep(a_file("a.pdf", "")).error().message == "The selected file is empty");
}

TEST_CASE("25 MB are kept, and a byte more is not")
{
    auto file = a_file("a.pdf", "%PDF-1.7");
    file.bytes = largest_attachment;
    CHECK(type_to_keep(file));
    ++file.bytes;
    const auto refused = type_to_keep(file);
    CHECK(refused.error().kind == ErrorKind::too_large);
    CHECK(refused.error().message == "The selected file must be smaller than 25 MB");
}

TEST_CASE("sizes are written as people's computers count them")
{
    CHECK(size_in_words(1) == "1 byte");
    CHECK(size_in_words(999) == "999 bytes");
    CHECK(size_in_words(1'499) == "1 kB");
    CHECK(size_in_words(340'000) == "340 kB");
    CHECK(size_in_words(1'240'000) == "1.2 MB");
    CHECK(size_in_words(25 * 1024 * 1024) == "26.2 MB");
}

} // namespace casework_rules_files_test
