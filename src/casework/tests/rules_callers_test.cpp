#include "casework/rules_callers.h"

#include <doctest/doctest.h>

namespace casework_rules_callers_test {

using namespace onroll;
using namespace onroll::casework;
using people::Bond;

TEST_CASE("the last word of a name is the family name, and one word is a given name")
{
    CHECK(name_as_said("Sammy Rahmen") == people::Name{.given = "Sammy", .family = "Rahmen"});
    CHECK(name_as_said("  Ana  Maria da Silva ") ==
          people::Name{.given = "Ana  Maria da", .family = "Silva"});
    CHECK(name_as_said("Jo") == people::Name{.given = "Jo"});
    CHECK(name_as_said("") == people::Name{});
}

TEST_CASE("a caller is named before the comma, and after it stands who they are to the child")
{
    struct Row {
        const char* said;
        const char* given;
        const char* family;
        Bond bond;
    };
    for (const auto& row : {Row{"Amina, his mother", "Amina", "", Bond::mother},
                            Row{"Amina Rahmani (mum)", "Amina", "Rahmani", Bond::mother},
                            Row{"Joe Bloggs - stepdad", "Joe", "Bloggs", Bond::step_parent},
                            Row{"Nan", "Nan", "", Bond::grandparent},
                            Row{"Dee Ali, foster carer", "Dee", "Ali", Bond::foster_carer},
                            Row{"Mrs Dad-Smith", "Mrs", "Dad-Smith", Bond::other},
                            Row{"Kim Lee", "Kim", "Lee", Bond::other}}) {
        CAPTURE(row.said);
        const auto caller = caller_as_said(row.said);
        CHECK(caller.name == people::Name{.given = row.given, .family = row.family});
        CHECK(caller.bond == row.bond);
    }
}

TEST_CASE("a school that asks before anything happens enquires early; one that names no child asks "
          "for itself")
{
    CHECK(enquiry_as_told({.caller = Caller::school,
                           .child_name = "Jo",
                           .happened = {WhatHappened::asking_before}}) == Enquiry::early);
    CHECK(enquiry_as_told({.caller = Caller::other_professional,
                           .story = "How do reviews work?"}) == Enquiry::professional);
    CHECK(enquiry_as_told({.caller = Caller::school,
                           .child_name = "Jo",
                           .happened = {WhatHappened::suspended}}) == Enquiry::about_a_child);
    CHECK(enquiry_as_told({.caller = Caller::parent_or_carer,
                           .happened = {WhatHappened::asking_before}}) == Enquiry::about_a_child);
}

} // namespace casework_rules_callers_test
