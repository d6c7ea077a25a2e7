#include "kernel/one_line.h"

#include <doctest/doctest.h>

namespace one_line_test {

using onroll::has_hidden_characters;
using onroll::one_line;

TEST_CASE("a line break or a tab in a name becomes one space, and none is left at its ends")
{
    CHECK(one_line("Mary\r\nJane") == "Mary Jane");
    CHECK(one_line("Mary \t\n  Jane\n") == "Mary Jane");
    CHECK(one_line("\n Zo\xc3\xab\xe2\x80\xa8L\xc3\xa9on \xc2\x85") == "Zo\xc3\xab L\xc3\xa9on");
    CHECK(one_line(std::string_view("a\0b\x7f", 4)) == "a b");
    CHECK(one_line("van  der Berg") == "van  der Berg"); // spaces alone are left as they are
    CHECK(one_line(" \r\n\t") == "");
}

TEST_CASE("what is not seen in a name is found, and letters are not taken for it")
{
    CHECK_FALSE(has_hidden_characters("Zo\xc3\xab \xe7\x8e\x8b"));
    CHECK_FALSE(has_hidden_characters("\xc2\xa0"));
    CHECK_FALSE(has_hidden_characters("\xe2\x80\x8d")); // joins letters of some languages
    for (const auto* name :
         {"Mary\nJane", "Mary\xe2\x80\xa9Jane", "Mary\xc2\x85", "\xe2\x80\xaeMary",
          "Mary\xe2\x81\xa6", "\xd8\x9cMary", "\xef\xbb\xbfMary"})
        CHECK(has_hidden_characters(name));
}

} // namespace one_line_test
