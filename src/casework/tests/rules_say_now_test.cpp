#include "casework/rules_say_now.h"

#include <doctest/doctest.h>

namespace casework_rules_say_now_test {

using namespace onroll;
using namespace onroll::casework;

TEST_CASE("for each thing that can be ticked there is a sentence to say, resting on rules that are "
          "in force")
{
    for (const auto one : all_what_happened()) {
        CAPTURE(key_of(one));
        const auto& say = say_now(one);
        CHECK(say.about == one);
        CHECK_FALSE(say.words.empty());
        REQUIRE_FALSE(say.rules.empty());
        for (const auto rule : say.rules) CHECK(law::in_force_on(rule, date(2026, 11, 26)));
        for (const auto& citation : citations_of(say, date(2026, 11, 26)))
            CHECK_FALSE(citation.source.empty());
    }
    CHECK(say_now(WhatHappened::sent_home).rules.front() == law::RuleId::fnd_01);
}

} // namespace casework_rules_say_now_test
