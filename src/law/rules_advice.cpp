#include "law/rules_advice.h"

#include <array>

namespace onroll::law {

int level_of_work(AdviceWork work)
{
    switch (work) {
    case AdviceWork::publicity:
        return 0;
    case AdviceWork::information:
    case AdviceWork::signposting:
        return 1;
    case AdviceWork::papers:
    case AdviceWork::contact_with_school:
    case AdviceWork::research:
    case AdviceWork::visit:
    case AdviceWork::meeting:
    case AdviceWork::liaison:
        return 2;
    case AdviceWork::several_agencies:
    case AdviceWork::conflict:
    case AdviceWork::repeated_meetings:
    case AdviceWork::exclusion_hearing:
        return 3;
    case AdviceWork::tribunal:
        return 4;
    }
    return 0;
}

std::vector<LevelReached> levels_reached(const Advice& one)
{
    auto work = one.work;
    std::stable_sort(work.begin(), work.end(),
                     [](const AdviceContact& a, const AdviceContact& b) { return a.on < b.on; });
    std::vector<LevelReached> reached;
    int minutes = 0, contacts = 0, highest = 0;
    for (const auto& contact : work) {
        int level = 0;
        for (const auto kind : contact.work) level = std::max(level, level_of_work(kind));
        if (level == 0) continue; // General publicity and talks are not work on a case.
        minutes += contact.minutes;
        ++contacts;
        const auto hours = value_on(ValueId::ias_level_1_hours, contact.on);
        if (contacts > 1 || (hours && minutes >= 60 * *hours)) level = std::max(level, 2);
        if (level <= highest) continue;
        highest = level;
        reached.push_back({level, contact.on});
    }
    return reached;
}

void advice_levels(const Advice& one, MovementAnswers& answers)
{
    constexpr std::array<RuleId, 4> rules = {RuleId::ias_11, RuleId::ias_12, RuleId::ias_13,
                                             RuleId::ias_14};
    for (const auto& reached : levels_reached(one)) {
        const auto rule = rules[static_cast<std::size_t>(reached.level - 1)];
        auto* row =
            answers.duty_by(rule, Actor::advice_service, DutyType::advice_level, reached.on);
        if (row) row->amount = reached.level;
    }
}

void service_is_arranged(const Advice& one, MovementAnswers& answers)
{
    if (no(one.service_arranged))
        answers.finding(RuleId::ias_01, Severity::breach, "service_not_arranged");
    if (no(one.made_known))
        answers.finding(RuleId::ias_01, Severity::breach, "service_not_made_known");
}

void notices_point_to_service(const Advice& one, MovementAnswers& answers)
{
    if (no(one.notice_pointed_to_service))
        answers.finding(RuleId::ias_02, Severity::breach, "notice_silent");
}

void service_is_impartial(const Advice& one, MovementAnswers& answers)
{
    if (one.falls_short.empty()) return;
    if (auto* found = answers.finding(RuleId::ias_03, Severity::check, "falls_short"))
        found->items = one.falls_short;
}

void tribunal_is_supported(const Advice& one, MovementAnswers& answers)
{
    if (no(one.tribunal_support_offered))
        answers.finding(RuleId::ias_04, Severity::check, "no_tribunal_support");
}

void records_stay_with_service(const Advice& one, MovementAnswers& answers)
{
    for (const auto& shared : one.shared_with_authority) {
        if (shared.consent || shared.safeguarding || shared.counts_only) continue;
        if (auto* found = answers.finding(RuleId::ias_05, Severity::breach, "shared_no_consent"))
            found->made = shared.on;
    }
}

} // namespace onroll::law
