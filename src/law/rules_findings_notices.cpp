#include "law/rules_findings_notices.h"

#include "law/findings_make.h"
#include "law/letter_items.h"

#include <array>

namespace onroll::law {
namespace findings_notices_detail {

const Circumstances& facts(const Reckoning& one)
{
    return one.exclusion->circumstances;
}

/// Whether an item that the letter lacks was given by a notice of its own.
bool given_elsewhere(const Reckoning& one, LetterItem item)
{
    if (item == LetterItem::public_place_days) return facts(one).s104_notice.has_value();
    if (item == LetterItem::day_six_provision)
        return facts(one).day_six && facts(one).day_six->notice_on;
    return false;
}

/// The items of this force that the letter is known to lack.
std::vector<std::string> lacking(const Reckoning& one, Force force)
{
    std::vector<std::string> items;
    const auto& letter = facts(one).letter;
    if (!letter || !letter->items.any_no()) return items;
    for (const auto& required : required_letter_items(one))
        if (required.force == force && letter->items.no(required.item) &&
            !given_elsewhere(one, required.item))
            items.emplace_back(code(required.item));
    return items;
}

/// Told never, or later than the next school day after the decision.
bool late(const Reckoning& one, const Told& told)
{
    const auto by = next_school_day(one, one.exclusion->decided_on);
    return told.on && by && *told.on > *by;
}

/// A breach where somebody was never told, something to ask about where late, nothing otherwise.
std::optional<Finding> never_or_late(const Reckoning& one, RuleId rule,
                                     const std::optional<Told>& told)
{
    if (!told) return std::nullopt;
    if (told->never()) return make_finding(one, rule, Severity::breach, "never_told");
    if (!late(one, *told)) return std::nullopt;
    auto found = make_finding(one, rule, Severity::check, "told_late");
    found.notified = told->on;
    found.due = next_school_day(one, one.exclusion->decided_on);
    return found;
}

bool authority_told_at_once(const Reckoning& one)
{
    return one.version >= LawVersion::lv_2022 || one.goes_to_board();
}

/// Those of social worker and virtual school head who must be told, with what is recorded of it.
template <class Test>
std::vector<std::string> social_care(const Reckoning& one, Test test)
{
    std::vector<std::string> names;
    if (one.version < LawVersion::lv_2022) return names;
    const auto& pupil = one.history->pupil;
    const auto& told = facts(one).told;
    if (pupil.social_worker && told.social_worker && test(*told.social_worker))
        names.emplace_back("social_worker");
    if (pupil.looked_after && told.virtual_school_head && test(*told.virtual_school_head))
        names.emplace_back("virtual_school_head");
    return names;
}

} // namespace findings_notices_detail

std::optional<Finding> letter_lacks_what_it_must_say(const Reckoning& one)
{
    return finding_listing(one, RuleId::fnd_11, Severity::breach,
                           findings_notices_detail::lacking(one, Force::must));
}

std::optional<Finding> letter_lacks_what_it_should_say(const Reckoning& one)
{
    return finding_listing(one, RuleId::nt_08, Severity::check,
                           findings_notices_detail::lacking(one, Force::should));
}

std::optional<Finding> letter_came_late(const Reckoning& one)
{
    const auto& letter = findings_notices_detail::facts(one).letter;
    if (!letter || !letter->given_on) return std::nullopt;
    const auto by = next_school_day(one, one.exclusion->decided_on);
    if (!by || *letter->given_on <= *by) return std::nullopt;
    auto found = make_finding(one, RuleId::nt_02, Severity::check, "told_late");
    found.notified = letter->given_on;
    found.due = by;
    return found;
}

std::optional<Finding> given_in_the_wrong_way(const Reckoning& one)
{
    const auto& letter = findings_notices_detail::facts(one).letter;
    if (!letter || !letter->given_by) return std::nullopt;
    if (letter->given_by == GivenBy::other)
        return make_finding(one, RuleId::nt_09, Severity::breach, "other_way");
    if (letter->given_by == GivenBy::email && said_no(letter->email_agreed))
        return make_finding(one, RuleId::nt_09, Severity::breach, "email_not_agreed");
    return std::nullopt;
}

std::optional<Finding> public_place_notice_late(const Reckoning& one)
{
    const auto& notice = findings_notices_detail::facts(one).s104_notice;
    if (!notice || !one.day_exclusion() || !one.history->pupil.of_compulsory_school_age())
        return std::nullopt;
    const auto first = one.half_days.first_day().value_or(one.exclusion->first_day);
    if (notice->on < first || (notice->on == first && !notice->after_afternoon_session))
        return std::nullopt;
    auto found = make_finding(one, RuleId::fnd_12, Severity::breach);
    found.notified = notice->on;
    found.due = first;
    return found;
}

std::optional<Finding> authority_not_told(const Reckoning& one)
{
    if (!findings_notices_detail::authority_told_at_once(one)) return std::nullopt;
    return findings_notices_detail::never_or_late(
        one, RuleId::fnd_13, findings_notices_detail::facts(one).told.local_authority);
}

std::optional<Finding> board_never_told(const Reckoning& one)
{
    const auto& told = findings_notices_detail::facts(one).told.board;
    if (!told || !told->never() || !one.goes_to_board()) return std::nullopt;
    return make_finding(one, RuleId::fnd_14, Severity::breach, "never_told");
}

std::optional<Finding> social_care_not_told(const Reckoning& one)
{
    return finding_listing(
        one, RuleId::fnd_15, Severity::breach,
        findings_notices_detail::social_care(one, [](const Told& told) { return told.never(); }),
        "never_told");
}

std::optional<Finding> social_care_told_late(const Reckoning& one)
{
    const auto is_late = [&](const Told& told) { return findings_notices_detail::late(one, told); };
    auto found = finding_listing(one, RuleId::nt_06, Severity::check,
                                 findings_notices_detail::social_care(one, is_late), "told_late");
    if (found) found->due = next_school_day(one, one.exclusion->decided_on);
    return found;
}

std::optional<Finding> home_authority_not_told(const Reckoning& one)
{
    const auto& home = one.history->pupil.home_la;
    if (!one.permanent() || !home || *home == one.school->la) return std::nullopt;
    return findings_notices_detail::never_or_late(
        one, RuleId::nt_07, findings_notices_detail::facts(one).told.home_local_authority);
}

std::optional<Finding> authority_report_left_out(const Reckoning& one)
{
    if (!said_no(findings_notices_detail::facts(one).termly_report_made)) return std::nullopt;
    if (findings_notices_detail::authority_told_at_once(one) || one.total_is_open)
        return std::nullopt;
    return make_finding(one, RuleId::nt_04t, Severity::breach, "not_reported");
}

std::optional<Finding> board_report_left_out(const Reckoning& one)
{
    if (!said_no(findings_notices_detail::facts(one).termly_report_made)) return std::nullopt;
    if (one.version < LawVersion::lv_2022 || one.may_go_to_board()) return std::nullopt;
    return make_finding(one, RuleId::nt_05t, Severity::breach, "not_reported");
}

std::optional<Finding> pupil_left_out(const Reckoning& one)
{
    if (one.version < LawVersion::lv_2022) return std::nullopt;
    const auto& facts = findings_notices_detail::facts(one);
    std::vector<std::string> left_out;
    if (said_no(facts.pupil_told)) left_out.emplace_back("pupil_told");
    if (said_no(facts.pupil_helped_to_take_part))
        left_out.emplace_back("pupil_helped_to_take_part");
    return finding_listing(one, RuleId::nt_10, Severity::check, std::move(left_out));
}

void notice_findings(const Reckoning& one, Evaluation& out)
{
    using FindingRule = std::optional<Finding> (*)(const Reckoning&);
    static constexpr std::array<FindingRule, 13> rules{
        letter_lacks_what_it_must_say,
        letter_lacks_what_it_should_say,
        letter_came_late,
        given_in_the_wrong_way,
        public_place_notice_late,
        authority_not_told,
        board_never_told,
        social_care_not_told,
        social_care_told_late,
        home_authority_not_told,
        authority_report_left_out,
        board_report_left_out,
        pupil_left_out,
    };
    add_findings(rules, one, out);
}

} // namespace onroll::law
