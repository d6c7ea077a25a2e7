#include "platform/xml/reader.h"

#include <doctest/doctest.h>

namespace xml_reader_test {

using namespace onroll;

TEST_CASE("elements come with their own text, letters written as signs, and nothing of comments")
{
    const auto root =
        xml::read("<?xml version=\"1.0\"?>\n<a x=\"1\"><!-- no --> one &amp; <b>two</b>"
                  "<b><![CDATA[<3>]]></b>&#233;<?skip this?></a>");
    REQUIRE(root.has_value());
    CHECK(root->name == "a");
    CHECK(root->text == "one & é");
    REQUIRE(root->below.size() == 2);
    CHECK(root->text_of("b") == "two");
    CHECK(root->below[1].text == "<3>");
    CHECK(root->find("c") == nullptr);
    CHECK(root->text_of("c").empty());
}

TEST_CASE("a document type, what is not whole, and what is beyond a limit are refused")
{
    for (const auto* refused :
         {"", "text", "<a>", "<a></b>", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
          "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>"}) {
        CAPTURE(refused);
        CHECK_FALSE(xml::read(refused).has_value());
    }
    CHECK_FALSE(xml::read(std::string_view("<a>\0</a>", 8)).has_value());
    CHECK_FALSE(xml::read("<a><b/></a>", {.bytes = 4}).has_value());
    CHECK_FALSE(xml::read("<a><b/><b/></a>", {.elements = 2}).has_value());
    CHECK(xml::read("<a><b/><b/></a>", {.elements = 3}).has_value());
    CHECK_FALSE(xml::read("<a><b><c/></b></a>", {.levels = 2}).has_value());
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<a>";
    for (int i = 0; i < 100'000; ++i) deep += "</a>";
    CHECK_FALSE(xml::read(deep).has_value());
    // An entity that nobody defined stays as it is written.
    CHECK(xml::read("<a>&other;</a>")->text == "&other;");
}

} // namespace xml_reader_test
