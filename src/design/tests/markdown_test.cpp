#include "design/markdown.h"

#include <doctest/doctest.h>

TEST_CASE("a text in Markdown becomes the design system's markup, and raw HTML in it stays text")
{
    const auto text =
        onroll::design::read_markdown("# Help\n\nRing **us**, or [write](/feedback).\n\n- one\n- "
                                      "two\n\n<script>alert(1)</script>\n");
    CHECK(text.title == "Help");
    const auto& markup = text.body.str();
    CHECK(markup.find("<p class=\"govuk-body\">Ring <strong>us</strong>, or <a") !=
          std::string::npos);
    CHECK(markup.find("govuk-list--bullet") != std::string::npos);
    CHECK(markup.find("<script>") == std::string::npos);
    CHECK(markup.find("Help") == std::string::npos);
}
