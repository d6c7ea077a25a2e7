// Numbers, codes and census records: what they must look like and what they contradict. Pure.
#pragma once

#include "law/movement_answers.h"

#include <string>

namespace onroll::law {

/// A school census.
struct Census {
    enum class Season { autumn, spring, summer } season = Season::autumn;
    int year = 0;
    bool operator==(const Census&) const = default;
    std::string name() const; ///< "autumn 2025"
};

/// The census that takes an exclusion begun on this day, two terms behind: 1 August to 31 December
/// the next summer's; 1 January to Easter Sunday the next autumn's; Easter Monday to 31 July the
/// next spring's. Source: DAT-03, school census guidance.
Census census_that_takes(Date exclusion_began);

/// A number that is not of its shape, a pupil number whose check letter is another, or a temporary
/// one. The number itself is not repeated.
/// Source: DAT-05 to DAT-09, guide to unique pupil numbers.
void number_is_valid(const RecordedNumber&, MovementAnswers&);

/// The category by the date and kind of the exclusion. Source: DAT-01, school census guidance.
void category_is_right(const ExclusionRecord&, MovementAnswers&);

/// The reason codes by date: known, in use, and no more than the census took. A code whose first
/// day is not known gives a question. Source: DAT-02, DAT-03, school census guidance.
void reasons_are_right(const ExclusionRecord&, MovementAnswers&);

/// The census recorded, the sessions, and an overturned exclusion still counted.
/// Source: DAT-03, school census guidance.
void census_is_right(const ExclusionRecord&, MovementAnswers&);

/// The last day to send the Common Transfer File after the pupil left.
/// Source: DAT-04, Education (Pupil Information) (England) Regulations 2005, regulation 9.
void transfer_file_is_sent(const ExclusionRecord&, MovementAnswers&);

} // namespace onroll::law
