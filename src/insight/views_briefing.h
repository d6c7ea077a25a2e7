// The form that a briefing is written in. Words and layout only.
#pragma once

#include "insight/area_picture.h"
#include "insight/briefing.h"

#include "design/html.h"

#include <string>
#include <vector>

namespace onroll::insight {

/// A field that is too long, by its name in the form.
struct BriefingFault {
    std::string field;
    std::string message;
};

design::Html briefing_form_view(const AreaPicture& picture, BriefingKind kind,
                                const Commentary& commentary,
                                const std::vector<BriefingFault>& faults);
/// The document as a page of ours, ready to print.
design::Html briefing_print_view(const documents::Document& document);

} // namespace onroll::insight
