// The words of the code of rights' page for those who are signed in.
#pragma once

#include "design/html.h"
#include "rights/acknowledgement.h"

#include <functional>
#include <string>
#include <vector>

namespace onroll::rights {

/// What a school sees.
struct SchoolView {
    std::string school;
    std::vector<check::CodeVersion> versions; ///< that hold or will hold, the one in force first
    std::vector<Acknowledgement> kept;        ///< the school's own, the oldest first
    bool may_acknowledge = false;             ///< a head teacher
    bool acted_now = false;                   ///< has just acknowledged one
};
/// `form` makes the form that acknowledges a version, given its inside.
design::Html school_view(const SchoolView& view,
                         const std::function<design::Html(const design::Html&)>& form);

/// What the council sees of one version.
struct CouncilView {
    check::CodeVersion version;
    std::vector<SchoolStanding> schools;
};
design::Html council_view(const CouncilView& view);

} // namespace onroll::rights
