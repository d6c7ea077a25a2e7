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

/// The school that was answered, with its calendar; `held` is false where no term dates are held
/// and weekdays stand in for school days.
struct FoundSchool {
    law::School school;
    std::string name;
    bool held = true;
};
Result<FoundSchool> find_school(const SchoolAnswer& answer, const Services& services, Date around);

} // namespace onroll::check
