// A child's places at schools: added, put right, taken off the record. Words and layout only.
#pragma once

#include "people/views_forms.h"

#include <string>

namespace onroll::people {

/// A school that is added.
design::Html add_school_view(const PartView& view);

/// The main school that ended the day before another began. Without `school`, none did.
struct EndedBefore {
    std::string school{};
    std::string last_day{}; ///< "31 August 2026"
};

/// A school that is put right. Without `place`, the record has it no more.
struct ChangeSchoolView {
    PartView part;
    std::string place{}; ///< "Hillside School. Main school. Since 1 September 2026"
    EndedBefore before{};
    std::string remove{}; ///< where it is taken off the record
};
design::Html change_school_view(const ChangeSchoolView& view);

/// A school that is taken off the record.
struct RemoveSchoolView {
    PartView part;
    std::string place{}; ///< as above
    EndedBefore before{};
};
design::Html remove_school_view(const RemoveSchoolView& view);

} // namespace onroll::people
