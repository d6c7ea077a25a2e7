#include "casework/rules_release.h"

#include <doctest/doctest.h>

namespace casework_rules_release_test {

using namespace onroll;
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

TEST_CASE("a child's account goes only to whom the child lets know it")
{
    const auto child = people::PersonId::parse("0123456789abcdef0123456789abcdef").value();
    const auto mother = people::PersonId::parse("fedcba9876543210fedcba9876543210").value();
    const auto copy = [](PackFor audience, std::optional<people::PersonId> person = {}) {
        return Release{.id = ReleaseId::parse("00112233445566778899aabbccddeeff").value(),
                       .case_id = CaseId::parse("00112233445566778899aabbccddeeff").value(),
                       .person = person,
                       .audience = audience,
                       .begun_by =
                           access::UserId::parse("00112233445566778899aabbccddeeff").value()};
    };
    struct Row {
        const char* about;
        Release release;
        std::string_view may; ///< adviser alone, family, school, both: y or n each
    };
    for (const auto& row : {
             Row{"the child", copy(PackFor::somebody, child), "yyyy"},
             Row{"a parent", copy(PackFor::somebody, mother), "nyny"},
             Row{"the governors", copy(PackFor::governing_board), "nnyy"},
             Row{"the panel", copy(PackFor::review_panel), "nnyy"},
             Row{"a council or a court", copy(PackFor::somebody), "nnnn"},
         }) {
        CAPTURE(row.about);
        std::string may;
        for (const auto who : {WhoMayKnow::adviser_alone, WhoMayKnow::family, WhoMayKnow::school,
                               WhoMayKnow::family_and_school})
            may += may_hold_account(row.release, child, who) ? 'y' : 'n';
        CHECK(may == row.may);
    }
}

} // namespace casework_rules_release_test
