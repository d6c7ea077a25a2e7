#include "casework/rules_passed_dates.h"

#include "law/types.h"

#include <algorithm>
#include <array>
#include <string>

namespace onroll::casework {
namespace rules_passed_dates_detail {

using law::DutyType;

constexpr std::array asked{DutyType::notify,
                           DutyType::s104_notice_by,
                           DutyType::decide_by,
                           DutyType::decide_by_extended,
                           DutyType::reconsider_by,
                           DutyType::pay_if_not_reinstated_by,
                           DutyType::reinstate,
                           DutyType::apply_by,
                           DutyType::hold_by,
                           DutyType::claim_by,
                           DutyType::claim_by_extended,
                           DutyType::provide_from,
                           DutyType::review_placement,
                           DutyType::give_notice_by,
                           DutyType::review_by,
                           DutyType::invite_by,
                           DutyType::end_by,
                           DutyType::answer_by,
                           DutyType::report_by};

/// The n-th word of the name: the rule, the duty, the body, the event.
std::string_view word_of(std::string_view name, int n)
{
    for (; n > 0; --n) {
        const auto space = name.find(' ');
        if (space == std::string_view::npos) return {};
        name.remove_prefix(space + 1);
    }
    return name.substr(0, name.find(' '));
}

bool is(std::string_view name, DutyType type)
{
    return word_of(name, 1) == law::name(type);
}

bool any_known(const Facts& facts, std::initializer_list<Fact> wanted)
{
    return std::any_of(wanted.begin(), wanted.end(), [&](Fact fact) { return facts.known(fact); });
}

/// Everybody who had to be told was. Nothing records that a council or a social worker was.
bool all_were_told(std::string_view name, std::string_view words, const Facts& facts)
{
    const auto by = word_of(name, 2);
    if (by == law::name(law::Actor::panel)) return facts.known(Fact::panel_letter_on);
    if (by != law::name(law::Actor::head_teacher)) return facts.known(Fact::board_letter_on);
    const auto names = [&](std::string_view whom) {
        return words.find(whom) != std::string_view::npos;
    };
    if (names("the council") || names("social worker") || names("virtual school head"))
        return false;
    const bool letter = facts.yes(Fact::letter).value_or(false) || facts.known(Fact::letter_on);
    if ((names("the parents") || names("the pupil")) && !letter) return false;
    return !names("the governors") || facts.known(Fact::board_told_on);
}

} // namespace rules_passed_dates_detail
using namespace rules_passed_dates_detail;

bool asks_whether_it_happened(std::string_view name)
{
    return std::any_of(asked.begin(), asked.end(),
                       [&](DutyType type) { return rules_passed_dates_detail::is(name, type); });
}

bool happened_as_recorded(std::string_view name, std::string_view words, const Facts& facts)
{
    const auto is = [&](DutyType type) { return rules_passed_dates_detail::is(name, type); };
    if (is(DutyType::notify)) return all_were_told(name, words, facts);
    if (is(DutyType::s104_notice_by)) return facts.ticked(Fact::letter_says, "public_place_days");
    if (is(DutyType::decide_by) || is(DutyType::decide_by_extended))
        return facts.known(Fact::board_met_on);
    if (is(DutyType::reconsider_by)) return facts.known(Fact::reconsidered_on);
    if (is(DutyType::reinstate) || is(DutyType::pay_if_not_reinstated_by))
        return any_known(facts, {Fact::returned_on, Fact::back_to_school_on});
    if (is(DutyType::apply_by))
        return any_known(facts, {Fact::review_asked_on, Fact::review_waived_on});
    if (is(DutyType::hold_by))
        return any_known(facts, {Fact::panel_letter_on, Fact::panel_outcome});
    if (is(DutyType::claim_by) || is(DutyType::claim_by_extended))
        return facts.known(Fact::claim_on);
    if (is(DutyType::provide_from)) return facts.yes(Fact::day_six).value_or(false);
    return false;
}

} // namespace onroll::casework
