// Where a rule is written, in which edition, and how sure we are of our reading.
#pragma once

#include "kernel/date.h"

#include <optional>
#include <string_view>

namespace onroll {

/// How sure we are: the words were opened; well known but the words not opened; our own reading
/// where the words are open.
enum class Confidence { read, well_known, our_reading };

/// What kind of duty a rule is. They are different answers and look different on a page.
enum class Force { must, should, good_practice, convention };

struct Citation {
    std::string_view source;  ///< as shown: "School Discipline Regulations 2012, regulation 5"
    std::string_view edition; ///< of guidance; empty for legislation
    std::string_view link;    ///< an address on the web, or empty
    Confidence confidence = Confidence::read;
    Force force = Force::must;
    Date from{};                 ///< first day in force
    std::optional<Date> until{}; ///< last day in force; nothing while it runs on
};

} // namespace onroll
