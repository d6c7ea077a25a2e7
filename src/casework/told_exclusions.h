// What telling the history of a case is done with, and how exclusions are told. Only for
// told_history.
#pragma once

#include "casework/told_history.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework::told_history_detail {

/// The events that each list of movements came from, in the order of the list.
struct Origins {
    std::vector<EventId> sent_home, timetables, attendance, home_education, deletions, moves,
        directions;
};

struct Telling {
    ToldHistory& told;
    const SchoolFor& school_for;
    Origins origins{};

    law::History& history() { return told.owned.history; }
    void taken(const Event& event, std::string_view words)
    {
        told.taken.push_back(std::string(in_words(event.kind)) + ": " + std::string(words));
    }
    void not_asked(const Event& event, std::string_view words)
    {
        told.not_asked.push_back(std::string(in_words(event.kind)) + ": " + std::string(words));
    }
};

/// Whether something began or stands in the afternoon. Where nobody told which half of the day it
/// was, the morning is taken, and said: one rule for suspensions and for the register.
bool is_afternoon(Telling& tell, const Event& event);

/// An exclusion with its letter, its length and what followed; said to be not asked where the law
/// cannot be asked about it.
void tell_of_an_exclusion(Telling& tell, const Event& event, std::size_t school, Date first_day);
void tell_of_the_child(law::History& history, const Facts& facts);

} // namespace onroll::casework::told_history_detail
