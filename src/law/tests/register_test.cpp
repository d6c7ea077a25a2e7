// When the name may leave the register after a permanent exclusion, and when it must stay.
#include "law/evaluate.h"
#include "law/tests/builders.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace law_register_test {

using namespace onroll;
using namespace onroll::law;

/// Declined by a notice on 7 October 2024: applications close on 4 November.
build::Story declined()
{
    auto story = build::a_history();
    story.exclude(date(2024, 9, 16));
    story.happened(EventType::board_decision_notice, date(2024, 10, 7), Outcome::not_reinstate);
    return story;
}

const Duty* duty(const Evaluation& evaluation, RuleId rule)
{
    for (const auto& one : evaluation.duties)
        if (one.rule == rule) return &one;
    return nullptr;
}

std::string delete_from(const Evaluation& evaluation)
{
    const auto* one = duty(evaluation, RuleId::reg_02);
    return one && one->date ? iso(*one->date) : "not";
}

bool deleted_too_soon(const Evaluation& evaluation)
{
    return std::any_of(evaluation.findings.begin(), evaluation.findings.end(),
                       [](const Finding& found) { return found.rule == RuleId::fnd_19; });
}

TEST_CASE(
    "a board that reinstates later leaves a deletion lawful that was lawful on its day, and no "
    "day from which the name may go")
{
    struct Row {
        const char* about;
        Date reinstated;
        Date deleted;
        bool too_soon;
    };
    const Row rows[] = {
        {"deleted lawfully, then reinstated", date(2024, 12, 2), date(2024, 11, 5), false},
        {"deleted on the day of the reinstatement", date(2024, 12, 2), date(2024, 12, 2), true},
        {"reinstated, then deleted", date(2024, 12, 2), date(2024, 12, 3), true},
        {"deleted too soon, then reinstated", date(2024, 12, 2), date(2024, 11, 4), true},
        {"reinstated on the day from which the name may go", date(2024, 11, 5), date(2024, 11, 6),
         true},
        {"reinstated before that day", date(2024, 10, 14), date(2024, 11, 6), true},
    };
    for (const auto& row : rows) {
        CAPTURE(std::string(row.about));
        auto story = declined();
        CHECK(delete_from(evaluate(story.history())) == "2024-11-05");
        story.happened(EventType::board_decision_notice, row.reinstated, Outcome::reinstate);
        story.happened(EventType::deleted_from_register, row.deleted);
        const auto evaluation = evaluate(story.history());
        CHECK(delete_from(evaluation) == "not");
        CHECK(deleted_too_soon(evaluation) == row.too_soon);
    }
}

TEST_CASE("once the board has reconsidered, the name may go and need not stay as well")
{
    for (const bool panel_recorded : {true, false}) {
        CAPTURE(panel_recorded);
        auto story = declined();
        if (panel_recorded)
            story.happened(EventType::irp_decision_notice, date(2024, 11, 15), Outcome::recommend);
        story.happened(EventType::reconsideration, date(2024, 11, 22), Outcome::not_reinstated);
        const auto evaluation = evaluate(story.history());
        CHECK(delete_from(evaluation) == "2024-11-22");
        CHECK_FALSE(duty(evaluation, RuleId::reg_03));
    }
    auto awaited = declined();
    awaited.happened(EventType::irp_application, date(2024, 10, 14));
    const auto evaluation = evaluate(awaited.history());
    CHECK(delete_from(evaluation) == "not");
    CHECK(duty(evaluation, RuleId::reg_03));
}

} // namespace law_register_test
