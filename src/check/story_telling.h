// The telling of a story, shared by story.cpp and story_movements.cpp.
#pragma once

#include "check/story.h"

namespace onroll::check::story_detail {

using namespace law;

/// Builds the story from the answers, question by question.
struct Telling {
    const Answers& answers;
    Date today;
    Story& story;

    History& history() { return story.owned.history; }
    const SchoolCalendar& calendar() { return story.owned.schools.front()->calendar; }

    void assume(std::string key, std::optional<Date> day = {})
    {
        story.assumed.push_back({std::move(key), day});
    }

    /// The day it happened: today, where the family does not know.
    Date day_of_it()
    {
        if (answers.started.known()) return *answers.started.value();
        if (answers.decided.known()) return *answers.decided.value();
        assume("assumed.started_today", today);
        return today;
    }
};

/// Puts in what happened that is no exclusion.
void tell_of_a_movement(Telling& tell);

} // namespace onroll::check::story_detail
