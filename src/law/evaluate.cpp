#include "law/evaluate.h"

#include "law/rules_circumstances.h"
#include "law/rules_education.h"
#include "law/rules_findings.h"
#include "law/rules_governing_board.h"
#include "law/rules_movements.h"
#include "law/rules_notices.h"
#include "law/rules_reckoning.h"
#include "law/rules_review_panel.h"
#include "law/rules_tribunal.h"

namespace onroll::law {

namespace evaluate_detail {

void evaluate_exclusion(const Reckoning& one, std::span<const Reckoning> all,
                        std::span<const std::size_t> order, Evaluation& out)
{
    parent_is_told(one, out);
    public_place_notice_is_given(one, out);
    authority_is_told(one, out);
    board_is_told(one, out);
    social_worker_and_virtual_school_head_are_told(one, out);
    home_authority_is_told(one, out);

    first_five_days(one, out);
    sixth_day_of_suspensions(one, all, order, out);
    sixth_day_of_permanent_exclusion(one, out);
    first_day_provision(one, out);

    board_considers(one, out);
    cancellation_is_told(one, out);
    const auto after = aftermath_of(one);
    review_panel_rows(one, after, out);
    register_rows(one, after, out);
    claim_to_the_tribunal(one, out);

    decided_by_somebody_else(one, out);
    over_45_days_in_the_year(one, out);
    straight_after_another(one, all, out);
    board_findings(one, out);
    cancelled_when_barred(one, out);
    aftermath_findings(one, after, out);
    findings_from_circumstances(one, out);
}

} // namespace evaluate_detail

void evaluate(const History& history, Evaluation& out)
{
    out.clear();
    thread_local std::vector<Reckoning> reckonings;
    thread_local std::vector<std::size_t> order;
    reckon(history, reckonings, order, out.totals);
    for (const auto& one : reckonings) {
        out.versions.push_back(one.version);
        evaluate_detail::evaluate_exclusion(one, reckonings, order, out);
    }
    for (std::size_t i = 0; i < history.separations.size(); ++i) {
        out.separation_versions.push_back(
            law_version_of(history.separations[i].from).value_or(LawVersion::lv_2012));
        separation_duties(history, i, out);
    }
    rules_from_movements(history, out);
}

Evaluation evaluate(const History& history)
{
    Evaluation out;
    evaluate(history, out);
    return out;
}

} // namespace onroll::law
