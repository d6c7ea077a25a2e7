// What the meetings of the board and of the panel have in common: refusals, remote meetings, who
// gets the decision. Pure.
#pragma once

#include "law/findings_make.h"

#include <array>
#include <optional>
#include <vector>

namespace onroll::law {

/// The first day on which remote meetings go by the parents' request. Source: VER-02, SI 2023/571.
inline Date remote_rules_from()
{
    return date(2023, 9, 1);
}

/// Whether a meeting held on this day falls under the rules on remote meetings; where the day is
/// not known, the version of the exclusion answers. Source: VER-02, SI 2023/571 part 6.
inline bool remote_rules_apply(const Reckoning& one, std::optional<Date> held_on)
{
    return held_on ? *held_on >= remote_rules_from() : one.version >= LawVersion::lv_2023;
}

/// Whether a refusal had a reason that the law knows: for a remote meeting that not everyone could
/// take part or it would not be fair; for a special needs expert that the request came after the
/// limit; for a companion only what a person has judged lawful.
/// Source: GB-20, GB-24, IRP-09, School Discipline Regulations 2012, regulation 6(3), Schedule 1.
inline bool lawful(const Refusal& refusal)
{
    if (refusal.reason == RefusalReason::judged_lawful) return true;
    if (refusal.what == Refused::remote_meeting)
        return refusal.reason == RefusalReason::not_everyone_can_take_part ||
               refusal.reason == RefusalReason::not_fair_and_transparent;
    return refusal.what == Refused::sen_expert &&
           refusal.reason == RefusalReason::outside_time_limit;
}

/// Adds a finding for each refusal without a lawful reason.
/// Source: FND-38, GB-20, GB-24 and IRP-09.
inline void refusal_findings(const Reckoning& one, const std::vector<Refusal>& refused,
                             std::optional<Date> held_on, Evaluation& out)
{
    for (const auto& refusal : refused) {
        if (refusal.what == Refused::remote_meeting && !remote_rules_apply(one, held_on)) continue;
        if (lawful(refusal)) continue;
        auto found = make_finding(one, RuleId::fnd_38, Severity::breach, code(refusal.what));
        found.items.emplace_back(code(refusal.reason));
        out.findings.push_back(std::move(found));
    }
}

/// Whether a remote meeting was held that the family had not asked for, with no extraordinary
/// event. Source: GB-24, IRP-16, School Discipline Regulations 2012, regulation 6(3A)-(3F).
template <class Meeting>
bool remote_unasked(const Reckoning& one, const Meeting& meeting, std::optional<Date> held_on)
{
    return said_yes(meeting.held_remotely) && said_no(meeting.remote_requested) &&
           !said_yes(meeting.extraordinary_event) && remote_rules_apply(one, held_on);
}

/// What a decision's letter is known to lack of writing and reasons, and who of `wanted` did not
/// get it.
inline std::vector<std::string> not_given(const DecisionLetter& letter,
                                          const std::vector<DecisionRecipient>& wanted)
{
    auto items = missing(letter.given_to, wanted);
    for (const auto item : {DecisionItem::in_writing, DecisionItem::reasons})
        if (letter.items.no(item)) items.emplace_back(code(item));
    return items;
}

/// Whether the pupil lives in another authority's area, as far as that is known. Source: DEF-13.
inline bool lives_elsewhere(const Reckoning& one)
{
    const auto& home = one.history->pupil.home_la;
    return home && *home != one.school->la;
}

} // namespace onroll::law
