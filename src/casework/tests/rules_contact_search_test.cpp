#include "casework/rules_contact_search.h"

#include <doctest/doctest.h>

namespace casework_rules_contact_search_test {

using namespace onroll::casework;

const NamedInContact earlier{"Samir Rahmani", "Amina Rahmani, his mother", "07700 900416"};

TEST_CASE("an earlier contact is alike by its number, by the child's name or by the caller's")
{
    CHECK(AlikeContact({"", "", "07700900416"}).why(earlier) == "The same phone number");
    CHECK(AlikeContact({"Sameer Rahmany", "", ""}).why(earlier) ==
          "The child’s name sounds the same");
    CHECK(AlikeContact({"Samir", "", ""}).why(earlier) == "The child’s name sounds the same");
    CHECK(AlikeContact({"", "Amina Rahmani", ""}).why(earlier) ==
          "The caller’s name sounds the same");
}

TEST_CASE("a given name of a caller alone, another name or a short number is not alike")
{
    CHECK_FALSE(AlikeContact({"", "Amina", ""}).why(earlier));
    CHECK_FALSE(AlikeContact({"Samir Petrov", "", ""}).why(earlier));
    CHECK_FALSE(AlikeContact({"", "", "0416"}).why({"", "", "0416"}));
    CHECK_FALSE(AlikeContact({"", "", ""}).why(earlier));
    CHECK_FALSE(AlikeContact({"", "", ""}).why({"", "", ""}));
}

TEST_CASE("a search finds a part of a name, or a number, and nothing for nothing")
{
    CHECK(FoundContactBy("rahmani").why(earlier));
    CHECK(FoundContactBy("amina").why(earlier) == "The caller’s name sounds the same");
    CHECK(FoundContactBy("07700 900 416").why(earlier) == "The same phone number");
    CHECK_FALSE(FoundContactBy("petrova").why(earlier));
    CHECK_FALSE(FoundContactBy("").why(earlier));
    CHECK_FALSE(FoundContactBy(" ").why({"", "", ""}));
}

} // namespace casework_rules_contact_search_test
