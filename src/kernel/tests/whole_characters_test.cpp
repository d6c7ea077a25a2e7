#include "kernel/whole_characters.h"

#include <doctest/doctest.h>

namespace whole_characters_test {

using onroll::whole_characters;

TEST_CASE("a text is cut before the character that does not fit whole")
{
    struct Row {
        std::string_view text;
        std::size_t most;
        std::string_view kept;
    };
    for (const auto& row : {Row{"", 0, ""},
                            {"", 5, ""},
                            {"Zoe", 3, "Zoe"},
                            {"Zoe", 2, "Zo"},
                            {"Zoë", 4, "Zoë"},
                            {"Zoë", 3, "Zo"},
                            {"Zoëy", 4, "Zoë"},
                            {"€", 2, ""},
                            {"a€", 3, "a"},
                            {"a€b", 4, "a€"},
                            {"𝄞", 3, ""},
                            {"a𝄞b", 5, "a𝄞"},
                            {"ë", 0, ""}}) {
        CAPTURE(row.text);
        CAPTURE(row.most);
        CHECK(whole_characters(row.text, row.most) == row.kept);
    }
}

} // namespace whole_characters_test
