#include "law/rules_movements_sent_home.h"

namespace onroll::law {
namespace sent_home_detail {

bool decided_that_day(const History& history, const SentHome& one)
{
    return std::any_of(
        history.exclusions.begin(), history.exclusions.end(), [&](const Exclusion& exclusion) {
            return exclusion.school == one.school && exclusion.kind != Kind::lunchtime &&
                   exclusion.decided_on == one.on;
        });
}

bool in_separation(const History& history, const SentHome& one)
{
    return std::any_of(history.separations.begin(), history.separations.end(),
                       [&](const Separation& separation) {
                           return separation.school == one.school && separation.from <= one.on &&
                                  (!separation.to || one.on <= *separation.to);
                       });
}

/// Whether the day is accounted for: an exclusion, or one that may go on, or a separation. Of a
/// decision made after registration the rest of the session is not part of the exclusion (DEF-06),
/// so that day counts.
bool recorded(const History& history, const SentHome& one)
{
    return one.recorded_as || may_be_excluded_at(history, one.school, one.on, Session::am) ||
           may_be_excluded_at(history, one.school, one.on, Session::pm) ||
           decided_that_day(history, one) || in_separation(history, one);
}

} // namespace sent_home_detail

void sent_home_without_exclusion(const SentHome& one, MovementAnswers& answers)
{
    const bool away = one.how == SentHomeHow::sent_home || one.how == SentHomeHow::kept_away ||
                      one.how == SentHomeHow::early_collection;
    if (!away || one.reason != SentHomeReason::behaviour) return;
    if (one.asked_by != AskedBy::school) return;
    if (sent_home_detail::recorded(answers.history(), one)) return;
    answers.finding(RuleId::fnd_01, Severity::unlawful,
                    yes(one.parent_agreed) ? "sent_home_though_agreed" : "sent_home");
}

void left_out_and_sent_home(const SentHome& one, MovementAnswers& answers)
{
    if (one.asked_by != AskedBy::school) return;
    if (sent_home_detail::recorded(answers.history(), one)) return;
    const bool staffing = one.reason == SentHomeReason::staffing;
    if (one.how == SentHomeHow::left_out) {
        if (one.went_home && (staffing || one.reason == SentHomeReason::behaviour))
            answers.finding(RuleId::fnd_29, Severity::unlawful, "left_out");
    } else if (staffing && one.how != SentHomeHow::study_leave) {
        answers.finding(RuleId::fnd_29, Severity::unlawful, "sent_home_for_staffing");
    }
}

void study_leave_outside_exams(const SentHome& one, MovementAnswers& answers)
{
    if (one.how != SentHomeHow::study_leave || !one.year_group || *one.year_group > 11) return;
    if (*one.year_group < 11) {
        answers.finding(RuleId::fnd_33, Severity::unlawful, "study_leave_before_year_11");
        return;
    }
    if (!one.exam_season_from || !one.exam_season_to) return;
    if (one.on < *one.exam_season_from || one.on > *one.exam_season_to)
        answers.finding(RuleId::fnd_33, Severity::unlawful, "study_leave_outside_exams");
}

void early_collections(const History& history, Evaluation& out)
{
    const auto& all = history.movements.sent_home;
    std::vector<std::size_t> early;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].how == SentHomeHow::early_collection && all[i].asked_by == AskedBy::school &&
            !sent_home_detail::recorded(history, all[i]))
            early.push_back(i);
    if (early.empty()) return;
    std::stable_sort(early.begin(), early.end(),
                     [&](std::size_t a, std::size_t b) { return all[a].on < all[b].on; });

    const auto first = first_movement_of(history.movements, all);
    std::vector<std::size_t> run;
    for (const auto i : early) {
        const auto& last = all[i];
        MovementAnswers answers(history, first + i, last.on, out);
        const auto number = answers.value(ValueId::early_collections_flagged);
        const auto window = answers.value(ValueId::early_collections_window);
        if (!number || !window) continue;
        run.push_back(i);
        std::erase_if(run, [&](std::size_t earlier) {
            return all[earlier].school != last.school ||
                   calendar_of(history, last).between(all[earlier].on, last.on + Days{1}).count >
                       *window;
        });
        if (static_cast<int>(run.size()) < *number) continue;
        if (auto* found = answers.finding(RuleId::fnd_34, Severity::indicator, "early_collections"))
            for (const auto counted : run) found->items.push_back(iso(all[counted].on));
        run.clear();
    }
}

} // namespace onroll::law
