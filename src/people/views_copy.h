// A copy of what is held, for the person it is about: what somebody must look at before it leaves,
// and the page that leaves. Words and layout only.
#pragma once

#include "people/subject_access.h"
#include "people/views_fields.h"

#include "design/html.h"
#include "platform/documents/document.h"

#include <string>
#include <vector>

namespace onroll::people {

struct CopyView {
    std::string action;
    std::string requests; ///< the page of requests with their clock
    design::Html top{};
    design::Html start{};
    std::vector<HeldItem> items{};
    FormView form{};
};
design::Html copy_view(const CopyView& view);

/// The name of the question about one item.
std::string decision_field(const HeldItem& item);

/// What leaves, to read and to print.
design::Html access_copy_view(const AccessCopy& copy);
/// The same as a file to send or to print.
documents::Document access_copy_paper(const AccessCopy& copy);

} // namespace onroll::people
