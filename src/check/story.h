// A family's answers as the facts that the law engine reads, with what was taken for granted, and
// what may be otherwise where an answer is not known. Asks for schools; stores nothing.
#pragma once

#include "check/answers.h"
#include "check/services.h"

#include <string>
#include <vector>

namespace onroll::check {

/// Something taken for granted or not known: the key of its words, and the day they name.
struct Assumed {
    std::string key; ///< "assumed.decided"
    std::optional<Date> day;
};

/// One way in which an answer that is not known may turn out.
struct Way {
    std::string key;      ///< of its words: "if.permanent"
    law::History history; ///< uses the schools of Story::owned
};

struct Story {
    law::OwnedHistory owned;
    std::string school_name;     ///< empty where the school is not listed
    bool term_dates_held = true; ///< else each weekday was counted as a school day
    std::vector<Assumed> assumed;
    std::vector<Way> all_ways;  ///< where kind or length is not known: every way it may be
    std::vector<Way> more_ways; ///< what would be added if something not known were so
    const law::History& history() const { return owned.history; }
};

/// What the answers come to, as told on `today`. bad_input where an answer cannot be used: `where`
/// is the name of its question.
Result<Story> understand(const Answers& answers, const Services& services, Date today);

/// The answers with `earlier` as it follows from the dates of earlier suspensions, counted on the
/// school's own calendar; as they are where no dates were given.
Answers with_totals(Answers answers, const Services& services, Date today);

/// What follows for the exclusion that the family asks about, not for those before it, which only
/// add to its totals.
law::Evaluation evaluate_main(const law::History& history);

/// The school that was answered, with its calendar.
struct FoundSchool {
    law::School school;
    std::string name;
    bool held = true;        ///< else no term dates are held: weekdays stand in for school days
    bool type_taken = false; ///< its kind is not known, and was taken as maintained by a council
};
/// `around` is a day of what happened. As services.find_school where the school cannot be used:
/// `where` says why.
Result<FoundSchool> find_school(const SchoolAnswer& answer, const Services& services, Date around);

} // namespace onroll::check
