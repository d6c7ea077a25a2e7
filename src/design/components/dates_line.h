// Dates in order along one line: when, how many school days are left, who acts, and where it is
// written (CV-14). A stretch that depends on an "if" is dashed.
#pragma once

#include "design/components/source_line.h"
#include "design/components/tag.h"
#include "design/html.h"

#include "kernel/date.h"

#include <cstdint>

namespace onroll::design {

/// Where a date stands; `conditional` depends on something that has not happened or is not known.
enum class Standing { past, today, ahead, conditional };

struct DatedLine {
    std::optional<Date> day{};
    std::string when{}; ///< said instead of the day: where there is none, or in another language
    Standing standing = Standing::ahead;
    std::optional<std::int64_t> school_days_left{}; ///< "3 school days left"
    Html note{};                ///< "The decision", "Last day, if told on 10 December"
    Html who{};                 ///< who acts, in bold
    Html what{};                ///< the rest of the sentence
    Html more{};                ///< further paragraphs
    std::optional<Tag> force{}; ///< must, should, good practice
    std::vector<Source> sources{};
    std::string id{};
};

struct DatesLine {
    std::vector<DatedLine> lines{};
    std::optional<int> plain_year{}; ///< dates of this year are written without it
    int heading_level = 3;
};

Html render(const DatesLine& dates);

} // namespace onroll::design
