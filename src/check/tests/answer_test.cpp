// What is told as added if something not known were so: only what is not there already.
#include "check/answer.h"

#include "builders.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace check_answer_test {

using namespace onroll;
using namespace onroll::check;

struct Told {
    Answers answers;
    Story story;
    Answered answered;

    explicit Told(const http::Fields& fields)
    {
        const design::Site site;
        const FixedClock clock{date(2026, 11, 23)};
        answers = read_answers(fields);
        story = understand(answers, check_tests::services(site, clock), clock.today()).value();
        answer(answers, story, clock.today(), answered);
    }

    const Hangs* hanging(std::string_view key) const
    {
        for (const auto& one : answered.hangs)
            if (one.key == key) return &one;
        return nullptr;
    }
};

bool among(const std::vector<law::Duty>& duties, const law::Duty& duty)
{
    return std::any_of(duties.begin(), duties.end(), [&](const law::Duty& other) {
        return other.rule == duty.rule && other.type == duty.type && other.actor == duty.actor &&
               other.date == duty.date;
    });
}

TEST_CASE("a permanent exclusion straight after a suspension is unlawful only with no new decision")
{
    const auto unlawful_change = [](const char* said) {
        const Told told(check_tests::fields_for("permanent", {{"said", said},
                                                              {"earlier", "yes"},
                                                              {"earlier_by", "dates"},
                                                              {"earlier-1-day", "16"},
                                                              {"earlier-1-month", "11"},
                                                              {"earlier-1-year", "2026"},
                                                              {"earlier-1-days", "3"},
                                                              {"earlier-1-at", "here"},
                                                              {"earlier-1-more", "no"}}));
        REQUIRE(told.story.history().exclusions.size() == 2);
        const auto findings = evaluate_main(told.story.history()).findings;
        return std::any_of(findings.begin(), findings.end(), [](const law::Finding& finding) {
            return finding.rule == law::RuleId::fnd_09 &&
                   finding.severity == law::Severity::unlawful;
        });
    };
    CHECK(unlawful_change("turned_permanent"));
    CHECK_FALSE(unlawful_change("none"));
}

TEST_CASE("where the length is not known, nothing that was told is told again as added")
{
    const Told told(check_tests::fields_for("suspended", {{"length-known", "unknown"},
                                                          {"disability", "unknown"},
                                                          {"care", "unknown"},
                                                          {"earlier", "unknown"}}));
    const auto before = evaluate_main(told.story.history()).duties;
    // A duty without its day is in no way of the answer, and so was taken for added.
    CHECK(std::any_of(before.begin(), before.end(), [&](const law::Duty& duty) {
        return !among(told.answered.evaluation.duties, duty);
    }));
    std::size_t looked_at = 0;
    for (const auto& way : told.story.more_ways) {
        const auto* hangs = told.hanging(way.key);
        if (!hangs) continue;
        for (const auto& duty : hangs->evaluation.duties) {
            ++looked_at;
            CHECK_FALSE(among(before, duty));
            CHECK_FALSE(among(told.answered.evaluation.duties, duty));
        }
    }
    CHECK(looked_at > 0);
}

TEST_CASE("what would be added by more days before is told, and where they are known nothing hangs")
{
    const Told not_known(
        check_tests::fields_for("suspended", {{"length", "2"}, {"earlier", "unknown"}}));
    const auto* many = not_known.hanging("if.earlier_15");
    REQUIRE(many);
    CHECK(std::any_of(many->evaluation.duties.begin(), many->evaluation.duties.end(),
                      [](const law::Duty& duty) { return duty.type == law::DutyType::decide_by; }));
    const Told known(check_tests::fields_for("suspended", {{"length", "2"}, {"earlier", "no"}}));
    CHECK(known.answered.hangs.empty());
}

} // namespace check_answer_test
