#include "casework/rules_release.h"

#include <doctest/doctest.h>

namespace casework_rules_release_test {

using namespace onroll::casework;

PaperFound paper(PaperDecision decision, std::int64_t places, bool unread,
                 std::int64_t found_then = 0)
{
    return {{.number = 1, .decision = decision, .found = found_then}, places, unread};
}

TEST_CASE("papers may be given only when each found place and each unread part is settled")
{
    struct Row {
        const char* about;
        PaperFound found;
        bool asks;
    };
    for (const auto& row : {
             Row{"clean", paper(PaperDecision::none, 0, false), false},
             Row{"a protected word", paper(PaperDecision::none, 2, false), true},
             Row{"a scan", paper(PaperDecision::none, 0, true), true},
             Row{"a scan that was looked at", paper(PaperDecision::looked, 0, true), false},
             Row{"a protected word that was only looked at", paper(PaperDecision::looked, 1, false),
                 true},
             Row{"left out", paper(PaperDecision::left_out, 2, true), false},
             Row{"they may have it, with a reason", paper(PaperDecision::may_have, 2, false, 2),
                 false},
             Row{"more is found since", paper(PaperDecision::may_have, 3, false, 2), true},
         }) {
        CAPTURE(row.about);
        CHECK(asks_for_decision(row.found) == row.asks);
    }
}

TEST_CASE("nothing to give is a reason not to give it")
{
    CHECK(reasons_not_to_release({}) == std::vector<std::string>{"Add a paper to give"});
    CHECK(reasons_not_to_release({paper(PaperDecision::left_out, 1, false)}).size() == 1);
    CHECK(reasons_not_to_release({paper(PaperDecision::none, 0, false)}).empty());
    CHECK(reasons_not_to_release({paper(PaperDecision::none, 1, false)}).front() ==
          "Paper 1 holds words that must not reach this person");
}

} // namespace casework_rules_release_test
