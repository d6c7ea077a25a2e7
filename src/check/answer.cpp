#include "check/answer.h"

#include "law/evaluate.h"

#include <algorithm>

namespace onroll::check {

using namespace law;

namespace answer_detail {

bool same(const Duty& a, const Duty& b)
{
    return a.rule == b.rule && a.type == b.type && a.actor == b.actor && a.date == b.date;
}

bool against_a_rule(const Finding& finding)
{
    return finding.severity == Severity::unlawful || finding.severity == Severity::breach;
}

void gather_findings(Answered& out)
{
    for (const auto& finding : out.evaluation.findings) {
        const bool there =
            std::any_of(out.findings.begin(), out.findings.end(), [&](const Finding* other) {
                return other->rule == finding.rule && other->reason == finding.reason;
            });
        if (!there) out.findings.push_back(&finding);
    }
    std::stable_sort(out.findings.begin(), out.findings.end(), [](const auto* a, const auto* b) {
        return against_a_rule(*a) && !against_a_rule(*b);
    });
}

void see_every_way(Answered& out)
{
    std::vector<Hanging> hanging;
    for (const auto& way : out.story->all_ways)
        hanging.push_back({way.key, way.history, evaluate_main(way.history)});
    if (hanging.empty()) return;
    out.evaluation.duties = take_what_is_common(hanging);
    for (auto& one : hanging)
        out.hangs.push_back({one.if_words, std::move(one.history), std::move(one.evaluation), {}});
}

/// `told` are the duties of what was told, before each way was seen: those without their days are
/// no longer in the answer, and are not added by anything either.
void see_what_would_be_added(const std::vector<Duty>& told, Answered& out)
{
    const auto there = [](const std::vector<Duty>& duties, const Duty& duty) {
        return std::any_of(duties.begin(), duties.end(),
                           [&](const Duty& other) { return same(other, duty); });
    };
    for (const auto& way : out.story->more_ways) {
        auto evaluation = evaluate_main(way.history);
        std::erase_if(evaluation.duties, [&](const Duty& duty) {
            return there(told, duty) || there(out.evaluation.duties, duty);
        });
        if (!evaluation.duties.empty())
            out.hangs.push_back({way.key, way.history, std::move(evaluation), {}});
    }
}

const Duty* find_duty(const Answered& answered, DutyType type)
{
    for (const auto& duty : answered.evaluation.duties)
        if (duty.type == type) return &duty;
    return nullptr;
}

void may(Answered& out, const char* key, std::optional<Date> by = {})
{
    if (by && *by < out.today) return;
    out.may.push_back({key, by});
}

void may_about_an_exclusion(Answered& out)
{
    const auto& answers = *out.answers;
    const bool decided = answers.board_decided();
    const auto* meeting = find_duty(out, DutyType::decide_by);
    if (!decided) may(out, "may.write");
    if (!decided && (meeting || !out.story->all_ways.empty())) {
        may(out, "may.attend", meeting ? meeting->date : std::nullopt);
        may(out, "may.remote");
    }
    const bool permanent = answers.happened.is(Happened::permanent);
    const auto* review = find_duty(out, DutyType::apply_by);
    if (review) may(out, "may.review_by", review->date);
    if (permanent && !decided) may(out, "may.review");
    if (permanent && !answers.board.is(Board::may_come_back)) may(out, "may.expert");
}

void may_about_other_things(Answered& out)
{
    const auto& happened = out.answers->happened;
    if (happened.is(Happened::sent_home) || happened.is(Happened::collected_early)) {
        may(out, "may.ask_writing");
        may(out, "may.full_time");
    }
    if (happened.is(Happened::part_time)) {
        may(out, "may.end_timetable");
        may(out, "may.full_time");
    }
    if (happened.is(Happened::unit)) {
        may(out, "may.ask_writing");
        may(out, "may.review_unit");
    }
    if (happened.is(Happened::moved)) may(out, "may.refuse_move");
    if (happened.is(Happened::home_education)) may(out, "may.refuse_home");
    if (happened.is(Happened::off_roll)) may(out, "may.back_on");
    may(out, "may.council");
}

void gather_what_may_be_done(Answered& out)
{
    if (out.answers->an_exclusion())
        may_about_an_exclusion(out);
    else
        may_about_other_things(out);
    if (const auto* claim = find_duty(out, DutyType::claim_by))
        may(out, "may.tribunal", claim->date);
    may(out, "may.notes");
    may(out, "may.complain");
    if (out.answers->age.is(Age::eighteen)) may(out, "may.eighteen");
}

/// What to ask the school before anything else.
std::string ask_first(const Answers& answers)
{
    if (answers.happened.is_not_known()) return "ask.kind";
    if (answers.happened.is(Happened::suspended) && !answers.half_days.known()) return "ask.length";
    const bool sent_home =
        answers.happened.is(Happened::sent_home) || answers.happened.is(Happened::collected_early);
    if (sent_home && !answers.because.is(Because::illness)) return "ask.suspended";
    return {};
}

} // namespace answer_detail

std::string_view name(const Answer<Happened>& happened)
{
    constexpr std::string_view names[] = {"suspended",       "permanent", "lunchtimes", "sent_home",
                                          "collected_early", "part_time", "unit",       "moved",
                                          "home_education",  "off_roll"};
    return happened.known() ? names[static_cast<std::size_t>(*happened.value())] : "unknown";
}

void answer(const Answers& answers, const Story& story, Date today, Answered& out)
{
    using namespace answer_detail;
    out.answers = &answers;
    out.story = &story;
    out.today = today;
    out.evaluation = evaluate_main(story.history());
    const auto told = out.evaluation.duties;
    see_every_way(out);
    see_what_would_be_added(told, out);
    out.rows = answer_rows(story.history(), out.evaluation, today);
    out.urgent = most_urgent(out.rows, today);
    for (auto& one : out.hangs) one.rows = answer_rows(one.history, one.evaluation, today);
    gather_findings(out);
    out.ask = ask_first(answers);
    gather_what_may_be_done(out);
}

} // namespace onroll::check
