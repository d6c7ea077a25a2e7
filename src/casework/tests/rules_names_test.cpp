#include "casework/rules_names.h"

#include <doctest/doctest.h>

#include <string>

namespace casework_rules_names_test {

using namespace onroll::casework;

const std::vector<HiddenName> names{
    {ways_to_call({"Sami", "Sam"}, {"Rahman"}), "the child"},
    {ways_to_call({"Amina"}, {"Rahman", "O'Neill"}), "the mother"},
    {{"Élodie Ångström", "Élodie"}, "the SENCO"},
};

std::string hidden(const std::string& text)
{
    return with_names_hidden(text, names);
}

TEST_CASE("a full name becomes one, a part of it the same, whatever its case")
{
    CHECK(hidden("Sami Rahman was sent home.") == "the child was sent home.");
    CHECK(hidden("SAMI said so; so did sam.") == "the child said so; so did the child.");
    CHECK(hidden("Rahman, Sami (9B)") == "the child (9B)");
    CHECK(hidden("Mrs O'Neill rang. Amina O'Neill wrote.") ==
          "Mrs the mother rang. the mother wrote.");
}

TEST_CASE("a possessive keeps its ending, and line ends and blanks within a name do not save it")
{
    CHECK(hidden("Sami's letter, Amina’s call") == "the child's letter, the mother’s call");
    CHECK(hidden("Sami\n  Rahman") == "the child");
}

TEST_CASE("words that only begin or end as a name does stay")
{
    CHECK(hidden("Samira and the same samovar; Rahmans") == "Samira and the same samovar; Rahmans");
    CHECK(hidden("a unsami b") == "a unsami b");
}

TEST_CASE("names with accents are found in either case, and letters beside them are letters")
{
    CHECK(hidden("ÉLODIE came; élodie ångström stayed") == "the SENCO came; the SENCO stayed");
    CHECK(hidden("Samié") == "Samié");
}

TEST_CASE("initials are those of each word, accents and all")
{
    CHECK(initials_of("Sami Rahman") == "S.R.");
    CHECK(initials_of("Élodie Anne-Marie O'Neill") == "É.A.M.O.");
    CHECK(initials_of("Sami") == "S.");
    CHECK(initials_of("").empty());
}

TEST_CASE("a text without names stays as it is, and one letter is no name")
{
    CHECK(hidden("Nothing to hide here.") == "Nothing to hide here.");
    CHECK(hidden("").empty());
    CHECK(with_names_hidden("A day", {{{"A"}, "x"}}) == "A day");
    CHECK(ways_to_call({"A"}, {"Li"}) == std::vector<std::string>{"A Li", "Li A", "Li, A", "Li"});
}

} // namespace casework_rules_names_test
