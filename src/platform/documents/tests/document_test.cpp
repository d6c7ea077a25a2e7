#include "platform/documents/open_document.h"
#include "platform/documents/print_html.h"
#include "platform/documents/tests/read_documents.h"

#include <doctest/doctest.h>

using namespace onroll::documents;

TEST_CASE("what a document says is escaped, and its lines are kept")
{
    const Document document{.title = "A & B", .blocks = {Paragraph{"5 < 6 & \"so\"\nsecond line"}}};
    CHECK(body_html(document) == "<p class=\"onr-document__paragraph\">5 &lt; 6 &amp; "
                                 "&quot;so&quot;<br>second line</p>\n");
    CHECK(print_html(document).find("<title>A &amp; B</title>") != std::string::npos);
}

TEST_CASE("characters that no document may hold are left out")
{
    CHECK(printable(std::string("a\x01"
                                "b\tc\x7f\nd\0e",
                                10)) == "ab c\nde");
}

TEST_CASE("a number in brackets leads to that source, and to none where there is none")
{
    CHECK(parts_of("So [2], [3] and [x] [12", 2) ==
          std::vector<WordsPart>{{"So ", 0}, {"[2]", 2}, {", [3] and [x] [12", 0}});
    const Document document{
        .blocks = {Paragraph{"As [1] says"},
                   List{.items = {"A file [1]"}, .numbered = true, .sources = true}}};
    CHECK(body_html(document) ==
          "<p class=\"onr-document__paragraph\">As <a class=\"govuk-link\" "
          "href=\"#source-1\">[1]</a> says</p>\n<ol class=\"onr-document__list\">\n"
          "<li id=\"source-1\">A file [1]</li>\n</ol>\n");
    CHECK(count_sources({.blocks = {List{{"a", "b"}}}}) == 0);
}

TEST_CASE("a cell names its column, for screens on which a row is a block")
{
    const Document document{.blocks = {Table{"Due", {"Day", "Work"}, {{"Monday", "A & B"}}}}};
    const auto html = body_html(document);
    CHECK(html.find("<th scope=\"row\" role=\"rowheader\">Monday</th>"
                    "<td role=\"cell\" data-column=\"Work\">A &amp; B</td>") != std::string::npos);
    CHECK(html.find("__table--wide") == std::string::npos);
    const Document wide{.blocks = {Table{"Due", {"a", "b", "c", "d"}, {}}}};
    CHECK(body_html(wide).find("onr-document__table--wide") != std::string::npos);
}

TEST_CASE("headings stand below those of the page that they are set into")
{
    const Document document{.blocks = {Heading{"One", 1}, Heading{"Two", 2}}};
    CHECK(body_html(document, 2) == "<h2 class=\"onr-document__heading\">One</h2>\n"
                                    "<h3 class=\"onr-document__heading\">Two</h3>\n");
}

TEST_CASE("a footer cannot end the styles it stands in")
{
    const Document document{.footer = "a\"b</style><script>\\"};
    const auto html = print_html(document);
    CHECK(html.find("content: \"a\\\"b /style> script>\\\\\"") != std::string::npos);
    CHECK(html.find("<script>") == std::string::npos);
}

TEST_CASE("a document for languages written from the right says so")
{
    const Document document{.language = "ar", .right_to_left = true, .blocks = {Paragraph{"x"}}};
    CHECK(print_html(document).find("<html lang=\"ar\" dir=\"rtl\">") != std::string::npos);
    CHECK(tests::part_of(open_document(document), "styles.xml").find("rl-tb") != std::string::npos);
}

TEST_CASE("an open document holds every word, in order, as structure")
{
    const auto bytes = open_document(tests::a_letter());
    const auto content = tests::part_of(bytes, "content.xml");
    CHECK(tests::paragraphs_of(content) ==
          std::vector<std::string>{"1 Example Street\nTidemoor", "The chair of governors",
                                   "Request for work", "Dear chair", "Work & tests < 5 days",
                                   "First", "Second", "What is due", "Day", "Work", "Monday",
                                   "Maths", "", "Yours faithfully", "A parent"});
    CHECK(content.find("<text:h text:style-name=\"Heading1\" text:outline-level=\"1\">") !=
          std::string::npos);
    CHECK(content.find("<table:table-header-rows>") != std::string::npos);
    CHECK(content.find("<text:list-item>") != std::string::npos);
    CHECK(tests::part_of(bytes, "meta.xml").find("<dc:title>Request for work</dc:title>") !=
          std::string::npos);
    const auto styles = tests::part_of(bytes, "styles.xml");
    CHECK(tests::paragraphs_of(styles) == std::vector<std::string>{"Onroll 1"});
    CHECK(styles.find("fo:font-size=\"12pt\"") != std::string::npos);
}

TEST_CASE("an open document in large print has letters of 18 point")
{
    auto letter = tests::a_letter();
    letter.size = FontSize::large;
    CHECK(tests::part_of(open_document(letter), "styles.xml").find("fo:font-size=\"18pt\"") !=
          std::string::npos);
}

TEST_CASE("an open document shows its kind in its first bytes, and is the same each time")
{
    const auto bytes = open_document(tests::a_letter());
    CHECK(bytes.substr(30, 8 + std::string(open_document_type).size()) ==
          "mimetype" + std::string(open_document_type));
    CHECK(bytes == open_document(tests::a_letter()));
}
