#include "casework/rules_hand_over.h"

namespace onroll::casework {
namespace rules_hand_over_detail {

using check::Happened;

/// Nothing for what has no tick: teaching apart, and off the roll.
std::optional<WhatHappened> tick_of(Happened happened)
{
    switch (happened) {
    case Happened::suspended:
    case Happened::lunchtimes:
        return WhatHappened::suspended;
    case Happened::permanent:
        return WhatHappened::permanently_excluded;
    case Happened::sent_home:
    case Happened::collected_early:
        return WhatHappened::sent_home;
    case Happened::part_time:
        return WhatHappened::part_time;
    case Happened::moved:
        return WhatHappened::moved;
    case Happened::home_education:
        return WhatHappened::home_education;
    case Happened::unit:
    case Happened::off_roll:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace rules_hand_over_detail

NewContact contact_of_story(const check::Answers& answers, const std::string& school_name)
{
    NewContact told{.channel = Channel::web,
                    .story = answers.account,
                    .school_name = school_name,
                    .source = ReferralSource::checker};
    if (answers.happened.known())
        if (const auto tick = rules_hand_over_detail::tick_of(*answers.happened.value()))
            told.happened.push_back(*tick);
    told.first_day = answers.started.value();
    if (answers.school.known()) told.school = answers.school.value()->urn;
    return told;
}

} // namespace onroll::casework
