#include "design/html.h"

#include "kernel/ensure.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

namespace onroll::design::tests::html_test {

TEST_CASE("text becomes HTML only by being escaped")
{
    CHECK(text("<b>&'\"").view() == "&lt;b&gt;&amp;&#39;&quot;");
    CHECK(Html("a < b").view() == "a &lt; b");
    CHECK(element("p", {}, "<script>").view() == "<p>&lt;script&gt;</p>");
    CHECK(element("p", {}, std::string("&")).view() == "<p>&amp;</p>");
}

TEST_CASE("ready markup enters only by name")
{
    CHECK(raw("<b>x</b>").view() == "<b>x</b>");
    CHECK(element("p", {}, raw("<b>x</b>"), " & ", text("y")).view() == "<p><b>x</b> &amp; y</p>");
}

TEST_CASE("whatever a person types, no tag and no attribute begins in it")
{
    CHECK(rc::check("escaped text holds none of < > \" '", [](const std::string& typed) {
        const Html html(typed);
        RC_ASSERT(html.view().find_first_of("<>\"'") == std::string_view::npos);
        const Html tag = void_element("input", {{"value", typed}});
        RC_ASSERT(tag.view().substr(0, 14) == "<input value=\"");
        RC_ASSERT(tag.view().find('"', 14) == tag.view().size() - 2);
    }));
}

TEST_CASE("attributes may be left out, flags have no value")
{
    CHECK(void_element("input",
                       {maybe("id", ""), {"value", ""}, flag("checked"), flag("disabled", false)})
              .view() == "<input value=\"\" checked>");
    CHECK(element("a", {given("title", std::nullopt)}).view() == "<a></a>");
}

TEST_CASE("an address with a scheme that runs something leads nowhere")
{
    for (const char* address :
         {"javascript:alert(1)", "JAVASCRIPT:alert(1)", " java\tscript:alert(1)",
          "data:text/html,x", "vbscript:x", "\x01javascript:x", ":javascript:x"}) {
        CAPTURE(address);
        CHECK(element("a", {{"href", address}}).view() == "<a href=\"#\"></a>");
    }
    for (const char* address :
         {"/schools/100000", "#main-content", "?page=2", "https://example.org/a", "tel:01632960123",
          "mailto:a@example.org", "law?on=1:2", ""}) {
        CAPTURE(address);
        CHECK(element("a", {{"href", address}}).view() ==
              "<a href=\"" + std::string(address) + "\"></a>");
    }
}

TEST_CASE("inline styles and scripts cannot be written")
{
    CHECK_THROWS_AS(Attributes({{"style", "color:red"}}), Bug);
    CHECK_THROWS_AS(Attributes({{"onclick", "x()"}}), Bug);
}

TEST_CASE("an element that is left open, or closed twice, is a bug")
{
    HtmlWriter open;
    open.open("p");
    CHECK_THROWS_AS(std::move(open).done(), Bug);
    HtmlWriter closed;
    CHECK_THROWS_AS(closed.close(), Bug);
}

TEST_CASE("class names are joined by single spaces")
{
    CHECK(classes({"a", "", "b c", ""}) == "a b c");
    CHECK(classes({"", ""}).empty());
}

} // namespace onroll::design::tests::html_test
