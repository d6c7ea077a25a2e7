#include "casework/rules_contact_search.h"

#include <doctest/doctest.h>

namespace casework_rules_contact_search_test {

using namespace onroll::casework;

const NamedInContact earlier{"Samir Rahmani", "Amina Rahmani, his mother", "07700 900416"};

TEST_CASE("an earlier contact is alike by its number, by the child's name or by the caller's")
{
    CHECK(alike_contact({"", "", "07700900416"}, earlier) == "The same phone number");
    CHECK(alike_contact({"Sameer Rahmany", "", ""}, earlier) == "The child’s name sounds the same");
    CHECK(alike_contact({"Samir", "", ""}, earlier) == "The child’s name sounds the same");
    CHECK(alike_contact({"", "Amina Rahmani", ""}, earlier) == "The caller’s name sounds the same");
}

TEST_CASE("a given name of a caller alone, another name or a short number is not alike")
{
    CHECK_FALSE(alike_contact({"", "Amina", ""}, earlier));
    CHECK_FALSE(alike_contact({"Samir Petrov", "", ""}, earlier));
    CHECK_FALSE(alike_contact({"", "", "0416"}, {"", "", "0416"}));
    CHECK_FALSE(alike_contact({"", "", ""}, earlier));
    CHECK_FALSE(alike_contact({"", "", ""}, {"", "", ""}));
}

TEST_CASE("a search finds a part of a name, or a number, and nothing for nothing")
{
    CHECK(contact_found_by("rahmani", earlier));
    CHECK(contact_found_by("amina", earlier) == "The caller’s name sounds the same");
    CHECK(contact_found_by("07700 900 416", earlier) == "The same phone number");
    CHECK_FALSE(contact_found_by("petrova", earlier));
    CHECK_FALSE(contact_found_by("", earlier));
    CHECK_FALSE(contact_found_by(" ", {"", "", ""}));
}

} // namespace casework_rules_contact_search_test
